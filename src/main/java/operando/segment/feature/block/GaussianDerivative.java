package operando.segment.feature.block;

/**
 * A derivative of given order along one axis of what a Gaussian smooths; beyond the border the image is mirrored in its
 * last pixel. The kernel is the sampled derivative of the Gaussian density, that of order 0 normalised. Positive for rising
 * values when the order is 1.
 */
public final class GaussianDerivative implements AxisFilter {

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

    public static int smoothingReach(final double sigma) {
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
    public static int reach(final int order, final double sigma) {
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

    /** A single voxel has no derivatives. */
    @Override
    public Kernel1D on(final int length) {
        return new Kernel1D(order % 2 == 0, length == 1 ? new double[] {order == 0 ? 1 : 0} : taps(length));
    }

    /** Mirrored in the last voxel. */
    @Override
    public int inside(final int at, final int length) {
        if (length == 1) {
            return 0;
        }
        final int round = Math.floorMod(at, 2 * (length - 1));
        return Math.min(round, 2 * (length - 1) - round);
    }
}
