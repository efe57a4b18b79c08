package operando.voltage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import operando.cell.InputException;
import operando.cell.Side;
import operando.cycler.CyclingRecord;
import org.junit.jupiter.api.Test;

/** Which readings belong to a half cycle: rest, strip the top for 4 h, rest, strip the bottom for 3 h, rest. */
class HalfCyclePredictionTest {

    private static final LumpedParameters TRUE = LumpedParameters.defaults().withInterphaseConductivity(0.037);
    private static final double[] TIMES_H = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final double[] CURRENT = {0, 0, 1, 1, 1, 1, 0, -1, -1, -1, 0, 0};
    private static final ContactSeries CONTACT = new ContactSeries(new double[] {0, 11}, new double[] {0.3, 0.2}, new double[] {0.25, 0.1},
        new double[] {5, 20}, new double[] {6, 25}, new double[] {950, 930});

    private static CyclingRecord record(final double wrongV) {
        final LumpedModel model = new LumpedModel(TRUE);
        final double[] volts = new double[TIMES_H.length];
        for (int i = 0; i < volts.length; i++) {
            volts[i] = model.voltage(CONTACT.at(TIMES_H[i], CURRENT[i])).totalV() + (i >= 2 && i <= 5 ? 0 : wrongV);
        }
        return new CyclingRecord(TIMES_H, volts, CURRENT);
    }

    @Test
    void theFitTakesAllReadingsOfTheFirstHalfCycleAndNoOther() {
        // Outside the first half cycle the voltage is wrong by half a volt.
        final InterphaseConductivityFit fit = new VoltagePrediction(CONTACT, record(0.5)).fitOnFirstHalfCycle(LumpedParameters.defaults());
        assertEquals(4, fit.readings());
        assertEquals(0.037, fit.conductivityMSPerCm(), 1e-12);
        assertEquals(5, new VoltagePrediction(CONTACT, record(0.5)).firstHalfCycleEndH());
    }

    @Test
    void withoutAnyCurrentThereIsNothingToFit() {
        final double[] zero = new double[TIMES_H.length];
        final VoltagePrediction resting = new VoltagePrediction(CONTACT, new CyclingRecord(TIMES_H, zero, zero));
        assertTrue(Double.isNaN(resting.firstHalfCycleEndH()));
        assertThrows(InputException.class, () -> resting.fitOnFirstHalfCycle(LumpedParameters.defaults()));
        assertTrue(Arrays.stream(resting.voltagesV(TRUE, ContactScenario.fixed(50))).allMatch(volt -> volt == 0));
    }

    @Test
    void aScenarioHoldsFromTheFirstToTheLastReadingOfLaterHalfCycles() {
        final VoltagePrediction prediction = new VoltagePrediction(CONTACT, record(0));
        final double[] all = prediction.voltagesV(TRUE, ContactScenario.fixed(100));
        final double[] half = prediction.voltagesV(TRUE, ContactScenario.fixed(50));
        for (int i = 0; i < all.length; i++) {
            final CellState state = CONTACT.at(TIMES_H[i], CURRENT[i]);
            final boolean later = i >= 7 && i <= 9;
            final CellState expected = later ? state.withContactFraction(Side.BOTTOM, state.contactFractionBottom() / 2) : state;
            assertEquals(new LumpedModel(TRUE).voltage(expected).totalV(), half[i], 1e-14);
            if (later) {
                assertNotEquals(all[i], half[i], 1e-3);
            }
        }
    }

    @Test
    void dynamicContactFallsGeometricallyWithTheChargePassed() {
        final double[] dynamic = new VoltagePrediction(CONTACT, record(0)).voltagesV(TRUE, ContactScenario.dynamic());
        final double[] factors = {1, 0.1, 0.01};
        for (int i = 0; i < factors.length; i++) {
            final CellState state = CONTACT.at(TIMES_H[7 + i], -1);
            assertEquals(new LumpedModel(TRUE).voltage(state.withContactFraction(Side.BOTTOM, state.contactFractionBottom() * factors[i])).totalV(),
                dynamic[7 + i], 1e-12);
        }
    }
}
