package operando.segment.learn.forest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The votes of the leaves in whole steps of a fraction of a vote, an equal share of 64 bits a class, so that the sums over
 * all trees still fit.
 */
final class PackedLeaves {

    private static final int MOST_CLASSES = 4;
    private static final int MOST_BITS = 30;

    private final int bits;
    private final long[][] votes;
    private final int stepsAVote;
    private final double error;

    private PackedLeaves(final List<Tree> trees, final int bits, final int stepsAVote) {
        this.bits = bits;
        this.stepsAVote = stepsAVote;
        double sum = 0;
        votes = new long[trees.size()][];
        for (int t = 0; t < votes.length; t++) {
            final Tree tree = trees.get(t);
            votes[t] = new long[tree.nodeCount() + FlatForest.ROOT];
            double most = 0;
            for (int node = 0; node < tree.nodeCount(); node++) {
                final double[] leaf = tree.votes()[node];
                for (int c = 0; leaf != null && c < leaf.length; c++) {
                    final long steps = Math.round(leaf[c] * stepsAVote);
                    votes[t][node + FlatForest.ROOT] |= steps << bits * c;
                    most = Math.max(most, Math.abs((double) steps / stepsAVote - leaf[c]));
                }
            }
            sum += most;
        }
        error = sum;
    }

    /** Or null if the classes or votes do not fit. */
    static PackedLeaves orNull(final Forest forest) {
        final int bits = Math.min(MOST_BITS, Long.SIZE / forest.classCount());
        final double most = forest.trees().stream().mapToDouble(PackedLeaves::mostVotes).sum();
        // Each tree may be rounded up by half a step.
        final double steps = ((1 << bits) - 1 - forest.treeCount()) / most;
        final boolean isNegative = forest.trees().stream().anyMatch(PackedLeaves::hasNegativeVotes);
        return forest.classCount() <= MOST_CLASSES && steps >= 2 && steps < 1 << bits && !isNegative
            ? new PackedLeaves(forest.trees(), bits, (int) steps) : null;
    }

    private static double mostVotes(final Tree tree) {
        return IntStream.range(0, tree.nodeCount()).filter(node -> tree.feature()[node] == Tree.LEAF)
            .mapToDouble(node -> Arrays.stream(tree.votes()[node]).max().orElse(0)).max().orElse(0);
    }

    private static boolean hasNegativeVotes(final Tree tree) {
        return IntStream.range(0, tree.nodeCount()).filter(node -> tree.feature()[node] == Tree.LEAF)
            .anyMatch(node -> Arrays.stream(tree.votes()[node]).anyMatch(vote -> !(vote >= 0)));
    }

    /** Those of each node of a tree; added up, the sums of all classes at once. */
    long[] votes(final int tree) {
        return votes[tree];
    }

    int votes(final long sums, final int c) {
        return (int) (sums >>> bits * c) & (1 << bits) - 1;
    }

    /** The lead in votes that a lead in steps stands for, at the least. */
    double leastLead(final int steps) {
        return (double) steps / stepsAVote - 2 * error;
    }
}
