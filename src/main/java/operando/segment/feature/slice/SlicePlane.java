package operando.segment.feature.slice;

import operando.segment.feature.block.GreyVolume;
import operando.segment.feature.block.VoxelBlock;

/**
 * A slice, or what was read of one around a box of it; rows along x, one after the other. Its ends are those of the image,
 * or lie far enough from the box that nothing in the box depends on them.
 *
 * @param left      pixels before the box along x, and so {@code up} along y
 * @param boxWidth  pixels of the box along x, and so {@code boxHeight} along y
 */
record SlicePlane(int width, int height, int left, int up, int boxWidth, int boxHeight, float[] grey) {

    /** Slice {@code z} of the box of a block, with its surroundings in the slice. */
    static SlicePlane of(final VoxelBlock block, final int z) {
        final GreyVolume read = block.read();
        final float[] grey = new float[read.width() * read.height()];
        System.arraycopy(read.grey(), read.index(0, 0, block.before() + z), grey, 0, grey.length);
        return new SlicePlane(read.width(), read.height(), block.left(), block.up(), block.width(), block.height(), grey);
    }

    /** A whole slice, all of it the box. */
    static SlicePlane whole(final int width, final int height, final float[] grey) {
        return new SlicePlane(width, height, 0, 0, width, height, grey);
    }

    /** All that was read, as if it were the whole slice. */
    SlicePlane asWhole() {
        return whole(width, height, grey);
    }

    /** The same place as a volume of one slice. */
    VoxelBlock asBlock() {
        return new VoxelBlock(0, 0, 0, boxWidth, boxHeight, 1, left, up, 0, new GreyVolume(width, height, 1, grey));
    }

    /** The same place with other values. */
    SlicePlane with(final float[] values) {
        return new SlicePlane(width, height, left, up, boxWidth, boxHeight, values);
    }

    /** Zeros at the same place. */
    SlicePlane zeros() {
        return with(new float[grey.length]);
    }

    /** The box and at most {@code reach} pixels around it. */
    SlicePlane around(final int reach) {
        final int fromX = Math.max(0, left - reach);
        final int fromY = Math.max(0, up - reach);
        final int across = Math.min(width, left + boxWidth + reach) - fromX;
        final int down = Math.min(height, up + boxHeight + reach) - fromY;
        if (across == width && down == height) {
            return this;
        }
        final float[] cut = new float[across * down];
        for (int row = 0; row < down; row++) {
            System.arraycopy(grey, (fromY + row) * width + fromX, cut, row * across, across);
        }
        return new SlicePlane(across, down, left - fromX, up - fromY, boxWidth, boxHeight, cut);
    }

    /** The values of the box. */
    float[] box() {
        final float[] cut = around(0).grey();
        return cut == grey ? grey.clone() : cut;
    }

    /** The row of the plane that stands for row {@code y}, which may lie outside. */
    int row(final int y) {
        return Math.max(0, Math.min(height - 1, y)) * width;
    }

    /** Copies row {@code y}, or the nearest one, with its ends repeated {@code reach} times on both sides. */
    void copyRow(final int y, final int reach, final float[] line) {
        final int from = row(y);
        System.arraycopy(grey, from, line, reach, width);
        java.util.Arrays.fill(line, 0, reach, grey[from]);
        java.util.Arrays.fill(line, reach + width, 2 * reach + width, grey[from + width - 1]);
    }
}
