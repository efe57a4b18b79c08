package operando.segment.learn;

/**
 * Some voxels on their way down the trees of a forest: their features as whole numbers, one voxel after the other, and
 * which of them still ask. Used by one thread.
 */
final class ForestTile {

    /** Voxels at most. */
    static final int SIZE = 256;
    static final int SIDE_BY_SIDE = 8;

    private final int featureCount;
    private final int[] keys;
    private final int[] active = new int[SIZE + SIDE_BY_SIDE];
    private final int[] places = new int[SIDE_BY_SIDE];
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

    /** The leaves that the active voxels from the i-th on come to. They hide each other's waiting for memory. */
    int[] goDown(final long[] nodes, final int i) {
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
        return places;
    }
}
