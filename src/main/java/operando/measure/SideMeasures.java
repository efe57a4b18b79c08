package operando.measure;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.VoxelSize;
import operando.segment.ElectrodeMaps;
import operando.segment.ImageQuality;
import operando.segment.SweepResult;

/**
 * The numbers of one side of one scan (docs/methods/measures.md). Lengths that nothing was found for are missing, with the reason.
 *
 * @param contactFraction                contact pixels over the pixels of the cross-section
 * @param contactFractionSubvoxel        the same without the thin rims of voids that partial grey values tell of; NaN where they tell nothing
 * @param contactAreaMm2                 contact pixels times the pixel area
 * @param voidVolumeUm3                  voxels of interfacial voids times the voxel volume
 * @param voidVolumeSubvoxelUm3          the same volume from partial grey values; of phases that were found otherwise, by count
 * @param voidVolumePublishedUm3         voxels below the void threshold alone
 * @param meanVoidThicknessUm            sub-voxel, over the area that has a void, with the thin rims where they are known; 0 without voids
 * @param maxVoidThicknessUm             sub-voxel, of medians over neighbouring columns
 * @param highVoidThicknessUm            99th percentile of these medians
 * @param lithiumVolumeUm3               voxels of lithium, without those of voids
 * @param interphaseVolumeUm3            voxels of interphase
 * @param interphaseThicknessUm          sub-voxel mean over the columns with an interface
 * @param interphaseThicknessDeviationUm standard deviation over these columns
 * @param interfacePositionUm            mean height of the electrolyte's surface, from the outer face of the first slice
 * @param collectorPositionUm            mean height of the collector's surface
 * @param roughnessUm                    root mean square of the surface's height about its best plane
 */
public record SideMeasures(Measured contactFraction, Measured contactFractionSubvoxel, Measured contactAreaMm2, Measured voidVolumeUm3,
                           Measured voidVolumeSubvoxelUm3, Measured voidVolumePublishedUm3, Measured meanVoidThicknessUm,
                           Measured maxVoidThicknessUm, Measured highVoidThicknessUm,
                           Measured lithiumVolumeUm3, Measured interphaseVolumeUm3, Measured interphaseThicknessUm,
                           Measured interphaseThicknessDeviationUm, Measured interfacePositionUm,
                           Measured collectorPositionUm, Measured roughnessUm) {

    private static final double MM2_PER_UM2 = 1e-6;
    private static final String NO_CELL = "no column of the cell was found";
    private static final String WHOLE_VOXELS = "whole voxels tell nothing of the thin rims of voids";
    private static final String TOO_NOISY = "voids are not told from noise";
    private static final String NOT_IN_VIEW = "this electrode is not in view";
    private static final String NEGATIVE = "partial grey values do not add up to a void";
    /** Without a collector a side with lithium in fewer columns is taken to be out of view. */
    private static final double LEAST_LITHIUM = 0.05;
    private static final String NO_INTERFACE = "no column has an interface at this side";
    private static final String CUT = "the region of interest leaves out a part of the interface or the interphase";
    /** Share of columns that a region may cut. */
    private static final double MOST_CUT = 0.01;
    private static final String NO_COLLECTOR = "no current collector is in view at this side";

    static SideMeasures of(final SweepResult swept, final ElectrodeMaps side, final VoxelSize voxel) {
        long contact = 0;
        long voidColumns = 0;
        long voidVoxels = 0;
        long darkVoxels = 0;
        long lithium = 0;
        long lithiumColumns = 0;
        long interphase = 0;
        double voidThickness = 0;
        final Moments thickness = new Moments();
        final Moments collector = new Moments();
        final BestPlane surface = new BestPlane();
        for (int column = 0; column < side.columns(); column++) {
            if (swept.inCrossSection(column)) {
                contact += side.inContact(column) ? 1 : 0;
                voidColumns += side.voidVoxels(column) > 0 ? 1 : 0;
                voidVoxels += side.voidVoxels(column);
                darkVoxels += side.darkVoidVoxels(column);
                lithium += side.lithiumVoxels(column);
                lithiumColumns += side.hasLithium(column) ? 1 : 0;
                interphase += side.interphaseVoxels(column);
                voidThickness += side.voidThickness(column);
                collector.add(side.collectorHeight(column));
                if (side.hasInterface(column)) {
                    thickness.add(side.interphaseThickness(column));
                    surface.add(column % side.width() * voxel.xUm(), column / side.width() * voxel.yUm(),
                        side.interfaceHeight(column) * voxel.zUm());
                }
            }
        }
        final double columns = swept.crossSectionColumns();
        if (side.isEmpty() || collector.count() == 0 && lithiumColumns < LEAST_LITHIUM * columns) {
            return none(NOT_IN_VIEW);
        }
        if (swept.quality().isPresent() && !swept.quality().get().tellsPhases()) {
            return none(unknown(swept.quality().get()).reason());
        }
        // Columns at the rim of a round cell are too dark to be swept, or darker than they are, and like the others.
        final double share = swept.crossSectionPixels() / columns;
        final double volume = share * voxel.volumeUm3();
        final double thin = Double.isNaN(side.thinVoidColumns()) ? 0 : side.thinVoidColumns();
        final VoidThicknesses thicknesses = VoidThicknesses.of(swept, side);
        // Lithium alone in view says nothing of contact, and columns that a region cuts are not chosen by chance.
        final boolean cut = side.cutSurfaces() > MOST_CUT * columns;
        final boolean interfaceInView = !cut && Double.isFinite(surface.meanHeight());
        final String noInterface = cut ? CUT : NO_INTERFACE;
        final Measured published = interfaceInView ? published(swept, contact / columns) : Measured.missing(noInterface);
        final double whole = cut || side.cutInterphases() > MOST_CUT * columns ? Double.NaN : 1;
        return new SideMeasures(published, interfaceInView ? subvoxel(swept, side, contact, columns) : published,
            published.isPresent() ? Measured.of(share * contact * voxel.pixelAreaUm2() * MM2_PER_UM2) : published,
            voids(swept, voidVoxels * volume), voids(swept, voidThickness * volume), voids(swept, darkVoxels * volume),
            voids(swept, voidColumns == 0 ? 0 : voidThickness / (voidColumns + thin) * voxel.zUm()),
            voids(swept, 0).isPresent() ? thicknesses.greatest(voxel.zUm()) : voids(swept, 0),
            voids(swept, 0).isPresent() ? thicknesses.high(voxel.zUm()) : voids(swept, 0),
            // What is false void is no lithium: f came out as 0.40 for 0.51 at a contrast-to-noise of 4.
            voids(swept, lithium * volume), Measured.of(interphase * volume),
            Measured.of(whole * thickness.mean() * voxel.zUm(), Double.isNaN(whole) ? CUT : NO_INTERFACE),
            Measured.of(whole * thickness.deviation() * voxel.zUm(), Double.isNaN(whole) ? CUT : NO_INTERFACE),
            Measured.of(cut ? Double.NaN : surface.meanHeight(), noInterface), Measured.of(collector.mean() * voxel.zUm(), NO_COLLECTOR),
            Measured.of(cut ? Double.NaN : surface.roughness(), noInterface));
    }

    private static SideMeasures none(final String reason) {
        final Measured none = Measured.missing(reason);
        return new SideMeasures(none, none, none, none, none, none, none, none, none, none, none, none, none, none, none, none);
    }

    private static Measured published(final SweepResult swept, final double fraction) {
        return swept.quality().filter(quality -> !quality.tellsContact()).map(SideMeasures::unknown).orElseGet(() -> Measured.of(fraction, NO_CELL));
    }

    private static Measured subvoxel(final SweepResult swept, final ElectrodeMaps side, final long contact, final double columns) {
        if (swept.quality().isEmpty()) {
            return Measured.missing(WHOLE_VOXELS);
        }
        final ImageQuality quality = swept.quality().get();
        if (!quality.tellsVoids()) {
            return unknown(quality);
        }
        if (Double.isNaN(quality.blurVoxels())) {
            return Measured.missing("too few edges of lithium tell the blur");
        }
        if (side.thinVoidColumns() > contact && contact > 0) {
            return Measured.missing("more thin voids than contact are estimated");
        }
        return Measured.of(Math.max(0, contact - side.thinVoidColumns()) / columns, NO_CELL);
    }

    private static Measured voids(final SweepResult swept, final double value) {
        return swept.quality().filter(quality -> !quality.tellsVoids()).map(SideMeasures::unknown).orElseGet(() -> value < 0 ? Measured.missing(NEGATIVE)
            : Measured.of(value));
    }

    private static Measured unknown(final ImageQuality quality) {
        return Measured.missing(quality.blurVoxels() > ImageQuality.MOST_BLUR ? String.format(Locale.ROOT, "the image is too blurred (%.1f voxels)",
            quality.resolutionVoxels()) : TOO_NOISY + text(quality));
    }

    private static String text(final ImageQuality quality) {
        return String.format(Locale.ROOT, " (contrast to noise %.1f)", quality.contrastToNoise());
    }

    /** The numbers by what they are, still without the side. */
    public Map<Quantity, Measured> numbers() {
        final Map<Quantity, Measured> numbers = new LinkedHashMap<>();
        numbers.put(Quantity.CONTACT_FRACTION, contactFraction);
        numbers.put(Quantity.CONTACT_FRACTION_SUBVOXEL, contactFractionSubvoxel);
        numbers.put(Quantity.CONTACT_AREA, contactAreaMm2);
        numbers.put(Quantity.VOID_VOLUME, voidVolumeUm3);
        numbers.put(Quantity.VOID_VOLUME_SUBVOXEL, voidVolumeSubvoxelUm3);
        numbers.put(Quantity.VOID_VOLUME_PUBLISHED, voidVolumePublishedUm3);
        numbers.put(Quantity.VOID_THICKNESS_MEAN, meanVoidThicknessUm);
        numbers.put(Quantity.VOID_THICKNESS_MAX, maxVoidThicknessUm);
        numbers.put(Quantity.VOID_THICKNESS_HIGH, highVoidThicknessUm);
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
