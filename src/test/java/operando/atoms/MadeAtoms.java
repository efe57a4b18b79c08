package operando.atoms;

import java.util.List;
import java.util.Random;

import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.SimulationCell;

/** Frames for tests. */
public final class MadeAtoms {

    public static final SimulationCell TRICLINIC = new SimulationCell(new double[][] {{9, 0, 0}, {2.5, 8, 0}, {-1.5, 2, 11}}, new double[] {1, -2, 3}, new boolean[] {true, true, true});

    private MadeAtoms() {
    }

    /** Atoms of two species anywhere in the cell, none nearer to another than 1.2 Å. */
    public static AtomFrame random(final SimulationCell cell, final int atoms, final long seed) {
        final Random random = new Random(seed);
        final double[] positions = new double[3 * atoms];
        final int[] kinds = new int[atoms];
        for (int i = 0; i < atoms; i++) {
            do {
                final double[] fractions = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
                for (int axis = 0; axis < 3; axis++) {
                    positions[3 * i + axis] = cell.origin()[axis];
                    for (int e = 0; e < 3; e++) {
                        positions[3 * i + axis] += fractions[e] * cell.edges()[e][axis];
                    }
                }
            } while (nearest(cell, positions, i) < 1.2);
            kinds[i] = i % 3 == 0 ? 1 : 0;
        }
        return new AtomFrame(0, 0, cell, List.of("Li", "S"), kinds, positions, true);
    }

    private static double nearest(final SimulationCell cell, final double[] positions, final int last) {
        double nearest = 99;
        for (int j = 0; j < last; j++) {
            for (int image = 0; image < 27; image++) {
                nearest = Math.min(nearest, distance(cell, positions, last, j, new int[] {image % 3 - 1, image / 3 % 3 - 1, image / 9 - 1}));
            }
        }
        return nearest;
    }

    /** From an atom to an image of another, Å. */
    public static double distance(final SimulationCell cell, final double[] positions, final int from, final int to, final int[] image) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double off = positions[3 * to + axis] - positions[3 * from + axis];
            for (int e = 0; e < 3; e++) {
                off += image[e] * cell.edges()[e][axis];
            }
            sum += off * off;
        }
        return Math.sqrt(sum);
    }

    public static AtomFrame with(final AtomFrame frame, final SimulationCell cell, final double[] positions) {
        return new AtomFrame(0, 0, cell, frame.species(), frame.kinds(), positions, true);
    }
}
