package operando.measure;

import java.util.LinkedHashMap;
import java.util.Map;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.VoxelSize;
import operando.segment.ElectrodeMaps;
import operando.segment.SweepResult;

/**
 * The numbers of one side of one scan (docs/methods/measures.md). Lengths that nothing was found for are missing, with the reason.
 *
 * @param contactFraction                contact pixels over the pixels of the cross-section
 * @param contactFractionSubvoxel        the same without the thin rims of voids that partial grey values tell of; NaN where they tell nothing
 * @param contactAreaMm2                 contact pixels times the pixel area
 * @param voidVolumeUm3                  voxels of interfacial voids times the voxel volume
 * @param voidVolumeSubvoxelUm3          the same volume from partial grey values; of phases that were found otherwise, by count
 * @param meanVoidThicknessUm            sub-voxel, over the columns that have a void; 0 without voids
 * @param maxVoidThicknessUm             sub-voxel
 * @param lithiumVolumeUm3               voxels of lithium, without those of voids
 * @param interphaseVolumeUm3            voxels of interphase
 * @param interphaseThicknessUm          sub-voxel mean over the columns with an interface
 * @param interphaseThicknessDeviationUm standard deviation over these columns
 * @param interfacePositionUm            mean height of the electrolyte's surface, from the outer face of the first slice
 * @param collectorPositionUm            mean height of the collector's surface
 * @param roughnessUm                    root mean square of the surface's height about its best plane
 */
public record SideMeasures(Measured contactFraction, Measured contactFractionSubvoxel, Measured contactAreaMm2, Measured voidVolumeUm3,
                           Measured voidVolumeSubvoxelUm3, Measured meanVoidThicknessUm, Measured maxVoidThicknessUm,
                           Measured lithiumVolumeUm3, Measured interphaseVolumeUm3, Measured interphaseThicknessUm,
                           Measured interphaseThicknessDeviationUm, Measured interfacePositionUm,
                           Measured collectorPositionUm, Measured roughnessUm) {

    private static final double MM2_PER_UM2 = 1e-6;
    private static final String NO_CELL = "no column of the cell was found";
    private static final String WHOLE_VOXELS = "whole voxels tell nothing of the thin rims of voids";
    private static final String NO_INTERFACE = "no column has an interface at this side";
    private static final String NO_COLLECTOR = "no current collector is in view at this side";

    static SideMeasures of(final SweepResult swept, final ElectrodeMaps side, final VoxelSize voxel) {
        long contact = 0;
        long voidColumns = 0;
        long voidVoxels = 0;
        long lithium = 0;
        long interphase = 0;
        double voidThickness = 0;
        double maxVoid = 0;
        final Moments thickness = new Moments();
        final Moments collector = new Moments();
        final BestPlane surface = new BestPlane();
        for (int column = 0; column < side.columns(); column++) {
            if (swept.inCrossSection(column)) {
                contact += side.inContact(column) ? 1 : 0;
                voidVoxels += side.voidVoxels(column);
                lithium += side.lithiumVoxels(column);
                interphase += side.interphaseVoxels(column);
                voidThickness += side.voidThickness(column);
                collector.add(side.collectorHeight(column));
                if (side.hasInterface(column)) {
                    voidColumns += side.inContact(column) ? 0 : 1;
                    maxVoid = Math.max(maxVoid, side.voidThickness(column));
                    thickness.add(side.interphaseThickness(column));
                    surface.add(column % side.width() * voxel.xUm(), column / side.width() * voxel.yUm(),
                        side.interfaceHeight(column) * voxel.zUm());
                }
            }
        }
        final double columns = swept.crossSectionColumns();
        return new SideMeasures(Measured.of(contact / columns, NO_CELL), withoutThinVoids(contact, side, columns),
            Measured.of(contact * voxel.pixelAreaUm2() * MM2_PER_UM2), Measured.of(voidVoxels * voxel.volumeUm3()),
            Measured.of(voidThickness * voxel.volumeUm3()), Measured.of(voidColumns == 0 ? 0 : voidThickness / voidColumns * voxel.zUm()),
            Measured.of(maxVoid * voxel.zUm()), Measured.of(lithium * voxel.volumeUm3()), Measured.of(interphase * voxel.volumeUm3()),
            Measured.of(thickness.mean() * voxel.zUm(), NO_INTERFACE), Measured.of(thickness.deviation() * voxel.zUm(), NO_INTERFACE),
            Measured.of(surface.meanHeight(), NO_INTERFACE), Measured.of(collector.mean() * voxel.zUm(), NO_COLLECTOR),
            Measured.of(surface.roughness(), NO_INTERFACE));
    }

    private static Measured withoutThinVoids(final long contact, final ElectrodeMaps side, final double columns) {
        return Double.isNaN(side.thinVoidColumns()) ? Measured.missing(WHOLE_VOXELS)
            : Measured.of(Math.max(0, contact - side.thinVoidColumns()) / columns, NO_CELL);
    }

    /** The numbers by what they are, still without the side. */
    public Map<Quantity, Measured> numbers() {
        final Map<Quantity, Measured> numbers = new LinkedHashMap<>();
        numbers.put(Quantity.CONTACT_FRACTION, contactFraction);
        numbers.put(Quantity.CONTACT_FRACTION_SUBVOXEL, contactFractionSubvoxel);
        numbers.put(Quantity.CONTACT_AREA, contactAreaMm2);
        numbers.put(Quantity.VOID_VOLUME, voidVolumeUm3);
        numbers.put(Quantity.VOID_VOLUME_SUBVOXEL, voidVolumeSubvoxelUm3);
        numbers.put(Quantity.VOID_THICKNESS_MEAN, meanVoidThicknessUm);
        numbers.put(Quantity.VOID_THICKNESS_MAX, maxVoidThicknessUm);
        numbers.put(Quantity.LITHIUM_VOLUME, lithiumVolumeUm3);
        numbers.put(Quantity.INTERPHASE_VOLUME, interphaseVolumeUm3);
        numbers.put(Quantity.INTERPHASE_THICKNESS, interphaseThicknessUm);
        numbers.put(Quantity.INTERPHASE_THICKNESS_DEVIATION, interphaseThicknessDeviationUm);
        numbers.put(Quantity.INTERFACE_POSITION, interfacePositionUm);
        numbers.put(Quantity.COLLECTOR_POSITION, collectorPositionUm);
        numbers.put(Quantity.ROUGHNESS, roughnessUm);
        return numbers;
    }
}
