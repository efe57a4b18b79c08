package operando.segment.feature;

import operando.segment.feature.block.AxisFilter;
import operando.segment.feature.block.Kernel1D;
import operando.segment.feature.block.SeparableConvolution;
import operando.segment.feature.block.VoxelBlock;

/** Gaussian smoothing; beyond the border the nearest voxel goes on. Cut off at three sigma. */
final class Blur implements AxisFilter {

    private static final double CUT = 3;

    private final Kernel1D taps;

    /** @param sigma in voxels, above 0 */
    Blur(final double sigma) {
        final double[] weights = new double[reach(sigma) + 1];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Math.exp(-k * k / (2 * sigma * sigma));
            sum += k == 0 ? weights[k] : 2 * weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        taps = new Kernel1D(true, weights);
    }

    /** How many voxels beyond its own a smoothed voxel depends on. */
    static int reach(final double sigma) {
        return (int) Math.ceil(CUT * sigma);
    }

    @Override
    public Kernel1D on(final int length) {
        return taps;
    }

    @Override
    public int inside(final int at, final int length) {
        return Math.max(0, Math.min(length - 1, at));
    }

    /** The box and so many voxels around it along each axis, where there are any. */
    VoxelBlock of(final VoxelBlock block, final int margin) {
        return SeparableConvolution.all(block, this, this, this, new SeparableConvolution.Margin(margin, margin, margin));
    }
}
