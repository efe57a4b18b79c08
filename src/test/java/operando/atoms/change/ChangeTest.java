package operando.atoms.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.SimulationCell;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final double[] TIMES = {0, 10, 20, 30, 40, 50, 60, 70, 80};

    private static GrowthLaw grown(final double exponent, final double scatter) {
        final Random random = new Random(4);
        return GrowthLaw.of(TIMES, java.util.Arrays.stream(TIMES).map(t -> 12 + 8 * Math.pow(t / 80, exponent) + scatter * random.nextGaussian()).toArray());
    }

    @Test
    void theExponentOfGrowthIsWithinItsInterval() {
        for (final double exponent : new double[] {0.5, 1}) {
            final GrowthLaw law = grown(exponent, 0.1);
            assertTrue(law.exponent().isPresent());
            assertTrue(law.exponentFrom() < exponent && exponent < law.exponentTo(), law.toString());
            assertTrue(law.exponentTo() - law.exponentFrom() < 0.5, law.toString());
        }
        assertEquals(8 / Math.sqrt(80), grown(0.5, 0).squareRoot().value(), 1e-9);
        assertEquals(8.0 / 80, grown(1, 0).linear().value(), 1e-9);
    }

    @Test
    void whatDoesNotGrowHasNoExponent() {
        final Random random = new Random(5);
        assertFalse(GrowthLaw.of(TIMES, java.util.Arrays.stream(TIMES).map(t -> 12 + random.nextGaussian()).toArray()).exponent().isPresent());
        assertFalse(GrowthLaw.of(new double[] {0, 1, 2}, new double[] {1, 2, 3}).exponent().isPresent());
    }

    /** A walk of steps of 0.5 and 0.2 Å a component and frame: D = step² / 2 per frame, in a box that it leaves often, carried along by 0.3 Å a frame. */
    @Test
    void diffusionAlongAndAcrossIsThatOfTheWalk() {
        final Random random = new Random(6);
        final int atoms = 2000;
        final double[] walk = random.doubles(3 * atoms, 0, 1).toArray();
        final double[] edges = {17, 23, 31};
        for (int i = 0; i < walk.length; i++) {
            walk[i] *= edges[i % 3];
        }
        Displacements displacements = null;
        for (int frame = 0; frame < 12; frame++) {
            final double[] positions = new double[walk.length];
            for (int i = 0; i < walk.length; i++) {
                walk[i] += (i % 3 == 2 ? 0.2 : 0.5) * random.nextGaussian() + (i % 3 == 2 ? 0.3 : 0);
                positions[i] = walk[i] - edges[i % 3] * Math.floor(walk[i] / edges[i % 3]);
            }
            final AtomFrame now = new AtomFrame(frame, 2.0 * frame, SimulationCell.box(17, 23, 31), List.of("Li"), new int[atoms], positions, false);
            displacements = displacements == null ? new Displacements(now, "Li", 2) : displacements;
            displacements.add(now, new int[atoms]);
        }
        final Displacements.Diffusion found = displacements.of(0);
        assertEquals(0.5 * 0.5 / 2 / 2, found.along().value(), 4 * found.along().standardError());
        assertEquals(0.2 * 0.2 / 2 / 2, found.across().value(), 4 * found.across().standardError());
        assertTrue(found.along().standardError() < 0.05 * found.along().value());
        assertFalse(displacements.of(1).along().isPresent());
    }

    /** Atoms of two layers with a rough boundary at 11.4 Å on the mean, and another through the periodic face at 27.7 Å. */
    @Test
    void interfacesAreWhereTheVolumesPart() {
        final Random random = new Random(7);
        final int atoms = 20_000;
        final double[] positions = new double[3 * atoms];
        final int[] classes = new int[atoms];
        for (int i = 0; i < atoms; i++) {
            positions[3 * i] = 20 * random.nextDouble();
            positions[3 * i + 1] = 25 * random.nextDouble();
            positions[3 * i + 2] = 30 * random.nextDouble();
            final double rough = 1.5 * Math.sin(2 * Math.PI * positions[3 * i] / 20);
            classes[i] = positions[3 * i + 2] > 11.4 + rough && positions[3 * i + 2] < 27.7 + rough ? 1 : 0;
        }
        final AtomFrame frame = new AtomFrame(0, 0, SimulationCell.box(20, 25, 30), List.of("Li"), new int[atoms], positions, false);
        final List<Interface> found = Interface.in(frame, classes, new double[] {1, 1}, 2);
        assertEquals(2, found.size());
        assertEquals(11.4, found.stream().filter(one -> one.lower() == 0).findFirst().orElseThrow().positionA().value(), 0.15);
        assertEquals(27.7, found.stream().filter(one -> one.lower() == 1).findFirst().orElseThrow().positionA().value(), 0.15);
        assertEquals(0, Interface.in(frame, new int[atoms], new double[] {1, 1}, 2).size());
    }

    @Test
    void transitionsAreCounted() {
        final Transitions transitions = new Transitions(2);
        transitions.add(new int[] {0, 0, 1, -1});
        transitions.add(new int[] {0, 1, 1, 1});
        assertEquals(1, transitions.count(0, 1));
        assertEquals(1, transitions.count(-1, 1));
        assertEquals(0, transitions.count(1, 0));
    }
}
