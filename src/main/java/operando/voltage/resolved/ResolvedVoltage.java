package operando.voltage.resolved;

import operando.cell.Side;

/**
 * The voltage of a cell with its current resolved, in the parts that it is the sum of, V, all of the sign of the current.
 *
 * @param electrolyteV  drop over the electrolyte if the current were even
 * @param interphaseV   drop over both interphases if the current were even
 * @param kineticV      charge transfer at both sides: the mean overpotential, weighted with the current
 * @param constrictionV what more the current loses on its way because it has to bend towards the contacts
 * @param top           the current at TOP
 * @param bottom        the current at BOTTOM
 * @param iterations     of conjugate gradients, in all
 * @param mostIterations of conjugate gradients in one of Newton's steps
 * @param steps          of Newton's method
 * @param imbalance     difference of the currents through both faces over the current
 */
public record ResolvedVoltage(double electrolyteV, double interphaseV, double kineticV, double constrictionV, CurrentMap top, CurrentMap bottom,
                              int iterations, int mostIterations, int steps, double imbalance) {

    /**
     * The current through one face.
     *
     * @param mAPerCm2     current density of each pixel [y × width + x], mA cm⁻², positive where lithium is oxidised; 0 without contact
     * @param peakOverMean greatest over the mean of the pixels in contact ("hot spots")
     * @param densestShare share of the current that the densest 1 % of the contact carries
     */
    public record CurrentMap(float[] mAPerCm2, double peakOverMean, double densestShare) {
    }

    public CurrentMap side(final Side side) {
        return side == Side.TOP ? top : bottom;
    }

    public double totalV() {
        return electrolyteV + interphaseV + kineticV + constrictionV;
    }

    /** Constriction as an areal resistance, Ω cm², at this current density in mA cm⁻². */
    public double constrictionOhmCm2(final double currentDensityMAPerCm2) {
        return 1e3 * constrictionV / currentDensityMAPerCm2;
    }
}
