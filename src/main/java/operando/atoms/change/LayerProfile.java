package operando.atoms.change;

import java.util.ArrayList;
import java.util.List;

import operando.atoms.frame.AtomFrame;

/**
 * How many atoms of each class there are along an edge of the cell, in bins of about 1 Å between planes that the other two edges span.
 *
 * @param counts   [class][bin]
 * @param lengthA  distance between the cell's two faces, Å
 * @param periodic whether the first bin follows the last
 */
public record LayerProfile(double[][] counts, double lengthA, boolean periodic) {

    private static final double BIN = 1;
    // Thinner layers are the roughness of a boundary, Å.
    private static final double LEAST_LAYER = 4;

    /**
     * A layer in which a class has the most atoms.
     *
     * @param of    the class
     * @param from  first bin
     * @param bins  how many, going on at the first bin behind the last
     */
    public record Layer(int of, int from, int bins) {
    }

    /**
     * @param classes [atom] of the frame; negative ones are left out
     * @param edge    0, 1 or 2: the cell's edge that crosses the interfaces
     * @param block   of the four quarters of the cross-section 0 to 3, or negative for all
     */
    public static LayerProfile of(final AtomFrame frame, final int[] classes, final int classCount, final int edge, final int block) {
        final double length = frame.cell().width(edge);
        final int bins = (int) Math.max(2, Math.rint(length / BIN));
        final double[][] counts = new double[classCount][bins];
        final double[][] inverse = frame.cell().inverse();
        for (int atom = 0; atom < classes.length; atom++) {
            if (classes[atom] >= 0 && (block < 0 || block == quarter(frame, inverse, atom, edge))) {
                final int bin = (int) (fraction(frame, inverse[edge], atom) * bins);
                counts[classes[atom]][Math.max(0, Math.min(bins - 1, bin))]++;
            }
        }
        return new LayerProfile(counts, length, frame.cell().periodic()[edge]);
    }

    private static int quarter(final AtomFrame frame, final double[][] inverse, final int atom, final int edge) {
        return (fraction(frame, inverse[(edge + 1) % 3], atom) < 0.5 ? 0 : 1) + (fraction(frame, inverse[(edge + 2) % 3], atom) < 0.5 ? 0 : 2);
    }

    static double fraction(final AtomFrame frame, final double[] row, final int atom) {
        double fraction = 0;
        for (int axis = 0; axis < 3; axis++) {
            fraction += row[axis] * (frame.positions()[3 * atom + axis] - frame.cell().origin()[axis]);
        }
        return fraction - Math.floor(fraction);
    }

    int bins() {
        return counts[0].length;
    }

    /** The middle of a bin, Å. */
    public double positionA(final int bin) {
        return (bin + 0.5) * lengthA / bins();
    }

    /** The part of a bin's atoms that a class has; NaN in an empty bin. */
    public double share(final int of, final int bin) {
        double all = 0;
        for (final double[] count : counts) {
            all += count[bin];
        }
        return all == 0 ? Double.NaN : counts[of][bin] / all;
    }

    /** How unlike the shares are along this edge: their variance, summed over the classes. The interfaces cross the edge where it is greatest. */
    public double contrast() {
        double sum = 0;
        for (int c = 0; c < counts.length; c++) {
            final int of = c;
            final double[] shares = java.util.stream.IntStream.range(0, bins()).mapToDouble(bin -> share(of, bin)).filter(Double::isFinite).toArray();
            final double mean = java.util.Arrays.stream(shares).average().orElse(0);
            sum += java.util.Arrays.stream(shares).map(share -> (share - mean) * (share - mean)).sum() / Math.max(1, shares.length);
        }
        return sum;
    }

    /** The layers along the edge; one alone where there are no interfaces. */
    public List<Layer> layers() {
        final int[] most = new int[bins()];
        for (int bin = 0; bin < most.length; bin++) {
            for (int c = 1; c < counts.length; c++) {
                most[bin] = smooth(c, bin) > smooth(most[bin], bin) ? c : most[bin];
            }
        }
        final List<Layer> layers = runs(most);
        while (layers.size() > 1) {
            final Layer thinnest = layers.stream().min(java.util.Comparator.comparingInt(Layer::bins)).orElseThrow();
            if (thinnest.bins() * lengthA / bins() >= LEAST_LAYER) {
                return layers;
            }
            final int at = layers.indexOf(thinnest);
            final Layer into = layers.get(at > 0 ? at - 1 : periodic ? layers.size() - 1 : 1);
            for (int i = 0; i < thinnest.bins(); i++) {
                most[(thinnest.from() + i) % bins()] = into.of();
            }
            layers.clear();
            layers.addAll(runs(most));
        }
        return layers;
    }

    private double smooth(final int of, final int bin) {
        double sum = 0;
        for (int i = -1; i <= 1; i++) {
            final int at = periodic ? Math.floorMod(bin + i, bins()) : Math.max(0, Math.min(bins() - 1, bin + i));
            sum += counts[of][at];
        }
        return sum;
    }

    private List<Layer> runs(final int[] most) {
        final List<Layer> runs = new ArrayList<>();
        int start = 0;
        for (int bin = 1; bin <= most.length; bin++) {
            if (bin == most.length || most[bin] != most[start]) {
                runs.add(new Layer(most[start], start, bin - start));
                start = bin;
            }
        }
        if (periodic && runs.size() > 1 && runs.get(0).of() == runs.get(runs.size() - 1).of()) {
            final Layer last = runs.remove(runs.size() - 1);
            runs.set(0, new Layer(last.of(), last.from(), last.bins() + runs.get(0).bins()));
        }
        runs.sort(java.util.Comparator.comparingInt(Layer::from));
        return runs;
    }

    /**
     * Where one layer ends and the next begins: the plane that parts the volumes of both between their middles (as Gibbs's dividing surface does), so that neither roughness nor
     * the width of the transition moves it.
     *
     * @param volumes [class] of an atom, Å³
     * @return Å from the first face, less than the length
     */
    public double boundaryA(final Layer lower, final Layer upper, final double[] volumes) {
        final double first = lower.from() + lower.bins() / 2.0;
        double last = upper.from() + upper.bins() / 2.0;
        last += last < first ? bins() : 0;
        double lowerBins = 0;
        for (int bin = (int) Math.floor(first); bin < (int) Math.floor(last); bin++) {
            final double below = counts[lower.of()][bin % bins()] * volumes[lower.of()];
            final double above = counts[upper.of()][bin % bins()] * volumes[upper.of()];
            lowerBins += below + above == 0 ? 0.5 : below / (below + above);
        }
        final double at = (Math.floor(first) + lowerBins) * lengthA / bins();
        return at >= lengthA ? at - lengthA : at;
    }
}
