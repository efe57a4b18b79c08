package operando.breathing.phasefield;

import operando.cell.Constants;

/**
 * How the edge of a void moves: lithium is taken from the contact by the current i and brought to it by diffusion and by creep under the
 * contact pressure p, i_s = i_d + i_c (p / 7 MPa)^n. What lacks or is left over, as a depth a time, moves the edge:
 *
 * <pre>v = χ (V_Li/F) (i_s − i) while stripping,   χ (V_Li/F) (i_s + ψ|i|) while plating,</pre>
 *
 * positive where the void closes; ψ is the part of plated lithium that closes it.
 */
final class LithiumSupply {

    /** Depth of lithium of 1 mAh cm⁻², µm. */
    static final double UM_PER_MAH_CM2 = 3.6 * Constants.LITHIUM_CM3_PER_MOL / Constants.FARADAY_C_PER_MOL * 1e4;

    private static final double REFERENCE_MPA = 7;
    private static final double SERIES_BELOW = 0.02;
    private static final int TERMS = 10;

    private final double diffusion;
    private final double creep;
    private final double exponent;
    private final double recovery;
    private final double advance;

    LithiumSupply(final InterfaceSettings settings) {
        diffusion = settings.of(InterfaceParameter.DIFFUSION_SUPPLY);
        creep = settings.of(InterfaceParameter.CREEP_SUPPLY);
        exponent = settings.of(InterfaceParameter.CREEP_EXPONENT);
        recovery = settings.of(InterfaceParameter.PLATING_RECOVERY);
        advance = settings.of(InterfaceParameter.EDGE_ADVANCE);
    }

    /** i_s, mA cm⁻². */
    double mAPerCm2(final double pressureMPa) {
        return diffusion + creep * Math.pow(pressureMPa / REFERENCE_MPA, exponent);
    }

    /** i_s of a plane of nearly even pressure: the power of the first cell, and that of the small ratio to it for the others. */
    void fill(final double[] pressureMPa, final double[] supply) {
        final double first = creep * Math.pow(pressureMPa[0] / REFERENCE_MPA, exponent);
        for (int cell = 0; cell < supply.length; cell++) {
            supply[cell] = diffusion + first * power(pressureMPa[cell] / pressureMPa[0] - 1);
        }
    }

    // (1 + x)^n: the binomial series up to rounding where it is short, which costs a tenth of a power.
    private double power(final double x) {
        if (Math.abs(x) > SERIES_BELOW) {
            return Math.pow(1 + x, exponent);
        }
        double term = 1;
        double sum = 1;
        for (int k = 0; k < TERMS; k++) {
            term *= (exponent - k) / (k + 1) * x;
            sum += term;
        }
        return sum;
    }

    /** v, µm h⁻¹. */
    double edgeUmPerH(final double supplyMAPerCm2, final double currentMAPerCm2) {
        return advance * UM_PER_MAH_CM2 * (supplyMAPerCm2 - (currentMAPerCm2 > 0 ? currentMAPerCm2 : recovery * currentMAPerCm2));
    }

    /** What lacks at the contact while stripping, as a depth of lithium, µm h⁻¹; 0 or more. */
    static double lackUmPerH(final double supplyMAPerCm2, final double currentMAPerCm2) {
        return UM_PER_MAH_CM2 * Math.max(0, currentMAPerCm2 - supplyMAPerCm2);
    }
}
