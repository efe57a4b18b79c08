package operando.segment.learn;

/** Gaussian derivatives of a slice at one sigma, and what is made of them. */
final class SliceDerivatives {

    private final SlicePlane plane;
    private final double sigma;

    /**
     * @param plane with at least the reach around its box, or the image's end
     * @param sigma in pixels
     */
    SliceDerivatives(final SlicePlane plane, final double sigma) {
        this.plane = plane;
        this.sigma = sigma;
    }

    /** The derivative of these orders along x and y. */
    SlicePlane of(final int alongX, final int alongY) {
        final SlicePlane given = plane.around(Math.max(GaussianDerivative.reach(alongX, sigma), GaussianDerivative.reach(alongY, sigma)));
        return derivative(given, alongX, alongY);
    }

    private SlicePlane derivative(final SlicePlane given, final int alongX, final int alongY) {
        return new GaussianDerivative(alongY, sigma).alongY(new GaussianDerivative(alongX, sigma).alongX(given));
    }

    /** Sum of the second derivatives. */
    float[] laplacian() {
        final float[] sum = of(2, 0).box();
        final float[] other = of(0, 2).box();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    static int structureReach(final double sigma, final double integration) {
        return GaussianDerivative.reach(1, sigma) + GaussianDerivative.reach(0, integration);
    }

    /** The magnitudes of the structure tensor's eigenvalues, the largest first; its products smoothed by {@code integration}. */
    float[][] structure(final double integration) {
        final SlicePlane given = plane.around(structureReach(sigma, integration));
        final SlicePlane x = derivative(given, 1, 0).around(GaussianDerivative.reach(0, integration));
        final SlicePlane y = derivative(given, 0, 1).around(GaussianDerivative.reach(0, integration));
        final float[] xx = smoothedProduct(x, x, integration);
        final float[] xy = smoothedProduct(x, y, integration);
        final float[] yy = smoothedProduct(y, y, integration);
        final float[][] eigenvalues = new float[2][xx.length];
        for (int i = 0; i < xx.length; i++) {
            final double mean = ((double) xx[i] + yy[i]) / 2;
            final double root = Math.hypot(((double) xx[i] - yy[i]) / 2, xy[i]);
            final double one = Math.abs(mean + root);
            final double two = Math.abs(mean - root);
            eigenvalues[0][i] = (float) Math.max(one, two);
            eigenvalues[1][i] = (float) Math.min(one, two);
        }
        return eigenvalues;
    }

    private static float[] smoothedProduct(final SlicePlane one, final SlicePlane two, final double integration) {
        final float[] product = new float[one.grey().length];
        for (int i = 0; i < product.length; i++) {
            product[i] = one.grey()[i] * two.grey()[i];
        }
        final GaussianDerivative smoothing = new GaussianDerivative(0, integration);
        return smoothing.alongY(smoothing.alongX(one.with(product))).box();
    }
}
