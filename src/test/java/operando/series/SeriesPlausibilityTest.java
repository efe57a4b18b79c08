package operando.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cycler.CyclingRecord;
import operando.measure.LithiumBalance;
import org.junit.jupiter.api.Test;

/** Six scans 2 mAh cm⁻² apart, which move 9.7 µm of lithium from the top to the bottom of 3 mm². */
class SeriesPlausibilityTest {

    private static final double AREA_MM2 = 3;
    private static final double STEP_UM = LithiumBalance.lithiumUm(2);
    private static final int[] ROWS = {0, 1, 2, 3, 4, 5};

    /** A fraction of the current for each step; what leaves the top is twice what comes to the bottom. */
    private static TimeSeries series(final double... fractions) {
        final TimeSeries series = new TimeSeries(IntStream.range(0, 6).mapToObj(i -> "t" + i).toList(), new double[] {0, 1, 2, 3, 4, 5});
        double moved = 0;
        for (int row = 0; row < 6; row++) {
            moved += row == 0 ? 0 : fractions[Math.min(row, fractions.length) - 1] * STEP_UM;
            set(series, row, Quantity.CROSS_SECTION, AREA_MM2);
            set(series, row, Quantity.CHARGE, 2 * row);
            set(series, row, Quantity.LITHIUM_VOLUME.at(Side.TOP), LithiumBalance.volumeUm3(200 - 4 * moved / 3, AREA_MM2));
            set(series, row, Quantity.LITHIUM_VOLUME.at(Side.BOTTOM), LithiumBalance.volumeUm3(100 + 2 * moved / 3, AREA_MM2));
            set(series, row, Quantity.INTERPHASE_THICKNESS.at(Side.TOP), 5 + row);
            set(series, row, Quantity.INTERPHASE_THICKNESS.at(Side.BOTTOM), 7 + row);
        }
        return series;
    }

    private static void set(final TimeSeries series, final int row, final Quantity quantity, final double value) {
        series.set(row, quantity, Measured.of(value));
    }

    private static CyclingRecord record(final double volts, final double current) {
        final double[] times = IntStream.rangeClosed(0, 50).mapToDouble(i -> i / 10.0).toArray();
        final double[] voltages = new double[times.length];
        final double[] currents = new double[times.length];
        Arrays.fill(voltages, -volts);
        Arrays.fill(currents, current);
        return new CyclingRecord(times, voltages, currents);
    }

    private static List<String> doubts(final TimeSeries series) {
        return SeriesPlausibility.doubts(series, ROWS, record(0.1, 2));
    }

    private static void assertDoubt(final String words, final List<String> doubts) {
        assertEquals(1, doubts.size(), doubts.toString());
        assertTrue(doubts.get(0).contains(words), doubts.get(0));
    }

    @Test
    void lithiumThatCarriesAnHonestPartOfTheCurrentIsNotDoubted() {
        for (final double fraction : new double[] {0.06, 0.5, 1, 2.9}) {
            assertEquals(List.of(), doubts(series(fraction)));
        }
    }

    @Test
    void lithiumThatMovesFarMoreOrLessThanTheChargeIsDoubted() {
        assertDoubt("lithium metal moved 5.00 times as much as the current can", doubts(series(5)));
        assertDoubt("lithium metal carries only 1.0 % of the current", doubts(series(0.01)));
        assertDoubt("lithium moves against the current (-0.10 of it)", doubts(series(-0.1)));
    }

    @Test
    void aStepAgainstTheCurrentIsNamed() {
        assertDoubt(String.format(Locale.ROOT, "from t2 to t3 lithium moved by %.1f µm against the current, which moves %.1f µm", 0.5 * STEP_UM, STEP_UM),
            doubts(series(0.8, 0.8, -0.5, 0.8, 0.8)));
    }

    @Test
    void aScanWithoutLithiumIsPassedOver() {
        final TimeSeries series = series(0.7);
        series.set(2, Quantity.LITHIUM_VOLUME.at(Side.TOP), Measured.missing("rings"));
        assertEquals(List.of(), doubts(series));
    }

    @Test
    void littleChargeTellsNothing() {
        final TimeSeries series = series(-0.1);
        for (int row = 0; row < 6; row++) {
            set(series, row, Quantity.CHARGE, 0.1 * row);
        }
        assertEquals(List.of(), doubts(series));
    }

    @Test
    void interphaseThatShrinksAtBothSidesIsDoubted() {
        final TimeSeries series = series(0.7);
        set(series, 4, Quantity.INTERPHASE_THICKNESS.at(Side.TOP), 7.5);
        assertEquals(List.of(), SeriesPlausibility.doubts(series, ROWS), "one side alone");
        set(series, 4, Quantity.INTERPHASE_THICKNESS.at(Side.BOTTOM), 9.5);
        assertDoubt("from t3 to t4 the interphase gets thinner at both sides, by 0.50 and 0.50 µm", SeriesPlausibility.doubts(series, ROWS));
        set(series, 4, Quantity.INTERPHASE_THICKNESS.at(Side.BOTTOM), 9.75);
        assertEquals(List.of(), SeriesPlausibility.doubts(series, ROWS), "0.75 µm in all may be noise");
        assertEquals(List.of(), SeriesPlausibility.doubts(series, new int[] {0, 1, 2}));
    }

    @Test
    void voltagesInMillivoltsAndRecordsAtRestAreNamed() {
        assertDoubt("goes up to 120.0 V, which no lithium cell has; probably it is in mV", SeriesPlausibility.doubts(series(0.7), ROWS, record(120, 2)));
        assertDoubt("no current flows in the cycler's record", SeriesPlausibility.doubts(series(0.7), ROWS, record(0.1, 0)));
    }
}
