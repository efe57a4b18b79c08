package operando.segment.learn;

/** Gaussian smoothing, one axis after the other; beyond the border the nearest voxel goes on. Cut off at three sigma. */
final class Blur {

    private static final double CUT = 3;

    private final float[] kernel;

    /** @param sigma in voxels, above 0 */
    Blur(final double sigma) {
        kernel = new float[reach(sigma) + 1];
        double sum = 0;
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] = (float) Math.exp(-k * k / (2 * sigma * sigma));
            sum += k == 0 ? kernel[k] : 2 * kernel[k];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= (float) sum;
        }
    }

    /** How many voxels beyond its own a smoothed voxel depends on. */
    static int reach(final double sigma) {
        return (int) Math.ceil(CUT * sigma);
    }

    GreyVolume of(final GreyVolume volume) {
        final GreyVolume one = volume.sameSize();
        final GreyVolume two = volume.sameSize();
        alongX(volume, one);
        along(one, two, volume.width(), volume.height(), volume.depth());
        along(two, one, volume.width() * volume.height(), volume.depth(), 1);
        return one;
    }

    private void alongX(final GreyVolume from, final GreyVolume to) {
        final int reach = kernel.length - 1;
        final int width = from.width();
        final float[] line = new float[width + 2 * reach];
        final float[] sums = new float[width];
        for (int start = 0; start < from.grey().length; start += width) {
            System.arraycopy(from.grey(), start, line, reach, width);
            java.util.Arrays.fill(line, 0, reach, line[reach]);
            java.util.Arrays.fill(line, reach + width, line.length, line[reach + width - 1]);
            for (int x = 0; x < width; x++) {
                sums[x] = kernel[0] * line[x + reach];
            }
            for (int k = 1; k <= reach; k++) {
                addBoth(line, reach - k, reach + k, kernel[k], sums, width);
            }
            System.arraycopy(sums, 0, to.grey(), start, width);
        }
    }

    private static void addBoth(final float[] line, final int before, final int after, final float weight, final float[] sums,
        final int count) {
        for (int x = 0; x < count; x++) {
            sums[x] += weight * (line[x + before] + line[x + after]);
        }
    }

    /** Lines of {@code count} voxels that lie {@code stride} apart, all voxels between them at a time. */
    private void along(final GreyVolume from, final GreyVolume to, final int stride, final int count, final int repeats) {
        if (count == 1) {
            System.arraycopy(from.grey(), 0, to.grey(), 0, from.grey().length);
            return;
        }
        final float[] sums = new float[stride];
        for (int r = 0; r < repeats; r++) {
            final int base = r * stride * count;
            for (int at = 0; at < count; at++) {
                final int here = base + at * stride;
                for (int i = 0; i < stride; i++) {
                    sums[i] = kernel[0] * from.grey()[here + i];
                }
                for (int k = 1; k < kernel.length; k++) {
                    addBoth(from.grey(), base + Math.max(0, at - k) * stride, base + Math.min(count - 1, at + k) * stride,
                        kernel[k], sums, stride);
                }
                System.arraycopy(sums, 0, to.grey(), here, stride);
            }
        }
    }
}
