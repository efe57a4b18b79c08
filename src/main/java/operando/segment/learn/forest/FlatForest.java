package operando.segment.learn.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A forest laid out for speed. A node is one number: the threshold above, the leaf bit, feature and first branch below. A
 * float is less than a double threshold exactly when it is less than the smallest float that is not less than it, so that
 * nothing is lost. Floats are compared as whole numbers of the same order, so that the way down needs no jumps. A leaf leads
 * to itself whatever the voxel. Leaves with the same votes share them.
 */
final class FlatForest {

    /** The first place is left free, since a leaf at it would have −1 as its first branch. */
    static final int ROOT = 1;

    private static final int PLACE_BITS = 21;
    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;
    private static final int MOST_FEATURES = 1 << 31 - PLACE_BITS;

    private final int featureCount;
    private final int classCount;
    private final long[][] nodes;
    private final int[][] leafVotes;
    private final double[] votes;
    private final double[] mostToLose;

    private FlatForest(final Forest forest) {
        featureCount = forest.featureCount();
        classCount = forest.classCount();
        final List<Tree> trees = forest.trees();
        nodes = new long[trees.size()][];
        leafVotes = new int[trees.size()][];
        final Map<List<Double>, Integer> known = new HashMap<>();
        final List<double[]> different = new ArrayList<>();
        for (int t = 0; t < trees.size(); t++) {
            flatten(t, trees.get(t), known, different);
        }
        votes = different.stream().flatMapToDouble(Arrays::stream).toArray();
        mostToLose = losses(trees);
    }

    static FlatForest of(final Forest forest) {
        return new FlatForest(forest);
    }

    /** Whether a node has room for the number of features. */
    static boolean fits(final int featureCount) {
        return featureCount <= MOST_FEATURES;
    }

    private void flatten(final int t, final Tree tree, final Map<List<Double>, Integer> known, final List<double[]> different) {
        nodes[t] = new long[tree.nodeCount() + ROOT];
        leafVotes[t] = new int[tree.nodeCount() + ROOT];
        for (int node = 0; node < tree.nodeCount(); node++) {
            final int place = node + ROOT;
            if (tree.feature()[node] == Tree.LEAF) {
                nodes[t][place] = packed(Integer.MIN_VALUE, 0, place - 1) | 1L << 31;
                final double[] leaf = tree.votes()[node];
                leafVotes[t][place] = known.computeIfAbsent(Arrays.stream(leaf).boxed().toList(), boxed -> {
                    different.add(leaf);
                    return (different.size() - 1) * classCount;
                });
            } else {
                nodes[t][place] = packed(key(notLess(tree.threshold()[node])) - 1, tree.feature()[node], tree.first()[node] + ROOT);
            }
        }
    }

    private static long packed(final int lastOfFirst, final int feature, final int first) {
        return (long) lastOfFirst << 32 | feature << PLACE_BITS | first;
    }

    private static float notLess(final double threshold) {
        final float near = (float) threshold;
        return near < threshold ? Math.nextUp(near) : near;
    }

    // By how much the trees from one on can bring another class nearer to the winner, and what rounding may add to that.
    private double[] losses(final List<Tree> trees) {
        final double[] losses = new double[(trees.size() + 1) * classCount];
        double largest = 0;
        for (int t = trees.size() - 1; t >= 0; t--) {
            for (int winner = 0; winner < classCount; winner++) {
                double most = 0;
                for (final double[] leaf : trees.get(t).votes()) {
                    for (int c = 0; leaf != null && c < classCount; c++) {
                        most = Math.max(most, c == winner ? 0 : leaf[c] - leaf[winner]);
                        largest = Math.max(largest, leaf[c]);
                    }
                }
                losses[t * classCount + winner] = losses[(t + 1) * classCount + winner] + most;
            }
        }
        final double rounding = 1e-9 * largest * trees.size();
        return Arrays.stream(losses).map(loss -> loss + rounding).toArray();
    }

    int featureCount() {
        return featureCount;
    }

    int classCount() {
        return classCount;
    }

    int treeCount() {
        return nodes.length;
    }

    long[] nodes(final int tree) {
        return nodes[tree];
    }

    /** Where in {@link #votes} those of each leaf begin. */
    int[] leafVotes(final int tree) {
        return leafVotes[tree];
    }

    double[] votes() {
        return votes;
    }

    /** The lead above which a class stays the winner whatever the trees from {@code tree} on vote. */
    double mostToLose(final int tree, final int winner) {
        return mostToLose[tree * classCount + winner];
    }

    /** Whether all of the nodes whose bits were joined by "and" are leaves. */
    static boolean isLeaf(final long joined) {
        return (int) joined < 0;
    }

    /** Where a leaf is. */
    static int place(final long leaf) {
        return ((int) leaf & PLACE_MASK) + 1;
    }

    static int feature(final long node) {
        return (int) node >>> PLACE_BITS & MOST_FEATURES - 1;
    }

    /** The branch for a voxel whose feature has this {@link #key}: the second one if it is above the node's. */
    static int next(final long node, final int key) {
        return ((int) node & PLACE_MASK) + (int) ((node >> 32) - key >>> 63);
    }

    /** A whole number of the same order: 0 and −0 are equal, what is not a number comes last. */
    static int key(final float value) {
        final int bits = Float.floatToIntBits(value + 0f);
        return bits ^ bits >> 31 & Integer.MAX_VALUE;
    }
}
