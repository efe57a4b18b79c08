package operando.atoms.phase;

import java.util.function.IntPredicate;

import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.Neighbourhood;
import operando.atoms.frame.Neighbours;

/**
 * How many atoms of one kind are at a distance from another, over what there would be by chance, g(r), inside of one class: an atom counts as a centre
 * for distances at which it has none but its own class about it, so that thin and rough layers are not mistaken for voids.
 */
public final class PairDistribution {

    static final double REACH = 12;
    static final double BIN = 0.1;
    /** Fewer centres tell nothing. */
    private static final int LEAST_CENTRES = 30;
    private static final int MOST_CENTRES = 1500;

    private final double[] pairs = new double[(int) Math.round(REACH / BIN)];
    private final double[] expected = new double[pairs.length];
    private final int[] centres = new int[pairs.length];

    /**
     * @param classes [atom] of the frame
     * @param of      the class
     * @param from    whether an atom is a centre
     * @param to      whether an atom is counted about it
     * @param density of the atoms that are counted, Å⁻³
     */
    PairDistribution(final AtomFrame frame, final Neighbours neighbours, final int[] classes, final int of, final IntPredicate from, final IntPredicate to, final double density) {
        final int[] candidates = java.util.stream.IntStream.range(0, frame.size()).filter(atom -> classes[atom] == of && from.test(atom)).toArray();
        final Neighbourhood near = new Neighbourhood();
        final int step = Math.max(1, candidates.length / MOST_CENTRES);
        for (int c = 0; c < candidates.length; c += step) {
            neighbours.of(candidates[c], near);
            double own = REACH * REACH;
            for (int i = 0; i < near.size(); i++) {
                own = classes[near.atom(i)] == of ? own : Math.min(own, near.squaredDistance(i));
            }
            final int bins = (int) (Math.sqrt(own) / BIN + 1e-9);
            for (int bin = 0; bin < bins; bin++) {
                final double inner = bin * BIN;
                centres[bin]++;
                expected[bin] += density * 4 / 3 * Math.PI * (Math.pow(inner + BIN, 3) - Math.pow(inner, 3));
            }
            for (int i = 0; i < near.size(); i++) {
                final int bin = (int) (Math.sqrt(near.squaredDistance(i)) / BIN);
                if (bin < bins && to.test(near.atom(i))) {
                    pairs[bin]++;
                }
            }
        }
    }

    /** The middles of the bins, Å. */
    public double[] distances() {
        return java.util.stream.IntStream.range(0, pairs.length).mapToDouble(bin -> (bin + 0.5) * BIN).toArray();
    }

    /** At each distance; NaN where the class is too thin to tell. */
    public double[] values() {
        return java.util.stream.IntStream.range(0, pairs.length).mapToDouble(bin -> centres[bin] < LEAST_CENTRES ? Double.NaN : pairs[bin] / expected[bin]).toArray();
    }

    /** The mean number of neighbours up to the first minimum behind the first peak; NaN without one. */
    double coordination() {
        final double[] g = values();
        int peak = 0;
        // A peak of the first shell stands out against chance.
        while (peak < g.length - 1 && !(g[peak] > 1.2 && g[peak] >= g[peak + 1])) {
            peak++;
        }
        int end = peak;
        while (end < g.length - 1 && g[end] > 0.5) {
            end++;
        }
        if (end >= g.length - 1) {
            return Double.NaN;
        }
        double sum = 0;
        for (int bin = 0; bin <= end; bin++) {
            sum += pairs[bin] / centres[bin];
        }
        return sum;
    }
}
