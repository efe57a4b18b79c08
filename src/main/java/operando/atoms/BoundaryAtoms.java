package operando.atoms;

import java.util.Arrays;

import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.Neighbourhood;
import operando.atoms.frame.Neighbours;
import operando.engine.Cores;

/**
 * Decides anew to which of two phases the atoms near a boundary belong. There an average over the neighbours is a mixture, which may resemble
 * a third phase or the denser of the two. So atoms that have none but their own class far about them say how an atom of each species looks in each class, before any average;
 * and an atom near a boundary takes the class, of those that are near, that it and its first neighbours look most like.
 */
final class BoundaryAtoms {

    // First neighbours; enough that thermal motion does not decide, Å.
    private static final double FIRST_SHELL = 4;
    private static final int LEAST_ATOMS = 5;
    private static final int PARTS = 64;

    private final AtomFrame frame;
    private final int[] classes;
    private final float[][] scores;
    private final int count;
    private final boolean[] deep;
    // [class][kind][component]; null where no such atom is deep inside.
    private final double[][][] means;

    private BoundaryAtoms(final AtomFrame frame, final int[] classes, final float[][] scores, final int count, final double depth, final Cores cores) {
        this.frame = frame;
        this.classes = classes;
        this.scores = scores;
        this.count = count;
        deep = new boolean[classes.length];
        final Neighbours neighbours = new Neighbours(frame, depth);
        parts(cores, (atom, near) -> {
            neighbours.of(atom, near);
            deep[atom] = classes[atom] >= 0;
            for (int i = 0; i < near.size() && deep[atom]; i++) {
                deep[atom] = classes[near.atom(i)] == classes[atom];
            }
        });
        means = means();
    }

    /**
     * @param classes [atom], first by the average
     * @param scores  [atom][component] before the average
     * @param depth   how far the average mixes, Å
     * @return [atom] classes
     */
    static int[] decide(final AtomFrame frame, final int[] classes, final float[][] scores, final int count, final double depth, final Cores cores) {
        return new BoundaryAtoms(frame, classes, scores, count, depth, cores).decided(new Neighbours(frame, 2 * depth), cores);
    }

    private interface Work {
        void of(int atom, Neighbourhood near);
    }

    private void parts(final Cores cores, final Work work) {
        cores.forEach(PARTS, part -> {
            final Neighbourhood near = new Neighbourhood();
            for (int atom = part; atom < classes.length; atom += PARTS) {
                work.of(atom, near);
            }
        });
    }

    private double[][][] means() {
        final int kinds = frame.species().size();
        final double[][][] sums = new double[count][kinds][scores[0].length];
        final int[][] atoms = new int[count][kinds];
        for (int atom = 0; atom < classes.length; atom++) {
            if (deep[atom]) {
                final int kind = frame.kinds()[atom];
                atoms[classes[atom]][kind]++;
                for (int c = 0; c < scores[atom].length; c++) {
                    sums[classes[atom]][kind][c] += scores[atom][c];
                }
            }
        }
        for (int of = 0; of < count; of++) {
            for (int kind = 0; kind < kinds; kind++) {
                final int n = atoms[of][kind];
                sums[of][kind] = n < LEAST_ATOMS ? null : Arrays.stream(sums[of][kind]).map(sum -> sum / n).toArray();
            }
        }
        return sums;
    }

    private int[] decided(final Neighbours far, final Cores cores) {
        final int[] decided = classes.clone();
        final Neighbours first = new Neighbours(frame, FIRST_SHELL);
        parts(cores, (atom, near) -> {
            if (!deep[atom]) {
                far.of(atom, near);
                final boolean[] candidates = new boolean[count];
                for (int i = 0; i < near.size(); i++) {
                    if (deep[near.atom(i)]) {
                        candidates[classes[near.atom(i)]] = true;
                    }
                }
                first.of(atom, near);
                decided[atom] = best(atom, near, candidates);
            }
        });
        return decided;
    }

    private int best(final int atom, final Neighbourhood near, final boolean[] candidates) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        final double[] farthest = new double[near.size() + 1];
        for (int of = 0; of < count; of++) {
            for (int i = -1; i < near.size() && candidates[of]; i++) {
                final double distance = distance(of, i < 0 ? atom : near.atom(i));
                farthest[i + 1] = Double.isNaN(distance) ? farthest[i + 1] : Math.max(farthest[i + 1], distance);
            }
        }
        for (int of = 0; of < count; of++) {
            if (candidates[of]) {
                double sum = 0;
                for (int i = -1; i < near.size(); i++) {
                    final double distance = distance(of, i < 0 ? atom : near.atom(i));
                    final double weight = i < 0 ? 1 : (1 + Math.cos(Math.PI * Math.sqrt(near.squaredDistance(i)) / FIRST_SHELL)) / 2;
                    // A species that the class does not have is as unlike it as the class that is least like the atom.
                    sum += weight * (Double.isNaN(distance) ? farthest[i + 1] : distance);
                }
                best = sum < least ? of : best;
                least = Math.min(least, sum);
            }
        }
        return best < 0 ? classes[atom] : best;
    }

    /** Squared; NaN where the class has no such species. */
    private double distance(final int of, final int atom) {
        final double[] mean = means[of][frame.kinds()[atom]];
        if (mean == null) {
            return Double.NaN;
        }
        double sum = 0;
        for (int c = 0; c < mean.length; c++) {
            sum += (scores[atom][c] - mean[c]) * (scores[atom][c] - mean[c]);
        }
        return sum;
    }
}
