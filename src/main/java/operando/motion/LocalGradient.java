package operando.motion;

import java.util.Optional;

import operando.motion.subvolume.PointStatus;

/**
 * The gradient of a polynomial through the displacements of the points about a point, by least squares, and its variance by the noise of
 * the points, which share it where their subvolumes overlap.
 *
 * @param gradient of each component along each axis
 * @param variance of the same
 */
record LocalGradient(double[][] gradient, double[][] variance) {

    static final int LINEAR = 4;
    static final int QUADRATIC = 10;
    static final int CUBIC = 20;

    // Twice as many points as unknowns.
    private static final int POINTS_AN_UNKNOWN = 2;
    // Below a hundredth of a voxel errors are not of noise alone.
    private static final double LEAST_VARIANCE = 1e-4;
    // Of neighbours in a plane or nearly so, the gradient across it would be noise.
    private static final double LEAST_PIVOT = 0.02;
    // Terms of third degree are nearly those of first over points to one side; their variance says so.
    private static final double LEAST_CUBIC_PIVOT = 1e-4;

    /**
     * @param window   points to each side
     * @param unknowns of the polynomial
     * @return none if the point or too many about it have no displacement that is believed
     */
    static Optional<LocalGradient> of(final DisplacementField field, final int point, final int window, final int unknowns) {
        return isUsed(field, point) ? new Fit(field, point, window, unknowns).gradient() : Optional.empty();
    }

    // An outlier has a displacement, too, but nobody believes it.
    private static boolean isUsed(final DisplacementField field, final int point) {
        return field.status()[point].measured() || field.status()[point] == PointStatus.FILLED;
    }

    private static final class Fit {

        private final DisplacementField field;
        private final PointGrid grid;
        private final int[] at;
        private final int[] low = new int[3];
        private final int[] sides = new int[3];
        private final int unknowns;
        private final double[][] matrix;
        private final double[][] terms;
        private final double[] weights;
        private final double[] deviations;
        private int points;

        Fit(final DisplacementField field, final int point, final int window, final int unknowns) {
            this.field = field;
            this.unknowns = unknowns;
            grid = field.grid();
            at = new int[] {grid.i(point), grid.j(point), grid.k(point)};
            final int[] counts = {grid.countX(), grid.countY(), grid.countZ()};
            for (int c = 0; c < 3; c++) {
                low[c] = Math.max(0, at[c] - window);
                sides[c] = Math.min(counts[c] - 1, at[c] + window) - low[c] + 1;
            }
            final int size = sides[0] * sides[1] * sides[2];
            terms = new double[size][];
            weights = new double[size];
            deviations = new double[size];
            matrix = new double[unknowns][unknowns + 6];
            for (int n = 0; n < size; n++) {
                add(n);
            }
            for (int axis = 0; axis < 3; axis++) {
                matrix[1 + axis][unknowns + 3 + axis] = 1;
            }
        }

        private void add(final int n) {
            final int i = low[0] + n % sides[0];
            final int j = low[1] + n / sides[0] % sides[1];
            final int k = low[2] + n / sides[0] / sides[1];
            final int other = grid.index(i, j, k);
            if (!isUsed(field, other)) {
                return;
            }
            points++;
            terms[n] = terms(i - at[0], j - at[1], k - at[2], unknowns);
            deviations[n] = Math.sqrt(variance(other));
            weights[n] = weight(variance(other));
            for (int a = 0; a < unknowns; a++) {
                final double weighted = weights[n] * terms[n][a];
                for (int b = 0; b < unknowns; b++) {
                    matrix[a][b] += weighted * terms[n][b];
                }
                for (int c = 0; c < 3; c++) {
                    matrix[a][unknowns + c] += weighted * field.displacementUm(c, other);
                }
            }
        }

        private static double[] terms(final double x, final double y, final double z, final int unknowns) {
            return switch (unknowns) {
                case LINEAR -> new double[] {1, x, y, z};
                case QUADRATIC -> new double[] {1, x, y, z, x * x, y * y, z * z, x * y, x * z, y * z};
                default -> new double[] {1, x, y, z, x * x, y * y, z * z, x * y, x * z, y * z, x * x * x, y * y * y, z * z * z, x * x * y, x * x * z, y * y * x,
                    y * y * z, z * z * x, z * z * y, x * y * z};
            };
        }

        private double voxel() {
            return field.voxelSize().xUm() * field.voxelSize().xUm();
        }

        /** Mean over the components. A point of unknown error counts as one of a voxel. */
        private double variance(final int point) {
            double variance = 0;
            for (final float[] error : field.errorUm()) {
                variance += error[point] * error[point] / 3;
            }
            return Double.isNaN(variance) ? voxel() : variance;
        }

        /** What is known well counts more. */
        private double weight(final double variance) {
            return 1 / Math.max(3 * variance, LEAST_VARIANCE * voxel());
        }

        Optional<LocalGradient> gradient() {
            if (points < POINTS_AN_UNKNOWN * unknowns || !solve()) {
                return Optional.empty();
            }
            final double[] steps = {grid.spacing() * field.voxelSize().xUm(), grid.spacing() * field.voxelSize().yUm(), grid.spacing() * field.voxelSize().zUm()};
            final SharedNoise noise = new SharedNoise(field.settings().subvolumeVoxels(), grid.spacing());
            final double[][] gradient = new double[3][3];
            final double[][] variance = new double[3][3];
            for (int axis = 0; axis < 3; axis++) {
                final double[] influence = new double[weights.length];
                for (int n = 0; n < influence.length; n++) {
                    for (int a = 0; a < unknowns && terms[n] != null; a++) {
                        influence[n] += weights[n] * deviations[n] * terms[n][a] * matrix[a][unknowns + 3 + axis];
                    }
                }
                final double byNoise = noise.variance(influence, sides) / (steps[axis] * steps[axis]);
                for (int c = 0; c < 3; c++) {
                    gradient[c][axis] = matrix[1 + axis][unknowns + c] / steps[axis];
                    variance[c][axis] = byNoise * share(c);
                }
            }
            return Optional.of(new LocalGradient(gradient, variance));
        }

        /** Variance of one component over the mean of all, at the point. */
        private double share(final int component) {
            final int point = grid.index(at[0], at[1], at[2]);
            final double own = field.errorUm()[component][point];
            final double mean = variance(point);
            return mean > 0 && !Double.isNaN(own) ? own * own / mean : 1;
        }

        /** By elimination; false if the neighbours do not determine the unknowns. */
        private boolean solve() {
            final double[] diagonal = new double[unknowns];
            for (int a = 0; a < unknowns; a++) {
                diagonal[a] = matrix[a][a];
            }
            for (int a = 0; a < unknowns; a++) {
                final double pivot = matrix[a][a];
                if (!(pivot > (unknowns == CUBIC ? LEAST_CUBIC_PIVOT : LEAST_PIVOT) * diagonal[a])) {
                    return false;
                }
                for (int b = a; b < matrix[a].length; b++) {
                    matrix[a][b] /= pivot;
                }
                for (int other = 0; other < unknowns; other++) {
                    final double factor = matrix[other][a];
                    for (int b = a; b < matrix[a].length && other != a; b++) {
                        matrix[other][b] -= factor * matrix[a][b];
                    }
                }
            }
            return true;
        }
    }
}
