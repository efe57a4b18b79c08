package operando.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import org.junit.jupiter.api.Test;

class TimeSeriesTest {

    private static final Quantity TOP = Quantity.CONTACT_AREA.at(Side.TOP);
    private static final Quantity BOTTOM = Quantity.CONTACT_AREA.at(Side.BOTTOM);

    private final TimeSeries series = new TimeSeries(List.of("a", "b", "c"), new double[] {0, 1.5, 4});

    @Test
    void numbersComeBackWithTheirErrorsAndTheirReasons() {
        series.set(1, Map.of(TOP, Measured.of(0.02, 0.001), BOTTOM, Measured.missing("out of view")));
        assertArrayEquals(new double[] {Double.NaN, 0.02, Double.NaN}, series.values(TOP));
        assertArrayEquals(new double[] {Double.NaN, 0.001, Double.NaN}, series.standardErrors(TOP));
        assertEquals("out of view", series.get(1, BOTTOM).reason());
        assertEquals("it was not measured", series.get(0, BOTTOM).reason());
        assertEquals(0.02, series.value(1, TOP));
        assertEquals(3, series.size());
        assertEquals("b", series.scan(1));
        assertArrayEquals(new double[] {0, 1.5, 4}, series.timesH());
    }

    @Test
    void aColumnThatNoScanHasIsShownOnlyIfEveryTableShowsIt() {
        final Quantity optional = Quantity.ofScans().stream().filter(each -> !each.always()).flatMap(each -> each.everySide().stream()).findFirst().orElseThrow();
        assertFalse(series.quantities().contains(optional));
        series.set(0, optional, Measured.missing("none"));
        assertFalse(series.hasAny(optional) || series.quantities().contains(optional), "a reason alone makes no column");
        assertFalse(series.hasErrors(optional));
        series.set(0, optional, Measured.of(1));
        assertTrue(series.hasAny(optional) && series.quantities().contains(optional));
        assertFalse(series.hasErrors(optional));
        series.set(2, optional, Measured.of(1, 0.1));
        assertTrue(series.hasErrors(optional));
        assertTrue(series.quantities().contains(TOP), "contact area stands in every table");
    }

    @Test
    void aQuantityOfSidesNeedsOne() {
        assertThrows(IllegalArgumentException.class, () -> series.set(0, Quantity.CONTACT_AREA, Measured.of(1)));
    }

    @Test
    void theBeamIsOnDuringScansUnlessItsTimesAreGiven() {
        assertEquals(List.of(), BeamTimes.unknown().of(series));
        assertEquals(List.of(new BeamTimes.TimeSpan(-0.25, 0.25), new BeamTimes.TimeSpan(1.25, 1.75), new BeamTimes.TimeSpan(3.75, 4.25)),
            new BeamTimes(OptionalDouble.of(0.5), List.of()).of(series));
        final List<BeamTimes.TimeSpan> stated = List.of(new BeamTimes.TimeSpan(0, 5));
        assertEquals(stated, new BeamTimes(OptionalDouble.of(0.5), stated).of(series));
        assertEquals(stated, new BeamTimes(OptionalDouble.empty(), stated).of(series));
    }
}
