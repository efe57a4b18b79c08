package operando.voltage;

import operando.cell.Constants;
import operando.cell.RangeCheck;

/**
 * The kinetics of lithium at an interface, both ways:
 * i = i0 (exp(α_a F η / RT) − exp(−α_c F η / RT)), with η and i positive where lithium is oxidised.
 *
 * <p>Source: Lewis et al., Methods, Electrochemical Model.
 *
 * @param exchangeCurrentDensityMAPerCm2 i0, mA cm⁻²
 * @param alphaAnodic                    α_a, the anodic charge transfer coefficient
 * @param alphaCathodic                  α_c, the cathodic charge transfer coefficient
 * @param temperatureK                   T, K
 */
public record ButlerVolmer(double exchangeCurrentDensityMAPerCm2, double alphaAnodic, double alphaCathodic,
                           double temperatureK) {

    private static final int MOST_STEPS = 200;

    public ButlerVolmer {
        RangeCheck.positive("exchange current density", exchangeCurrentDensityMAPerCm2, "mA cm⁻²");
        RangeCheck.positive("anodic charge transfer coefficient", alphaAnodic, "");
        RangeCheck.positive("cathodic charge transfer coefficient", alphaCathodic, "");
        RangeCheck.temperature("temperature", temperatureK);
    }

    /** The current density in mA cm⁻² of contact at the overpotential {@code overpotentialV}. */
    public double currentDensityMAPerCm2(final double overpotentialV) {
        final double x = overpotentialV / thermalVoltageV();
        return exchangeCurrentDensityMAPerCm2 * (Math.expm1(alphaAnodic * x) - Math.expm1(-alphaCathodic * x));
    }

    /** The slope di/dη in mA cm⁻² V⁻¹ at the overpotential {@code overpotentialV}, for Newton steps of other models. */
    public double slopeMAPerCm2V(final double overpotentialV) {
        final double x = overpotentialV / thermalVoltageV();
        return exchangeCurrentDensityMAPerCm2 / thermalVoltageV()
            * (alphaAnodic * Math.exp(alphaAnodic * x) + alphaCathodic * Math.exp(-alphaCathodic * x));
    }

    /**
     * The overpotential in V that drives {@code currentDensityMAPerCm2} of contact. Equal coefficients give
     * η = RT/(αF) asinh(i / 2 i0); others a root that is exact to rounding. An infinite current density gives an
     * infinite overpotential of its sign, NaN gives NaN.
     */
    public double overpotentialV(final double currentDensityMAPerCm2) {
        final double y = Math.abs(currentDensityMAPerCm2) / exchangeCurrentDensityMAPerCm2;
        final boolean anodic = currentDensityMAPerCm2 >= 0;
        final double along = anodic ? alphaAnodic : alphaCathodic;
        final double against = anodic ? alphaCathodic : alphaAnodic;
        final double x = along == against ? asinh(y / 2) / along : root(along, against, y);
        return Math.copySign(x, currentDensityMAPerCm2) * thermalVoltageV();
    }

    /** RT/F in V. */
    public double thermalVoltageV() {
        return Constants.GAS_J_PER_MOL_K * temperatureK / Constants.FARADAY_C_PER_MOL;
    }

    /**
     * Solves exp(a x) − exp(−c x) = y for x ≥ 0. In the form f(x) = a x − ln(y + exp(−c x)) the left side rises and is
     * concave, so Newton steps from below come up to the root without ever passing it: no bracket can be lost.
     */
    private static double root(final double a, final double c, final double y) {
        if (!(y > 0) || Double.isInfinite(y)) {
            return y;
        }
        double x = Math.max(0, Math.log(y) / a);
        for (int step = 0; step < MOST_STEPS; step++) {
            final double backward = Math.exp(-c * x);
            final double f = a * x - Math.log1p(y + Math.expm1(-c * x));
            final double next = x - f / (a + c * backward / (y + backward));
            if (!(next > x)) {
                return x;
            }
            x = next;
        }
        return x;
    }

    // ln(x + √(x² + 1)) for x ≥ 0 without losing the digits of a small x: right to about one unit in the last place. FastMath.asinh of
    // Commons Math is off by up to six and overflows beyond 1e154, which contact next to none asks for.
    private static double asinh(final double x) {
        if (x > 1e8) {
            return Math.log(x) + Math.log(2);
        }
        final double square = x * x;
        return Math.log1p(x + square / (1 + Math.sqrt(1 + square)));
    }
}
