package operando.motion;

import operando.cell.InputException;
import operando.motion.subvolume.PointStatus;

/**
 * The displacement from the first to the last of three or more scans from those between neighbouring scans: a point that
 * has moved by u is moved further by what the next field says at X + u (trilinear between its points). For series whose
 * first and last scan look too little alike to be compared directly.
 */
public final class CumulativeDisplacement {

    // Of what is interpolated at a point: three displacements, their three errors, the correlation.
    private static final int ERROR = 3;
    private static final int CORRELATION = 6;
    private static final int VALUES = 7;

    private CumulativeDisplacement() {
    }

    /**
     * @param first from scan a to b
     * @param next  from scan b to c, on a grid of the same scan size
     * @return from a to c on the first field's grid; a point has no displacement where either field has none. Errors of
     *         the steps add as squares (that between points counts as its neighbours' mean, at most a little too large),
     *         and the correlation is the lesser of both
     * @throws InputException if the voxel sizes differ
     */
    public static DisplacementField of(final DisplacementField first, final DisplacementField next) {
        if (!first.voxelSize().equals(next.voxelSize())) {
            throw new InputException(next.deformed(), "its voxel size is not that of " + first.reference(), "give scans of one voxel size");
        }
        final float[][] sum = new float[3][first.size()];
        final float[][] error = new float[3][first.size()];
        final float[] correlation = first.correlation().clone();
        final PointStatus[] status = first.status().clone();
        final double[] further = new double[VALUES];
        for (int point = 0; point < first.size(); point++) {
            final boolean known = first.status()[point].measured() && at(next, first, point, further);
            for (int c = 0; c < 3; c++) {
                sum[c][point] = known ? (float) (first.displacementUm(c, point) + further[c]) : Float.NaN;
                error[c][point] = known ? (float) Math.hypot(first.errorUm()[c][point], further[ERROR + c]) : Float.NaN;
            }
            correlation[point] = known ? (float) Math.min(correlation[point], further[CORRELATION]) : 0;
            if (!known && status[point].measured()) {
                status[point] = PointStatus.NOT_CONVERGED;
            }
        }
        return new DisplacementField(first.reference(), next.deformed(), first.voxelSize(), first.grid(), first.settings(),
            first.alignment(), sum, error, correlation, first.iterations(), status);
    }

    /**
     * @param direct  from scan a to c
     * @param chained from a to c by way of other scans, on the same grid
     * @return the direct field; where a point could not be followed directly, the chained displacement if there is one
     */
    public static DisplacementField completed(final DisplacementField direct, final DisplacementField chained) {
        final float[][] displacement = new float[3][];
        final float[][] error = new float[3][];
        for (int c = 0; c < 3; c++) {
            displacement[c] = direct.displacementUm()[c].clone();
            error[c] = direct.errorUm()[c].clone();
        }
        final float[] correlation = direct.correlation().clone();
        final PointStatus[] status = direct.status().clone();
        for (int point = 0; point < status.length; point++) {
            if (!status[point].measured() && chained.status()[point].measured()) {
                for (int c = 0; c < 3; c++) {
                    displacement[c][point] = chained.displacementUm()[c][point];
                    error[c][point] = chained.errorUm()[c][point];
                }
                correlation[point] = chained.correlation()[point];
                status[point] = chained.status()[point];
            }
        }
        return new DisplacementField(direct.reference(), direct.deformed(), direct.voxelSize(), direct.grid(), direct.settings(),
            direct.alignment(), displacement, error, correlation, direct.iterations(), status);
    }

    private static boolean at(final DisplacementField next, final DisplacementField first, final int point, final double[] found) {
        final PointGrid grid = next.grid();
        final double[] place = {
            ((first.xUm(point) + first.displacementUm(0, point)) / next.voxelSize().xUm() - 0.5 - grid.firstX()) / grid.spacing(),
            ((first.yUm(point) + first.displacementUm(1, point)) / next.voxelSize().yUm() - 0.5 - grid.firstY()) / grid.spacing(),
            ((first.zUm(point) + first.displacementUm(2, point)) / next.voxelSize().zUm() - 0.5 - grid.firstZ()) / grid.spacing()};
        final int[] counts = {grid.countX(), grid.countY(), grid.countZ()};
        final int[] low = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            // Half a step beyond the outermost points is still answered by them.
            if (!(place[axis] >= -0.5 && place[axis] <= counts[axis] - 0.5)) {
                return false;
            }
            place[axis] = Math.max(0, Math.min(counts[axis] - 1, place[axis]));
            low[axis] = (int) Math.min(Math.max(0, counts[axis] - 2), Math.floor(place[axis]));
        }
        java.util.Arrays.fill(found, 0);
        for (int corner = 0; corner < 8; corner++) {
            double weight = 1;
            final int[] at = new int[3];
            for (int axis = 0; axis < 3; axis++) {
                final int up = corner >> axis & 1;
                weight *= up == 1 ? place[axis] - low[axis] : 1 - (place[axis] - low[axis]);
                at[axis] = Math.min(counts[axis] - 1, low[axis] + up);
            }
            final int other = grid.index(at[0], at[1], at[2]);
            if (weight > 0) {
                if (!next.status()[other].measured()) {
                    return false;
                }
                for (int c = 0; c < 3; c++) {
                    found[c] += weight * next.displacementUm(c, other);
                    found[ERROR + c] += weight * next.errorUm()[c][other];
                }
                found[CORRELATION] += weight * next.correlation()[other];
            }
        }
        return true;
    }
}
