package operando.atoms.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import operando.atoms.MadeAtoms;
import operando.atoms.crystal.Crystal;
import operando.atoms.descriptor.SoapSettings;
import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.Neighbourhood;
import operando.atoms.frame.Neighbours;
import operando.atoms.frame.SimulationCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhaseTest {

    @Test
    void voronoiCellsFillTheBox() {
        final AtomFrame frame = MadeAtoms.random(MadeAtoms.TRICLINIC, 40, 6);
        final Neighbours neighbours = new Neighbours(frame, 12);
        final Neighbourhood near = new Neighbourhood();
        double sum = 0;
        for (int atom = 0; atom < frame.size(); atom++) {
            neighbours.of(atom, near);
            sum += VoronoiCell.volume(near, 12);
        }
        assertEquals(frame.cell().volume(), sum, 1e-6 * sum);
    }

    @ParameterizedTest
    @EnumSource(Crystal.class)
    void aCrystalIsCrystallineAndNearestToItselfAndHasItsVolume(final Crystal crystal) {
        final AtomFrame bulk = crystal.bulk(25, 0.2, 9);
        final PhaseDescription phase = describe(bulk);
        assertTrue(phase.isCrystalline() && phase.order().value() > 0.2, "order " + phase.order());
        assertEquals(crystal, phase.nearest());
        assertTrue(phase.nearestDistance().value() < 0.02, "distance " + phase.nearestDistance());
        assertEquals(bulk.cell().volume() / bulk.size(), phase.volumePerAtomA3().value(), 0.02 * phase.volumePerAtomA3().value());
    }

    /** Packed at random and pushed apart until no two are near, as many as anions in Li2S: no lattice. */
    @Test
    void aGlassIsNotCrystalline() {
        final int atoms = 600;
        final double edge = Math.cbrt(atoms / (4 / Math.pow(5.71, 3)));
        final SimulationCell cell = SimulationCell.box(edge, edge, edge);
        final Random random = new Random(2);
        final double[] positions = random.doubles(3 * atoms, 0, edge).toArray();
        final int[] kinds = new int[atoms];
        final Neighbourhood near = new Neighbourhood();
        final double diameter = 3.9;
        for (int round = 0; round < 200; round++) {
            final double[] push = new double[positions.length];
            final Neighbours neighbours = new Neighbours(new AtomFrame(0, 0, cell, List.of("S"), kinds, positions, true), diameter);
            for (int i = 0; i < atoms; i++) {
                neighbours.of(i, near);
                for (int k = 0; k < near.size(); k++) {
                    final double distance = Math.sqrt(near.squaredDistance(k));
                    for (int axis = 0; axis < 3; axis++) {
                        push[3 * i + axis] -= 0.25 * (diameter - distance) * near.offset(k, axis) / Math.max(distance, 1e-3);
                    }
                }
            }
            for (int i = 0; i < push.length; i++) {
                positions[i] += push[i];
            }
        }
        final PhaseDescription phase = describe(new AtomFrame(0, 0, cell, List.of("S"), kinds, positions, true));
        assertTrue(phase.crystalline().isPresent());
        assertFalse(phase.isCrystalline(), "order " + phase.order());
        assertTrue(phase.order().value() < 0.05, "order " + phase.order());
    }

    private static PhaseDescription describe(final AtomFrame frame) {
        final long[] counts = new long[frame.species().size()];
        for (final int kind : frame.kinds()) {
            counts[kind]++;
        }
        return new PhaseDescriber(frame, new int[frame.size()], SoapSettings.defaults()).describe(0, 1, new Composition(frame.species(), counts));
    }

    @Test
    void aFormulaIsNormalisedToOneAnion() {
        assertEquals("Li2S0.72P0.14Cl0.14", new Composition(List.of("Li", "P", "S", "Cl"), new long[] {200, 14, 72, 14}).formula());
        assertEquals("Li", new Composition(List.of("Li", "S"), new long[] {400, 0}).formula());
        assertEquals("Li3P", new Composition(List.of("P", "Li"), new long[] {100, 300}).formula());
    }

    @Test
    void lithiumHasEightNeighboursInBccAndSoHasAnAnionInAntifluorite() {
        assertEquals(8, describe(Crystal.LITHIUM.bulk(25, 0.05, 1)).liAboutAnion().value(), 0.1);
        final PhaseDescription sulfide = describe(Crystal.LITHIUM_SULFIDE.bulk(25, 0.1, 1));
        assertEquals(8, sulfide.liAboutAnion().value(), 0.2);
        assertEquals(4, sulfide.anionsAboutLi().value(), 0.1);
    }
}
