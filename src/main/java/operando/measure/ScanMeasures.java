package operando.measure;

import java.util.LinkedHashMap;
import java.util.Map;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.segment.SweepResult;

/**
 * The numbers of one scan (docs/methods/measures.md).
 *
 * @param crossSectionMm2  area of the cell's cross-section
 * @param stackThicknessUm mean distance from collector to collector; missing unless both are in view
 */
public record ScanMeasures(Measured crossSectionMm2, Measured stackThicknessUm, SideMeasures top, SideMeasures bottom) {

    private static final double MM2_PER_UM2 = 1e-6;

    public static ScanMeasures of(final SweepResult swept, final VoxelSize voxel) {
        final Moments thickness = new Moments();
        for (int column = 0; column < swept.width() * swept.height(); column++) {
            if (swept.inCrossSection(column)) {
                thickness.add(swept.bottom().collectorHeight(column) - swept.top().collectorHeight(column));
            }
        }
        return new ScanMeasures(Measured.of(swept.crossSectionColumns() * voxel.pixelAreaUm2() * MM2_PER_UM2),
            Measured.of(thickness.mean() * voxel.zUm(), "no column has a current collector in view at both sides"),
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
        for (final Side side : Side.values()) {
            side(side).numbers().forEach((quantity, number) -> numbers.put(quantity.at(side), number));
        }
        numbers.put(Quantity.ELECTROLYTE_THICKNESS, electrolyteThicknessUm());
        return numbers;
    }
}
