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

    /**
     * @param order 0 smooths only
     * @param sigma in voxels
     */
    GaussianDerivative(final int order, final double sigma) {
        this.order = order;
        kernel = new double[reach(order, sigma) + 1];
        double sum = 0;
        for (int k = 0; k < kernel.length; k++) {
            final double gauss = Math.exp(-k * k / (2 * sigma * sigma));
            kernel[k] = order == 0 ? gauss : (order % 2 == 0 ? 1 : -1) * hermite(order, k / sigma) * gauss
                / (Math.sqrt(2 * Math.PI) * Math.pow(sigma, order + 1));
            sum += k == 0 ? kernel[k] : 2 * kernel[k];
        }
        for (int k = 0; k < kernel.length && order == 0; k++) {
            kernel[k] /= sum;
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
        if (kernel.length <= length) {
            return kernel;
        }
        final double[] taps = java.util.Arrays.copyOf(kernel, length);
        if (order == 0) {
            double sum = taps[0];
            for (int k = 1; k < length; k++) {
                sum += 2 * taps[k];
            }
            for (int k = 0; k < length; k++) {
                taps[k] /= sum;
            }
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
        final int positive = Math.abs(at);
        return positive < length ? positive : 2 * (length - 1) - positive;
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
