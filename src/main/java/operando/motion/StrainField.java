package operando.motion;

import java.util.Arrays;

import operando.cell.InputException;
import operando.motion.subvolume.PointStatus;
import operando.scan.Scan;

/**
 * The strain at the points of a displacement field, from the displacement gradient H of a polynomial fitted by least squares
 * to each component over a cube of neighbouring points (B. Pan et al., Measurement Science and Technology 20, 062001, 2009,
 * section 4); of second degree, which bends with the field at its border, or of first where neighbours are few: the small strain (H + Hᵀ)/2 and the Green–Lagrange strain (H + Hᵀ + HᵀH)/2. Components are in the order of
 * {@link Component}; not a number where too few neighbours have a displacement.
 *
 * @param smallStrain [component][point]
 * @param greenLagrange [component][point]
 */
public record StrainField(float[][] smallStrain, float[][] greenLagrange) {

    /** The components of a symmetric strain. */
    public enum Component {
        XX(0, 0), YY(1, 1), ZZ(2, 2), XY(0, 1), XZ(0, 2), YZ(1, 2);

        private final int row;
        private final int column;

        Component(final int row, final int column) {
            this.row = row;
            this.column = column;
        }

        /** Such as xy. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final int LINEAR = 4;
    private static final int QUADRATIC = 10;
    // Twice as many points as unknowns.
    private static final int POINTS_AN_UNKNOWN = 2;
    // Below a hundredth of a voxel errors are not of noise alone.
    private static final double LEAST_VARIANCE = 1e-4;
    // Of neighbours in a plane or nearly so, the gradient across it would be noise.
    private static final double LEAST_PIVOT = 0.02;

    /**
     * That the points of a field over a scan will have strain, before they are followed.
     *
     * @throws InputException if the grid has a single layer of points
     */
    public static void check(final Scan scan, final CorrelationSettings settings) {
        check(PointGrid.over(scan, settings));
    }

    private static void check(final PointGrid grid) {
        if (Math.min(grid.countX(), Math.min(grid.countY(), grid.countZ())) < 2) {
            throw new InputException("displacement field", grid.countX() + " x " + grid.countY() + " x " + grid.countZ()
                + " points have no strain along every axis", "give a smaller spacing or a smaller subvolume");
        }
    }

    /**
     * @param window points from the middle to the face of the cube of neighbours, 1 or more; a wider cube is less noisy and
     *               blurs the strain more
     * @throws InputException if the window is below 1, or the grid has a single layer of points
     */
    public static StrainField of(final DisplacementField field, final int window) {
        if (window < 1) {
            throw new InputException("strain window", window + " points reach no neighbour", "give 1 or more");
        }
        final PointGrid grid = field.grid();
        check(grid);
        final float[][] small = new float[Component.values().length][field.size()];
        final float[][] green = new float[Component.values().length][field.size()];
        final double[][] gradient = new double[3][3];
        for (int point = 0; point < field.size(); point++) {
            final boolean known = Fit.of(field, point, window).gradient(gradient);
            for (final Component component : Component.values()) {
                final int of = component.ordinal();
                small[of][point] = known ? (float) small(gradient, component) : Float.NaN;
                green[of][point] = known ? (float) (small(gradient, component) + quadratic(gradient, component)) : Float.NaN;
            }
        }
        return new StrainField(small, green);
    }

    private static double small(final double[][] h, final Component component) {
        return (h[component.row][component.column] + h[component.column][component.row]) / 2;
    }

    private static double quadratic(final double[][] h, final Component component) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += h[k][component.row] * h[k][component.column];
        }
        return sum / 2;
    }

    /** The trace of the small strain: the relative change of volume, to first order. */
    public float volumetric(final int point) {
        return smallStrain[0][point] + smallStrain[1][point] + smallStrain[2][point];
    }

    /** The equivalent shear strain √(2/3 e : e) of the small strain's deviator e (von Mises). */
    public float equivalentShear(final int point) {
        final double mean = volumetric(point) / 3.0;
        double sum = 0;
        for (final Component component : Component.values()) {
            final double value = smallStrain[component.ordinal()][point] - (component.row == component.column ? mean : 0);
            sum += (component.row == component.column ? 1 : 2) * value * value;
        }
        return (float) Math.sqrt(2 * sum / 3);
    }

    /** The normal equations of a plane through the displacements about a point, for all three components. */
    private static final class Fit {

        private final double[][] matrix = new double[QUADRATIC][QUADRATIC + 3];
        private final double[] steps = new double[3];
        private int points;

        static Fit of(final DisplacementField field, final int point, final int window) {
            final Fit fit = new Fit();
            final PointGrid grid = field.grid();
            if (!isUsed(field, point)) {
                return fit;
            }
            for (int k = Math.max(0, grid.k(point) - window); k <= Math.min(grid.countZ() - 1, grid.k(point) + window); k++) {
                for (int j = Math.max(0, grid.j(point) - window); j <= Math.min(grid.countY() - 1, grid.j(point) + window); j++) {
                    for (int i = Math.max(0, grid.i(point) - window); i <= Math.min(grid.countX() - 1, grid.i(point) + window); i++) {
                        fit.add(field, grid.index(i, j, k), i - grid.i(point), j - grid.j(point), k - grid.k(point));
                    }
                }
            }
            fit.scale(grid.spacing() * field.voxelSize().xUm(), grid.spacing() * field.voxelSize().yUm(), grid.spacing() * field.voxelSize().zUm());
            return fit;
        }

        // An outlier has a displacement, too, but nobody believes it.
        private static boolean isUsed(final DisplacementField field, final int point) {
            return field.status()[point].measured() || field.status()[point] == PointStatus.FILLED;
        }

        /** What is known well counts more: the inverse of the variance by noise. A point of unknown error counts as one of a voxel. */
        private static double weight(final DisplacementField field, final int point) {
            double variance = 0;
            for (final float[] error : field.errorUm()) {
                variance += error[point] * error[point];
            }
            final double voxel = field.voxelSize().xUm() * field.voxelSize().xUm();
            return 1 / (Double.isNaN(variance) ? voxel : Math.max(variance, LEAST_VARIANCE * voxel));
        }

        private void scale(final double x, final double y, final double z) {
            steps[0] = x;
            steps[1] = y;
            steps[2] = z;
        }

        private void add(final DisplacementField field, final int point, final int i, final int j, final int k) {
            if (!isUsed(field, point)) {
                return;
            }
            points++;
            final double[] terms = {1, i, j, k, i * i, j * j, k * k, i * j, i * k, j * k};
            final double weight = weight(field, point);
            for (int a = 0; a < QUADRATIC; a++) {
                for (int b = 0; b < QUADRATIC; b++) {
                    matrix[a][b] += weight * terms[a] * terms[b];
                }
                for (int c = 0; c < 3; c++) {
                    matrix[a][QUADRATIC + c] += weight * terms[a] * field.displacementUm(c, point);
                }
            }
        }

        /** False if the neighbours do not determine the gradient. */
        private boolean gradient(final double[][] gradient) {
            return solve(QUADRATIC, gradient) || solve(LINEAR, gradient);
        }

        /** Solves for the first unknowns by elimination. */
        private boolean solve(final int unknowns, final double[][] gradient) {
            if (points < POINTS_AN_UNKNOWN * unknowns) {
                return false;
            }
            final double[][] left = new double[unknowns][];
            for (int a = 0; a < unknowns; a++) {
                left[a] = matrix[a].clone();
            }
            for (int a = 0; a < unknowns; a++) {
                final double pivot = left[a][a];
                if (!(pivot > LEAST_PIVOT * matrix[a][a])) {
                    return false;
                }
                for (int b = a; b < left[a].length; b++) {
                    left[a][b] /= pivot;
                }
                for (int other = 0; other < unknowns; other++) {
                    final double factor = left[other][a];
                    for (int b = a; b < left[a].length && other != a; b++) {
                        left[other][b] -= factor * left[a][b];
                    }
                }
            }
            for (int c = 0; c < 3; c++) {
                for (int axis = 0; axis < 3; axis++) {
                    gradient[c][axis] = left[1 + axis][QUADRATIC + c] / steps[axis];
                }
            }
            return true;
        }
    }

    /** One component of the Green–Lagrange strain at all points. */
    public float[] greenLagrange(final Component component) {
        return greenLagrange[component.ordinal()];
    }

    /** Points that have a strain. */
    public int known() {
        int count = 0;
        for (final float value : smallStrain[0]) {
            count += Float.isNaN(value) ? 0 : 1;
        }
        return count;
    }

    /** The median of a component of the small strain over all points that have one; not a number if none has. */
    public double median(final Component component) {
        final float[] values = smallStrain[component.ordinal()].clone();
        Arrays.sort(values);
        final int count = known();
        return count == 0 ? Double.NaN : (values[(count - 1) / 2] + values[count / 2]) / 2.0;
    }
}
