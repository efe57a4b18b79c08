package operando.measure;

import java.util.LinkedHashMap;
import java.util.Map;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.segment.ImageQuality;
import operando.segment.SweepResult;

/**
 * The numbers of one scan (docs/methods/measures.md). Columns at the rim of a round cell, which its surroundings darken, count as the
 * mean of the others.
 *
 * @param crossSectionMm2  area of the cell's cross-section
 * @param stackThicknessUm mean distance from collector to collector; missing unless both are in view
 * @param contrastToNoise  the smaller step of grey value at lithium over the standard deviation inside lithium
 * @param resolutionUm     full width at half maximum of the blur along the stack axis
 */
public record ScanMeasures(Measured crossSectionMm2, Measured stackThicknessUm, Measured contrastToNoise, Measured resolutionUm, SideMeasures top, SideMeasures bottom) {

    private static final double MM2_PER_UM2 = 1e-6;

    public static ScanMeasures of(final SweepResult found, final VoxelSize voxel) {
        final SweepResult swept = found.withoutRim();
        final Moments thickness = new Moments();
        for (int column = 0; column < swept.width() * swept.height(); column++) {
            if (swept.inCrossSection(column)) {
                thickness.add(swept.bottom().collectorHeight(column) - swept.top().collectorHeight(column));
            }
        }
        return new ScanMeasures(Measured.of(swept.crossSectionPixels() * voxel.pixelAreaUm2() * MM2_PER_UM2),
            Measured.of(thickness.mean() * voxel.zUm(), "no column has a current collector in view at both sides"),
            Measured.of(swept.quality().map(ImageQuality::contrastToNoise).orElse(Double.NaN), "too little lithium is seen to tell its noise"),
            Measured.of(swept.quality().map(ImageQuality::resolutionVoxels).orElse(Double.NaN) * voxel.zUm(), "too few edges of lithium tell the blur"),
            SideMeasures.of(swept, swept.top(), voxel), SideMeasures.of(swept, swept.bottom(), voxel));
    }

    public SideMeasures side(final Side side) {
        return side == Side.TOP ? top : bottom;
    }

    /** Between the interphases: from the one's lower to the other's upper surface. */
    public Measured electrolyteThicknessUm() {
        return Measured.of(bottom.interfacePositionUm().value() - bottom.interphaseThicknessUm().value()
            - (top.interfacePositionUm().value() + top.interphaseThicknessUm().value()), "no column has an interface at both sides");
    }

    /** All numbers by what they are; those that are missing, too. */
    public Map<Quantity, Measured> numbers() {
        final Map<Quantity, Measured> numbers = new LinkedHashMap<>();
        numbers.put(Quantity.CROSS_SECTION, crossSectionMm2);
        numbers.put(Quantity.STACK_THICKNESS, stackThicknessUm);
        numbers.put(Quantity.CONTRAST_TO_NOISE, contrastToNoise);
        numbers.put(Quantity.RESOLUTION, resolutionUm);
        for (final Side side : Side.values()) {
            side(side).numbers().forEach((quantity, number) -> numbers.put(quantity.at(side), number));
        }
        numbers.put(Quantity.ELECTROLYTE_THICKNESS, electrolyteThicknessUm());
        return numbers;
    }
}
