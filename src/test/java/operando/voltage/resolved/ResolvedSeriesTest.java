package operando.voltage.resolved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.series.InterfaceMaps;
import operando.series.TimeSeries;
import operando.voltage.CellState;
import operando.voltage.LumpedModel;
import operando.voltage.LumpedParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scan of 24 × 20 pixels of 2 × 3 µm whose last four rows lie beside the cell; 40 µm of electrolyte between interphases of 5 and 3 µm. */
class ResolvedSeriesTest {

    private static final int WIDTH = 24;
    private static final int HEIGHT = 20;
    private static final int INSIDE = WIDTH * 16;
    private static final double CURRENT = -1.3;

    private final TimeSeries series = new TimeSeries(List.of("t0"), new double[] {0});
    private final Cores cores = new Cores(1);

    @BeforeEach
    void measure() {
        set(Quantity.CONTACT_FRACTION.at(Side.TOP), 1);
        set(Quantity.CONTACT_FRACTION.at(Side.BOTTOM), 1);
        set(Quantity.INTERPHASE_THICKNESS.at(Side.TOP), 5);
        set(Quantity.INTERPHASE_THICKNESS.at(Side.BOTTOM), 3);
        set(Quantity.ELECTROLYTE_THICKNESS, 40);
        set(Quantity.CURRENT_DENSITY, CURRENT);
    }

    @AfterEach
    void close() {
        cores.close();
    }

    private void set(final Quantity quantity, final double value) {
        series.set(0, quantity, Measured.of(value));
    }

    private static InterfaceMaps maps(final IntPredicate contactTop) {
        final byte[][] contact = new byte[2][WIDTH * HEIGHT];
        final float[][] voids = new float[2][WIDTH * HEIGHT];
        final float[][] heights = new float[2][WIDTH * HEIGHT];
        for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
            final boolean inside = pixel < INSIDE;
            contact[0][pixel] = (byte) (inside && contactTop.test(pixel) ? 255 : 0);
            contact[1][pixel] = (byte) (inside ? 255 : 0);
            voids[0][pixel] = inside && !contactTop.test(pixel) ? 4 : 0;
            heights[0][pixel] = inside ? 30 : Float.NaN;
            heights[1][pixel] = inside ? 70 : Float.NaN;
        }
        return new InterfaceMaps(WIDTH, HEIGHT, new VoxelSize(2, 3, 1), contact, voids, heights, heights);
    }

    private boolean resolve(final IntPredicate contactTop) {
        return new ResolvedSeries(LumpedParameters.defaults(), cores).enter(series, 0, maps(contactTop), Progress.SILENT).isPresent();
    }

    @Test
    void fullContactCostsNoConstriction() {
        assertTrue(resolve(pixel -> true));
        final double lumped = new LumpedModel(LumpedParameters.defaults()).voltage(new CellState(CURRENT, 40, 1, 1, 5, 3)).totalV();
        assertEquals(lumped, series.value(0, Quantity.VOLTAGE_RESOLVED), 1e-7 * Math.abs(lumped));
        assertEquals(0, series.value(0, Quantity.CONSTRICTION), 1e-5);
        assertEquals(1, series.value(0, Quantity.CURRENT_PEAK.at(Side.TOP)), 1e-6);
        assertEquals(0.01, series.value(0, Quantity.CURRENT_DENSEST_SHARE.at(Side.BOTTOM)), 1e-5);
    }

    @Test
    void aStripOfContactCostsVoltageOfTheSignOfTheCurrentAndGathersIt() {
        assertTrue(resolve(pixel -> pixel % WIDTH < 8));
        assertTrue(series.value(0, Quantity.CONSTRICTION) > 1, "Ω cm²");
        final double lumped = new LumpedModel(LumpedParameters.defaults()).voltage(new CellState(CURRENT, 40, 1.0 / 3, 1, 5, 3)).totalV();
        assertTrue(series.value(0, Quantity.VOLTAGE_RESOLVED) < lumped, "more negative than with contact as one area");
        assertTrue(series.value(0, Quantity.CURRENT_PEAK.at(Side.TOP)) > 1.05, "the edge of the strip carries more: " + series.value(0, Quantity.CURRENT_PEAK.at(Side.TOP)));
    }

    @Test
    void aScanThatDoesNotSayEnoughHasItsReason() {
        assertFalse(resolve(pixel -> false));
        assertReason("no pixel is in contact at the top");
        set(Quantity.CURRENT_DENSITY, 0);
        assertFalse(resolve(pixel -> true));
        assertReason("no current flows");
        series.set(0, Quantity.INTERPHASE_THICKNESS.at(Side.BOTTOM), Measured.missing("rings"));
        assertFalse(resolve(pixel -> true));
        assertReason("interphase thickness, bottom");
    }

    private void assertReason(final String words) {
        for (final Quantity quantity : Arrays.asList(Quantity.VOLTAGE_RESOLVED, Quantity.CONSTRICTION, Quantity.CURRENT_PEAK.at(Side.TOP))) {
            assertTrue(series.get(0, quantity).reason().contains(words), series.get(0, quantity).reason());
        }
    }
}
