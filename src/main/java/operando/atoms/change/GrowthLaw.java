package operando.atoms.change;

import operando.cell.Measured;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How a thickness grows: h = h₀ + k tⁿ, with n = 1 where a reaction limits it, n = ½ where diffusion does, and both at once as h₀ + a t + b √t. Least
 * squares; the interval of n is where the sum of squares stays within what an F-test allows at 95 % (D. M. Bates, D. G. Watts, Nonlinear Regression Analysis, section 6.1).
 *
 * @param linear       k of n = 1, Å per unit of time
 * @param squareRoot   k of n = ½, Å per root of the unit
 * @param mixedLinear  a where both are fitted
 * @param mixedRoot    b where both are fitted
 * @param exponent     n; its standard error is a quarter of the interval's width
 * @param exponentFrom lower end of the interval of n; NaN where there is none
 * @param exponentTo   upper end
 * @param residualA    root mean square of what the power law leaves, Å
 */
public record GrowthLaw(Measured linear, Measured squareRoot, Measured mixedLinear, Measured mixedRoot, Measured exponent, double exponentFrom, double exponentTo, double residualA) {

    private static final int LEAST = 5;
    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 3;
    private static final double STEP = 0.005;
    private static final double CONFIDENCE = 0.95;

    /**
     * @param times  rising; the first is that of the start
     * @param values Å
     */
    public static GrowthLaw of(final double[] times, final double[] values) {
        if (times.length < LEAST || !java.util.Arrays.stream(times).allMatch(Double::isFinite) || !java.util.Arrays.stream(values).allMatch(Double::isFinite)) {
            final Measured none = Measured.missing(times.length < LEAST ? "fewer than " + LEAST + " frames show the layer" : "some frames have no time, or no such layer");
            return new GrowthLaw(none, none, none, none, none, Double.NaN, Double.NaN, Double.NaN);
        }
        final Fit linear = new Fit(times, values, 1);
        final Fit root = new Fit(times, values, 0.5);
        final Fit mixed = new Fit(times, values, 1, 0.5);
        double best = LOWEST;
        double least = Double.POSITIVE_INFINITY;
        for (double n = LOWEST; n <= HIGHEST; n += STEP) {
            final double squares = new Fit(times, values, n).squares;
            best = squares < least ? n : best;
            least = Math.min(least, squares);
        }
        final int freedom = times.length - 3;
        final double limit = least * (1 + new FDistribution(1, freedom).inverseCumulativeProbability(CONFIDENCE) / freedom);
        double from = best;
        double to = best;
        while (from > LOWEST && new Fit(times, values, from).squares <= limit) {
            from -= STEP;
        }
        while (to < HIGHEST && new Fit(times, values, to).squares <= limit) {
            to += STEP;
        }
        final boolean known = from > LOWEST && to < HIGHEST;
        return new GrowthLaw(linear.measured(1), root.measured(1), mixed.measured(1), mixed.measured(2),
            known ? Measured.of(best, (to - from) / 4) : Measured.missing("the thickness changes too little against its scatter to tell how"), from, to, Math.sqrt(least / times.length));
    }

    /** Least squares of a constant and powers of the time since the first. */
    private static final class Fit {

        private final double[] values;
        private final double[] errors;
        private final double squares;

        private Fit(final double[] times, final double[] heights, final double... powers) {
            final RealMatrix design = new Array2DRowRealMatrix(times.length, powers.length + 1);
            final double span = times[times.length - 1] - times[0];
            for (int i = 0; i < times.length; i++) {
                design.setEntry(i, 0, 1);
                for (int p = 0; p < powers.length; p++) {
                    design.setEntry(i, p + 1, Math.pow((times[i] - times[0]) / span, powers[p]));
                }
            }
            final RealMatrix inverse = new LUDecomposition(design.transpose().multiply(design)).getSolver().getInverse();
            values = inverse.multiply(design.transpose()).operate(heights);
            double sum = 0;
            for (final double off : new ArrayRealVector(design.operate(values), false).subtract(new ArrayRealVector(heights, false)).toArray()) {
                sum += off * off;
            }
            squares = sum;
            errors = new double[values.length];
            for (int k = 0; k < values.length; k++) {
                final double scale = k == 0 ? 1 : Math.pow(span, -powers[k - 1]);
                errors[k] = scale * Math.sqrt(inverse.getEntry(k, k) * sum / Math.max(1, times.length - values.length));
                values[k] *= scale;
            }
        }

        private Measured measured(final int coefficient) {
            return Measured.of(values[coefficient], errors[coefficient]);
        }
    }
}
