package operando.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import operando.cell.Constants;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cycler.HalfCycle;
import operando.measure.LithiumBalance;

/**
 * Where the charge of each half cycle went, from the scans inside it: every change is the slope of the line through them over
 * the charge passed, with its standard error. A scan across a reversal of the current does not enter.
 *
 * <p>Fraction of the current that comes from lithium metal: f = −dQ(V_Li, stripped side)/dQ, with Q(V_Li) = F V_Li / v_Li.
 * Partial molar volume of lithium in the interphase: only metal that is lost at both sides together has gone into interphase,
 * so V_int = v_Li (1 + (ΔV_stack − ΔV_void) / ΔV_Li,lost) with ΔV_Li,lost = −(ΔV_Li,top + ΔV_Li,bottom). Lithium that creeps
 * out of the field of view enters both. (Lewis et al., Nature Materials 20, 503 (2021), for f and for the idea of V_int.)
 */
public final class LithiumBalances {

    /** A scan this part of a half cycle outside of its readings is still at its end. */
    private static final double END = 0.01;
    /** Standard errors by which lithium lost must differ from none before it divides anything. */
    private static final double LEAST_LOSS = 3;
    private static final String FEW = "fewer than three scans inside the half cycle have the numbers it needs";
    private static final String SMALL_LOSS = "the lithium lost at both sides together is not told from none";

    private final TimeSeries series;
    private final int[] rows;
    private final double halfScanH;

    /**
     * @param rows          of the scans that were measured, rising
     * @param scanDurationH how long a scan takes, h, the time of a scan being its middle; a moment if it is not known
     */
    public LithiumBalances(final TimeSeries series, final int[] rows, final OptionalDouble scanDurationH) {
        this.series = series;
        this.rows = rows.clone();
        this.halfScanH = scanDurationH.orElse(0) / 2;
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
        final int[] inside = inside(half);
        final double sign = Math.signum(half.chargeMAhPerCm2());
        final double[] charge = values(inside, row -> sign * series.value(row, Quantity.CHARGE));
        final double total = Math.abs(half.chargeMAhPerCm2());
        final ChargeSlope lithium = ChargeSlope.of(charge, lithiumUm(inside, stripped));
        final double[] stack = values(inside, row -> series.value(row, Quantity.STACK_THICKNESS));
        return new HalfCycleBalance(number, half.startH(), half.endH(), half.chargeMAhPerCm2() / (half.endH() - half.startH()), total, stripped,
            IntStream.of(inside).boxed().toList(), times(lithium, total), times(lithium, -LithiumBalance.chargeMAhPerCm2(1)),
            inside.length == 0 ? Measured.missing("no scan was taken inside the half cycle") : series.get(inside[0], Quantity.INTERPHASE_THICKNESS.at(stripped)),
            times(ChargeSlope.of(charge, stack), total), molarVolume(inside, charge, stack));
    }

    private int[] inside(final HalfCycle half) {
        final double margin = END * (half.endH() - half.startH());
        return IntStream.of(rows).filter(row -> series.timesH()[row] - halfScanH >= half.startH() - margin
            && series.timesH()[row] + halfScanH <= half.endH() + margin).toArray();
    }

    private Measured molarVolume(final int[] inside, final double[] charge, final double[] stack) {
        final double[] top = lithiumUm(inside, Side.TOP);
        final double[] bottom = lithiumUm(inside, Side.BOTTOM);
        final double[] voids = voidsUm(inside);
        final double[] lost = new double[inside.length];
        final double[] gained = new double[inside.length];
        // A scan enters both lines or none.
        Arrays.setAll(lost, i -> -(top[i] + bottom[i]) + 0 * (stack[i] - voids[i]));
        Arrays.setAll(gained, i -> stack[i] - voids[i] + 0 * lost[i]);
        final ChargeSlope loss = ChargeSlope.of(charge, lost);
        if (!loss.hasError()) {
            return Measured.missing(FEW);
        }
        if (!(loss.slope() > LEAST_LOSS * loss.standardError())) {
            return Measured.missing(SMALL_LOSS);
        }
        final double quotient = ChargeSlope.of(charge, gained).slope() / loss.slope();
        return Measured.of(Constants.LITHIUM_CM3_PER_MOL * (1 + quotient),
            Constants.LITHIUM_CM3_PER_MOL * ChargeSlope.errorOfQuotient(charge, gained, lost, quotient));
    }

    private static Measured times(final ChargeSlope slope, final double factor) {
        return slope.hasError() ? Measured.of(factor * slope.slope(), Math.abs(factor) * slope.standardError()) : Measured.missing(FEW);
    }

    /** The lithium of a side as the thickness that it would have over the cross-section. */
    private double[] lithiumUm(final int[] inside, final Side side) {
        return thickness(inside, row -> series.value(row, Quantity.LITHIUM_VOLUME.at(side)));
    }

    /** The voids of both sides, by partial grey values where these are known. */
    private double[] voidsUm(final int[] inside) {
        final Quantity volume = series.hasAny(Quantity.VOID_VOLUME_SUBVOXEL.at(Side.TOP)) ? Quantity.VOID_VOLUME_SUBVOXEL : Quantity.VOID_VOLUME;
        return thickness(inside, row -> series.value(row, volume.at(Side.TOP)) + series.value(row, volume.at(Side.BOTTOM)));
    }

    private double[] thickness(final int[] inside, final IntToDoubleFunction volumeUm3) {
        final double area = Arrays.stream(values(inside, row -> series.value(row, Quantity.CROSS_SECTION))).average().orElse(Double.NaN);
        return values(inside, row -> LithiumBalance.thicknessUm(volumeUm3.applyAsDouble(row), area));
    }

    private static double[] values(final int[] inside, final IntToDoubleFunction of) {
        return Arrays.stream(inside).mapToDouble(of).toArray();
    }
}
