package operando.motion.subvolume;

import java.util.Arrays;

import operando.engine.Cores;
import operando.scan.Scan;

/**
 * A block of a scan in memory, about its own mean, so that sums over it lose nothing in floats. Its first voxel is the
 * voxel (x, y, z) of the scan; axes x (fastest), y, z.
 */
public record GreyBlock(int x, int y, int z, int width, int height, int depth, float[] grey) {

    /** Reads the box from {@code low} to {@code high} (exclusive), cut off at the scan's borders. */
    public static GreyBlock read(final Scan scan, final int[] low, final int[] high) {
        final int x = Math.max(0, low[0]);
        final int y = Math.max(0, low[1]);
        final int z = Math.max(0, low[2]);
        final int width = Math.min(scan.width(), high[0]) - x;
        final int height = Math.min(scan.height(), high[1]) - y;
        final int depth = Math.min(scan.depth(), high[2]) - z;
        final float[] grey = new float[Math.multiplyExact(Math.multiplyExact(width, height), depth)];
        scan.readBlock(x, y, z, width, height, depth, grey);
        return new GreyBlock(x, y, z, width, height, depth, centred(grey));
    }

    /**
     * The whole scan with cubes of {@code bin} voxels a side averaged into one; what does not fill a cube is left out.
     * The centre of the voxel i lies at bin · i + (bin − 1)/2.
     */
    public static GreyBlock binned(final Scan scan, final int bin, final Cores cores) {
        final int width = Math.max(1, scan.width() / bin);
        final int height = Math.max(1, scan.height() / bin);
        final int depth = Math.max(1, scan.depth() / bin);
        final float[] grey = new float[Math.multiplyExact(Math.multiplyExact(width, height), depth)];
        cores.forEach(depth, z -> {
            final float[] rows = new float[scan.width() * bin];
            for (int k = 0; k < bin && z * bin + k < scan.depth(); k++) {
                for (int y = 0; y < height; y++) {
                    final int count = Math.min(bin, scan.height());
                    scan.readBlock(0, y * bin, z * bin + k, scan.width(), count, 1, rows);
                    final int to = (z * height + y) * width;
                    for (int j = 0; j < count; j++) {
                        for (int x = 0; x < width * bin; x++) {
                            grey[to + x / bin] += rows[j * scan.width() + Math.min(x, scan.width() - 1)];
                        }
                    }
                }
            }
        });
        final float scale = 1f / (bin * bin * bin);
        for (int i = 0; i < grey.length; i++) {
            grey[i] *= scale;
        }
        return new GreyBlock(0, 0, 0, width, height, depth, centred(grey));
    }

    private static float[] centred(final float[] grey) {
        double sum = 0;
        for (final float value : grey) {
            sum += value;
        }
        final float mean = (float) (sum / grey.length);
        for (int i = 0; i < grey.length; i++) {
            grey[i] -= mean;
        }
        return grey;
    }

    public GreyBlock smoothed(final Smoothing smoothing, final Cores cores) {
        return new GreyBlock(x, y, z, width, height, depth, smoothing.apply(grey, width, height, depth, cores));
    }

    /** Copies a cube whose first voxel is the block's voxel (i, j, k); what lies outside is zero, the mean. */
    void copyCube(final int i, final int j, final int k, final int side, final float[] to) {
        Arrays.fill(to, 0, side * side * side, 0);
        final int from = Math.max(0, -i);
        final int count = Math.min(side, width - i) - from;
        for (int c = Math.max(0, -k); c < Math.min(side, depth - k) && count > 0; c++) {
            for (int b = Math.max(0, -j); b < Math.min(side, height - j); b++) {
                System.arraycopy(grey, ((k + c) * height + j + b) * width + i + from, to, (c * side + b) * side + from,
                    count);
            }
        }
    }
}
