package operando.segment.feature.slice;

import operando.segment.feature.block.GaussianDerivative;
import operando.segment.feature.block.PerAxis;
import operando.segment.feature.block.SeparableConvolution.Margin;
import operando.segment.feature.block.VolumeDerivatives;
import operando.segment.feature.block.VoxelBlock;

/** Gaussian derivatives of a slice at one sigma, and what is made of them. */
final class SliceDerivatives {

    private final VolumeDerivatives derivatives;

    /**
     * @param plane       with at least the reach around its box, or the image's end
     * @param sigma       in pixels
     * @param integration the largest sigma, in pixels, by which a structure tensor is to be smoothed
     */
    SliceDerivatives(final SlicePlane plane, final double sigma, final double integration) {
        final int margin = GaussianDerivative.reach(0, integration);
        derivatives = new VolumeDerivatives(plane.asBlock(), inSlice(sigma), new Margin(margin, margin, 0));
    }

    private static PerAxis inSlice(final double sigma) {
        return new PerAxis(sigma, sigma, 1);
    }

    /** The derivative of these orders along x and y. */
    float[] of(final int alongX, final int alongY) {
        return derivatives.box(alongX, alongY, 0);
    }

    /** Sum of the second derivatives. */
    float[] laplacian() {
        final float[] sum = of(2, 0);
        final float[] other = of(0, 2);
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
        final VoxelBlock x = derivatives.slope(1, 0, 0);
        final VoxelBlock y = derivatives.slope(0, 1, 0);
        final float[] xx = VolumeDerivatives.smoothedProduct(x, x, inSlice(integration));
        final float[] xy = VolumeDerivatives.smoothedProduct(x, y, inSlice(integration));
        final float[] yy = VolumeDerivatives.smoothedProduct(y, y, inSlice(integration));
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
}
