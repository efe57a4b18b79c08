package operando.voltage.resolved;

import java.util.Arrays;

import operando.cell.InputException;

/**
 * The conductivity of the interphase with which the resolved model meets the voltages measured at some scans best, by least
 * squares over its reciprocal, in which the model is all but linear (Gauss–Newton with slopes from the last two tries).
 *
 * @param conductivityMSPerCm  κ_int, mS cm⁻¹
 * @param standardErrorMSPerCm from what the fit leaves; NaN from one scan
 * @param rootMeanSquareV      what the fit leaves, V
 * @param scans                how many were used
 */
public record ResolvedConductivityFit(double conductivityMSPerCm, double standardErrorMSPerCm, double rootMeanSquareV, int scans) {

    private static final int MOST_STEPS = 8;
    private static final double TOLERANCE = 1e-4;
    /** The second try, over the first. */
    private static final double ASIDE = 1.25;

    /** The resolved voltage of every scan, V, as a function of κ_int in mS cm⁻¹. */
    @FunctionalInterface
    public interface Model {

        double[] voltagesV(double conductivityMSPerCm);
    }

    /**
     * @param measuredV at the scans, V
     * @param startMSPerCm where the search begins, such as the conductivity fitted with contact as one area
     * @throws InputException if no positive conductivity fits, or the search does not end
     */
    public static ResolvedConductivityFit of(final Model model, final double[] measuredV, final double startMSPerCm) {
        double before = 1 / startMSPerCm;
        double[] voltageBefore = model.voltagesV(startMSPerCm);
        double resistivity = before / ASIDE;
        for (int step = 0; step < MOST_STEPS; step++) {
            final double[] voltage = model.voltagesV(1 / resistivity);
            final double[] slopes = new double[voltage.length];
            final double[] left = new double[voltage.length];
            for (int scan = 0; scan < slopes.length; scan++) {
                slopes[scan] = (voltage[scan] - voltageBefore[scan]) / (resistivity - before);
                left[scan] = measuredV[scan] - voltage[scan];
            }
            final double squares = Arrays.stream(slopes).map(slope -> slope * slope).sum();
            final double change = product(slopes, left) / squares;
            if (Math.abs(change) <= TOLERANCE * resistivity) {
                final double rest = product(left, left);
                final double error = left.length < 2 ? Double.NaN : Math.sqrt(rest / (left.length - 1) / squares);
                return new ResolvedConductivityFit(1 / resistivity, error / (resistivity * resistivity), Math.sqrt(rest / left.length), left.length);
            }
            if (!(resistivity + change > 0)) {
                throw new InputException("interphase conductivity", "kinetics, electrolyte and constriction alone already need more voltage than was measured at the scans of the"
                    + " first half cycle", "give a larger exchange current density or electrolyte conductivity");
            }
            before = resistivity;
            voltageBefore = voltage;
            resistivity += change;
        }
        throw new InputException("interphase conductivity", "the search with the resolved model does not end", "give interphase_conductivity_mS_cm");
    }

    private static double product(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
