package operando.segment.learn.forest;

import java.util.Arrays;

/**
 * The votes of a forest over many voxels, some at a time tree by tree; a voxel that is decided asks no more trees. Sums are
 * taken in the order of the trees, so that they are those of one voxel at a time to the bit. Used by one thread.
 */
final class ForestVotes {

    private static final int TREES_A_LOOK = 8;

    private final FlatForest forest;
    private final int classCount;
    private final ForestTile tile;
    private final double[] sums;
    private final double[] fractions;

    ForestVotes(final FlatForest forest) {
        this.forest = forest;
        this.classCount = forest.classCount();
        this.tile = new ForestTile(forest.featureCount());
        this.sums = new double[ForestTile.SIZE * classCount];
        this.fractions = new double[classCount];
    }

    void classify(final float[][] features, final byte[] classes) {
        for (int from = 0; from < classes.length; from += ForestTile.SIZE) {
            load(features, from, Math.min(ForestTile.SIZE, classes.length - from));
            for (int tree = 0; tree < forest.treeCount() && tile.activeCount() > 0; tree++) {
                vote(tree);
                if (tree % TREES_A_LOOK == TREES_A_LOOK - 1) {
                    dropDecided(tree + 1, classes, from);
                }
            }
            for (int i = 0; i < tile.activeCount(); i++) {
                divided(tile.active(i));
                classes[from + tile.active(i)] = (byte) VoxelClassifier.firstLargest(fractions);
            }
        }
    }

    void probabilities(final float[][] features, final float[][] probabilities) {
        for (int from = 0; from < probabilities[0].length; from += ForestTile.SIZE) {
            final int count = Math.min(ForestTile.SIZE, probabilities[0].length - from);
            load(features, from, count);
            for (int tree = 0; tree < forest.treeCount(); tree++) {
                vote(tree);
            }
            for (int v = 0; v < count; v++) {
                divided(v);
                for (int c = 0; c < classCount; c++) {
                    probabilities[c][from + v] = (float) fractions[c];
                }
            }
        }
    }

    private void load(final float[][] features, final int from, final int count) {
        tile.load(features, from, count);
        Arrays.fill(sums, 0);
    }

    private void dropDecided(final int next, final byte[] classes, final int from) {
        int kept = 0;
        for (int i = 0; i < tile.activeCount(); i++) {
            final int v = tile.active(i);
            final int at = v * classCount;
            int winner = 0;
            double second = Double.NEGATIVE_INFINITY;
            for (int c = 1; c < classCount; c++) {
                if (sums[at + c] > sums[at + winner]) {
                    second = sums[at + winner];
                    winner = c;
                } else {
                    second = Math.max(second, sums[at + c]);
                }
            }
            if (sums[at + winner] - second > forest.mostToLose(next, winner)) {
                classes[from + v] = (byte) winner;
            } else {
                tile.keep(kept++, v);
            }
        }
        tile.keepFirst(kept);
    }

    private void divided(final int v) {
        System.arraycopy(sums, v * classCount, fractions, 0, classCount);
        Forest.divideBySum(fractions);
    }

    private void vote(final int tree) {
        tile.goDown(forest.nodes(tree));
        final int[] leafVotes = forest.leafVotes(tree);
        for (int i = 0; i < tile.activeCount(); i++) {
            add(tile.active(i), leafVotes[tile.leaf(i)]);
        }
    }

    private void add(final int v, final int votes) {
        final double[] all = forest.votes();
        final int at = v * classCount;
        for (int c = 0; c < classCount; c++) {
            sums[at + c] += all[votes + c];
        }
    }
}
