package operando.segment.filter;

import java.util.Arrays;
import java.util.stream.IntStream;

import operando.engine.Cores;

/**
 * Edge-preserving denoising in three dimensions: a cross bilateral filter (Eisemann and Durand 2004; Petschnigg et al. 2004). Each
 * voxel becomes a mean over the 5 × 5 × 5 voxels around it of those whose neighbourhood is as bright: a Gaussian-smoothed copy, in
 * which noise is a fifth, says how alike two places are, and the weight falls to nothing (Tukey's biweight) at a multiple of that
 * copy's noise. A second round compares in the outcome of the first. With the noise goes the strength: without noise, nothing
 * changes.
 *
 * <p>Cost: about 250 weights a voxel. Needs {@link #HALO} voxels around.
 */
final class Denoising {

    /** Voxels that are read around those that are denoised. */
    static final int HALO = 7;

    private static final int REACH = 2;
    private static final double SPATIAL = 1.5;
    private static final double GUIDE = 0.8;
    private static final int GUIDE_REACH = 3;
    /** Where the weight falls to nothing, in noise of what is compared. */
    private static final double LIMIT = 4;
    /** Part of the noise that the first round leaves well inside a phase, as it is taken for the second. */
    private static final double LEFT = 0.12;

    private final int width;
    private final int height;
    private final float noise;

    /** @param noise standard deviation of the grey values within a phase */
    Denoising(final int width, final int height, final double noise) {
        this.width = width;
        this.height = height;
        this.noise = (float) noise;
    }

    /**
     * @param slices grey values, {@link #HALO} slices more at both ends than are wanted; clamped at the sides
     * @return the slices without the halo
     */
    float[][] denoise(final float[][] slices, final Cores cores) {
        final float[][] guide = smooth(slices, cores);
        final float guideNoise = (float) (noise * Math.pow(squares(kernel()), 1.5));
        final float[][] first = average(slices, guide, (float) (LIMIT * guideNoise), cores);
        final float[][] inner = Arrays.copyOfRange(slices, GUIDE_REACH + REACH, slices.length - GUIDE_REACH - REACH);
        return average(inner, first, (float) (LIMIT * LEFT * noise), cores);
    }

    private static double[] kernel() {
        final double[] kernel = new double[2 * GUIDE_REACH + 1];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = Math.exp(-(i - GUIDE_REACH) * (i - GUIDE_REACH) / (2 * GUIDE * GUIDE));
        }
        final double sum = Arrays.stream(kernel).sum();
        return Arrays.stream(kernel).map(weight -> weight / sum).toArray();
    }

    private static double squares(final double[] kernel) {
        return Arrays.stream(kernel).map(weight -> weight * weight).sum();
    }

    private float[][] smooth(final float[][] slices, final Cores cores) {
        final double[] kernel = kernel();
        final float[][] smooth = new float[slices.length - 2 * GUIDE_REACH][width * height];
        cores.forEach(smooth.length, k -> {
            final float[] along = new float[width * height];
            for (int i = 0; i < kernel.length; i++) {
                addScaled(along, slices[k + i], (float) kernel[i]);
            }
            final float[] alongY = new float[width * height];
            for (int y = 0; y < height; y++) {
                for (int i = 0; i < kernel.length; i++) {
                    final int from = clamp(y + i - GUIDE_REACH, height) * width;
                    for (int x = 0; x < width; x++) {
                        alongY[y * width + x] += (float) kernel[i] * along[from + x];
                    }
                }
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    float sum = 0;
                    for (int i = 0; i < kernel.length; i++) {
                        sum += (float) kernel[i] * alongY[y * width + clamp(x + i - GUIDE_REACH, width)];
                    }
                    smooth[k][y * width + x] = sum;
                }
            }
        });
        return smooth;
    }

    private static void addScaled(final float[] sum, final float[] values, final float factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * values[i];
        }
    }

    private static int clamp(final int at, final int count) {
        return Math.max(0, Math.min(count - 1, at));
    }

    /** The guide has {@code slices.length - 2 × skipped} slices; the outcome {@link #REACH} fewer at both ends. */
    private float[][] average(final float[][] slices, final float[][] guide, final float limit, final Cores cores) {
        final int skipped = (slices.length - guide.length) / 2;
        final float[][] result = new float[guide.length - 2 * REACH][];
        final float inverse = limit > 0 ? 1 / (limit * limit) : Float.MAX_VALUE;
        cores.forEach(result.length, k -> result[k] = averageSlice(slices, guide, k + REACH, skipped, inverse));
        return result;
    }

    private float[] averageSlice(final float[][] slices, final float[][] guide, final int k, final int skipped, final float inverse) {
        final float[] result = new float[width * height];
        final float[] sum = new float[width];
        final float[] weights = new float[width];
        final float[] values = new float[width + 2 * REACH];
        final float[] compared = new float[width + 2 * REACH];
        final float[] own = new float[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sum, 0);
            Arrays.fill(weights, 0);
            System.arraycopy(guide[k], y * width, own, 0, width);
            for (int dz = -REACH; dz <= REACH; dz++) {
                for (int dy = -REACH; dy <= REACH; dy++) {
                    padded(slices[k + skipped + dz], clamp(y + dy, height), values);
                    padded(guide[k + dz], clamp(y + dy, height), compared);
                    for (int dx = -REACH; dx <= REACH; dx++) {
                        final float near = (float) Math.exp(-(dx * dx + dy * dy + dz * dz) / (2 * SPATIAL * SPATIAL));
                        add(values, compared, own, REACH + dx, near, inverse, sum, weights);
                    }
                }
            }
            for (int x = 0; x < width; x++) {
                result[y * width + x] = sum[x] / weights[x];
            }
        }
        return result;
    }

    private static void add(final float[] values, final float[] compared, final float[] own, final int shift, final float near, final float inverse,
        final float[] sum, final float[] weights) {
        for (int x = 0; x < own.length; x++) {
            final float difference = compared[x + shift] - own[x];
            final float like = Math.max(0, 1 - difference * difference * inverse);
            final float weight = near * like * like;
            sum[x] += weight * values[x + shift];
            weights[x] += weight;
        }
    }

    private void padded(final float[] slice, final int y, final float[] row) {
        System.arraycopy(slice, y * width, row, REACH, width);
        for (int i = 0; i < REACH; i++) {
            row[i] = slice[y * width];
            row[row.length - 1 - i] = slice[y * width + width - 1];
        }
    }

    /** Which slices to read for {@code count} slices from {@code from} on, clamped at the ends of the stack. */
    static int[] read(final int from, final int count, final int depth) {
        return IntStream.range(from - HALO, from + count + HALO).map(z -> clamp(z, depth)).toArray();
    }
}
