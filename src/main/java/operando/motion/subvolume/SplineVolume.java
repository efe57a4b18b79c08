package operando.motion.subvolume;

import operando.engine.Cores;

/**
 * A block of grey values as a tensor product of cubic B-splines that passes through every grey value: coefficients by
 * the recursive filter of Unser, Aldroubi and Eden (IEEE Trans. Signal Process. 41, 834, 1993) with mirrored ends.
 * Axes x (fastest), y, z; voxel centres lie at whole numbers.
 */
public final class SplineVolume {

    static final double POLE = Math.sqrt(3) - 2;
    private static final int START_TERMS = 16;
    private static final int COLUMNS = 64;

    final int width;
    final int height;
    final int depth;
    final float[] coefficients;

    private SplineVolume(final int width, final int height, final int depth, final float[] coefficients) {
        this.width = width;
        this.height = height;
        this.depth = depth;
        this.coefficients = coefficients;
    }

    /** Takes a copy of {@code grey}; cost is linear in the number of voxels. */
    public static SplineVolume of(final float[] grey, final int width, final int height, final int depth, final Cores cores) {
        final float[] c = grey.clone();
        final int plane = width * height;
        cores.forEach(depth, z -> {
            for (int y = 0; y < height; y++) {
                filter(c, z * plane + y * width, 1, width, 1);
            }
            filterColumns(c, z * plane, width, height, width);
        });
        cores.forEach(height, y -> filterColumns(c, y * width, plane, depth, width));
        return new SplineVolume(width, height, depth, c);
    }

    private static void filterColumns(final float[] c, final int start, final int stride, final int length,
        final int columns) {
        for (int x = 0; x < columns; x += COLUMNS) {
            filter(c, start + x, stride, length, Math.min(COLUMNS, columns - x));
        }
    }

    /** Filters {@code lines} neighbouring lines of {@code length} values that lie {@code stride} apart. */
    static void filter(final float[] c, final int start, final int stride, final int length, final int lines) {
        if (length < 2) {
            return;
        }
        final float pole = (float) POLE;
        final float gain = (float) ((1 - POLE) * (1 - 1 / POLE));
        for (int i = 0; i < length; i++) {
            for (int x = start + i * stride, end = x + lines; x < end; x++) {
                c[x] *= gain;
            }
        }
        for (int x = start; x < start + lines; x++) {
            c[x] = mirroredSum(c, x, stride, length);
        }
        for (int i = 1; i < length; i++) {
            for (int x = start + i * stride, end = x + lines; x < end; x++) {
                c[x] += pole * c[x - stride];
            }
        }
        final int last = start + (length - 1) * stride;
        final float turn = (float) (POLE / (POLE * POLE - 1));
        for (int x = last; x < last + lines; x++) {
            c[x] = turn * (c[x] + pole * c[x - stride]);
        }
        for (int i = length - 2; i >= 0; i--) {
            for (int x = start + i * stride, end = x + lines; x < end; x++) {
                c[x] = pole * (c[x + stride] - c[x]);
            }
        }
    }

    // The causal filter's state at the first sample, as if the line went on mirrored; later terms vanish in floats.
    private static float mirroredSum(final float[] c, final int start, final int stride, final int length) {
        double sum = 0;
        double power = 1;
        for (int i = 0; i < START_TERMS; i++) {
            final int period = 2 * (length - 1);
            final int k = i % period;
            sum += power * c[start + Math.min(k, period - k) * stride];
            power *= POLE;
        }
        return (float) sum;
    }

    /**
     * The derivative of the spline through {@code grey} at every voxel centre along the axis with the given stride.
     */
    static float[] derivative(final float[] grey, final int width, final int height, final int depth, final int axis,
        final Cores cores) {
        final float[] c = grey.clone();
        final float[] slope = new float[c.length];
        final int plane = width * height;
        if (axis == 0) {
            cores.forEach(depth, z -> {
                for (int y = 0; y < height; y++) {
                    final int start = z * plane + y * width;
                    filter(c, start, 1, width, 1);
                    differences(c, slope, start, 1, width, 1);
                }
            });
        } else if (axis == 1) {
            cores.forEach(depth, z -> {
                filterColumns(c, z * plane, width, height, width);
                differences(c, slope, z * plane, width, height, width);
            });
        } else {
            cores.forEach(height, y -> {
                filterColumns(c, y * width, plane, depth, width);
                differences(c, slope, y * width, plane, depth, width);
            });
        }
        return slope;
    }

    // At the mirrored ends the slope is zero.
    private static void differences(final float[] c, final float[] slope, final int start, final int stride,
        final int length, final int lines) {
        for (int i = 1; i < length - 1; i++) {
            for (int x = start + i * stride, end = x + lines; x < end; x++) {
                slope[x] = 0.5f * (c[x + stride] - c[x - stride]);
            }
        }
    }
}
