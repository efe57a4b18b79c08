package operando.motion;

import java.util.Optional;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;

/**
 * The curvature of a displacement field about a point, from a polynomial of second degree through the points about it,
 * weighted by their errors. One subvolume in noise tells its displacement well and its curvature badly, and a curvature
 * it does not know shifts the displacement by half the second derivative times the mean square distance; a field of
 * subvolumes with such shifts still has the right curvature.
 */
final class FieldCurvature {

    private static final double REACH = 1.75;
    private static final int LEAST_POINTS = 20;
    private static final double SINGULAR = 1e-3;
    // Mean of ξ² over a cube from −1 to 1.
    private static final double MEAN_SQUARE = 1.0 / 3;
    private static final double MATTERS = 1;

    private final PointGrid grid;
    private final int radius;
    private final int steps;

    FieldCurvature(final PointGrid grid, final int radius) {
        this.grid = grid;
        this.radius = radius;
        steps = (int) Math.max(1, Math.rint(REACH * radius / grid.spacing()));
    }

    /**
     * The warp of a point with the curvature of the field about it, where that shifts the displacement by more than a
     * part of its error and enough points lie about it; points not yet matched are null.
     */
    Optional<Warp> bent(final Match[] matches, final int point) {
        final double[][] rows = new double[side() * side() * side()][];
        final double[][] values = new double[3][rows.length];
        int count = 0;
        for (int k = from(grid.k(point)); k <= to(grid.k(point), grid.countZ()); k++) {
            for (int j = from(grid.j(point)); j <= to(grid.j(point), grid.countY()); j++) {
                for (int i = from(grid.i(point)); i <= to(grid.i(point), grid.countX()); i++) {
                    final Match match = matches[grid.index(i, j, k)];
                    if (match != null && match.status() == PointStatus.CONVERGED) {
                        final double weight = 1 / (match.error()[0] + match.error()[1] + match.error()[2]);
                        rows[count] = monomials(i - grid.i(point), j - grid.j(point), k - grid.k(point), weight);
                        for (int c = 0; c < 3; c++) {
                            values[c][count] = weight * match.warp().p[c][0];
                        }
                        count++;
                    }
                }
            }
        }
        return count < LEAST_POINTS ? Optional.empty() : bent(matches[point], rows, values, count);
    }

    private int side() {
        return 2 * steps + 1;
    }

    private int from(final int middle) {
        return Math.max(0, middle - steps);
    }

    private int to(final int middle, final int points) {
        return Math.min(points - 1, middle + steps);
    }

    private double[] monomials(final int i, final int j, final int k, final double weight) {
        final double scale = (double) grid.spacing() / radius;
        final double x = scale * i;
        final double y = scale * j;
        final double z = scale * k;
        final double[] row = {1, x, y, z, x * x, y * y, z * z, x * y, x * z, y * z};
        for (int m = 0; m < row.length; m++) {
            row[m] *= weight;
        }
        return row;
    }

    private static Optional<Warp> bent(final Match match, final double[][] rows, final double[][] values,
        final int count) {
        final double[][] used = new double[count][];
        System.arraycopy(rows, 0, used, 0, count);
        final DecompositionSolver solver = new QRDecomposition(new Array2DRowRealMatrix(used, false), SINGULAR).getSolver();
        if (!solver.isNonSingular()) {
            return Optional.empty();
        }
        final Warp warp = match.warp().firstOrder();
        boolean matters = false;
        for (int c = 0; c < 3; c++) {
            final double[] fit = solver.solve(new ArrayRealVector(values[c], 0, count)).toArray();
            System.arraycopy(fit, Warp.LINEAR, warp.p[c], Warp.LINEAR, Warp.QUADRATIC - Warp.LINEAR);
            final double shift = MEAN_SQUARE * (fit[4] + fit[5] + fit[6]);
            warp.p[c][0] -= shift;
            matters |= Math.abs(shift) > MATTERS * match.error()[c];
        }
        return matters ? Optional.of(warp) : Optional.empty();
    }
}
