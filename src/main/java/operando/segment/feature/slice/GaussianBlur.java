package operando.segment.feature.slice;

import java.util.Arrays;

/**
 * Gaussian smoothing of a slice with the kernel of ImageJ: cut off where the Gaussian falls below 0.0002, its end replaced
 * by a parabola that meets zero there; beyond the border the nearest pixel goes on. Along x, then along y.
 */
final class GaussianBlur {

    private static final double ACCURACY = 0.0002;
    private static final int SHORTEST_WITH_SMOOTH_END = 3;

    private final float[] kernel;

    /** @param sigma in pixels, above 0 and at most {@link DownsampledGaussian#LARGEST_FINE_SIGMA} */
    GaussianBlur(final double sigma) {
        kernel = kernel(sigma);
    }

    /** How many pixels beyond its own a smoothed pixel depends on. */
    static int reach(final double sigma) {
        return (int) Math.ceil(sigma * Math.sqrt(-2 * Math.log(ACCURACY)));
    }

    /** Its taps from the middle outwards. */
    static float[] kernel(final double sigma) {
        final int length = reach(sigma) + 1;
        final float[] kernel = new float[length];
        for (int k = 0; k < length; k++) {
            kernel[k] = (float) Math.exp(-0.5 * k * k / sigma / sigma);
        }
        if (length > SHORTEST_WITH_SMOOTH_END) {
            smoothEnd(kernel);
        }
        double sum = kernel[0];
        for (int k = 1; k < length; k++) {
            sum += 2 * kernel[k];
        }
        for (int k = 0; k < length; k++) {
            kernel[k] = (float) (kernel[k] / sum);
        }
        return kernel;
    }

    private static void smoothEnd(final float[] kernel) {
        final int length = kernel.length;
        double least = Double.MAX_VALUE;
        int at = length;
        while (at > length / 2) {
            at--;
            final double slope = Math.sqrt(kernel[at]) / (length - at);
            if (slope >= least) {
                break;
            }
            least = slope;
        }
        for (int k = at + 2; k < length; k++) {
            kernel[k] = (float) ((length - k) * (length - k) * least * least);
        }
    }

    SlicePlane of(final SlicePlane plane) {
        return alongY(alongX(plane));
    }

    private SlicePlane alongX(final SlicePlane from) {
        final SlicePlane to = from.zeros();
        final int reach = kernel.length - 1;
        final int width = from.width();
        final float[] line = new float[width + 2 * reach];
        final float[] sums = new float[width];
        for (int y = 0; y < from.height(); y++) {
            from.copyRow(y, reach, line);
            for (int x = 0; x < width; x++) {
                sums[x] = kernel[0] * line[x + reach];
            }
            for (int k = 1; k <= reach; k++) {
                addBoth(line, reach - k, reach + k, kernel[k], sums);
            }
            System.arraycopy(sums, 0, to.grey(), y * width, width);
        }
        return to;
    }

    private SlicePlane alongY(final SlicePlane from) {
        final SlicePlane to = from.zeros();
        final float[] sums = new float[from.width()];
        for (int y = 0; y < from.height(); y++) {
            Arrays.fill(sums, 0);
            final int here = from.row(y);
            for (int x = 0; x < sums.length; x++) {
                sums[x] = kernel[0] * from.grey()[here + x];
            }
            for (int k = 1; k < kernel.length; k++) {
                addBoth(from.grey(), from.row(y - k), from.row(y + k), kernel[k], sums);
            }
            System.arraycopy(sums, 0, to.grey(), here, sums.length);
        }
        return to;
    }

    private static void addBoth(final float[] values, final int before, final int after, final float weight, final float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * (values[before + x] + values[after + x]);
        }
    }
}
