package operando.measure;

import java.util.LinkedHashMap;
import java.util.Map;

import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.segment.SweepResult;

/**
 * The numbers of one scan (SCIENCE.md, section 4).
 *
 * @param crossSectionMm2  area of the cell's cross-section
 * @param stackThicknessUm mean distance from collector to collector; NaN unless both are in view
 */
public record ScanMeasures(double crossSectionMm2, double stackThicknessUm, SideMeasures top, SideMeasures bottom) {

    private static final double MM2_PER_UM2 = 1e-6;

    public static ScanMeasures of(final SweepResult swept, final VoxelSize voxel) {
        final Moments thickness = new Moments();
        for (int column = 0; column < swept.width() * swept.height(); column++) {
            if (swept.inCrossSection(column)) {
                thickness.add(swept.bottom().collectorHeight(column) - swept.top().collectorHeight(column));
            }
        }
        return new ScanMeasures(swept.crossSectionColumns() * voxel.pixelAreaUm2() * MM2_PER_UM2, thickness.mean() * voxel.zUm(),
            SideMeasures.of(swept, swept.top(), voxel), SideMeasures.of(swept, swept.bottom(), voxel));
    }

    public SideMeasures side(final Side side) {
        return side == Side.TOP ? top : bottom;
    }

    /** The numbers by the names of their columns in timeseries.csv, without those that are missing. */
    public Map<String, Double> columns() {
        final Map<String, Double> columns = new LinkedHashMap<>();
        columns.put("cross_section_mm2", crossSectionMm2);
        columns.put("stack_thickness_um", stackThicknessUm);
        for (final Side side : Side.values()) {
            final SideMeasures of = side(side);
            columns.put("contact_fraction_" + side.key(), of.contactFraction());
            columns.put("contact_fraction_subvoxel_" + side.key(), of.contactFractionSubvoxel());
            columns.put("contact_area_" + side.key() + "_mm2", of.contactAreaMm2());
            columns.put("void_volume_" + side.key() + "_um3", of.voidVolumeUm3());
            columns.put("void_volume_subvoxel_" + side.key() + "_um3", of.voidVolumeSubvoxelUm3());
            columns.put("void_thickness_mean_" + side.key() + "_um", of.meanVoidThicknessUm());
            columns.put("void_thickness_max_" + side.key() + "_um", of.maxVoidThicknessUm());
            columns.put("lithium_volume_" + side.key() + "_um3", of.lithiumVolumeUm3());
            columns.put("interphase_volume_" + side.key() + "_um3", of.interphaseVolumeUm3());
            columns.put("interphase_thickness_" + side.key() + "_um", of.interphaseThicknessUm());
            columns.put("interphase_thickness_deviation_" + side.key() + "_um", of.interphaseThicknessDeviationUm());
            columns.put("interface_position_" + side.key() + "_um", of.interfacePositionUm());
            columns.put("collector_position_" + side.key() + "_um", of.collectorPositionUm());
            columns.put("roughness_" + side.key() + "_um", of.roughnessUm());
        }
        columns.values().removeIf(value -> value.isNaN());
        return columns;
    }
}
