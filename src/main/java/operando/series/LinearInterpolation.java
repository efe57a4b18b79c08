package operando.series;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.LinearInterpolator;

/**
 * Straight lines between points. Points without a value (NaN) are passed over; before the first and after the last point the
 * value stays what it is there.
 */
public final class LinearInterpolation {

    private final double[] knots;
    private final UnivariateFunction line;

    /** @param x strictly rising */
    public LinearInterpolation(final double[] x, final double[] y) {
        final int[] known = IntStream.range(0, x.length).filter(i -> Double.isFinite(y[i])).toArray();
        knots = Arrays.stream(known).mapToDouble(i -> x[i]).toArray();
        final double[] values = Arrays.stream(known).mapToDouble(i -> y[i]).toArray();
        line = values.length > 1 ? new LinearInterpolator().interpolate(knots, values) : at -> values.length == 0 ? Double.NaN : values[0];
    }

    /** Whether no point has a value. */
    public boolean isEmpty() {
        return knots.length == 0;
    }

    /** The first point with a value; NaN if there is none. */
    public double from() {
        return isEmpty() ? Double.NaN : knots[0];
    }

    /** The last point with a value; NaN if there is none. */
    public double to() {
        return isEmpty() ? Double.NaN : knots[knots.length - 1];
    }

    /** The value at {@code x}; NaN if no point has one. */
    public double at(final double x) {
        return isEmpty() ? Double.NaN : line.value(Math.max(knots[0], Math.min(knots[knots.length - 1], x)));
    }
}
