package operando.segment.feature;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import operando.engine.Cores;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.segment.feature.block.VoxelBlock;

/**
 * A scan with cubes of voxels taken together into their mean, and what its features are at voxels of the scan itself. Cubes begin at the
 * scan's first voxel and are cut off at its end.
 */
final class CoarseStack implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Of a Gaussian, in coarse voxels. */
    private static final double SIGMA = 2;
    private static final int REACH = 2 * Blur.reach(SIGMA) + 1;

    private final int factor;
    private final int width;
    private final int height;
    private final float[][] slices;

    private CoarseStack(final int factor, final int width, final int height, final float[][] slices) {
        this.factor = factor;
        this.width = width;
        this.height = height;
        this.slices = slices;
    }

    /** The mean of cubes of so many voxels along each axis. */
    static CoarseStack of(final Scan scan, final int factor, final Cores cores) {
        final int width = parts(scan.width(), factor);
        final int height = parts(scan.height(), factor);
        final float[][] slices = new float[parts(scan.depth(), factor)][];
        cores.forEach(slices.length, z -> slices[z] = means(scan, z * factor, Math.min(scan.depth(), (z + 1) * factor), factor));
        return new CoarseStack(factor, width, height, slices);
    }

    /** The same taken together once more. */
    CoarseStack coarser(final int by, final Cores cores) {
        final CoarseStack coarse = of(scan(), by, cores);
        return new CoarseStack(factor * by, coarse.width, coarse.height, coarse.slices);
    }

    /** Bytes of the stack of a scan, and of the slices that are read while it is made. */
    static long bytesToMake(final Scan scan, final int factor, final int threads) {
        return Float.BYTES * ((long) parts(scan.width(), factor) * parts(scan.height(), factor) * parts(scan.depth(), factor)
            + 2L * threads * scan.width() * scan.height());
    }

    long bytes() {
        return (long) Float.BYTES * width * height * slices.length;
    }

    private static int parts(final int length, final int factor) {
        return (length + factor - 1) / factor;
    }

    private static float[] means(final Scan scan, final int fromZ, final int toZ, final int factor) {
        final int width = parts(scan.width(), factor);
        final double[] sums = new double[width * parts(scan.height(), factor)];
        final int[] counts = new int[sums.length];
        final float[] slice = new float[scan.width() * scan.height()];
        for (int z = fromZ; z < toZ; z++) {
            scan.readBlock(0, 0, z, scan.width(), scan.height(), 1, slice);
            for (int y = 0, i = 0; y < scan.height(); y++) {
                for (int x = 0; x < scan.width(); x++) {
                    final int cube = y / factor * width + x / factor;
                    sums[cube] += slice[i++];
                    counts[cube]++;
                }
            }
        }
        final float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / counts[i]);
        }
        return means;
    }

    private Scan scan() {
        return new MemoryScan("coarse stack", width, height, List.of(slices), Optional.empty());
    }

    /**
     * The features at a sigma of twice the factor of the voxels of a block: smoothed grey value, gradient, eigenvalues of the Hessian and of the
     * structure tensor, the largest first. Between the middles of cubes they are interpolated linearly.
     */
    float[][] of(final VoxelBlock block) {
        final Places x = Places.of(block.x(), block.width(), factor, width);
        final Places y = Places.of(block.y(), block.height(), factor, height);
        final Places z = Places.of(block.z(), block.depth(), factor, slices.length);
        final VoxelBlock coarse = VoxelBlock.read(scan(), x.first, y.first, z.first, x.count, y.count, z.count, REACH, REACH);
        final Blur blur = new Blur(SIGMA);
        final VoxelBlock smooth = blur.of(coarse, 1 + Blur.reach(SIGMA));
        final Derivatives derivatives = new Derivatives(smooth, SIGMA);
        final float[][] hessian = derivatives.hessian();
        final float[][] structure = derivatives.structure(blur);
        final float[][] all = {smooth.box(smooth.read()), derivatives.gradient(), hessian[0], hessian[1], hessian[2], structure[0], structure[1], structure[2]};
        return Arrays.stream(all).map(values -> between(values, x, y, z)).toArray(float[][]::new);
    }

    private static float[] between(final float[] coarse, final Places x, final Places y, final Places z) {
        final float[] fine = new float[x.low.length * y.low.length * z.low.length];
        int to = 0;
        for (int k = 0; k < z.low.length; k++) {
            for (int j = 0; j < y.low.length; j++) {
                final int row00 = (z.low[k] * y.count + y.low[j]) * x.count;
                final int row01 = (z.low[k] * y.count + y.high(j)) * x.count;
                final int row10 = (z.high(k) * y.count + y.low[j]) * x.count;
                final int row11 = (z.high(k) * y.count + y.high(j)) * x.count;
                for (int i = 0; i < x.low.length; i++) {
                    final float before = x.at(coarse, row00, i) * (1 - y.share[j]) + x.at(coarse, row01, i) * y.share[j];
                    final float after = x.at(coarse, row10, i) * (1 - y.share[j]) + x.at(coarse, row11, i) * y.share[j];
                    fine[to++] = before * (1 - z.share[k]) + after * z.share[k];
                }
            }
        }
        return fine;
    }

    /**
     * Where voxels along an axis lie among the middles of coarse ones.
     *
     * @param first coarse voxel that they need, and {@code count} of them
     * @param low   for each voxel the coarse one before it, from the first
     * @param share of the one after it
     */
    private record Places(int first, int count, int[] low, float[] share) {

        private static Places of(final int from, final int length, final int factor, final int coarse) {
            final int[] low = new int[length];
            final float[] share = new float[length];
            for (int i = 0; i < length; i++) {
                final double at = Math.max(0, Math.min(coarse - 1, (from + i - (factor - 1) / 2.0) / factor));
                low[i] = Math.min((int) at, Math.max(0, coarse - 2));
                share[i] = (float) (at - low[i]);
            }
            final int first = low[0];
            final int count = Math.min(coarse - 1, low[length - 1] + 1) - first + 1;
            for (int i = 0; i < length; i++) {
                low[i] -= first;
            }
            return new Places(first, count, low, share);
        }

        private int high(final int i) {
            return Math.min(count - 1, low[i] + 1);
        }

        private float at(final float[] values, final int row, final int i) {
            return values[row + low[i]] * (1 - share[i]) + values[row + high(i)] * share[i];
        }
    }
}
