package operando.segment.learn;

import java.util.Arrays;

/**
 * The votes of a forest over many voxels, some at a time tree by tree. A tree is one array of numbers, several voxels go
 * down it side by side, and a voxel that is decided asks no more trees. Sums are taken in the order of the trees, so that
 * they are those of one voxel at a time to the bit. Used by one thread.
 */
final class ForestVotes {

    private static final int TILE = 256;
    private static final int TREES_A_LOOK = 8;
    private static final int SIDE_BY_SIDE = 8;

    private final FlatForest forest;
    private final int featureCount;
    private final int classCount;
    private final int[] keys;
    private final double[] sums;
    private final double[] fractions;
    private final int[] active = new int[TILE + SIDE_BY_SIDE];
    private final int[] places = new int[SIDE_BY_SIDE];
    private int activeCount;

    ForestVotes(final FlatForest forest) {
        this.forest = forest;
        this.featureCount = forest.featureCount();
        this.classCount = forest.classCount();
        this.keys = new int[TILE * featureCount];
        this.sums = new double[TILE * classCount];
        this.fractions = new double[classCount];
    }

    void classify(final float[][] features, final byte[] classes) {
        for (int from = 0; from < classes.length; from += TILE) {
            final int count = Math.min(TILE, classes.length - from);
            load(features, from, count);
            voteUntilDecided(classes, from);
        }
    }

    void probabilities(final float[][] features, final float[][] probabilities) {
        for (int from = 0; from < probabilities[0].length; from += TILE) {
            final int count = Math.min(TILE, probabilities[0].length - from);
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
        for (int f = 0; f < featureCount; f++) {
            final float[] feature = features[f];
            for (int v = 0; v < count; v++) {
                keys[v * featureCount + f] = FlatForest.key(feature[from + v]);
            }
        }
        Arrays.fill(sums, 0);
        activeCount = count;
        for (int v = 0; v < count; v++) {
            active[v] = v;
        }
    }

    private void voteUntilDecided(final byte[] classes, final int from) {
        for (int tree = 0; tree < forest.treeCount() && activeCount > 0; tree++) {
            vote(tree);
            if (tree % TREES_A_LOOK == TREES_A_LOOK - 1) {
                dropDecided(tree + 1, classes, from);
            }
        }
        for (int i = 0; i < activeCount; i++) {
            divided(active[i]);
            classes[from + active[i]] = (byte) VoxelClassifier.firstLargest(fractions);
        }
    }

    private void dropDecided(final int next, final byte[] classes, final int from) {
        int kept = 0;
        for (int i = 0; i < activeCount; i++) {
            final int v = active[i];
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
                active[kept++] = v;
            }
        }
        activeCount = kept;
    }

    private void divided(final int v) {
        System.arraycopy(sums, v * classCount, fractions, 0, classCount);
        Forest.divideBySum(fractions);
    }

    // Eight voxels side by side hide each other's waiting for memory; a voxel at a leaf stays there.
    private void vote(final int tree) {
        final long[] nodes = forest.nodes(tree);
        final int[] leafVotes = forest.leafVotes(tree);
        for (int i = activeCount; i < activeCount + SIDE_BY_SIDE - 1; i++) {
            active[i] = active[activeCount - 1];
        }
        for (int i = 0; i < activeCount; i += SIDE_BY_SIDE) {
            goDown(nodes, i);
            for (int k = 0; k < SIDE_BY_SIDE && i + k < activeCount; k++) {
                add(active[i + k], leafVotes[places[k]]);
            }
        }
    }

    private void goDown(final long[] nodes, final int i) {
        final int at0 = active[i] * featureCount;
        final int at1 = active[i + 1] * featureCount;
        final int at2 = active[i + 2] * featureCount;
        final int at3 = active[i + 3] * featureCount;
        final int at4 = active[i + 4] * featureCount;
        final int at5 = active[i + 5] * featureCount;
        final int at6 = active[i + 6] * featureCount;
        final int at7 = active[i + 7] * featureCount;
        int place0 = FlatForest.ROOT;
        int place1 = FlatForest.ROOT;
        int place2 = FlatForest.ROOT;
        int place3 = FlatForest.ROOT;
        int place4 = FlatForest.ROOT;
        int place5 = FlatForest.ROOT;
        int place6 = FlatForest.ROOT;
        int place7 = FlatForest.ROOT;
        long node0 = nodes[FlatForest.ROOT];
        long node1 = node0;
        long node2 = node0;
        long node3 = node0;
        long node4 = node0;
        long node5 = node0;
        long node6 = node0;
        long node7 = node0;
        while (!FlatForest.isLeaf(node0 & node1 & node2 & node3 & node4 & node5 & node6 & node7)) {
            place0 = FlatForest.next(node0, keys[at0 + FlatForest.feature(node0)]);
            node0 = nodes[place0];
            place1 = FlatForest.next(node1, keys[at1 + FlatForest.feature(node1)]);
            node1 = nodes[place1];
            place2 = FlatForest.next(node2, keys[at2 + FlatForest.feature(node2)]);
            node2 = nodes[place2];
            place3 = FlatForest.next(node3, keys[at3 + FlatForest.feature(node3)]);
            node3 = nodes[place3];
            place4 = FlatForest.next(node4, keys[at4 + FlatForest.feature(node4)]);
            node4 = nodes[place4];
            place5 = FlatForest.next(node5, keys[at5 + FlatForest.feature(node5)]);
            node5 = nodes[place5];
            place6 = FlatForest.next(node6, keys[at6 + FlatForest.feature(node6)]);
            node6 = nodes[place6];
            place7 = FlatForest.next(node7, keys[at7 + FlatForest.feature(node7)]);
            node7 = nodes[place7];
        }
        places[0] = place0;
        places[1] = place1;
        places[2] = place2;
        places[3] = place3;
        places[4] = place4;
        places[5] = place5;
        places[6] = place6;
        places[7] = place7;
    }

    private void add(final int v, final int votes) {
        final double[] all = forest.votes();
        final int at = v * classCount;
        for (int c = 0; c < classCount; c++) {
            sums[at + c] += all[votes + c];
        }
    }
}
