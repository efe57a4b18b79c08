package operando.motion;

/**
 * The variance of a weighted sum of displacements at points of a grid whose subvolumes overlap: two cubes share the noise of the voxels
 * that lie in both, so that the correlation of their errors is the part of a cube that they share, Π (1 − |d|/side) over the axes.
 */
final class SharedNoise {

    /** Correlation of points so many grid steps apart along one axis. */
    private final double[] correlation;

    /**
     * @param subvolume side, voxels
     * @param spacing   of the grid, voxels
     */
    SharedNoise(final int subvolume, final int spacing) {
        correlation = new double[(subvolume - 1) / spacing + 1];
        for (int d = 0; d < correlation.length; d++) {
            correlation[d] = 1 - (double) d * spacing / subvolume;
        }
    }

    /**
     * @param weights of the points of a box of the grid, each times its standard deviation; x fastest
     * @param sides   of the box, points
     */
    double variance(final double[] weights, final int[] sides) {
        double[] related = weights;
        int stride = 1;
        for (final int side : sides) {
            final double[] along = new double[related.length];
            for (int i = 0; i < along.length; i++) {
                final int at = i / stride % side;
                for (int d = Math.max(-at, 1 - correlation.length); d <= Math.min(side - 1 - at, correlation.length - 1); d++) {
                    along[i] += correlation[Math.abs(d)] * related[i + d * stride];
                }
            }
            related = along;
            stride *= side;
        }
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            variance += weights[i] * related[i];
        }
        return variance;
    }
}
