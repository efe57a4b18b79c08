package operando.segment.learn.forest;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The winners of a vote among at most four classes: a leaf's votes, in steps of a small fraction of a vote, are one number,
 * so that a leaf costs one addition. A voxel whose winner the steps leave in doubt is voted on again exactly. Used by one
 * thread.
 */
final class PackedVotes {

    private static final int TREES_A_LOOK = 8;

    private final FlatForest forest;
    private final PackedLeaves leaves;
    private final ForestTile tile;
    private final long[] sums = new long[ForestTile.SIZE];

    PackedVotes(final FlatForest forest, final PackedLeaves leaves) {
        this.forest = forest;
        this.leaves = leaves;
        this.tile = new ForestTile(forest.featureCount());
    }

    /** @param exactly votes on one voxel of the block */
    void classify(final float[][] features, final byte[] classes, final IntUnaryOperator exactly) {
        for (int from = 0; from < classes.length; from += ForestTile.SIZE) {
            tile.load(features, from, Math.min(ForestTile.SIZE, classes.length - from));
            Arrays.fill(sums, 0);
            for (int tree = 0; tree < forest.treeCount() && tile.activeCount() > 0; tree++) {
                vote(tree);
                if (tree % TREES_A_LOOK == TREES_A_LOOK - 1 || tree == forest.treeCount() - 1) {
                    dropDecided(tree + 1, classes, from);
                }
            }
            for (int i = 0; i < tile.activeCount(); i++) {
                classes[from + tile.active(i)] = (byte) exactly.applyAsInt(from + tile.active(i));
            }
        }
    }

    private void vote(final int tree) {
        tile.goDown(forest.nodes(tree));
        final long[] votes = leaves.votes(tree);
        for (int i = 0; i < tile.activeCount(); i++) {
            sums[tile.active(i)] += votes[tile.leaf(i)];
        }
    }

    private void dropDecided(final int next, final byte[] classes, final int from) {
        int kept = 0;
        for (int i = 0; i < tile.activeCount(); i++) {
            final int v = tile.active(i);
            int winner = 0;
            int most = leaves.votes(sums[v], 0);
            int second = -1;
            for (int c = 1; c < forest.classCount(); c++) {
                final int votes = leaves.votes(sums[v], c);
                if (votes > most) {
                    second = most;
                    most = votes;
                    winner = c;
                } else if (votes > second) {
                    second = votes;
                }
            }
            if (leaves.leastLead(most - second) > forest.mostToLose(next, winner)) {
                classes[from + v] = (byte) winner;
            } else {
                tile.keep(kept++, v);
            }
        }
        tile.keepFirst(kept);
    }
}
