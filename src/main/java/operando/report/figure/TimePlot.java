package operando.report.figure;

import java.util.Arrays;

import operando.report.plot.LinePlot;
import operando.results.Results;
import operando.series.HalfCycleBalance;

/** A line plot over the experiment's time, with the half cycles shaded and named. */
final class TimePlot {

    static final String TIME = "time / h";

    private TimePlot() {
    }

    static LinePlot of(final Results results, final String yLabel) {
        final LinePlot plot = new LinePlot(TIME, yLabel);
        final double[] times = results.series().timesH();
        final double first = times[0];
        final double last = times[times.length - 1];
        plot.timeRange(first - 0.02 * (last - first), last + 0.02 * (last - first));
        for (final HalfCycleBalance half : results.halfCycles()) {
            final double share = (half.endH() - half.startH()) / Math.max(last - first, 1e-12);
            plot.span(half.startH(), half.endH(), share < 0.2 ? "" : "stripping at " + half.strippedSide().key(),
                half.number() % 2 == 0);
        }
        results.beamOn().forEach(on -> plot.beam(on.fromH(), on.toH()));
        return plot;
    }

    /** The values less the first one that is there. */
    static double[] change(final double[] values) {
        final double first = Arrays.stream(values).filter(Double::isFinite).findFirst().orElse(Double.NaN);
        return Arrays.stream(values).map(value -> value - first).toArray();
    }
}
