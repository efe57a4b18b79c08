package operando.potential.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import operando.potential.Excursion;
import operando.potential.PotentialJump;
import operando.potential.PotentialProfile;
import operando.potential.PotentialSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values that the paper's settings give, computed once independently of this code. */
class PublishedFigureTest {

    @ParameterizedTest
    @CsvSource({"0, 0.500", "1, 0.257", "2, 0.743"})
    void aHundredthOfAnElectronVoltMovesTheJumpOfOneLayerByAQuarterOfIt(final int curve, final double position) {
        final PotentialProfile profile = profile("2", curve);
        final List<PotentialJump> jumps = PotentialJump.of(profile);
        assertEquals(1, jumps.size());
        assertEquals(position, jumps.get(0).position(), 0.005);
        assertTrue(profile.leakageShare() > 1e-11 && profile.leakageShare() < 1e-10, "t differs from 1 elsewhere");
    }

    @Test
    void theLeakageOfOneLayerKeepsItsDigits() {
        assertEquals(3.5e-11, profile("2", 0).leakageShare(), 0.05e-11);
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 0.9813", "4b, 0, 0.9739", "4c, 0, 0.8946", "4d, 0, 0.9739", "5a, 0, 0.9739", "5b, 0, 0.9651",
        "5c, 0, 0.7666", "6b, 0, 0.7344", "7a, 0, 0.6711", "7a, 1, 0.7401", "7b, 0, 0.5109", "7b, 1, 0.9165",
        "8a, 0, 0.9947", "8b, 0, 0.9947", "8c, 0, 0.9919", "8d, 0, 0.9636"})
    void theShareOfLithiumIonsIsThatOfTheTable(final String figure, final int curve, final double t) {
        assertEquals(t, profile(figure, curve).transferenceNumber(), 2e-4);
    }

    @ParameterizedTest
    @CsvSource({"8a, -1.5000", "8b, -1.5000", "8c, -1.5885", "8d, -1.4500"})
    void thePotentialBetweenTheLayersIsThatOfTheTable(final String figure, final double ev) {
        assertEquals(ev, profile(figure, 0).boundaryPotentialsEv().get(0), 2e-4);
    }

    @Test
    void theJumpsOfTwoLayersAreAtTheElectrodes() {
        final List<PotentialJump> jumps = PotentialJump.of(profile("3", 0));
        assertEquals(2, jumps.size());
        assertTrue(jumps.get(0).position() < 0.01, () -> "first at " + jumps.get(0).position());
        assertTrue(jumps.get(1).position() > 0.99, () -> "last at " + jumps.get(1).position());
    }

    @ParameterizedTest
    @CsvSource({"4b", "4c", "4d", "5a", "5b", "5c", "6b"})
    void bottlenecksInTwoLayersLetThePotentialStayBetweenTheBoundaries(final String figure) {
        assertEquals(0, Excursion.overshoot(profile(figure, 0)).amountEv());
        assertEquals(0, Excursion.undershoot(profile(figure, 0)).amountEv());
    }

    private static PotentialProfile profile(final String figure, final int curve) {
        return PotentialSolver.solve(PublishedFigure.named(figure).cases().get(curve).stack());
    }
}
