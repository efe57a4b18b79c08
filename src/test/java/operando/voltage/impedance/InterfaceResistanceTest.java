package operando.voltage.impedance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import operando.cell.InputException;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.series.TimeSeries;
import operando.voltage.impedance.CircuitFit.Resistance;
import org.junit.jupiter.api.Test;

/** Both interfaces stand in series: 2 and 3 mm2 of contact carry as much as 1.2 mm2 of one. */
class InterfaceResistanceTest {

    private static final TimeSeries SERIES = new TimeSeries(List.of("a", "b", "c"), new double[] {0, 2, 4});

    private static InterfaceResistance contact() {
        for (int row = 0; row < 3; row++) {
            SERIES.set(row, Quantity.CONTACT_AREA.at(Side.TOP), Measured.of(2));
            SERIES.set(row, Quantity.CONTACT_AREA.at(Side.BOTTOM), Measured.of(3 - row));
        }
        return new InterfaceResistance(SERIES, "timeseries.csv");
    }

    @Test
    void resistanceOfContactIsThatOfBothSidesInSeries() {
        final List<Object> columns = contact().columns(0, new Resistance(50, 2, 4));
        assertEquals(InterfaceResistance.COLUMNS.size(), columns.size());
        assertEquals(List.of(2.0, 3.0), columns.subList(0, 2));
        assertEquals(1.2, (double) columns.get(2), 1e-12);
        assertEquals(0.6, (double) columns.get(3), 1e-12, "50 ohm times 0.012 cm2");
        assertEquals(0.024, (double) columns.get(4), 1e-12);
    }

    @Test
    void contactIsTakenBetweenScansAndNotBeyond() {
        assertEquals(2.5, contact().areaMm2(Side.BOTTOM, 1), 1e-12);
        assertTrue(Double.isNaN(contact().areaMm2(Side.BOTTOM, 4.1)) && Double.isNaN(contact().areaInSeriesMm2(Double.NaN)));
        assertTrue(assertThrows(InputException.class, () -> new InterfaceResistance(new TimeSeries(List.of("a"), new double[1]), "x.csv")).getMessage().contains("contact_area_top_mm2"));
    }
}
