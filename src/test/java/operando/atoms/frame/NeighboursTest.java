package operando.atoms.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import operando.atoms.MadeAtoms;
import operando.cell.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighboursTest {

    @ParameterizedTest
    @CsvSource({"3.0, true, true, true", "7.5, true, true, true", "14, true, false, true", "3.0, false, true, false", "25, true, true, true", "4, false, false, false"})
    void cellListsFindWhatLookingAtAllImagesFinds(final double cutoff, final boolean a, final boolean b, final boolean c) {
        final boolean[] periodic = {a, b, c};
        final SimulationCell cell = new SimulationCell(MadeAtoms.TRICLINIC.edges(), MadeAtoms.TRICLINIC.origin(), periodic);
        final AtomFrame frame = MadeAtoms.random(cell, 40, 5);
        // Images of atoms are the same atoms; along an edge that does not repeat, an atom may be outside.
        for (int axis = 0; axis < 3; axis++) {
            frame.positions()[3 * 7 + axis] += (a ? 2 : 0) * cell.edges()[0][axis] - (b ? 1 : 0) * cell.edges()[1][axis] + (c ? 0 : 0.7) * cell.edges()[2][axis];
        }
        final Neighbours neighbours = new Neighbours(frame, cutoff);
        final Neighbourhood near = new Neighbourhood();
        for (int atom = 0; atom < frame.size(); atom += 7) {
            neighbours.of(atom, near);
            final List<Double> found = new ArrayList<>();
            for (int i = 0; i < near.size(); i++) {
                found.add(Math.sqrt(near.squaredDistance(i)));
            }
            Collections.sort(found);
            final List<Double> expected = byAllImages(frame, atom, cutoff, periodic);
            assertEquals(expected.size(), found.size());
            for (int i = 0; i < found.size(); i++) {
                assertEquals(expected.get(i), found.get(i), 1e-9);
            }
        }
    }

    private static List<Double> byAllImages(final AtomFrame frame, final int atom, final double cutoff, final boolean[] periodic) {
        final List<Double> distances = new ArrayList<>();
        final int far = 9;
        for (int other = 0; other < frame.size(); other++) {
            for (int i = periodic[0] ? -far : 0; i <= (periodic[0] ? far : 0); i++) {
                for (int j = periodic[1] ? -far : 0; j <= (periodic[1] ? far : 0); j++) {
                    for (int k = periodic[2] ? -far : 0; k <= (periodic[2] ? far : 0); k++) {
                        final double distance = MadeAtoms.distance(frame.cell(), frame.positions(), atom, other, new int[] {i, j, k});
                        if (distance <= cutoff && !(other == atom && i == 0 && j == 0 && k == 0)) {
                            distances.add(distance);
                        }
                    }
                }
            }
        }
        Collections.sort(distances);
        return distances;
    }

    @Test
    void aCutOffThatMemoryCannotHoldIsRefused() {
        final AtomFrame frame = MadeAtoms.random(MadeAtoms.TRICLINIC, 40, 5);
        assertTrue(assertThrows(InputException.class, () -> new Neighbours(frame, 400)).getMessage().contains("neighbours"));
    }

    @Test
    void aCellWithoutVolumeIsRefused() {
        assertTrue(assertThrows(InputException.class, () -> new SimulationCell(new double[][] {{5, 0, 0}, {0, 5, 0}, {5, 5, 0}}, new double[3], new boolean[3])).getMessage().contains("volume"));
    }
}
