package operando.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import operando.cell.InputException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stacks that nobody would build, of numbers that are allowed: each has a profile, or is refused in one line. */
class WildStackTest {

    /** An integration errs by 1e-13 of |u|, up to 100, a step, times its thousand steps, times e^7 while μ leaves a plateau. */
    private static final double CLOSE_EV = 1e-5;

    /** Positions of the integration are right to about this: its tolerance, times its steps and what a plateau lets errors grow. */
    private static final double CLOSE_X = 1e-9;

    /** In more e-folds than these an integration forwards has lost its digits. */
    private static final double EFOLDS = 7;

    private static final int EVALUATIONS = 50_000;

    private static final Layer CATHODIC = new Layer("cathodic", 75, 1, 9.65e-18, -2.3);

    private static final Layer ANODIC = new Layer("anodic", 25, 1, 9.65e-18, -0.7);

    private int compared;

    private int given;

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-6, 1e-8, 1e-10, 1e-12, 1e-16, 1e-20})
    void aBottleneckThatHardlyConductsIonsIsSolvedLikeAnyOther(final double mSPerCm) {
        final LayerStack stack = LayerStack.of(-3, 0.15, CATHODIC, ANODIC).withBottlenecks(new Bottleneck(0.5, 0.001, mSPerCm));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> check(stack, new Random(1)));
    }

    @Test
    void wildStacksHaveTheProfileThatIntegrationGives() {
        final Random random = new Random(21);
        int refused = 0;
        final int stacks = 120;
        for (int i = 0; i < stacks; i++) {
            final LayerStack stack = wild(random);
            try {
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> check(stack, random), stack::toString);
            } catch (final InputException e) {
                assertFalse(e.getMessage().contains("\n"), e.getMessage());
                refused++;
            }
        }
        final int count = refused;
        assertTrue(refused < stacks / 20, () -> count + " refused");
        assertTrue(compared > 0.9 * given, () -> compared + " of " + given + " windows compared");
    }

    @Test
    void noCurrentIsRefusedInOneLineAndAnyOtherIsNot() {
        assertThrows(InputException.class, () -> LayerStack.of(-3, 0, CATHODIC, ANODIC).withCurrentDensity(0));
        for (final double tiny : new double[] {1e-30, -1e-30, 1e-12, 1e6, -1e6}) {
            check(LayerStack.of(-3, 0, CATHODIC, ANODIC).withCurrentDensity(tiny), new Random(3));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e308, -1e308, 1e300, 40})
    void potentialsBeyondAllReasonAreRefusedInOneLine(final double ev) {
        final InputException refused = assertThrows(InputException.class, () -> PotentialSolver.solve(LayerStack.of(-3, ev, CATHODIC)));
        assertTrue(refused.getMessage().contains("too far from the boundary potential"), refused.getMessage());
    }

    @Test
    void conductivitiesAndThicknessesBeyondAllReasonAreRefusedInOneLine() {
        for (final double size : new double[] {1e-300, 1e300}) {
            assertThrows(InputException.class, () -> PotentialSolver.solve(LayerStack.of(-3, 0, CATHODIC.withIonicConductivity(size), ANODIC)));
            assertThrows(InputException.class, () -> PotentialSolver.solve(LayerStack.of(-3, 0, CATHODIC.withElectronicConstant(size), ANODIC)));
            assertThrows(InputException.class, () -> PotentialSolver.solve(LayerStack.of(-3, 0, CATHODIC.withThickness(size), ANODIC)));
            assertThrows(InputException.class, () -> PotentialSolver.solve(LayerStack.of(-3, 0, CATHODIC).withCurrentDensity(size)));
        }
        assertThrows(InputException.class, () -> new Bottleneck(0.5, 1e-12, 1));
    }

    private void check(final LayerStack stack, final Random random) {
        final PotentialProfile profile = PotentialSolver.solve(stack);
        assertEquals(1, profile.transferenceNumber() + profile.leakageShare(), 1e-12 * (1 + Math.abs(profile.leakageShare())));
        assertEquals(stack.cathodePotentialEv(), profile.potentialEv(0), CLOSE_EV);
        final List<PotentialPoint> points = profile.points();
        assertTrue(points.size() < 30_000, () -> points.size() + " points");
        points.forEach(point -> assertTrue(Double.isFinite(point.x()) && Double.isFinite(point.potentialEv())));
        PotentialJump.of(profile);
        final List<Section> sections = stack.sections();
        for (int i = 0; i < sections.size(); i++) {
            final double edge = sections.get(i).to();
            final boolean last = i + 1 == sections.size();
            windows(profile, sections.get(i), random);
            if (!last) {
                assertContinuous(profile, edge);
            }
        }
    }

    /** Integrates over the beginning, the end and some stretches between, each so short that no digits are lost. */
    private void windows(final PotentialProfile profile, final Section section, final Random random) {
        final double length = section.to() - section.from();
        final double window = Math.min(length, EFOLDS / IntegratedProfile.ionicDrive(profile, section));
        if (window < 1e-11) {
            assertOnPlateau(profile, section);
            return;
        }
        for (int i = 0; i < 4; i++) {
            final double free = length - window;
            final double from = section.from() + (i == 0 ? 0 : i == 1 ? free : free * random.nextDouble());
            given++;
            try {
                final double to = Math.min(section.to(), from + window);
                IntegratedProfile.within(profile, section, from, to, EVALUATIONS).stream()
                    // A section may end in the midst of a jump, beyond which integration runs.
                    .filter(point -> point.x() < section.to() - Math.min(CLOSE_X, window / 1000)).forEach(point -> assertSame(profile, section, point));
                compared++;
            } catch (final MathIllegalStateException e) {
                // The integration does not converge here: nothing to compare with.
            }
        }
    }

    /** So strong a drive leaves μ nowhere but where ions and electrons drive it equally. */
    private static void assertOnPlateau(final PotentialProfile profile, final Section section) {
        final double thermal = profile.stack().thermalEnergyEv();
        final double u = (profile.potentialEv((section.from() + section.to()) / 2) - section.layer().electronicMinimumEv()) / thermal;
        final double balance = profile.leakageShare() * section.ionicConductivitySPerM()
            / (2 * section.layer().electronicConstantSPerM() * profile.transferenceNumber());
        assertEquals(Math.log(balance), Math.log(Math.cosh(u)), 1e-5);
    }

    private static void assertContinuous(final PotentialProfile profile, final double x) {
        final double step = Math.max(1e-15, 1e-14 * x);
        final double from = profile.potentialEv(x - step);
        final double to = profile.potentialEv(x + step);
        final double reach = Math.abs(profile.potentialEv(Math.max(0, x - CLOSE_X)) - profile.potentialEv(Math.min(1, x + CLOSE_X)));
        assertEquals(from, to, CLOSE_EV + 2 * reach, () -> "eV at x/L " + x);
    }

    private static void assertSame(final PotentialProfile profile, final Section section, final IntegratedProfile.Point point) {
        final double ev = profile.potentialEv(point.x());
        double tolerance = CLOSE_EV;
        if (!(Math.abs(ev - point.ev()) <= CLOSE_EV)) {
            tolerance += Math.max(Math.abs(ev - profile.potentialEv(Math.max(section.from(), point.x() - CLOSE_X))),
                Math.abs(ev - profile.potentialEv(Math.min(section.to(), point.x() + CLOSE_X))));
        }
        assertEquals(point.ev(), ev, tolerance, () -> "eV at x/L " + point.x() + " of " + profile.stack());
    }

    private static LayerStack wild(final Random random) {
        final List<Layer> layers = new ArrayList<>();
        final int count = 1 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            layers.add(new Layer("layer " + i, log(random, -1, 4), log(random, -20, 3), log(random, -25, -5), even(random, -4, 1)));
        }
        final List<Bottleneck> bottlenecks = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            bottlenecks.add(new Bottleneck(0.2 * i + even(random, -0.08, 0.08), log(random, -6, -2), log(random, -20, 3)));
        }
        return new LayerStack(layers, bottlenecks, even(random, -4, 0), even(random, -4, 0.5),
            (random.nextBoolean() ? 1 : -1) * log(random, -6, 2), even(random, 250, 400));
    }

    private static double even(final Random random, final double from, final double to) {
        return from + (to - from) * random.nextDouble();
    }

    private static double log(final Random random, final double fromDecade, final double toDecade) {
        return Math.pow(10, even(random, fromDecade, toDecade));
    }
}
