package operando.atoms.descriptor;

import java.util.Arrays;
import java.util.Comparator;

import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.Neighbourhood;
import operando.atoms.frame.Neighbours;

/**
 * Bond order of a lattice whose species are ignored: q<sub>l</sub> = √(4π / (2l + 1) Σ<sub>m</sub> |q<sub>lm</sub>|²) of the directions to the nearest neighbours
 * (P. J. Steinhardt, D. R. Nelson, M. Ronchetti, Physical Review B 28, 784, 1983), with q<sub>lm</sub> averaged over the atom and these neighbours (W. Lechner, C. Dellago, Journal
 * of Chemical Physics 129, 114707, 2008). Perfect fcc: q4 = 0.19, q6 = 0.57 with 12 neighbours; bcc: q4 = 0.036, q6 = 0.51 with 14.
 */
public final class BondOrder {

    private static final int HIGHEST = 6;

    private final int neighbourCount;
    private final double[][] own;
    private final int[][] nearest;

    /**
     * @param framework [atom] whether it is part of the lattice
     * @param count     nearest neighbours
     * @param reach     they are looked for within it, Å
     */
    public BondOrder(final AtomFrame frame, final boolean[] framework, final int count, final double reach) {
        neighbourCount = count;
        own = new double[frame.size()][];
        nearest = new int[frame.size()][];
        final Neighbours neighbours = new Neighbours(frame, reach);
        final Neighbourhood near = new Neighbourhood();
        final SphericalHarmonics harmonics = new SphericalHarmonics(HIGHEST);
        final double[] values = new double[harmonics.count()];
        for (int atom = 0; atom < own.length; atom++) {
            if (framework[atom]) {
                neighbours.of(atom, near);
                add(atom, near, framework, harmonics, values);
            }
        }
    }

    private void add(final int atom, final Neighbourhood near, final boolean[] framework, final SphericalHarmonics harmonics, final double[] values) {
        final Integer[] order = java.util.stream.IntStream.range(0, near.size()).filter(i -> framework[near.atom(i)]).boxed()
            .sorted(Comparator.comparingDouble(near::squaredDistance)).limit(neighbourCount).toArray(Integer[]::new);
        if (order.length < neighbourCount) {
            return;
        }
        own[atom] = new double[values.length];
        nearest[atom] = Arrays.stream(order).mapToInt(near::atom).toArray();
        for (final int i : order) {
            final double distance = Math.sqrt(near.squaredDistance(i));
            harmonics.of(near.offset(i, 0) / distance, near.offset(i, 1) / distance, near.offset(i, 2) / distance, values);
            for (int k = 0; k < values.length; k++) {
                own[atom][k] += values[k] / order.length;
            }
        }
    }

    /** q of a degree up to 6, averaged over the first shell; NaN where an atom or a neighbour has too few neighbours. */
    public double averaged(final int atom, final int degree) {
        if (own[atom] == null) {
            return Double.NaN;
        }
        double sum = 0;
        for (int k = degree * degree; k < (degree + 1) * (degree + 1); k++) {
            double mean = own[atom][k];
            for (final int other : nearest[atom]) {
                mean += own[other] == null ? Double.NaN : own[other][k];
            }
            mean /= nearest[atom].length + 1;
            sum += mean * mean;
        }
        return Math.sqrt(4 * Math.PI / (2 * degree + 1) * sum);
    }
}
