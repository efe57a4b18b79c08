package operando.breathing.phasefield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import operando.cell.InputException;
import operando.engine.Progress;
import operando.voltage.ButlerVolmer;
import org.junit.jupiter.api.Test;

/** The terms of the interface model against their closed forms, and the integration against refinement. */
class InterfaceModelTest {

    private static final Plane PLANE = new Plane(64, 32, 0.75);
    private static final InterfaceSettings QUIET = InterfaceSettings.defaults().with(PLANE).with(InterfaceParameter.DIFFUSION_SUPPLY, 0).with(InterfaceParameter.CREEP_SUPPLY, 0);

    private static double voidUm2(final InterfaceState state, final Plane plane) {
        return (1 - state.contactFraction()) * plane.areaUm2();
    }

    @Test
    void aDiscWithoutCurrentShrinksAfterAllenAndCahn() {
        final double mobility = 1.7;
        final InterfaceSettings settings = QUIET.with(InterfaceParameter.CURVATURE_MOBILITY, mobility).with(InterfaceParameter.INTERFACE_WIDTH, 1.5);
        final InterfaceSimulation simulation = new InterfaceSimulation(settings, WeakPlaces.discs(PLANE, 1.5, new double[][] {{19.3, 10.9, 8}}));
        final InterfaceState early = simulation.advance(simulation.beginning(), 0, 3);
        final InterfaceState late = simulation.advance(early, 0, 11);
        assertEquals(2 * Math.PI * mobility * 8, voidUm2(early, PLANE) - voidUm2(late, PLANE), 0.02 * 2 * Math.PI * mobility * 8);
    }

    @Test
    void aStraightEdgeMovesWithTheSpeedOfTheSupply() {
        final double supply = 0.3;
        final InterfaceSettings settings = QUIET.with(InterfaceParameter.DIFFUSION_SUPPLY, supply).with(InterfaceParameter.EDGE_ADVANCE, 0.8).with(InterfaceParameter.INTERFACE_WIDTH, 1.5)
            .withTolerance(1e-4);
        final double[] stripe = new double[PLANE.cells()];
        for (int cell = 0; cell < stripe.length; cell++) {
            stripe[cell] = (1 + Math.tanh((Math.abs(Plane.periodic((cell % PLANE.width() + 0.5) * PLANE.cellUm() - 24, 48)) - 12) / 1.5)) / 2;
        }
        final InterfaceSimulation simulation = new InterfaceSimulation(settings, stripe);
        final InterfaceState early = simulation.advance(simulation.beginning(), 0, 1);
        final InterfaceState late = simulation.advance(early, 0, 4);
        final double closed = 2 * 3 * 0.8 * LithiumSupply.UM_PER_MAH_CM2 * supply / 48;
        assertEquals(closed, late.contactFraction() - early.contactFraction(), 0.002 * closed);
        assertEquals(4.85, LithiumSupply.UM_PER_MAH_CM2, 0.005);
    }

    @Test
    void underFullContactTheInterphaseFollowsItsClosedForm() {
        final InterfaceSettings settings = InterfaceSettings.defaults().with(new Plane(8, 16, 1.1)).with(InterfaceParameter.VOID_DENSITY, 0).withTolerance(1e-5);
        final InterfaceSimulation simulation = new InterfaceSimulation(settings);
        InterfaceState state = simulation.beginning();
        for (final double until : new double[] {0.3, 2, 40}) {
            state = simulation.advance(state, -1.3, until);
            final double grown = until * (1.3 * settings.of(InterfaceParameter.REDUCTION_SHARE) * settings.of(InterfaceParameter.GROWTH_PER_CHARGE)
                + settings.of(InterfaceParameter.REACTION_RATE));
            final double slowing = settings.of(InterfaceParameter.SLOWING_THICKNESS);
            final double closed = slowing * (Math.sqrt(1 + 2 * grown / slowing) - 1);
            assertEquals(closed, state.meanThicknessUm(), 1e-4 * closed);
            assertEquals(1, state.contactFraction(), 1e-12);
        }
    }

    @Test
    void theMeanCurrentIsMetAndEveryContactIsAtOnePotential() {
        final InterfaceSettings settings = InterfaceSettings.defaults().with(new Plane(32, 8, 1));
        final Random random = new Random(7);
        final double[] contact = random.doubles(settings.plane().cells()).map(c -> c < 0.6 ? 0 : c).toArray();
        final double[] thickness = random.doubles(settings.plane().cells()).map(h -> 3 * h).toArray();
        final LocalCurrent currents = new LocalCurrent(settings);
        final ButlerVolmer kinetics = new ButlerVolmer(settings.of(InterfaceParameter.EXCHANGE_CURRENT), 0.5, 0.5, settings.of(InterfaceParameter.TEMPERATURE));
        for (final double mean : new double[] {0.01, 1, -4, 30, 0}) {
            final double[] current = currents.solve(contact, thickness, mean);
            double sum = 0;
            for (int cell = 0; cell < current.length; cell++) {
                sum += contact[cell] * current[cell];
                final double ohmCm2 = 0.1 * thickness[cell] / settings.of(InterfaceParameter.INTERPHASE_CONDUCTIVITY);
                assertEquals(currents.potentialV(), kinetics.overpotentialV(current[cell]) + 1e-3 * ohmCm2 * current[cell], 1e-9 * (0.1 + Math.abs(currents.potentialV())));
            }
            assertEquals(mean, sum / current.length, 1e-8 * Math.abs(mean));
        }
    }

    @Test
    void theContactCarriesTheLoadAndThickInterphaseMoreOfIt() {
        final InterfaceSettings settings = InterfaceSettings.defaults().with(new Plane(8, 16, 1)).with(InterfaceParameter.STACK_PRESSURE, 3);
        final double[] contact = new double[settings.plane().cells()];
        final double[] thickness = new double[contact.length];
        Arrays.fill(contact, 0, 32, 1);
        thickness[3] = 2;
        final double[] pressure = new LoadSharing(settings).pressureMPa(contact, thickness);
        assertEquals(3, Arrays.stream(pressure).limit(32).sum() / contact.length, 1e-12);
        assertEquals(1 / (1 - 2.0 / 20 * (1 - 7.8 / 22.1)), pressure[3] / pressure[4], 1e-12);
        assertEquals(12, pressure[4], 0.05);
    }

    @Test
    void theSupplyIsThatOfTheCriticalStrippingCurrents() {
        final LithiumSupply supply = new LithiumSupply(InterfaceSettings.defaults());
        assertEquals(0.2, supply.mAPerCm2(3), 5e-4);
        assertEquals(1.0, supply.mAPerCm2(7), 5e-4);
    }

    private static double[] fieldAfter(final InterfaceSettings settings, final int steps, final double hours) {
        final double[] contact = WeakPlaces.discs(settings.plane(), settings.of(InterfaceParameter.INTERFACE_WIDTH), new double[][] {{13.1, 16.7, 6}, {37, 9, 4}});
        final InterfaceStep step = new InterfaceStep(settings, Arrays.stream(contact).map(c -> 1 - c).toArray());
        double[] c = contact;
        double[] h = new double[c.length];
        for (int i = 0; i < steps; i++) {
            step.attempt(c, h, 1.2, hours / steps);
            c = step.contact().clone();
            h = step.thicknessUm().clone();
        }
        return c;
    }

    @Test
    void stepsOfTimeAreOfSecondOrder() {
        final InterfaceSettings settings = InterfaceSettings.defaults().with(new Plane(64, 32, 0.8));
        final List<double[]> fields = List.of(fieldAfter(settings, 16, 0.4), fieldAfter(settings, 32, 0.4), fieldAfter(settings, 64, 0.4));
        final double order = Math.log(difference(fields.get(0), fields.get(1)) / difference(fields.get(1), fields.get(2))) / Math.log(2);
        assertEquals(2, order, 0.15);
    }

    private static double difference(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void cellsAreOfSecondOrderAtLeast() {
        final double[] lost = new double[3];
        for (int level = 0; level < 3; level++) {
            final int factor = 1 << level;
            lost[level] = 1 - InterfaceState.mean(fieldAfter(InterfaceSettings.defaults().with(InterfaceParameter.INTERFACE_WIDTH, 3).with(new Plane(32 * factor, 16 * factor, 1.6 / factor)), 40, 0.4));
        }
        assertTrue(Math.abs(lost[1] - lost[2]) < Math.abs(lost[0] - lost[1]) / 4, Arrays.toString(lost));
        assertEquals(lost[2], lost[1], 1e-3 * lost[2]);
    }

    @Test
    void aRunThatGoesOnFromTheEndOfACycleIsTheSameToTheBit() {
        final InterfaceSettings settings = InterfaceSettings.defaults().with(new Plane(32, 16, 1)).with(InterfaceParameter.REST, 0.2).withCycles(3);
        final List<InterfaceReading> whole = new ArrayList<>();
        final InterfaceState[] first = new InterfaceState[1];
        final InterfaceSimulation one = new InterfaceSimulation(settings);
        final InterfaceState end = one.run(one.beginning(), 0, new InterfaceSimulation.Listener() {
            @Override
            public void read(final InterfaceReading reading, final InterfaceState state) {
                whole.add(reading);
            }

            @Override
            public void cycleEnds(final int cycle, final InterfaceState state) {
                first[0] = cycle == 1 ? state : first[0];
            }
        }, Progress.SILENT);
        final List<InterfaceReading> rest = new ArrayList<>();
        final InterfaceState again = new InterfaceSimulation(settings).run(first[0], 1, (reading, state) -> rest.add(reading), Progress.SILENT);
        assertEquals(whole.stream().filter(reading -> reading.cycle() > 1).toList(), rest);
        assertArrayEquals(end.contact(), again.contact());
        assertArrayEquals(end.thicknessUm(), again.thicknessUm());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThrows(InputException.class, () -> InterfaceSettings.defaults().with(InterfaceParameter.STACK_PRESSURE, -1));
        assertThrows(InputException.class, () -> InterfaceSettings.defaults().with(InterfaceParameter.CREEP_EXPONENT, Double.NaN));
        assertThrows(InputException.class, () -> InterfaceSettings.defaults().with(new Plane(64, 64, 5)));
        assertThrows(InputException.class, () -> new Plane(60, 64, 1));
        assertThrows(InputException.class, () -> InterfaceParameter.of("pressure"));
        assertTrue(InterfaceSettings.defaults().values().equals(Map.of()));
        assertEquals(5, InterfaceParameter.parse(" creep_exponent = 5; rest_h=0.1;", InterfaceSettings.defaults()).of(InterfaceParameter.CREEP_EXPONENT));
        assertThrows(InputException.class, () -> InterfaceParameter.parse("creep_exponent", InterfaceSettings.defaults()));
    }
}
