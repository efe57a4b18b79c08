package operando.segment.learn;

/**
 * A derivative of given order along one axis of what a Gaussian smooths; beyond the border the image is mirrored in its
 * last pixel. The kernel is the sampled derivative of the Gaussian density, that of order 0 normalised. Positive for rising
 * values when the order is 1.
 */
final class GaussianDerivative {

    private static final int[] RADII = {3, 4, 4, 5};

    private final int order;
    private final double[] kernel;
    private final boolean fitted;

    private GaussianDerivative(final double[] kernel) {
        order = 0;
        fitted = false;
        this.kernel = kernel;
    }

    /**
     * The smoothing of volumes: cut off at three sigma, its end replaced by a parabola that meets zero, the same however
     * short an axis is.
     */
    static GaussianDerivative smoothing(final double sigma) {
        final int length = smoothingReach(sigma) + 1;
        final double[] kernel = new double[length];
        for (int k = 0; k < length; k++) {
            kernel[k] = Math.exp(-k * k / (2 * sigma * sigma));
        }
        double least = Double.POSITIVE_INFINITY;
        int at = length - 1;
        while (at > 0 && kernel[at] / ((length - at) * (length - at)) < least) {
            least = kernel[at] / ((length - at) * (length - at));
            at--;
        }
        for (int k = at + 2; k < length; k++) {
            kernel[k] = least * (length - k) * (length - k);
        }
        normalise(kernel);
        return new GaussianDerivative(kernel);
    }

    static int smoothingReach(final double sigma) {
        return Math.max(2, (int) (3 * sigma + 0.5) + 1) - 1;
    }

    private static void normalise(final double[] kernel) {
        double sum = kernel[0];
        for (int k = 1; k < kernel.length; k++) {
            sum += 2 * kernel[k];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= sum;
        }
    }

    /**
     * @param order 0 smooths only
     * @param sigma in voxels
     */
    GaussianDerivative(final int order, final double sigma) {
        this.order = order;
        fitted = true;
        kernel = new double[reach(order, sigma) + 1];
        for (int k = 0; k < kernel.length; k++) {
            final double gauss = Math.exp(-k * k / (2 * sigma * sigma));
            kernel[k] = order == 0 ? gauss : (order % 2 == 0 ? 1 : -1) * hermite(order, k / sigma) * gauss
                / (Math.sqrt(2 * Math.PI) * Math.pow(sigma, order + 1));
        }
        if (order == 0) {
            normalise(kernel);
        }
    }

    /** How many voxels beyond its own a derivative depends on. */
    static int reach(final int order, final double sigma) {
        return (int) (RADII[Math.min(order, RADII.length - 1)] * sigma);
    }

    private static double hermite(final int order, final double at) {
        double before = 1;
        double here = at;
        for (int n = 1; n < order; n++) {
            final double next = at * here - n * before;
            before = here;
            here = next;
        }
        return order == 0 ? before : here;
    }

    /** The taps for an axis of {@code length} voxels: no more than the axis has, and then normalised anew. */
    private double[] taps(final int length) {
        if (!fitted || kernel.length <= length) {
            return kernel;
        }
        final double[] taps = java.util.Arrays.copyOf(kernel, length);
        if (order == 0) {
            normalise(taps);
        }
        return taps;
    }

    private float[] ofSinglePixel(final float[] values) {
        return order == 0 ? values : new float[values.length];
    }

    SlicePlane alongX(final SlicePlane from) {
        final int width = from.width();
        if (width == 1) {
            return from.with(ofSinglePixel(from.grey()));
        }
        final double[] taps = taps(width);
        final int reach = taps.length - 1;
        final SlicePlane to = from.zeros();
        final double[] line = new double[width + 2 * reach];
        final double[] sums = new double[width];
        for (int start = 0; start < from.grey().length; start += width) {
            for (int x = -reach; x < width + reach; x++) {
                line[x + reach] = from.grey()[start + mirrored(x, width)];
            }
            for (int x = 0; x < width; x++) {
                sums[x] = taps[0] * line[x + reach];
            }
            for (int k = 1; k <= reach; k++) {
                add(line, reach - k, reach + k, taps[k], sums);
            }
            store(sums, to.grey(), start);
        }
        return to;
    }

    SlicePlane alongY(final SlicePlane from) {
        final int height = from.height();
        if (height == 1) {
            return from.with(ofSinglePixel(from.grey()));
        }
        final double[] taps = taps(height);
        final SlicePlane to = from.zeros();
        final double[] sums = new double[from.width()];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < sums.length; x++) {
                sums[x] = taps[0] * from.grey()[from.row(y) + x];
            }
            for (int k = 1; k < taps.length; k++) {
                add(from.grey(), from.row(mirrored(y - k, height)), from.row(mirrored(y + k, height)), taps[k], sums);
            }
            store(sums, to.grey(), from.row(y));
        }
        return to;
    }

    private static int mirrored(final int at, final int length) {
        final int round = Math.floorMod(at, 2 * (length - 1));
        return Math.min(round, 2 * (length - 1) - round);
    }

    private void add(final double[] values, final int before, final int after, final double weight, final double[] sums) {
        if (order % 2 == 0) {
            for (int x = 0; x < sums.length; x++) {
                sums[x] += weight * (values[before + x] + values[after + x]);
            }
        } else {
            for (int x = 0; x < sums.length; x++) {
                sums[x] += weight * (values[before + x] - values[after + x]);
            }
        }
    }

    private void add(final float[] values, final int before, final int after, final double weight, final double[] sums) {
        final double opposite = order % 2 == 0 ? weight : -weight;
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * values[before + x] + opposite * values[after + x];
        }
    }

    private static void store(final double[] sums, final float[] to, final int at) {
        for (int x = 0; x < sums.length; x++) {
            to[at + x] = (float) sums[x];
        }
    }
}
