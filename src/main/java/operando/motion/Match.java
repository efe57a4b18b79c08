package operando.motion;

/**
 * Where one subvolume was found.
 *
 * @param warp        displacement as a polynomial about the subvolume's centre, voxels
 * @param correlation zero-mean normalised cross-correlation
 * @param iterations  steps over some or all voxels
 * @param secondOrder whether curvature asked for a second-order shape
 * @param error       standard deviation of each displacement component, voxels, from what is left of the difference
 */
record Match(PointStatus status, Warp warp, double correlation, int iterations, boolean secondOrder, double[] error) {

    static Match without(final PointStatus status, final Warp warp) {
        return new Match(status, warp, 0, 0, false, new double[] {Double.NaN, Double.NaN, Double.NaN});
    }
}
