package operando.segment.learn.forest;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;


/**
 * A decision tree as arrays. Node 0 is the root. An inner node asks whether the voxel's {@code feature} is below
 * {@code threshold}: if so the tree goes on at {@code first}, else at {@code first + 1}. Where the feature is not a
 * number the tree goes both ways and adds up the votes of both, each weighted with that branch's share of the training
 * data, as Weka does with a missing value.
 *
 * @param feature   the feature asked for, or −1 at a leaf
 * @param threshold meaningless at a leaf
 * @param first     meaningless at a leaf
 * @param shares    the branch weights of an inner node, null at a leaf
 * @param votes     one number a class at a leaf, null at an inner node
 */
public record Tree(int[] feature, double[] threshold, int[] first, double[][] shares, double[][] votes) implements Serializable {

    /** More nodes than that are a damaged file, or a forest that should be trained with a limited depth. */
    static final int MOST_NODES = 1 << 20;

    public static final int LEAF = -1;

    /** How the nodes of another kind of tree are looked at. */
    public interface Nodes<N> {
        /** The feature asked for, or {@link #LEAF}. */
        int feature(N node);

        double threshold(N node);

        N first(N node);

        N second(N node);

        /** The two branches' shares of the training data. */
        double[] shares(N node);

        /** One number a class, for a leaf. */
        double[] votes(N leaf);
    }

    public int nodeCount() {
        return feature.length;
    }

    /** The votes for the voxel with these features. Not to be changed. */
    double[] votesFor(final double[] features) {
        return votesFor(features, 0);
    }

    private double[] votesFor(final double[] features, final int from) {
        int node = from;
        while (feature[node] != LEAF) {
            final double value = features[feature[node]];
            if (Double.isNaN(value)) {
                return weighted(shares[node], votesFor(features, first[node]), votesFor(features, first[node] + 1));
            }
            node = value < threshold[node] ? first[node] : first[node] + 1;
        }
        return votes[node];
    }

    /** The same tree with the votes of each leaf summing to 1, as a Weka RandomForest takes them. */
    public Tree withVotesThatSumToOne() {
        final double[][] divided = new double[votes.length][];
        for (int node = 0; node < votes.length; node++) {
            if (feature[node] == LEAF) {
                divided[node] = votes[node].clone();
                Forest.divideBySum(divided[node]);
            }
        }
        return new Tree(feature, threshold, first, shares, divided);
    }

    /** The same tree for classes in another order: class {@code c} of this one is class {@code order[c]} of that one. */
    public Tree withClasses(final int[] order) {
        final double[][] moved = new double[votes.length][];
        for (int node = 0; node < votes.length; node++) {
            if (votes[node] != null) {
                moved[node] = new double[order.length];
                for (int c = 0; c < order.length; c++) {
                    moved[node][order[c]] = votes[node][c];
                }
            }
        }
        return new Tree(feature, threshold, first, shares, moved);
    }

    private static double[] weighted(final double[] shares, final double[] first, final double[] second) {
        final double[] sums = new double[first.length];
        for (int c = 0; c < sums.length; c++) {
            sums[c] = shares[0] * first[c] + shares[1] * second[c];
        }
        return sums;
    }

    /**
     * @throws IllegalArgumentException if the tree has more than {@link #MOST_NODES} nodes, as one that contains itself has
     */
    public static <N> Tree of(final N root, final Nodes<N> nodes) {
        final Growing growing = new Growing();
        final Deque<N> waiting = new ArrayDeque<>();
        final Deque<Integer> places = new ArrayDeque<>();
        waiting.push(root);
        places.push(growing.newNodes(1));
        while (!waiting.isEmpty()) {
            final N node = waiting.pop();
            final int place = places.pop();
            final int feature = nodes.feature(node);
            growing.feature[place] = feature;
            if (feature == LEAF) {
                growing.votes[place] = nodes.votes(node);
                continue;
            }
            final int first = growing.newNodes(2);
            growing.threshold[place] = nodes.threshold(node);
            growing.first[place] = first;
            growing.shares[place] = nodes.shares(node);
            waiting.push(nodes.second(node));
            places.push(first + 1);
            waiting.push(nodes.first(node));
            places.push(first);
        }
        return growing.tree();
    }

    private static final class Growing {
        private int count;
        private int[] feature = new int[64];
        private double[] threshold = new double[64];
        private int[] first = new int[64];
        private double[][] shares = new double[64][];
        private double[][] votes = new double[64][];

        int newNodes(final int more) {
            final int place = count;
            count += more;
            if (count > MOST_NODES) {
                throw new IllegalArgumentException("holds a tree of more than " + MOST_NODES + " nodes");
            }
            if (count > feature.length) {
                resize(2 * feature.length);
            }
            return place;
        }

        private void resize(final int length) {
            feature = Arrays.copyOf(feature, length);
            threshold = Arrays.copyOf(threshold, length);
            first = Arrays.copyOf(first, length);
            shares = Arrays.copyOf(shares, length);
            votes = Arrays.copyOf(votes, length);
        }

        Tree tree() {
            resize(count);
            return new Tree(feature, threshold, first, shares, votes);
        }
    }
}
