package operando.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.cycler.CyclingRecord;
import operando.measure.LithiumBalance;

/**
 * What makes a series and its cycler's record doubtful together, a sentence each with the likely cause (ours). Charge that passes moves
 * lithium from the stripped to the plated side: over all steps from scan to scan the fraction of the current that lithium metal carries
 * is f = Σ ΔQ (ΔL_bottom − ΔL_top) / (2 Σ ΔQ²), with lithium L as charge per area. Metal that carries much more than the charge, or that
 * moves against it, is a record of another cell, a wrong unit or sign, or a wrong order.
 */
public final class SeriesPlausibility {

    /** A lithium cell is never so far from its equilibrium, V. */
    private static final double MOST_V = 10;
    private static final double MOST_FRACTION = 3;
    private static final double LEAST_FRACTION = 0.05;
    /** A step that moves less lithium than so many µm is not told from none. */
    private static final double LEAST_STEP_UM = 3;
    private static final double AGAINST = -0.2;
    /** Interphase that is thinner than before by so many µm was not that cell's. */
    private static final double SHRINKING_UM = 0.4;

    private final TimeSeries series;
    private final int[] rows;
    private final List<String> doubts = new ArrayList<>();

    private SeriesPlausibility(final TimeSeries series, final int[] rows) {
        this.series = series;
        this.rows = rows;
    }

    /**
     * @param rows of the scans that were measured, rising
     */
    public static List<String> doubts(final TimeSeries series, final int[] rows) {
        final SeriesPlausibility of = new SeriesPlausibility(series, rows);
        of.interphase();
        return of.doubts;
    }

    /** Those that need the cycler's record, whose charge stands in the series. */
    public static List<String> doubts(final TimeSeries series, final int[] rows, final CyclingRecord record) {
        final SeriesPlausibility of = new SeriesPlausibility(series, rows);
        final double most = Arrays.stream(record.voltagesV()).map(Math::abs).max().orElse(0);
        if (most > MOST_V) {
            of.add("the cycler's voltage goes up to %.4g V, which no lithium cell has; probably it is in mV", most);
        }
        if (record.halfCycles().isEmpty()) {
            of.add("no current flows in the cycler's record, so that there is no half cycle; probably it is a rest, or another column is the current");
        } else {
            of.lithium();
        }
        return of.doubts;
    }

    private void add(final String text, final Object... values) {
        doubts.add(String.format(Locale.ROOT, text, values));
    }

    private double lithium(final int row) {
        final double area = series.value(row, Quantity.CROSS_SECTION);
        return LithiumBalance.thicknessUm(series.value(row, Quantity.LITHIUM_VOLUME.at(Side.BOTTOM)) - series.value(row, Quantity.LITHIUM_VOLUME.at(Side.TOP)), area) / 2;
    }

    private void lithium() {
        double product = 0;
        double squares = 0;
        double moved = 0;
        for (int i = 1; i < rows.length; i++) {
            final double charge = series.value(rows[i], Quantity.CHARGE) - series.value(rows[i - 1], Quantity.CHARGE);
            final double expectedUm = LithiumBalance.lithiumUm(charge);
            final double um = lithium(rows[i]) - lithium(rows[i - 1]);
            if (!Double.isFinite(um + expectedUm)) {
                continue;
            }
            product += um * expectedUm;
            squares += expectedUm * expectedUm;
            moved = Math.max(moved, Math.max(Math.abs(um), Math.abs(expectedUm)));
            if (Math.abs(expectedUm) > LEAST_STEP_UM && Math.abs(um) > LEAST_STEP_UM / 2 && um / expectedUm < AGAINST) {
                add("from %s to %s lithium moved by %.1f µm against the current, which moves %.1f µm; probably the scans are in the wrong order, the current has the "
                    + "wrong sign, or the record is of another cell", series.scan(rows[i - 1]), series.scan(rows[i]), Math.abs(um), Math.abs(expectedUm));
            }
        }
        final double fraction = product / squares;
        if (moved > LEAST_STEP_UM && fraction > MOST_FRACTION) {
            add("lithium metal moved %.3g times as much as the current can; probably the current's unit or area_cm2 is wrong, or the record is of another cell", fraction);
        } else if (moved > LEAST_STEP_UM && Math.abs(fraction) < LEAST_FRACTION) {
            add("lithium metal carries only %.2g %% of the current; probably the current's unit or area_cm2 is wrong, the scans are in the wrong order, or the record is "
                + "of another cell", 100 * fraction);
        } else if (moved > LEAST_STEP_UM && fraction < 0) {
            add("lithium moves against the current (%.2g of it); probably the current has the wrong sign, the image is upside down, or the scans are in the wrong order", fraction);
        }
    }

    private void interphase() {
        for (int i = 1; i < rows.length; i++) {
            final double top = step(i, Side.TOP);
            final double bottom = step(i, Side.BOTTOM);
            if (top + bottom < -2 * SHRINKING_UM && Math.max(top, bottom) < 0) {
                add("from %s to %s the interphase gets thinner at both sides, by %.2f and %.2f µm, which it does not; probably the scans are in the wrong order, or of "
                    + "another cell", series.scan(rows[i - 1]), series.scan(rows[i]), -top, -bottom);
            }
        }
    }

    private double step(final int i, final Side side) {
        return series.value(rows[i], Quantity.INTERPHASE_THICKNESS.at(side)) - series.value(rows[i - 1], Quantity.INTERPHASE_THICKNESS.at(side));
    }
}
