package operando.measure;

import operando.cell.VoxelSize;
import operando.segment.ElectrodeMaps;
import operando.segment.SweepResult;

/**
 * The numbers of one side of one scan (SCIENCE.md, section 4). Lengths and areas that nothing was found for are NaN.
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
public record SideMeasures(double contactFraction, double contactFractionSubvoxel, double contactAreaMm2, double voidVolumeUm3,
                           double voidVolumeSubvoxelUm3, double meanVoidThicknessUm, double maxVoidThicknessUm,
                           double lithiumVolumeUm3, double interphaseVolumeUm3, double interphaseThicknessUm,
                           double interphaseThicknessDeviationUm, double interfacePositionUm,
                           double collectorPositionUm, double roughnessUm) {

    private static final double MM2_PER_UM2 = 1e-6;

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
        return new SideMeasures(contact / columns, Math.max(0, contact - side.thinVoidColumns()) / columns, contact * voxel.pixelAreaUm2() * MM2_PER_UM2,
            voidVoxels * voxel.volumeUm3(), voidThickness * voxel.volumeUm3(),
            voidColumns == 0 ? 0 : voidThickness / voidColumns * voxel.zUm(), maxVoid * voxel.zUm(), lithium * voxel.volumeUm3(),
            interphase * voxel.volumeUm3(), thickness.mean() * voxel.zUm(), thickness.deviation() * voxel.zUm(),
            surface.meanHeight(), collector.mean() * voxel.zUm(), surface.roughness());
    }
}
