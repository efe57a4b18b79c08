package operando.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

import operando.cell.Constants;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cycler.CyclingRecord;
import operando.cycler.HalfCycle;
import operando.measure.LithiumBalance;
import org.junit.jupiter.api.Test;

/** The balance of lithium of made-up series whose current, fractions and molar volume are known. */
class LithiumBalancesTest {

    private static final double AREA_MM2 = 3.1;
    private static final double[] FRACTIONS = {0.72, 0.51};
    private static final double PLATED = 0.3;
    private static final double MOLAR_VOLUME = 5;

    /** Half cycles of a length in hours at 2 mA cm⁻², scans at an interval; volumes with noise of so many µm over the area. */
    private static TimeSeries series(final double halfCycleH, final double intervalH, final double noiseUm, final double plated, final long seed) {
        final int count = (int) Math.round(2 * halfCycleH / intervalH) + 1;
        final double[] times = IntStream.range(0, count).mapToDouble(i -> i * intervalH).toArray();
        final TimeSeries series = new TimeSeries(IntStream.range(0, count).mapToObj(i -> "t" + i).toList(), times);
        final Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            final double first = 2 * Math.min(times[i], halfCycleH);
            final double second = 2 * Math.max(0, times[i] - halfCycleH);
            final double um = LithiumBalance.lithiumUm(1);
            final double top = -FRACTIONS[0] * first * um + plated * second * um;
            final double bottom = plated * first * um - FRACTIONS[1] * second * um;
            final double voids = 0.4 * times[i];
            set(series, i, Quantity.CROSS_SECTION, AREA_MM2);
            set(series, i, Quantity.CHARGE, first - second);
            set(series, i, Quantity.LITHIUM_VOLUME.at(Side.TOP), (80 + top + noiseUm * random.nextGaussian()) * AREA_MM2 * 1e6);
            set(series, i, Quantity.LITHIUM_VOLUME.at(Side.BOTTOM), (90 + bottom + noiseUm * random.nextGaussian()) * AREA_MM2 * 1e6);
            set(series, i, Quantity.VOID_VOLUME.at(Side.TOP), 0.7 * voids * AREA_MM2 * 1e6);
            set(series, i, Quantity.VOID_VOLUME.at(Side.BOTTOM), 0.3 * voids * AREA_MM2 * 1e6);
            final double lost = -(top + bottom);
            set(series, i, Quantity.STACK_THICKNESS, 1000 + voids + lost * (MOLAR_VOLUME / Constants.LITHIUM_CM3_PER_MOL - 1) + noiseUm * random.nextGaussian());
            set(series, i, Quantity.INTERPHASE_THICKNESS.at(Side.TOP), 5 + first);
            set(series, i, Quantity.INTERPHASE_THICKNESS.at(Side.BOTTOM), 7 + second);
        }
        return series;
    }

    private static void set(final TimeSeries series, final int row, final Quantity quantity, final double value) {
        series.set(row, quantity, Measured.of(value));
    }

    private static List<HalfCycle> halfCycles(final double halfCycleH) {
        final int perHalf = (int) Math.round(halfCycleH * 60);
        final double[] times = IntStream.rangeClosed(0, 2 * perHalf).mapToDouble(i -> i / 60.0).toArray();
        final double[] current = IntStream.rangeClosed(0, 2 * perHalf).mapToDouble(i -> i < perHalf ? 2 : -2).toArray();
        return new CyclingRecord(times, new double[times.length], current).halfCycles();
    }

    private static List<HalfCycleBalance> balances(final TimeSeries series, final double halfCycleH, final OptionalDouble scanDurationH) {
        return new LithiumBalances(series, IntStream.range(0, series.size()).toArray(), scanDurationH).of(halfCycles(halfCycleH));
    }

    @Test
    void exactNumbersGiveFractionsAndMolarVolumeBack() {
        final List<HalfCycleBalance> halves = balances(series(5, 0.5, 0, PLATED, 1), 5, OptionalDouble.empty());
        for (int k = 0; k < 2; k++) {
            assertEquals(FRACTIONS[k], halves.get(k).lithiumFraction().value(), 1e-9);
            assertEquals(MOLAR_VOLUME, halves.get(k).interphaseMolarVolumeCm3().value(), 1e-8);
            assertEquals(k == 0 ? Side.TOP : Side.BOTTOM, halves.get(k).strippedSide());
        }
        assertEquals(-0.72 * LithiumBalance.lithiumUm(halves.get(0).chargeMAhPerCm2()), halves.get(0).lithiumChangeUm().value(), 1e-9);
        assertEquals(5, halves.get(0).interphaseThicknessUm().value(), 1e-12);
        assertEquals(7, halves.get(1).interphaseThicknessUm().value(), 1e-12);
    }

    /** A scan near the reversal holds charge of both signs if it counts for the wrong half cycle. */
    @Test
    void shortHalfCyclesHaveTheirOwnFractions() {
        final double half = 0.5;
        final List<HalfCycleBalance> halves = balances(series(half, 1.0 / 11, 0, PLATED, 1), half, OptionalDouble.empty());
        assertEquals(6, halves.get(0).scans());
        assertEquals(6, halves.get(1).scans());
        assertEquals(0.72, halves.get(0).lithiumFraction().value(), 1e-9);
        assertEquals(0.51, halves.get(1).lithiumFraction().value(), 1e-9);
    }

    @Test
    void scanAcrossTheReversalDoesNotEnter() {
        final TimeSeries series = series(1, 0.25, 0, PLATED, 1);
        assertEquals(List.of(4, 5), balances(series, 1, OptionalDouble.empty()).stream().map(HalfCycleBalance::scans).toList(),
            "a scan at the moment of the reversal sees the state that the second half cycle starts from");
        assertEquals(List.of(3, 3), balances(series, 1, OptionalDouble.of(0.12)).stream().map(HalfCycleBalance::scans).toList(),
            "a scan that takes 7 min sees both directions there, and at the first and last reading rest");
    }

    /** With seven scans the slope's error has five degrees of freedom: 95 % lie within 2.57 standard errors. */
    @Test
    void standardErrorsAreThoseOfManySeries() {
        int fractionInside = 0;
        int volumeInside = 0;
        final int tries = 1000;
        for (int seed = 0; seed < tries; seed++) {
            final HalfCycleBalance half = balances(series(3.25, 0.5, 0.3, PLATED, seed), 3.25, OptionalDouble.empty()).get(0);
            assertEquals(7, half.scans());
            fractionInside += within(half.lithiumFraction(), 0.72, 2.571) ? 1 : 0;
            volumeInside += within(half.interphaseMolarVolumeCm3(), MOLAR_VOLUME, 2.571) ? 1 : 0;
        }
        // Three deviations of a binomial of 1000.
        assertEquals(0.95 * tries, fractionInside, 21);
        assertEquals(0.95 * tries, volumeInside, 21);
    }

    private static boolean within(final Measured number, final double truth, final double errors) {
        return Math.abs(number.value() - truth) <= errors * number.standardError();
    }

    @Test
    void whatTheScansDoNotSupportIsEmptyWithItsReason() {
        final HalfCycleBalance few = balances(series(1, 0.6, 0, PLATED, 1), 1, OptionalDouble.empty()).get(0);
        assertEquals(2, few.scans());
        assertFalse(few.lithiumFraction().isPresent());
        assertTrue(few.lithiumFraction().reason().contains("fewer than three scans"));
        final HalfCycleBalance allPlated = balances(series(5, 0.5, 0.3, FRACTIONS[0], 2), 5, OptionalDouble.empty()).get(0);
        assertTrue(allPlated.lithiumFraction().isPresent());
        assertTrue(allPlated.interphaseMolarVolumeCm3().reason().contains("not told from none"), allPlated.interphaseMolarVolumeCm3().toString());
    }

    @Test
    void halfCyclesAreNumberedAndKnowTheirCurrentAndTheirScans() {
        final List<HalfCycleBalance> halves = balances(series(5, 1, 0, PLATED, 1), 5, OptionalDouble.empty());
        assertEquals(List.of(1, 2), halves.stream().map(HalfCycleBalance::number).toList());
        assertEquals(2, halves.get(0).meanCurrentDensityMAPerCm2(), 0.01);
        assertEquals(-2, halves.get(1).meanCurrentDensityMAPerCm2(), 0.01);
        assertEquals(List.of(0, 1, 2, 3, 4, 5), halves.get(0).rows());
        assertEquals(halves.get(0).lithiumFraction(), halves.get(0).numbers().get(Quantity.LITHIUM_METAL_FRACTION));
    }

    /** A scan whose voids are not known enters neither the thickness nor the loss. */
    @Test
    void molarVolumeComesFromTheScansThatKnowBoth() {
        final TimeSeries series = series(5, 0.5, 0, PLATED, 1);
        series.set(3, Quantity.VOID_VOLUME.at(Side.TOP), Measured.missing("rings"));
        // Were it in the loss alone, this would move the line.
        set(series, 3, Quantity.LITHIUM_VOLUME.at(Side.TOP), 50 * AREA_MM2 * 1e6);
        assertEquals(MOLAR_VOLUME, balances(series, 5, OptionalDouble.empty()).get(0).interphaseMolarVolumeCm3().value(), 1e-8);
        for (int row = 2; row < series.size(); row++) {
            series.set(row, Quantity.STACK_THICKNESS, Measured.missing("one electrode is out of view"));
        }
        assertTrue(balances(series, 5, OptionalDouble.empty()).get(0).interphaseMolarVolumeCm3().reason().contains("fewer than three"));
    }

    /** Exact numbers: every step has the fraction of the half cycle, and the mean of the interphase at its ends. */
    @Test
    void stepsBetweenScansAreThoseInsideTheHalfCycle() {
        final TimeSeries series = series(5, 1, 0, PLATED, 1);
        for (int row = 0; row < series.size(); row++) {
            set(series, row, Quantity.CHARGE_PASSED, 2.0 * row);
        }
        series.set(2, Quantity.INTERPHASE_THICKNESS.at(Side.TOP), Measured.missing("rings"));
        final List<HalfCycleBalance> halves = balances(series, 5, OptionalDouble.empty());
        final List<LithiumSteps.Step> first = LithiumSteps.inside(halves.get(0), series);
        assertEquals(4, first.size(), "over the scan that does not know its interphase");
        final double[] middles = {6, 9, 12, 14};
        for (int i = 0; i < 4; i++) {
            assertEquals(0.72, first.get(i).fraction(), 1e-9);
            assertEquals(middles[i], first.get(i).interphaseUm(), 1e-9);
        }
        final List<LithiumSteps.Step> second = LithiumSteps.inside(halves.get(1), series);
        assertEquals(0.51, second.get(0).fraction(), 1e-9);
        assertEquals(8, second.get(0).interphaseUm(), 1e-9);
        for (int row = 0; row < series.size(); row++) {
            set(series, row, Quantity.CHARGE_PASSED, 7);
        }
        assertEquals(List.of(), LithiumSteps.inside(halves.get(0), series), "no charge, no fraction of it");
    }

    @Test
    void thinningBeyondTheChargeIsFound() {
        final TimeSeries series = new TimeSeries(List.of("a", "b", "c"), new double[] {0, 1, 2});
        final double[] thickness = {100, 100 - 4.8, 100 - 12};
        for (int row = 0; row < 3; row++) {
            set(series, row, Quantity.CHARGE_PASSED, 0.5 + row);
            set(series, row, Quantity.STACK_THICKNESS, thickness[row]);
        }
        assertEquals(LithiumBalance.lithiumUm(2), StackThinning.faradaicLimitUm(series)[2], 1e-12);
        assertEquals(List.of(2), IntStream.of(StackThinning.beyondLimit(series, 0.5)).boxed().toList());
    }
}
