package operando.experiment;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Values between given points, on straight lines. */
final class Interpolation {

    private Interpolation() {
    }

    /**
     * The value at {@code at}; points without a value (NaN) are passed over, and before the first and after the last
     * point the value stays what it is there. NaN if no point has a value.
     *
     * @param x rising
     */
    static double linear(final double[] x, final double[] y, final double at) {
        final int[] known = IntStream.range(0, x.length).filter(i -> Double.isFinite(y[i])).toArray();
        if (known.length == 0) {
            return Double.NaN;
        }
        final double[] knots = Arrays.stream(known).mapToDouble(i -> x[i]).toArray();
        final int found = Arrays.binarySearch(knots, at);
        if (found >= 0) {
            return y[known[found]];
        }
        final int after = -found - 1;
        if (after == 0 || after == known.length) {
            return y[known[after == 0 ? 0 : known.length - 1]];
        }
        final double part = (at - knots[after - 1]) / (knots[after] - knots[after - 1]);
        return y[known[after - 1]] + part * (y[known[after]] - y[known[after - 1]]);
    }
}
