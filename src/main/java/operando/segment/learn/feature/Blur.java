package operando.segment.learn.feature;

/** Gaussian smoothing; beyond the border the nearest voxel goes on. Cut off at three sigma. */
final class Blur implements AxisFilter {

    private static final double CUT = 3;

    private final AxisTaps taps;

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
        taps = new AxisTaps(true, weights);
    }

    /** How many voxels beyond its own a smoothed voxel depends on. */
    static int reach(final double sigma) {
        return (int) Math.ceil(CUT * sigma);
    }

    @Override
    public AxisTaps on(final int length) {
        return taps;
    }

    @Override
    public int inside(final int at, final int length) {
        return Math.max(0, Math.min(length - 1, at));
    }

    /** The box and so many voxels around it along each axis, where there are any. */
    VoxelBlock of(final VoxelBlock block, final int margin) {
        return AxisPass.all(block, this, this, this, new AxisPass.Margin(margin, margin, margin));
    }
}
