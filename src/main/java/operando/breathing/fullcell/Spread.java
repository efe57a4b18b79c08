package operando.breathing.fullcell;

import java.util.Arrays;
import java.util.Locale;

/** The mean of some runs and their standard deviation; both NaN where a run has no value. */
public record Spread(double mean, double deviation) {

    static Spread of(final double[] values) {
        final double mean = Arrays.stream(values).average().orElse(Double.NaN);
        final double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return new Spread(mean, values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : Double.NaN);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4g ± %.2g", mean, deviation);
    }
}
