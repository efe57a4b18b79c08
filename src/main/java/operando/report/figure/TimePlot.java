package operando.report.figure;

import java.util.Arrays;
import java.util.Locale;

import operando.cell.Side;
import operando.experiment.ExperimentResults;
import operando.experiment.HalfCycleResult;
import operando.experiment.TimeSeries;
import operando.report.plot.LinePlot;

/** A line plot over the experiment's time, with the half cycles shaded and named. */
public final class TimePlot {

    static final String TIME = "time / h";

    private TimePlot() {
    }

    static LinePlot of(final ExperimentResults results, final String yLabel) {
        final LinePlot plot = new LinePlot(TIME, yLabel);
        final double[] times = results.series().timesH();
        final double first = times[0];
        final double last = times[times.length - 1];
        plot.timeRange(first - 0.02 * (last - first), last + 0.02 * (last - first));
        for (final HalfCycleResult half : results.halfCycles()) {
            final double share = (half.endH() - half.startH()) / Math.max(last - first, 1e-12);
            plot.span(half.startH(), half.endH(), share < 0.2 ? "" : "stripping at " + half.strippedSide().key(),
                half.number() % 2 == 0);
        }
        return plot;
    }

    /** The column {@code pattern} with the side's name in place of %s. */
    public static double[] column(final TimeSeries series, final String pattern, final Side side) {
        return series.values(String.format(Locale.ROOT, pattern, side.key()));
    }

    /** The values less the first one that is there. */
    static double[] change(final double[] values) {
        final double first = Arrays.stream(values).filter(Double::isFinite).findFirst().orElse(Double.NaN);
        return Arrays.stream(values).map(value -> value - first).toArray();
    }

    public static boolean hasAny(final double[] values) {
        return Arrays.stream(values).anyMatch(Double::isFinite);
    }
}
