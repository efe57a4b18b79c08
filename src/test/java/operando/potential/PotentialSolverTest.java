package operando.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import operando.potential.published.PublishedFigure;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PotentialSolverTest {

    private static final double CLOSE_EV = 1e-6;

    /** Positions of the integration are right to about this: its tolerance, times what a plateau lets errors grow. */
    private static final double CLOSE_X = 1e-10;

    @Property(tries = 200, seed = "8", shrinking = ShrinkingMode.OFF)
    void theClosedFormIsWhatIntegrationGives(@ForAll final long seed) {
        final LayerStack stack = randomStack(new Random(seed), 40, -0.5);
        assertTrue(compare(PotentialSolver.solve(stack), 20, 0.01) >= 1000);
    }

    @Property(tries = 20, seed = "9", shrinking = ShrinkingMode.OFF)
    void theClosedFormIsWhatIntegrationGivesWhereIonsDriveStrongly(@ForAll final long seed) {
        compare(PotentialSolver.solve(randomStack(new Random(seed), 300, -2)), 100, 0.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-14, 0.9})
    void theClosedFormIsWhatIntegrationGivesForAnyLeakage(final double leakage) {
        final LayerStack one = PublishedFigure.named("2").cases().get(1).stack();
        final double a = Math.exp(new BrentSolver(1e-14, 1e-14, 1e-15).solve(1000,
            logA -> Math.log(PotentialSolver.solve(withConstant(one, Math.exp(logA))).leakageShare() / leakage),
            Math.log(1e-22), Math.log(1e-2)));
        final PotentialProfile profile = PotentialSolver.solve(withConstant(one, a));
        assertEquals(leakage, profile.leakageShare(), 1e-9 * leakage);
        compare(profile, 20, 0.01);
    }

    @Test
    void aHundredThermalEnergiesOfIonicDriveAreNoHindrance() {
        compare(PotentialSolver.solve(PublishedFigure.named("2").cases().get(1).stack().withTotalThickness(10_000)),
            100, 0.1);
    }

    @Test
    void withoutElectronicBottleneckBetweenTheBoundariesTheJumpSitsAtTheElectrode() {
        final LayerStack stack = PublishedFigure.named("2").cases().get(0).stack().withPotentials(-2.11, -1.51);
        final List<PotentialJump> jumps = PotentialJump.of(PotentialSolver.solve(stack));
        assertEquals(1, jumps.size());
        assertTrue(jumps.get(0).position() > 0.95 && jumps.get(0).position() < 1);
    }

    @Test
    void reversedStackUnderReversedCurrentHasTheReversedProfile() {
        final LayerStack stack = PublishedFigure.named("5b").cases().get(0).stack();
        final List<Layer> layers = List.of(stack.layers().get(1), stack.layers().get(0));
        final LayerStack reversed = new LayerStack(layers, List.of(new Bottleneck(0.25, 0.001, 1e-4),
            new Bottleneck(0.75, 0.001, 1e-2)), stack.anodePotentialEv(), stack.cathodePotentialEv(), -1, 298);
        final PotentialProfile forward = PotentialSolver.solve(new LayerStack(stack.layers(), List.of(
            new Bottleneck(0.25, 0.001, 1e-2), new Bottleneck(0.75, 0.001, 1e-4)), -3, 0.1, 1, 298));
        final PotentialProfile backward = PotentialSolver.solve(reversed);
        assertEquals(forward.leakageShare(), backward.leakageShare(), 1e-12);
        for (double x = 0.01; x < 1; x += 0.0313) {
            assertEquals(forward.potentialEv(x), backward.potentialEv(1 - x), CLOSE_EV);
        }
    }

    @Test
    void onDischargeElectronsFlowAgainstTheCurrent() {
        final LayerStack stack = PublishedFigure.named("3").cases().get(0).stack().withCurrentDensity(-1);
        final PotentialProfile profile = PotentialSolver.solve(stack);
        assertTrue(profile.transferenceNumber() > 1);
        compare(profile, 20, 0.01);
    }

    @Test
    void fiveTimesTheCurrentThroughAFifthOfTheThicknessIsTheSame() {
        final LayerStack stack = PublishedFigure.named("5c").cases().get(0).stack();
        final PotentialProfile profile = PotentialSolver.solve(stack);
        final PotentialProfile thin = PotentialSolver.solve(stack.withTotalThickness(20).withCurrentDensity(5));
        assertEquals(profile.leakageShare(), thin.leakageShare(), 1e-12);
    }

    @Test
    void aLayerCutInTwoIsTheSameLayer() {
        final LayerStack stack = PublishedFigure.named("7b").cases().get(0).stack();
        final Layer cathodic = stack.layers().get(0);
        final PotentialProfile cut = PotentialSolver.solve(stack.withLayers(List.of(cathodic.withThickness(31),
            cathodic.withThickness(44), stack.layers().get(1))));
        assertEquals(PotentialSolver.solve(stack).leakageShare(), cut.leakageShare(), 1e-12);
    }

    /**
     * Compares the closed form with integration, piece by piece: a plateau that μ leaves multiplies the errors of an
     * integration over the whole stack by up to e^100. Returns how many points were compared.
     */
    private static int compare(final PotentialProfile profile, final int pieces, final double spacing) {
        int compared = 0;
        for (int piece = 0; piece < pieces; piece++) {
            final List<IntegratedProfile.Point> points = IntegratedProfile.between(profile,
                (double) piece / pieces, (double) (piece + 1) / pieces, spacing);
            // The anode may lie in the midst of a jump, beyond which integration runs.
            points.stream().filter(point -> point.x() < 1 - CLOSE_X).forEach(point -> assertSame(profile, point));
            compared += points.size();
        }
        assertSame(profile, new IntegratedProfile.Point(1, profile.stack().anodePotentialEv()));
        return compared;
    }

    /** In a jump μ may differ by as much as it changes over the distance that positions are uncertain by. */
    private static void assertSame(final PotentialProfile profile, final IntegratedProfile.Point point) {
        final double ev = profile.potentialEv(point.x());
        double tolerance = CLOSE_EV;
        if (!(Math.abs(ev - point.ev()) <= CLOSE_EV)) {
            tolerance += Math.max(Math.abs(ev - profile.potentialEv(Math.max(0, point.x() - CLOSE_X))),
                Math.abs(ev - profile.potentialEv(Math.min(1, point.x() + CLOSE_X))));
        }
        assertEquals(point.ev(), ev, tolerance, () -> "eV at x/L " + point.x());
    }

    private static LayerStack withConstant(final LayerStack stack, final double a) {
        return stack.withLayers(List.of(stack.layers().get(0).withElectronicConstant(a)));
    }

    private static LayerStack randomStack(final Random random, final double thickest, final double leastLogConductivity) {
        final List<Layer> layers = new ArrayList<>();
        final int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            layers.add(new Layer("layer " + i, between(random, 5, thickest),
                Math.pow(10, between(random, leastLogConductivity, 1)),
                Math.pow(10, between(random, -20, -10)), between(random, -3, 0.2)));
        }
        final List<Bottleneck> bottlenecks = random.nextBoolean() ? List.of()
            : List.of(new Bottleneck(between(random, 0.1, 0.9), 0.001, Math.pow(10, between(random, -4, -2))));
        final double cathode = between(random, -3.5, 0);
        final double anode = between(random, -3, 0.3);
        final double current = random.nextInt(4) == 0 ? -between(random, 0.1, 1) : between(random, 0.1, 1);
        return new LayerStack(layers, bottlenecks, cathode, anode, current, between(random, 280, 360));
    }

    private static double between(final Random random, final double from, final double to) {
        return from + (to - from) * random.nextDouble();
    }
}
