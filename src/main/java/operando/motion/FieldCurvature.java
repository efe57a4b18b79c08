package operando.motion;

import java.util.Optional;

import operando.motion.subvolume.Cholesky;
import operando.motion.subvolume.Match;
import operando.motion.subvolume.PointStatus;
import operando.motion.subvolume.ShapeFunction;

/**
 * The curvature of a displacement field about a point, from a polynomial of second degree through the points about it,
 * weighted by their errors. One subvolume in noise tells its displacement well and its curvature badly, and a curvature
 * it does not know shifts the displacement by half the second derivative times the mean square distance; a field of
 * subvolumes with such shifts still has the right curvature.
 */
final class FieldCurvature {

    private static final double REACH = 1.75;
    private static final int LEAST_POINTS = 20;
    // Mean of ξ² over a cube from −1 to 1.
    private static final double MEAN_SQUARE = 1.0 / 3;
    private static final double SIGNIFICANT = 2;

    private final PointGrid grid;
    private final int radius;
    private final int steps;
    private final double overlap;

    FieldCurvature(final PointGrid grid, final int radius) {
        this.grid = grid;
        this.radius = radius;
        steps = (int) Math.max(1, Math.rint(REACH * radius / grid.spacing()));
        // So many points share the noise of one subvolume.
        overlap = Math.pow(Math.max(1, (2 * radius + 1.0) / grid.spacing()), 3);
    }

    /**
     * The warp of a point with the curvature of the field about it, where that shifts the displacement by more than its
     * error and by more than the fit's; points not yet matched are null.
     */
    Optional<ShapeFunction> bent(final Match[] matches, final int point) {
        final double[][] normal = new double[ShapeFunction.QUADRATIC][ShapeFunction.QUADRATIC];
        final double[][] right = new double[3][ShapeFunction.QUADRATIC];
        int count = 0;
        for (int k = from(grid.k(point)); k <= to(grid.k(point), grid.countZ()); k++) {
            for (int j = from(grid.j(point)); j <= to(grid.j(point), grid.countY()); j++) {
                for (int i = from(grid.i(point)); i <= to(grid.i(point), grid.countX()); i++) {
                    final Match match = matches[grid.index(i, j, k)];
                    if (match != null && match.status() == PointStatus.CONVERGED) {
                        add(match, monomials(i - grid.i(point), j - grid.j(point), k - grid.k(point)), normal, right);
                        count++;
                    }
                }
            }
        }
        final Cholesky cholesky = new Cholesky(ShapeFunction.QUADRATIC);
        return count < LEAST_POINTS || cholesky.factor(normal, ShapeFunction.QUADRATIC) < ShapeFunction.QUADRATIC ? Optional.empty()
            : bent(matches[point], cholesky, right);
    }

    private int from(final int middle) {
        return Math.max(0, middle - steps);
    }

    private int to(final int middle, final int points) {
        return Math.min(points - 1, middle + steps);
    }

    private double[] monomials(final int i, final int j, final int k) {
        final double scale = (double) grid.spacing() / radius;
        final double x = scale * i;
        final double y = scale * j;
        final double z = scale * k;
        return new double[] {1, x, y, z, x * x, y * y, z * z, x * y, x * z, y * z};
    }

    private static void add(final Match match, final double[] monomials, final double[][] normal,
        final double[][] right) {
        final double error = (match.error()[0] + match.error()[1] + match.error()[2]) / 3;
        for (int m = 0; m < monomials.length; m++) {
            final double weighted = monomials[m] / (error * error);
            for (int n = 0; n <= m; n++) {
                normal[m][n] += weighted * monomials[n];
            }
            for (int c = 0; c < 3; c++) {
                right[c][m] += weighted * match.warp().p[c][0];
            }
        }
    }

    private Optional<ShapeFunction> bent(final Match match, final Cholesky cholesky, final double[][] right) {
        final double[] half = new double[ShapeFunction.QUADRATIC];
        cholesky.forward(new double[] {0, 0, 0, 0, MEAN_SQUARE, MEAN_SQUARE, MEAN_SQUARE, 0, 0, 0}, half, ShapeFunction.QUADRATIC);
        double variance = 0;
        for (final double part : half) {
            variance += overlap * part * part;
        }
        final ShapeFunction warp = match.warp().firstOrder();
        final double[] fit = new double[ShapeFunction.QUADRATIC];
        boolean matters = false;
        for (int c = 0; c < 3; c++) {
            cholesky.forward(right[c], half, ShapeFunction.QUADRATIC);
            cholesky.backward(half, fit, ShapeFunction.QUADRATIC);
            System.arraycopy(fit, ShapeFunction.LINEAR, warp.p[c], ShapeFunction.LINEAR, ShapeFunction.QUADRATIC - ShapeFunction.LINEAR);
            final double shift = MEAN_SQUARE * (fit[4] + fit[5] + fit[6]);
            warp.p[c][0] -= shift;
            matters |= Math.abs(shift) > Math.max(match.error()[c], SIGNIFICANT * Math.sqrt(variance));
        }
        return matters ? Optional.of(warp) : Optional.empty();
    }
}
