package operando.series;

import java.util.ArrayList;
import java.util.List;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cycler.HalfCycle;
import operando.measure.LithiumBalance;

/** Where the charge of each half cycle went, from the scans of a series. */
public final class LithiumBalances {

    private static final double UM3_PER_MM2_UM = 1e6;

    private final TimeSeries series;
    private final int[] rows;

    /** @param rows of the scans that were measured, rising, at least one */
    public LithiumBalances(final TimeSeries series, final int[] rows) {
        this.series = series;
        this.rows = rows.clone();
    }

    public List<HalfCycleBalance> of(final List<HalfCycle> halfCycles) {
        final List<HalfCycleBalance> results = new ArrayList<>();
        for (final HalfCycle half : halfCycles) {
            results.add(of(half, results.size() + 1));
        }
        return results;
    }

    private HalfCycleBalance of(final HalfCycle half, final int number) {
        final Side stripped = half.stripping();
        final int from = nearest(half.startH());
        final int to = nearest(half.endH());
        final double covered = Math.abs(change(Quantity.CHARGE, from, to));
        final double lithium = change(Quantity.LITHIUM_VOLUME.at(stripped), from, to) / (series.value(from, Quantity.CROSS_SECTION) * UM3_PER_MM2_UM);
        final double stack = change(Quantity.STACK_THICKNESS, from, to);
        return new HalfCycleBalance(number, half.startH(), half.endH(), half.chargeMAhPerCm2() / (half.endH() - half.startH()),
            Math.abs(half.chargeMAhPerCm2()), stripped, Measured.of(lithium), Measured.of(LithiumBalance.lithiumFraction(-lithium, covered)),
            series.get(from, Quantity.INTERPHASE_THICKNESS.at(stripped)), Measured.of(stack),
            Measured.of(LithiumBalance.interphaseMolarVolumeCm3(stack, covered)));
    }

    private double change(final Quantity quantity, final int from, final int to) {
        return series.value(to, quantity) - series.value(from, quantity);
    }

    private int nearest(final double timeH) {
        int best = rows[0];
        for (final int row : rows) {
            best = Math.abs(series.timesH()[row] - timeH) < Math.abs(series.timesH()[best] - timeH) ? row : best;
        }
        return best;
    }
}
