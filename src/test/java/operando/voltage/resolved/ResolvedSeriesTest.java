package operando.voltage.resolved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

import operando.cell.InputException;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.series.InterfaceMaps;
import operando.series.TimeSeries;
import operando.voltage.CellState;
import operando.voltage.InterphaseConductivityFit;
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
        return new InterfaceMaps(WIDTH, HEIGHT, new VoxelSize(2, 3, 1), contact, voids, heights, heights, heights);
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

    /** Voltages made by the resolved model come from its conductivity; with contact as one area constriction is taken for interphase. */
    @Test
    void theConductivityOfTheInterphaseComesBackWhereTheLumpedFitIsBiased() {
        final double truth = 0.03;
        final TimeSeries five = new TimeSeries(List.of("a", "b", "c", "d", "e"), new double[] {0, 1, 2, 3, 4});
        final List<CellState> states = new ArrayList<>();
        final double[] measured = new double[5];
        final IntFunction<InterfaceMaps> maps = row -> maps(pixel -> pixel % WIDTH < 20 - 3 * row);
        for (int row = 0; row < 5; row++) {
            final double contact = (20 - 3 * row) / (double) WIDTH;
            five.set(row, Map.of(Quantity.CONTACT_FRACTION.at(Side.TOP), Measured.of(contact), Quantity.CONTACT_FRACTION.at(Side.BOTTOM), Measured.of(1),
                Quantity.INTERPHASE_THICKNESS.at(Side.TOP), Measured.of(4 + row), Quantity.INTERPHASE_THICKNESS.at(Side.BOTTOM), Measured.of(3),
                Quantity.ELECTROLYTE_THICKNESS, Measured.of(40 - row), Quantity.CURRENT_DENSITY, Measured.of(2)));
            new ResolvedSeries(LumpedParameters.defaults().withInterphaseConductivity(truth), cores).enter(five, row, maps.apply(row), Progress.SILENT);
            measured[row] = five.value(row, Quantity.VOLTAGE_RESOLVED);
            five.set(row, Quantity.VOLTAGE_MEASURED, Measured.of(measured[row]));
            states.add(new CellState(2, 40 - row, contact, 1, 4 + row, 3));
        }
        final double lumped = InterphaseConductivityFit.of(states, measured, LumpedParameters.defaults()).conductivityMSPerCm();
        assertTrue(lumped < 0.9 * truth, "constriction taken for interphase: " + lumped);
        final ResolvedConductivityFit fit = new ResolvedSeries(LumpedParameters.defaults().withInterphaseConductivity(lumped), cores)
            .fit(five, List.of(0, 1, 2, 3, 4), maps, Progress.SILENT);
        assertEquals(truth, fit.conductivityMSPerCm(), 1e-3 * truth);
        assertEquals(3, fit.scans());
        assertTrue(fit.rootMeanSquareV() < 1e-5);
        final String refusal = assertThrows(InputException.class, () -> ResolvedConductivityFit.of(conductivity -> new double[] {1 + 1 / conductivity}, new double[] {0.5}, 0.1)).getMessage();
        assertTrue(refusal.contains("constriction alone already need more voltage"), refusal);
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
