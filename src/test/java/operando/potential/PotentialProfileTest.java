package operando.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import operando.potential.published.PublishedFigure;
import org.junit.jupiter.api.Test;

class PotentialProfileTest {

    private static final LayerStack BILAYER = PublishedFigure.named("5c").cases().get(0).stack();

    @Test
    void theElectrostaticDropIsThatOfTheIonsThroughAllLayersAndBottlenecks() {
        final PotentialProfile profile = PotentialSolver.solve(BILAYER);
        // L j / σ is 0.01 eV; the bottlenecks add 1e-3 (1e2 + 1e2 + 1e4) of that.
        final double drop = profile.transferenceNumber() * 0.01 * (0.997 + 0.1 + 0.1 + 10);
        assertEquals(drop, profile.electrostaticPotentialEv(0), 1e-12);
        assertEquals(0, profile.electrostaticPotentialEv(1), 1e-15);
        assertEquals(BILAYER.anodePotentialEv(), profile.electronPotentialEv(1), 1e-15);
        assertEquals(1 - profile.transferenceNumber(), profile.leakageCurrentMAPerCm2(), 1e-15);
    }

    @Test
    void pointsFollowTheProfileAndReachBothElectrodes() {
        final PotentialProfile profile = PotentialSolver.solve(BILAYER);
        final List<PotentialPoint> points = profile.points();
        assertEquals(new PotentialPoint(0, -3, -2.3), points.get(0));
        assertEquals(0.15, points.get(points.size() - 1).potentialEv());
        for (int i = 1; i < points.size(); i++) {
            assertTrue(points.get(i).x() > points.get(i - 1).x());
            assertEquals(profile.potentialEv(points.get(i).x()), points.get(i).potentialEv(), 0.02);
        }
    }

    @Test
    void aJumpOfOneLayerIsAsHighAsTheBoundaryPotentialsAreApart() {
        final PotentialJump jump = PotentialJump.of(profile("2", 0)).get(0);
        assertTrue(jump.atLeastConducting());
        assertEquals(0.5, jump.position(), 1e-9);
        assertTrue(jump.heightEv() > 0.4 && jump.heightEv() < 0.6);
        assertTrue(jump.width() > 0 && jump.width() < 0.02);
    }

    @Test
    void aSevereBottleneckInOneLayerLetsThePotentialOvershoot() {
        final LayerStack stack = PublishedFigure.named("2").cases().get(0).stack()
            .withBottlenecks(new Bottleneck(0.75, 0.001, 3e-5));
        final PotentialProfile profile = PotentialSolver.solve(stack);
        final Excursion overshoot = Excursion.overshoot(profile);
        assertEquals(profile.potentialEv(0.7495) + 1.18, overshoot.amountEv(), 1e-12);
        assertTrue(overshoot.amountEv() > 0.01, "by " + overshoot.amountEv());
        assertEquals(0.7495, overshoot.position(), 1e-9);
        assertEquals(1, overshoot.stretches().size());
        final PositionInterval exposed = overshoot.stretches().get(0);
        assertEquals(-1.18, profile.potentialEv(exposed.from()), 1e-8);
        assertEquals(-1.18, profile.potentialEv(exposed.to()), 1e-8);
        assertEquals(exposed.to() - exposed.from(), overshoot.share(), 1e-15);
        assertEquals(0, Excursion.undershoot(profile).amountEv());
    }

    @Test
    void undershootOfTheReversedStackIsTheOvershootMirrored() {
        final Layer layer = new Layer("LLZO", 100, 0.3, 4.25e-18, -1.48);
        final LayerStack stack = LayerStack.of(-1.78, -1.18, layer).withBottlenecks(new Bottleneck(0.7, 0.001, 3e-5));
        // Electrons and holes exchanged: μ → 2B − μ, x → 1 − x.
        final LayerStack mirrored = LayerStack.of(-1.78, -1.18, layer)
            .withBottlenecks(new Bottleneck(0.3, 0.001, 3e-5));
        final Excursion over = Excursion.overshoot(PotentialSolver.solve(stack));
        final Excursion under = Excursion.undershoot(PotentialSolver.solve(mirrored));
        assertTrue(over.amountEv() > 0.005, "by " + over.amountEv());
        assertEquals(over.amountEv(), under.amountEv(), 1e-9);
        assertEquals(over.share(), under.share(), 1e-9);
        assertEquals(over.position(), 1 - under.position(), 1e-9);
    }

    @Test
    void constantIonicConductionIsDoubtedWhereElectronsConductComparably() {
        final LayerStack leaky = LayerStack.of(-2, 0.2, new Layer("leaky", 100, 1, 1e-12, -0.7));
        final List<ValidityWarning> doubts = ValidityWarning.of(PotentialSolver.solve(leaky));
        assertTrue(doubts.stream().allMatch(doubt -> doubt.reason() == ValidityWarning.Reason.ELECTRONIC_CONDUCTION));
        assertEquals(0, doubts.get(0).stretch().from());
        final PotentialProfile profile = PotentialSolver.solve(leaky);
        final double edge = profile.potentialEv(doubts.get(0).stretch().to());
        assertEquals(0.01, 1e-12 * 2 * Math.cosh((edge + 0.7) / leaky.thermalEnergyEv()), 1e-6);
        assertEquals(List.of(), ValidityWarning.of(profile("2", 0)));
    }

    @Test
    void constantIonicConductionIsDoubtedOutsideTheStabilityWindow() {
        final LayerStack stack = LayerStack.of(-1.78, -1.18, new Layer("LLZO", 100, 0.3, 4.25e-18, -1.48, -1.7, -1.25));
        final List<ValidityWarning> doubts = ValidityWarning.of(PotentialSolver.solve(stack));
        assertEquals(List.of(ValidityWarning.Reason.OXIDATION, ValidityWarning.Reason.REDUCTION),
            doubts.stream().map(ValidityWarning::reason).toList());
        assertEquals(1, doubts.get(1).stretch().to());
    }

    private static PotentialProfile profile(final String figure, final int curve) {
        return PotentialSolver.solve(PublishedFigure.named(figure).cases().get(curve).stack());
    }
}
