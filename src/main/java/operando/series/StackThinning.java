package operando.series;

import java.util.stream.IntStream;

import operando.cell.Quantity;
import operando.measure.LithiumBalance;

/**
 * How much thinner a stack could become if all charge that passed took lithium metal away and what it became took no room:
 * v_Li Q / F. What thins beyond this Faradaic limit has another cause, such as lithium that creeps out of the field of view
 * or a pellet that is compacted.
 */
public final class StackThinning {

    private StackThinning() {
    }

    /** The largest thinning since the first scan with a thickness that charge explains, µm, a value a scan; NaN without a charge. */
    public static double[] faradaicLimitUm(final TimeSeries series) {
        final double[] passed = series.values(Quantity.CHARGE_PASSED);
        final int first = first(series);
        return IntStream.range(0, series.size()).mapToDouble(row -> first < 0 ? Double.NaN : LithiumBalance.lithiumUm(passed[row] - passed[first])).toArray();
    }

    /** The scans whose stack is thinner by more than the limit and a tolerance. */
    public static int[] beyondLimit(final TimeSeries series, final double toleranceUm) {
        final double[] thickness = series.values(Quantity.STACK_THICKNESS);
        final double[] limit = faradaicLimitUm(series);
        final int first = first(series);
        return IntStream.range(0, series.size()).filter(row -> first >= 0 && thickness[first] - thickness[row] > limit[row] + toleranceUm).toArray();
    }

    private static int first(final TimeSeries series) {
        return IntStream.range(0, series.size()).filter(row -> series.get(row, Quantity.STACK_THICKNESS).isPresent()).findFirst().orElse(-1);
    }
}
