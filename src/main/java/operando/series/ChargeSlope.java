package operando.series;

import java.util.Arrays;

import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The straight line through a quantity over the charge passed, by least squares, with the standard error of its slope from
 * what the line leaves.
 *
 * @param slope         of the quantity, its unit per mAh cm⁻²
 * @param standardError of the slope; NaN from fewer than three points
 * @param points        that have a value
 */
record ChargeSlope(double slope, double standardError, long points) {

    /** The points that a line needs so that its error is known. */
    static final int FEWEST = 3;

    /** @param values a value a charge; NaN where there is none */
    static ChargeSlope of(final double[] charge, final double[] values) {
        final SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < charge.length; i++) {
            if (Double.isFinite(values[i])) {
                line.addData(charge[i], values[i]);
            }
        }
        return new ChargeSlope(line.getSlope(), line.getN() < FEWEST ? Double.NaN : line.getSlopeStdErr(), line.getN());
    }

    /**
     * The standard error of the quotient of two slopes, with the errors that both have in common:
     * se(a/b) = se of the slope of (a − (a/b) b), over |b|.
     */
    static double errorOfQuotient(final double[] charge, final double[] numerator, final double[] denominator, final double quotient) {
        final double[] left = new double[charge.length];
        Arrays.setAll(left, i -> numerator[i] - quotient * denominator[i]);
        return of(charge, left).standardError() / Math.abs(of(charge, denominator).slope());
    }

    boolean hasError() {
        return Double.isFinite(standardError);
    }
}
