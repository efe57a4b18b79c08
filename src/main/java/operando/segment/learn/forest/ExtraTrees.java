package operando.segment.learn.forest;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Grows a tree whose nodes each try some features at a random threshold between the least and the largest value there, and keep the one
 * that tells the classes apart best. Where the examples of two classes leave a gap, as strokes do that avoid their border, each
 * tree cuts it elsewhere, so that the border is found between them rather than at one of them. A tree sees all rows, or of each class
 * as many: then a class counts as much as another, however many rows it has.
 *
 * Sources: P. Geurts, D. Ernst, L. Wehenkel, Machine Learning 63 (2006) 3–42, with entropy as the impurity; C. Chen, A. Liaw, L. Breiman,
 * Using random forest to learn imbalanced data, University of California, Berkeley, 2004, for classes of equal weight.
 *
 * @param rows       [row][feature]; not a number where one is missing
 * @param classes    of each row, from 0
 * @param classCount classes
 * @param tried      features tried at each node
 * @param mostAClass rows of a class that a tree sees, a random choice where there are more
 */
public record ExtraTrees(float[][] rows, int[] classes, int classCount, int tried, int mostAClass) {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /**
     * A tree with the number of rows of each class at each leaf; the same for the same seed and number, whatever the thread.
     *
     * @throws IllegalArgumentException if it has more nodes than {@link Tree} takes
     */
    public Tree grow(final long seed, final int number) {
        return Tree.of(new Growing(new SplittableRandom(SPREAD * (seed + 1) + number)).root(), new Nodes());
    }

    private static final class Node {

        private int feature = Tree.LEAF;
        private double threshold;
        private Node first;
        private Node second;
        private double[] shares;
        private double[] votes;
    }

    private record Nodes() implements Tree.Nodes<Node> {

        @Override
        public int feature(final Node node) {
            return node.feature;
        }

        @Override
        public double threshold(final Node node) {
            return node.threshold;
        }

        @Override
        public Node first(final Node node) {
            return node.first;
        }

        @Override
        public Node second(final Node node) {
            return node.second;
        }

        @Override
        public double[] shares(final Node node) {
            return node.shares;
        }

        @Override
        public double[] votes(final Node leaf) {
            return leaf.votes;
        }
    }

    /** Rows of a node, from one place in the order to another. */
    private record Part(Node node, int from, int to) {
    }

    private final class Growing {

        private final SplittableRandom random;
        private final int[] order;
        private final int[] features;
        private final double[] below = new double[classCount];
        private final double[] above = new double[classCount];

        private Growing(final SplittableRandom random) {
            this.random = random;
            this.features = new int[rows[0].length];
            this.order = chosen();
            for (int f = 0; f < features.length; f++) {
                features[f] = f;
            }
        }

        private int[] chosen() {
            final int[] all = IntStream.range(0, rows.length).toArray();
            final int[] seen = new int[classCount];
            int count = 0;
            for (int i = 0; i < all.length; i++) {
                final int drawn = i + (mostAClass < all.length ? random.nextInt(all.length - i) : 0);
                final int row = all[drawn];
                all[drawn] = all[i];
                if (seen[classes[row]]++ < mostAClass) {
                    all[count++] = row;
                }
            }
            return Arrays.copyOf(all, count);
        }

        private Node root() {
            final Node root = new Node();
            final Deque<Part> waiting = new ArrayDeque<>(List.of(new Part(root, 0, order.length)));
            while (!waiting.isEmpty()) {
                final Part part = waiting.pop();
                if (isPure(part) || !split(part)) {
                    part.node.votes = counts(part);
                    continue;
                }
                final int middle = partition(part);
                part.node.shares = new double[] {middle - part.from, part.to - middle};
                Forest.divideBySum(part.node.shares);
                part.node.first = new Node();
                part.node.second = new Node();
                waiting.push(new Part(part.node.second, middle, part.to));
                waiting.push(new Part(part.node.first, part.from, middle));
            }
            return root;
        }

        private boolean isPure(final Part part) {
            for (int i = part.from + 1; i < part.to; i++) {
                if (classes[order[i]] != classes[order[part.from]]) {
                    return false;
                }
            }
            return true;
        }

        private double[] counts(final Part part) {
            final double[] counts = new double[classCount];
            for (int i = part.from; i < part.to; i++) {
                counts[classes[order[i]]]++;
            }
            return counts;
        }

        // Features that are the same in all rows do not count as tried. Whether there is a split at all.
        private boolean split(final Part part) {
            double least = Double.POSITIVE_INFINITY;
            int left = features.length;
            int done = 0;
            while (left > 0 && done < tried) {
                final int drawn = random.nextInt(left--);
                final int feature = features[drawn];
                features[drawn] = features[left];
                features[left] = feature;
                final double threshold = threshold(part, feature);
                if (Double.isNaN(threshold)) {
                    continue;
                }
                done++;
                final double impurity = impurity(part, feature, threshold);
                if (impurity < least) {
                    least = impurity;
                    part.node.feature = feature;
                    part.node.threshold = threshold;
                }
            }
            return part.node.feature != Tree.LEAF;
        }

        // Above the least value and at most the largest, so that neither branch is empty; not a number where all are the same.
        private double threshold(final Part part, final int feature) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int i = part.from; i < part.to; i++) {
                final float value = rows[order[i]][feature];
                if (value < low) {
                    low = value;
                }
                if (value > high) {
                    high = value;
                }
            }
            if (!(low < high)) {
                return Double.NaN;
            }
            final double drawn = high - random.nextDouble() * ((double) high - low);
            return drawn > low ? drawn : high;
        }

        // The entropy of both branches, times their rows.
        private double impurity(final Part part, final int feature, final double threshold) {
            Arrays.fill(below, 0);
            Arrays.fill(above, 0);
            for (int i = part.from; i < part.to; i++) {
                final int row = order[i];
                (rows[row][feature] < threshold ? below : above)[classes[row]]++;
            }
            return entropy(below) + entropy(above);
        }

        private static double entropy(final double[] counts) {
            double sum = 0;
            double entropy = 0;
            for (final double count : counts) {
                sum += count;
                entropy -= count > 0 ? count * Math.log(count) : 0;
            }
            return entropy + (sum > 0 ? sum * Math.log(sum) : 0);
        }

        // Rows without the feature go to the second branch.
        private int partition(final Part part) {
            int middle = part.from;
            for (int i = part.from; i < part.to; i++) {
                final int row = order[i];
                if (rows[row][part.node.feature] < part.node.threshold) {
                    order[i] = order[middle];
                    order[middle++] = row;
                }
            }
            return middle;
        }
    }
}
