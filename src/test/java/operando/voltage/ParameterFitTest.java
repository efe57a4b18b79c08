package operando.voltage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import operando.cell.InputException;
import org.junit.jupiter.api.Test;

/** Parameters come back from voltages that the model made with them, with errors that hold, and not from voltages that do not tell them. */
class ParameterFitTest {

    private static final LumpedParameters TRUE = new LumpedParameters(2.1, 0.62, 298, 0.45, 0.55, 0.037);
    private static final LumpedParameters START = LumpedParameters.defaults();
    private static final double[] TIMES = IntStream.range(0, 300).mapToDouble(i -> i / 30.0).toArray();

    /** Contact that falls to a tenth at several current densities, over an interphase that grows. */
    private static List<CellState> states() {
        return Arrays.stream(TIMES).mapToObj(t -> new CellState((t < 5 ? 1 : -1) * (0.02 + 0.98 * Math.pow(Math.sin(1.3 * t), 2)), 940, 0.5 - 0.045 * t, 0.2 + 0.03 * t, 5 + 2 * t,
            8 + t)).toList();
    }

    private static double[] volts(final List<CellState> states, final double noiseV, final long seed) {
        final Random random = new Random(seed);
        return states.stream().mapToDouble(state -> new LumpedModel(TRUE).voltage(state).totalV() + noiseV * random.nextGaussian()).toArray();
    }

    private static double value(final ParameterFit fit, final FitParameter parameter) {
        return fit.estimates().stream().filter(estimate -> estimate.parameter() == parameter).findFirst().orElseThrow().value().value();
    }

    @Test
    void exactVoltagesGiveEverySubsetBack() {
        final List<CellState> states = states();
        final FitParameter[] all = FitParameter.values();
        for (int subset = 1; subset < 1 << all.length; subset++) {
            final List<FitParameter> chosen = new ArrayList<>();
            LumpedParameters start = TRUE;
            for (int i = 0; i < all.length; i++) {
                if ((subset >> i & 1) == 1) {
                    chosen.add(all[i]);
                    start = all[i].with(start, all[i].in(START));
                }
            }
            final ParameterFit fit = ParameterFit.of(chosen, states, volts(states, 0, 0), TIMES, start);
            for (final FitParameter parameter : chosen) {
                assertEquals(parameter.in(TRUE), value(fit, parameter), 1e-5 * parameter.in(TRUE), parameter + " of " + chosen);
            }
            assertEquals(0, fit.rootMeanSquareV(), 1e-8);
        }
    }

    @Test
    void oneParameterIsThatOfTheRegression() {
        final List<CellState> states = states();
        final double[] volts = volts(states, 0.002, 5);
        final InterphaseConductivityFit line = InterphaseConductivityFit.of(states, volts, TRUE);
        final ParameterFit fit = ParameterFit.of(List.of(FitParameter.INTERPHASE_CONDUCTIVITY), states, volts, TIMES, TRUE.withInterphaseConductivity(0.1));
        assertEquals(line.conductivityMSPerCm(), value(fit, FitParameter.INTERPHASE_CONDUCTIVITY), 1e-6 * line.conductivityMSPerCm());
        assertEquals(line.standardErrorMSPerCm(), fit.estimates().get(0).value().standardError(), 0.05 * line.standardErrorMSPerCm());
        assertEquals(line.rootMeanSquareV(), fit.rootMeanSquareV(), 1e-8);
        assertEquals(300, fit.residualsV().length);
    }

    /** Student's t with nine degrees of freedom: 95 % of the intervals hold the truth; of 80, fewer than 66 have it with a chance of 0.1 %. */
    @Test
    void intervalsHoldTheTruth() {
        final List<CellState> states = states();
        final List<FitParameter> chosen = List.of(FitParameter.EXCHANGE_CURRENT_DENSITY, FitParameter.INTERPHASE_CONDUCTIVITY);
        final LumpedParameters start = FitParameter.EXCHANGE_CURRENT_DENSITY.with(TRUE, 0.8);
        int held = 0;
        for (int seed = 0; seed < 40; seed++) {
            for (final ParameterFit.Estimate estimate : ParameterFit.of(chosen, states, volts(states, 0.002, seed), TIMES, start).estimates()) {
                final double truth = estimate.parameter().in(TRUE);
                held += truth > estimate.lowest() && truth < estimate.highest() ? 1 : 0;
            }
        }
        assertTrue(held >= 66, held + " of 80");
    }

    /** With contact, thickness and current unchanged the voltage is one number, of which any mixture of the two makes as much. */
    @Test
    void parametersThatStandInForOneAnotherAreNotKnownAndSaidSo() {
        final CellState same = new CellState(1, 940, 0.3, 0.25, 12, 9);
        final List<CellState> states = IntStream.range(0, 100).mapToObj(i -> same).toList();
        final double[] times = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
        final ParameterFit fit = ParameterFit.of(List.of(FitParameter.EXCHANGE_CURRENT_DENSITY, FitParameter.INTERPHASE_CONDUCTIVITY), states, volts(states, 0.001, 3), times, START);
        assertFalse(fit.isComplete());
        assertEquals(1, Math.abs(fit.correlation()[0][1]), 1e-6);
        assertTrue(fit.remarks().get(0).contains("cannot tell the exchange current density from the interphase conductivity"), fit.remarks().toString());
        assertTrue(fit.estimates().stream().noneMatch(estimate -> estimate.value().isPresent()));
        assertEquals(new LumpedModel(TRUE).voltage(same).totalV(), new LumpedModel(fit.in(START)).voltage(same).totalV(), 5e-4, "together they still meet the voltage");
    }

    @Test
    void tooFewReadingsAreRefused() {
        final CellState rest = new CellState(0, 940, 0.3, 0.25, 12, 9);
        final List<CellState> states = List.of(rest, rest, rest, rest, rest.withCurrentDensity(1));
        assertTrue(assertThrows(InputException.class, () -> ParameterFit.of(List.of(FitParameter.ALPHA_ANODIC), states, new double[5], new double[5], START)).getMessage()
            .contains("too few"));
        assertTrue(assertThrows(InputException.class, () -> FitParameter.of("kappa")).getMessage().contains("exchange_current_density"));
    }
}
