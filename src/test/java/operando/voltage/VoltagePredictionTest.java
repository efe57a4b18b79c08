package operando.voltage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.cell.Side;
import operando.cycler.CyclingRecord;
import org.junit.jupiter.api.Test;

class VoltagePredictionTest {

    private static final LumpedParameters TRUE = LumpedParameters.defaults().withInterphaseConductivity(0.037);
    private static final double[] SCANS_H = {0, 2, 4, 6, 8, 10};
    private static final ContactSeries CONTACT = new ContactSeries(SCANS_H, new double[] {0.25, 0.24, 0.23, Double.NaN, 0.24, 0.25},
        new double[] {0.22, 0.21, 0.2, 0.19, 0.12, 0.05}, new double[] {5, 7, 9, 14, 18, 22}, new double[] {5, 12, 17, 19, 21, 23},
        new double[] {950, 948, 946, 944, 942, 940});

    private static CyclingRecord record(final double noiseV) {
        final Random random = new Random(11);
        final double[] times = IntStream.rangeClosed(0, 600).mapToDouble(i -> i / 60.0).toArray();
        final double[] current = Arrays.stream(times).map(t -> t < 5 ? 1 : t < 5.5 ? 0 : -1).toArray();
        final double[] volts = IntStream.range(0, times.length).mapToDouble(i -> new LumpedModel(TRUE)
            .voltage(CONTACT.at(times[i], current[i])).totalV() + noiseV * random.nextGaussian()).toArray();
        return new CyclingRecord(times, volts, current);
    }

    @Test
    void trueContactAndParametersGiveTheVoltageBack() {
        final CyclingRecord record = record(0);
        final double[] volts = new VoltagePrediction(CONTACT, record).voltagesV(TRUE, ContactScenario.fixed(100));
        for (int i = 0; i < volts.length; i++) {
            assertEquals(record.voltageV(i), volts[i], 1e-12);
        }
    }

    @Test
    void interphaseConductivityIsFoundUnderNoise() {
        final InterphaseConductivityFit exact = new VoltagePrediction(CONTACT, record(0)).fitOnFirstHalfCycle(LumpedParameters.defaults());
        assertEquals(0.037, exact.conductivityMSPerCm(), 1e-12);
        final InterphaseConductivityFit noisy = new VoltagePrediction(CONTACT, record(0.002)).fitOnFirstHalfCycle(LumpedParameters.defaults());
        assertEquals(0.037, noisy.conductivityMSPerCm(), 5 * noisy.standardErrorMSPerCm());
        assertTrue(noisy.standardErrorMSPerCm() < 0.05 * 0.037);
        assertEquals(0.002, noisy.rootMeanSquareV(), 0.0003);
    }

    /**
     * What the fit leaves has a memory of 5 readings here, so that ten readings are worth one: an error that does not know of it is
     * three times too small. Ten blocks make 1.13 (nine degrees of freedom), and that a block of 30 readings misses 15 % of the scatter 1.22.
     */
    @Test
    void standardErrorHoldsForScatterWithAMemory() {
        final CyclingRecord exact = record(0);
        double squares = 0;
        final int tries = 100;
        for (int seed = 0; seed < tries; seed++) {
            final Random random = new Random(seed);
            final double[] volts = exact.voltagesV();
            double left = 0;
            for (int i = 0; i < volts.length; i++) {
                left = Math.exp(-1 / 5.0) * left + Math.sqrt(1 - Math.exp(-2 / 5.0)) * random.nextGaussian();
                volts[i] += 0.002 * left;
            }
            final InterphaseConductivityFit fit = new VoltagePrediction(CONTACT, new CyclingRecord(exact.timesH(), volts, exact.currentDensitiesMAPerCm2()))
                .fitOnFirstHalfCycle(LumpedParameters.defaults());
            squares += Math.pow((fit.conductivityMSPerCm() - 0.037) / fit.standardErrorMSPerCm(), 2) / tries;
        }
        assertTrue(Math.sqrt(squares) > 0.9 && Math.sqrt(squares) < 1.6, "deviations over errors: " + Math.sqrt(squares));
    }

    @Test
    void scenariosLeaveTheFirstHalfCycleAndScaleTheStrippedSideLater() {
        final VoltagePrediction prediction = new VoltagePrediction(CONTACT, record(0));
        final double[] measured = prediction.voltagesV(TRUE, ContactScenario.fixed(100));
        final double[] quarter = prediction.voltagesV(TRUE, ContactScenario.fixed(25));
        final double[] dynamic = prediction.voltagesV(TRUE, ContactScenario.dynamic());
        assertEquals(measured[100], quarter[100], 0);
        final CellState state = CONTACT.at(9, -1);
        final double expected = new LumpedModel(TRUE).voltage(state.withContactFraction(Side.BOTTOM, state.contactFractionBottom() / 4)).totalV();
        assertEquals(expected, quarter[540], 1e-12);
        assertEquals(measured[331], dynamic[331], 0.005);
        assertEquals(prediction.voltagesV(TRUE, ContactScenario.fixed(1))[600], dynamic[600], 1e-9);
        assertEquals(0, measured[315], 1e-12);
    }

    @Test
    void nothingIsPredictedWhereNoScanTellsOfTheCell() {
        final double[] scans = {4, 4.5, 5, 5.5, 6};
        final double[] some = {0.25, 0.24, 0.23, 0.22, 0.21};
        final double[] thick = {5, 5, 5, 5, 5};
        final ContactSeries middle = new ContactSeries(scans, some, some, thick, thick, new double[] {950, 950, 950, 950, 950});
        final VoltagePrediction prediction = new VoltagePrediction(middle, record(0));
        final double[] volts = prediction.voltagesV(TRUE, ContactScenario.fixed(100));
        final double[] implied = prediction.impliedContact(TRUE);
        // Half the distance of two scans around the first and the last one.
        assertEquals(3.75, middle.startH(), 1e-12);
        assertTrue(Double.isNaN(volts[0]) && Double.isNaN(implied[0]) && Double.isNaN(volts[224]) && Double.isNaN(volts[376]) && Double.isNaN(volts[600]));
        assertTrue(Double.isFinite(volts[225]) && Double.isFinite(volts[375]) && Double.isFinite(implied[240]));
        final VoltagePrediction late = new VoltagePrediction(new ContactSeries(new double[] {8, 9}, new double[] {0.2, 0.2}, new double[] {0.2, 0.2}, new double[] {5, 5},
            new double[] {5, 5}, new double[] {950, 950}), record(0));
        assertTrue(assertThrows(InputException.class, () -> late.fitOnFirstHalfCycle(TRUE)).getMessage().contains("no scan was taken in the first half cycle"));
    }

    @Test
    void impliedContactIsTheContactThatMadeTheVoltage() {
        final VoltagePrediction prediction = new VoltagePrediction(CONTACT, record(0));
        final double[] implied = prediction.impliedContact(TRUE);
        assertEquals(CONTACT.at(2.5, 1).contactFractionTop(), implied[150], 1e-9);
        assertEquals(CONTACT.at(9.5, -1).contactFractionBottom(), implied[570], 1e-9);
        assertTrue(Double.isNaN(implied[315]));
        final ImpliedContact more = ImpliedContact.of(new LumpedModel(TRUE), CONTACT.at(1, 1), 0.01);
        assertEquals(ImpliedContact.Status.MORE_THAN_FULL, more.status());
    }

    @Test
    void mistakesAreNamed() {
        assertThrows(InputException.class, () -> new ContactScenario("none", 0, 0));
        assertThrows(InputException.class, () -> InterphaseConductivityFit.of(List.of(), new double[0], TRUE));
        assertThrows(InputException.class, () -> InterphaseConductivityFit.of(List.of(CONTACT.at(1, 1)), new double[] {0.001}, TRUE));
    }
}
