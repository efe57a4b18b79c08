package operando.voltage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import operando.cell.InputException;
import operando.cell.Side;
import org.junit.jupiter.api.Test;

class LumpedModelTest {

    private static final LumpedParameters LSPS = new LumpedParameters(2.1, 0.8, 298, 0.5, 0.5, 0.07);

    private static final CellState STATE = new CellState(1.3, 950, 0.25, 0.21, 17, 29);

    private final LumpedModel model = new LumpedModel(LSPS);

    @Test
    void partsAreThoseOfTheFormula() {
        final CellVoltage voltage = model.voltage(STATE);
        final double twoThermal = 2 * 8.31446261815324 * 298 / 96485.33212331;
        assertEquals(twoThermal * asinh(1.3 / 0.25 / 1.6), voltage.kineticTopV(), 1e-14);
        assertEquals(twoThermal * asinh(1.3 / 0.21 / 1.6), voltage.kineticBottomV(), 1e-14);
        // 1.3 mA cm⁻² over 0.095 cm of 2.1 mS cm⁻¹
        assertEquals(1.3 * 0.095 / 2.1, voltage.electrolyteV(), 1e-14);
        assertEquals(1.3 * 0.0017 / 0.07, voltage.interphaseTopV(), 1e-14);
        assertEquals(1.3 * 0.0029 / 0.07, voltage.interphaseBottomV(), 1e-14);
        assertEquals(voltage.kineticTopV() + voltage.kineticBottomV() + voltage.electrolyteV()
            + voltage.interphaseTopV() + voltage.interphaseBottomV(), voltage.totalV(), 1e-14);
        assertEquals(CellVoltage.Status.FINITE, voltage.status());
    }

    @Test
    void turningTheCellOverAndTheCurrentRoundTurnsTheSignOfTheVoltage() {
        final LumpedModel unequal = new LumpedModel(new LumpedParameters(2.1, 0.8, 298, 0.35, 0.65, 0.07));
        final CellState turned = new CellState(-1.3, 950, 0.21, 0.25, 29, 17);
        assertEquals(-unequal.voltage(STATE).totalV(), unequal.voltage(turned).totalV(), 1e-14);
    }

    @Test
    void strippedSideFollowsTheAnodicBranchAndPlatedSideTheCathodicOne() {
        final LumpedModel unequal = new LumpedModel(new LumpedParameters(2.1, 0.8, 298, 0.35, 0.65, 0.07));
        final CellVoltage voltage = unequal.voltage(STATE);
        final ButlerVolmer kinetics = unequal.parameters().kinetics();
        assertEquals(1.3 / 0.25, kinetics.currentDensityMAPerCm2(voltage.kineticTopV()), 1e-11);
        assertEquals(-1.3 / 0.21, kinetics.currentDensityMAPerCm2(-voltage.kineticBottomV()), 1e-11);
    }

    @Test
    void lessContactNeedsMoreVoltage() {
        double previous = 0;
        for (final double fraction : new double[] {1, 0.25, 0.01, 1e-6, 1e-300}) {
            final double total = model.voltage(STATE.withContactFraction(Side.BOTTOM, fraction)).totalV();
            assertTrue(total > previous && Double.isFinite(total), fraction + ": " + total);
            previous = total;
        }
    }

    @Test
    void noContactMeansNoVoltageAndSaysSo() {
        final CellState open = STATE.withContactFraction(Side.BOTTOM, 0);
        assertEquals(CellVoltage.Status.NO_CONTACT, model.voltage(open).status());
        assertEquals(Double.POSITIVE_INFINITY, model.voltage(open).totalV());
        final CellVoltage reversed = model.voltage(open.withCurrentDensity(-1));
        assertEquals(Double.NEGATIVE_INFINITY, reversed.totalV());
        assertEquals(CellVoltage.Status.NO_CONTACT, model.voltage(open.withCurrentDensity(0)).status());
    }

    @Test
    void restWithContactIsZeroVolt() {
        assertEquals(0, model.voltage(STATE.withCurrentDensity(0)).totalV());
    }

    @Test
    void percentagesAndMissingNumbersAreRefused() {
        assertThrows(InputException.class, () -> new CellState(1, 950, 25, 0.2, 0, 0));
        assertThrows(InputException.class, () -> new CellState(1, 950, 0.25, Double.NaN, 0, 0));
        assertThrows(InputException.class, () -> new CellState(Double.NaN, 950, 0.25, 0.2, 0, 0));
        assertThrows(InputException.class, () -> new CellState(1, -950, 0.25, 0.2, 0, 0));
        assertThrows(InputException.class, () -> new CellState(1, 950, 0.25, 0.2, 0, -1));
        assertThrows(InputException.class, () -> LSPS.withInterphaseConductivity(0));
    }

    private static double asinh(final double x) {
        return Math.log(x + Math.sqrt(x * x + 1));
    }
}
