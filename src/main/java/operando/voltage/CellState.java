package operando.voltage;

import operando.cell.Side;
import operando.cell.Quantity;

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
        Quantity.checkFinite("current density", currentDensityMAPerCm2, "mA cm⁻²");
        Quantity.checkNotNegative("electrolyte thickness", electrolyteThicknessUm, "µm");
        Quantity.checkFraction("contact fraction at TOP", contactFractionTop);
        Quantity.checkFraction("contact fraction at BOTTOM", contactFractionBottom);
        Quantity.checkNotNegative("interphase thickness at TOP", interphaseThicknessTopUm, "µm");
        Quantity.checkNotNegative("interphase thickness at BOTTOM", interphaseThicknessBottomUm, "µm");
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
