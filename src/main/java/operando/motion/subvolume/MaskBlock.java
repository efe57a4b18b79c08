package operando.motion.subvolume;

import java.util.Arrays;

import operando.cell.InputException;
import operando.scan.Scan;

/** A block of a mask: what is not zero counts. Axes x (fastest), y, z. */
public record MaskBlock(int width, int height, int depth, boolean[] counts) {

    /**
     * Reads the box from {@code low} to {@code high} (exclusive), cut off at the scan's borders. A voxel counts only if
     * all voxels of the cube within {@code margin} of it do, or lie outside the box.
     */
    public static MaskBlock read(final Scan mask, final int[] low, final int[] high, final int margin) {
        final int x = Math.max(0, low[0]);
        final int y = Math.max(0, low[1]);
        final int z = Math.max(0, low[2]);
        final int width = Math.min(mask.width(), high[0]) - x;
        final int height = Math.min(mask.height(), high[1]) - y;
        final int depth = Math.min(mask.depth(), high[2]) - z;
        final float[] values = new float[width * height * depth];
        mask.readBlock(x, y, z, width, height, depth, values);
        final boolean[] counts = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            counts[i] = values[i] != 0;
        }
        final MaskBlock block = new MaskBlock(width, height, depth, counts);
        block.erode(1, width, margin);
        block.erode(width, height, margin);
        block.erode(width * height, depth, margin);
        return block;
    }

    private void erode(final int stride, final int length, final int margin) {
        final boolean[] line = new boolean[length];
        for (int start = 0; start < counts.length && margin > 0; start++) {
            if (start / stride % length == 0) {
                Arrays.fill(line, true);
                for (int i = 0; i < length; i++) {
                    if (!counts[start + i * stride]) {
                        Arrays.fill(line, Math.max(0, i - margin), Math.min(length, i + margin + 1), false);
                    }
                }
                for (int i = 0; i < length; i++) {
                    counts[start + i * stride] = line[i];
                }
            }
        }
    }

    public boolean any() {
        for (final boolean counted : counts) {
            if (counted) {
                return true;
            }
        }
        return false;
    }

    /** Whether the voxel nearest to a point counts; none does outside the block. */
    boolean countsAt(final double x, final double y, final double z) {
        final int i = (int) Math.rint(x);
        final int j = (int) Math.rint(y);
        final int k = (int) Math.rint(z);
        return i >= 0 && j >= 0 && k >= 0 && i < width && j < height && k < depth && counts[(k * height + j) * width + i];
    }

    /** @throws InputException if the mask has another size than the scan, or is zero everywhere */
    public static void check(final Scan mask, final Scan scan) {
        mask.requireSizeOf(scan);
        for (int z = 0; z < mask.depth(); z++) {
            if (read(mask, new int[] {0, 0, z}, new int[] {mask.width(), mask.height(), z + 1}, 0).any()) {
                return;
            }
        }
        throw new InputException(mask.name(), "the mask is zero everywhere, so that no voxel would count",
            "give a mask that is not zero where the motion is wanted");
    }
}
