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
 * @param misfit      what is left of the difference over what noise leaves, as variances; not a number where unknown
 * @param jump        beside a discontinuity the displacement of its other side less that of this, voxels; else not numbers
 * @param bend        what curvature does to the displacement
 */
public record Match(PointStatus status, ShapeFunction warp, double correlation, int iterations, boolean secondOrder, double[] error,
                    double misfit, double[] jump, Bend bend) implements Serializable {

    /**
     * What a second-order shape makes of the displacement: by how much it differs from that of a first-order shape.
     *
     * @param shift    of each component, voxels
     * @param variance by noise of the same, voxels squared; infinite where the subvolume does not tell
     */
    public record Bend(double[] shift, double[] variance) implements Serializable {

        static final Bend UNKNOWN = new Bend(new double[3],
            new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY});
    }

    public Match(final PointStatus status, final ShapeFunction warp, final double correlation, final int iterations, final boolean secondOrder,
        final double[] error) {
        this(status, warp, correlation, iterations, secondOrder, error, Double.NaN, new double[] {Double.NaN, Double.NaN, Double.NaN}, Bend.UNKNOWN);
    }

    public static Match without(final PointStatus status, final ShapeFunction warp) {
        return new Match(status, warp, 0, 0, false, new double[] {Double.NaN, Double.NaN, Double.NaN});
    }

    /**
     * The same match, found beside a discontinuity.
     *
     * @param sideIsKnown if not, the motion may as well be the other side's: in one of four cases, as far as the error goes
     */
    Match beside(final double[] otherSideLessThis, final boolean sideIsKnown) {
        final double[] wider = error.clone();
        for (int c = 0; c < wider.length && !sideIsKnown; c++) {
            wider[c] = Math.sqrt(error[c] * error[c] + otherSideLessThis[c] * otherSideLessThis[c] / 4);
        }
        return new Match(PointStatus.DISCONTINUITY, warp, correlation, iterations, secondOrder, wider, misfit, otherSideLessThis, bend);
    }
}
