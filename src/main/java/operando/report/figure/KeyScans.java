package operando.report.figure;

import java.util.TreeSet;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.results.Results;
import operando.series.HalfCycleBalance;
import operando.series.TimeSeries;

/** The few scans that still pictures show: the first, those at the ends of half cycles, the last. */
public final class KeyScans {

    static final int MOST = 4;

    private KeyScans() {
    }

    /** Their rows in the time series, rising; empty if no scan could be read. */
    public static int[] of(final Results results) {
        final TimeSeries series = results.series();
        final TreeSet<Integer> rows = new TreeSet<>();
        final int[] read = readRows(series);
        if (read.length == 0) {
            return read;
        }
        rows.add(read[0]);
        rows.add(read[read.length - 1]);
        for (final HalfCycleBalance half : results.halfCycles()) {
            if (rows.size() < MOST) {
                rows.add(nearest(series, read, half.endH()));
            }
        }
        while (rows.size() < Math.min(MOST, read.length)) {
            rows.add(middleOfWidestGap(series, read, rows));
        }
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] readRows(final TimeSeries series) {
        final double[] contact = series.values(Quantity.CONTACT_FRACTION.at(Side.TOP));
        final double[] other = series.values(Quantity.CONTACT_FRACTION.at(Side.BOTTOM));
        return java.util.stream.IntStream.range(0, series.size())
            .filter(row -> Double.isFinite(contact[row]) || Double.isFinite(other[row])).toArray();
    }

    private static int nearest(final TimeSeries series, final int[] read, final double timeH) {
        final double[] times = series.timesH();
        int best = read[0];
        for (final int row : read) {
            if (Math.abs(times[row] - timeH) < Math.abs(times[best] - timeH)) {
                best = row;
            }
        }
        return best;
    }

    private static int middleOfWidestGap(final TimeSeries series, final int[] read, final TreeSet<Integer> rows) {
        final double[] times = series.timesH();
        double widest = -1;
        int best = -1;
        for (final int row : read) {
            if (!rows.contains(row)) {
                final double left = times[row] - times[rows.floor(row)];
                final double right = times[rows.ceiling(row)] - times[row];
                // Of equal gaps the later one, where more has happened; equal but for rounding.
                if (Math.min(left, right) >= widest * (1 - 1e-9)) {
                    widest = Math.min(left, right);
                    best = row;
                }
            }
        }
        return best;
    }
}
