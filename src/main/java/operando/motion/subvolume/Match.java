package operando.motion.subvolume;

import java.io.Serializable;

/**
 * Where one subvolume was found.
 *
 * @param warp        displacement as a polynomial about the subvolume's centre, voxels
 * @param correlation zero-mean normalised cross-correlation
 * @param iterations  steps over some or all voxels
 * @param secondOrder whether curvature asked for a second-order shape
 * @param error       standard deviation of each displacement component, voxels, from what is left of the difference
 */
public record Match(PointStatus status, ShapeFunction warp, double correlation, int iterations, boolean secondOrder, double[] error)
    implements Serializable {

    public static Match without(final PointStatus status, final ShapeFunction warp) {
        return new Match(status, warp, 0, 0, false, new double[] {Double.NaN, Double.NaN, Double.NaN});
    }
}
