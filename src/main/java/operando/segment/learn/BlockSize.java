package operando.segment.learn;

import java.io.Serializable;

import operando.scan.Scan;
import operando.segment.feature.block.VoxelFeatures;

/**
 * How large the blocks are that a scan is cut into. What lies around a block is computed again for each of its neighbours,
 * most of it along z and least along x, since features are filtered along x first.
 */
record BlockSize(int width, int height, int depth) implements Serializable {

    private static final int LEAST = 16;
    private static final int MOST = 128;
    private static final int MOST_IN_SLICE = 256;
    // Volumes of block and surroundings that the computation of features needs at a time, besides the features.
    private static final int TEMPORARIES = 14;

    /** The largest size whose features and all that they need stay within the memory, as far as blocks can be made small. */
    static BlockSize within(final long bytes, final Scan scan, final VoxelFeatures features, final int mostSlices) {
        final boolean isFlat = features.reachAcrossSlices() == 0;
        final int most = isFlat ? MOST_IN_SLICE : MOST;
        BlockSize size = new BlockSize(Math.min(most, scan.width()), Math.min(most, scan.height()),
            isFlat ? 1 : Math.min(Math.min(most, scan.depth()), mostSlices));
        while (size.bytes(scan, features) > bytes && size.largest() > LEAST) {
            size = size.smaller();
        }
        return size;
    }

    private int largest() {
        return Math.max(width, Math.max(height, depth));
    }

    private BlockSize smaller() {
        if (width == largest()) {
            return new BlockSize((width + 1) / 2, height, depth);
        }
        return height == largest() ? new BlockSize(width, (height + 1) / 2, depth) : new BlockSize(width, height, (depth + 1) / 2);
    }

    /** Bands of blocks along x that give each of so many threads as much to do, and blocks of equal width. */
    BlockSize shared(final Scan scan, final int threads) {
        final int needed = (scan.height() + height - 1) / height;
        final int bands = (needed + threads - 1) / threads * threads;
        final int low = Math.max(Math.min(height, LEAST), (scan.height() + bands - 1) / bands);
        final int across = (scan.width() + width - 1) / width;
        return new BlockSize((scan.width() + across - 1) / across, low, depth);
    }

    /** What one thread needs for one block after the other of a band. */
    long bytes(final Scan scan, final VoxelFeatures features) {
        final long high = Math.min(scan.height(), height + 2L * features.reach());
        final long deep = Math.min(scan.depth(), depth + 2L * features.reachAcrossSlices());
        final long around = Math.min(scan.width(), width + 2L * features.reach()) * high * deep;
        return Float.BYTES * ((long) width * height * depth * features.names().size() + around * TEMPORARIES + scan.width() * high * deep);
    }
}
