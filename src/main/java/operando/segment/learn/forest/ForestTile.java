package operando.segment.learn.forest;

/**
 * Some voxels on their way down the trees of a forest: their features as whole numbers, one voxel after the other, and
 * which of them still ask. Used by one thread.
 */
final class ForestTile {

    /** Voxels at most. */
    static final int SIZE = 256;
    private static final int SIDE_BY_SIDE = 8;

    private final int featureCount;
    private final int[] keys;
    private final int[] active = new int[SIZE + SIDE_BY_SIDE];
    private final int[] leaves = new int[SIZE + SIDE_BY_SIDE];
    private int activeCount;

    ForestTile(final int featureCount) {
        this.featureCount = featureCount;
        this.keys = new int[SIZE * featureCount];
    }

    /** Takes some voxels of a block, which all ask. */
    void load(final float[][] features, final int from, final int count) {
        for (int f = 0; f < featureCount; f++) {
            final float[] feature = features[f];
            for (int v = 0; v < count; v++) {
                keys[v * featureCount + f] = FlatForest.key(feature[from + v]);
            }
        }
        activeCount = count;
        for (int v = 0; v < count; v++) {
            active[v] = v;
        }
        pad();
    }

    /** Voxels that still ask. */
    int activeCount() {
        return activeCount;
    }

    int active(final int i) {
        return active[i];
    }

    void keep(final int i, final int voxel) {
        active[i] = voxel;
    }

    void keepFirst(final int count) {
        activeCount = count;
        pad();
    }

    // The last voxel goes down several times where they do not fill up the places side by side.
    private void pad() {
        for (int i = activeCount; i < activeCount + SIDE_BY_SIDE - 1 && activeCount > 0; i++) {
            active[i] = active[activeCount - 1];
        }
    }

    /** Finds the leaf that each active voxel comes to. */
    void goDown(final long[] nodes) {
        for (int i = 0; i < activeCount; i += SIDE_BY_SIDE) {
            goDown(nodes, i);
        }
    }

    /** Where the i-th active voxel came to. */
    int leaf(final int i) {
        return leaves[i];
    }

    // Eight voxels side by side hide each other's waiting for memory.
    private void goDown(final long[] nodes, final int i) {
        final int at0 = active[i] * featureCount;
        final int at1 = active[i + 1] * featureCount;
        final int at2 = active[i + 2] * featureCount;
        final int at3 = active[i + 3] * featureCount;
        final int at4 = active[i + 4] * featureCount;
        final int at5 = active[i + 5] * featureCount;
        final int at6 = active[i + 6] * featureCount;
        final int at7 = active[i + 7] * featureCount;
        long node0 = nodes[FlatForest.ROOT];
        long node1 = node0;
        long node2 = node0;
        long node3 = node0;
        long node4 = node0;
        long node5 = node0;
        long node6 = node0;
        long node7 = node0;
        do {
            node0 = nodes[FlatForest.next(node0, keys[at0 + FlatForest.feature(node0)])];
            node1 = nodes[FlatForest.next(node1, keys[at1 + FlatForest.feature(node1)])];
            node2 = nodes[FlatForest.next(node2, keys[at2 + FlatForest.feature(node2)])];
            node3 = nodes[FlatForest.next(node3, keys[at3 + FlatForest.feature(node3)])];
            node4 = nodes[FlatForest.next(node4, keys[at4 + FlatForest.feature(node4)])];
            node5 = nodes[FlatForest.next(node5, keys[at5 + FlatForest.feature(node5)])];
            node6 = nodes[FlatForest.next(node6, keys[at6 + FlatForest.feature(node6)])];
            node7 = nodes[FlatForest.next(node7, keys[at7 + FlatForest.feature(node7)])];
        } while (!FlatForest.isLeaf(node0 & node1 & node2 & node3 & node4 & node5 & node6 & node7));
        leaves[i] = FlatForest.place(node0);
        leaves[i + 1] = FlatForest.place(node1);
        leaves[i + 2] = FlatForest.place(node2);
        leaves[i + 3] = FlatForest.place(node3);
        leaves[i + 4] = FlatForest.place(node4);
        leaves[i + 5] = FlatForest.place(node5);
        leaves[i + 6] = FlatForest.place(node6);
        leaves[i + 7] = FlatForest.place(node7);
    }
}
