package operando.voltage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import operando.cell.InputException;
import org.junit.jupiter.api.Test;

/** The regression through the origin against one done by hand. */
class InterphaseConductivityFitTest {

    private static final LumpedParameters PARAMETERS = LumpedParameters.defaults();

    private static CellState state(final double current, final double topUm, final double bottomUm) {
        return new CellState(current, 950, 0.3, 0.25, topUm, bottomUm);
    }

    // What the interphases add to the voltage, so that the model without them leaves exactly that.
    private static double measured(final CellState state, final double extraV) {
        return new LumpedModel(PARAMETERS.withInterphaseConductivity(Double.MAX_VALUE)).voltage(state).totalV() + extraV;
    }

    @Test
    void scatterGivesTheStandardErrorOfTwoReadings() {
        final List<CellState> states = List.of(state(1, 12, 8), state(1, 25, 15));
        // x = I l: 0.002 and 0.004 mA cm⁻¹; y = 0.05 and 0.08 V. Slope Σxy / Σx² = 0.00042 / 0.00002 = 21; left over 0.008 and −0.004 V.
        final InterphaseConductivityFit fit = InterphaseConductivityFit.of(states,
            new double[] {measured(states.get(0), 0.05), measured(states.get(1), 0.08)}, PARAMETERS);
        assertEquals(1 / 21.0, fit.conductivityMSPerCm(), 1e-12);
        assertEquals(2, fit.readings());
        assertEquals(Math.sqrt(8e-5 / 2), fit.rootMeanSquareV(), 1e-12);
        // Without one and the other reading the slope is 20 and 25, 2.5 off their mean; two blocks of one reading each.
        assertEquals(2.5 / (21 * 21), fit.standardErrorMSPerCm(), 1e-12);
    }

    @Test
    void oneReadingHasNoStandardError() {
        final CellState state = state(-1.3, 12, 8);
        final InterphaseConductivityFit fit = InterphaseConductivityFit.of(List.of(state), new double[] {measured(state, -0.065)}, PARAMETERS);
        assertEquals(1.3 * 0.002 / 0.065, fit.conductivityMSPerCm(), 1e-12);
        assertTrue(Double.isNaN(fit.standardErrorMSPerCm()));
        assertEquals(0, fit.rootMeanSquareV(), 1e-15);
    }

    @Test
    void readingsThatTellNothingAreNotCounted() {
        final CellState good = state(1, 12, 8);
        final CellState without = state(1, 0, 0);
        final CellState rest = state(0, 12, 8);
        final CellState open = new CellState(1, 950, 0, 0.25, 12, 8);
        final InterphaseConductivityFit fit = InterphaseConductivityFit.of(List.of(good, without, rest, open),
            new double[] {measured(good, 0.05), measured(without, 0.02), 0.01, 0.3}, PARAMETERS);
        assertEquals(1, fit.readings());
        assertEquals(0.002 / 0.05, fit.conductivityMSPerCm(), 1e-12);
        final InputException nothing = assertThrows(InputException.class,
            () -> InterphaseConductivityFit.of(List.of(without, rest), new double[] {0.3, 0.1}, PARAMETERS));
        assertTrue(nothing.getMessage().contains("no reading has a current"), nothing.getMessage());
    }

    @Test
    void aVoltageThatLeavesNothingForTheInterphaseIsRefused() {
        final CellState state = state(1, 12, 8);
        for (final double left : new double[] {0, -0.01}) {
            final InputException refused = assertThrows(InputException.class,
                () -> InterphaseConductivityFit.of(List.of(state), new double[] {measured(state, left)}, PARAMETERS));
            assertTrue(refused.getMessage().contains("already need more voltage"), refused.getMessage());
        }
    }
}
