package operando.voltage;

import operando.cell.RangeCheck;
import operando.cell.Side;

/**
 * What the voltage of the cell depends on at one time.
 *
 * @param currentDensityMAPerCm2      per area of the cell's cross-section; positive strips lithium at TOP
 * @param electrolyteThicknessUm      of the electrolyte that is not interphase, µm
 * @param contactFractionTop          contact area over the area of the cross-section, 0 to 1
 * @param contactFractionBottom       the same at BOTTOM
 * @param interphaseThicknessTopUm    µm
 * @param interphaseThicknessBottomUm µm
 */
public record CellState(double currentDensityMAPerCm2, double electrolyteThicknessUm, double contactFractionTop,
                        double contactFractionBottom, double interphaseThicknessTopUm,
                        double interphaseThicknessBottomUm) {

    public CellState {
        RangeCheck.finite("current density", currentDensityMAPerCm2, "mA cm⁻²");
        RangeCheck.notNegative("electrolyte thickness", electrolyteThicknessUm, "µm");
        RangeCheck.fraction("contact fraction at TOP", contactFractionTop);
        RangeCheck.fraction("contact fraction at BOTTOM", contactFractionBottom);
        RangeCheck.notNegative("interphase thickness at TOP", interphaseThicknessTopUm, "µm");
        RangeCheck.notNegative("interphase thickness at BOTTOM", interphaseThicknessBottomUm, "µm");
    }

    public double contactFraction(final Side side) {
        return side == Side.TOP ? contactFractionTop : contactFractionBottom;
    }

    public double interphaseThicknessUm(final Side side) {
        return side == Side.TOP ? interphaseThicknessTopUm : interphaseThicknessBottomUm;
    }

    /** The side whose lithium is oxidised; TOP at rest, where it makes no difference. */
    public Side strippingSide() {
        return currentDensityMAPerCm2 >= 0 ? Side.TOP : Side.BOTTOM;
    }

    public CellState withContactFraction(final Side side, final double fraction) {
        return new CellState(currentDensityMAPerCm2, electrolyteThicknessUm,
            side == Side.TOP ? fraction : contactFractionTop, side == Side.BOTTOM ? fraction : contactFractionBottom,
            interphaseThicknessTopUm, interphaseThicknessBottomUm);
    }

    public CellState withCurrentDensity(final double mAPerCm2) {
        return new CellState(mAPerCm2, electrolyteThicknessUm, contactFractionTop, contactFractionBottom,
            interphaseThicknessTopUm, interphaseThicknessBottomUm);
    }
}
