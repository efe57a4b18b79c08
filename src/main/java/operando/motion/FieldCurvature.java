package operando.motion;


import operando.engine.Cores;
import operando.motion.subvolume.Cholesky;
import operando.motion.subvolume.Match;
import operando.motion.subvolume.PointStatus;
import operando.motion.subvolume.ShapeFunction;
import operando.motion.subvolume.ShapeOrder;

/**
 * What curvature of the displacement field does to displacements of first-order subvolumes, which give the mean over a cube of what
 * curves: the centre lies a sixth of the trace of second derivatives times the mean square distance away. Three witnesses, weighted by the
 * inverse of their variances: the subvolume's own grey values ({@link Match.Bend}), a polynomial of second degree through the points
 * about it, and that curvature in this field is of a certain size, as the variance of all such polynomials beyond their noise says
 * (parametric empirical Bayes; C. N. Morris, J. Am. Stat. Assoc. 78, 47, 1983). A field without curvature is left as it is.
 */
final class FieldCurvature {

    private static final double REACH = 1.75;
    private static final int LEAST_POINTS = 18;
    // Mean of ξ² over a cube from −1 to 1.
    private static final double MEAN_SQUARE = 1.0 / 3;
    private static final int UNKNOWNS = ShapeFunction.QUADRATIC;

    private final PointGrid grid;
    private final CorrelationSettings settings;
    private final SharedNoise noise;
    private final int steps;
    private final double[][] shift;
    private final double[][] variance;

    /** A field of corrected displacements and their standard deviations, [component][point], voxels; not numbers where nothing was found. */
    record Corrected(double[][] displacement, double[][] error) {
    }

    FieldCurvature(final PointGrid grid, final CorrelationSettings settings) {
        this.grid = grid;
        this.settings = settings;
        noise = new SharedNoise(settings.subvolumeVoxels(), settings.spacingVoxels());
        steps = (int) Math.max(1, REACH * settings.radius() / grid.spacing());
        shift = new double[3][grid.size()];
        variance = new double[3][grid.size()];
    }

    /**
     * @param status of the points; what is not {@link PointStatus#CONVERGED} is no witness and is left as it is
     */
    Corrected correct(final Match[] matches, final PointStatus[] status, final Cores cores) {
        cores.forEach(matches.length, point -> lookAbout(matches, status, point));
        for (int c = 0; c < 3; c++) {
            doubt(matches, c, false);
            doubt(matches, c, true);
        }
        final double[] usual = {usual(0, status), usual(1, status), usual(2, status)};
        final double[][] displacement = new double[3][matches.length];
        final double[][] error = new double[3][matches.length];
        for (int point = 0; point < matches.length; point++) {
            final Match match = matches[point];
            for (int c = 0; c < 3; c++) {
                displacement[c][point] = match.status().measured() ? match.warp().p[c][0] : Double.NaN;
                error[c][point] = match.status().measured() ? match.error()[c] : Double.NaN;
                // Curvature that a subvolume has found beyond doubt needs no witness.
                if (status[point] == PointStatus.CONVERGED && settings.order() != ShapeOrder.SECOND && !match.secondOrder()) {
                    weigh(match, c, point, usual[c], displacement, error);
                }
            }
        }
        return new Corrected(displacement, error);
    }

    private void weigh(final Match match, final int c, final int point, final double usual, final double[][] displacement, final double[][] error) {
        final double own = match.bend().variance()[c];
        final double precision = 1 / own + 1 / variance[c][point] + 1 / usual;
        final double bend = precision < Double.POSITIVE_INFINITY && precision > 0
            ? (match.bend().shift()[c] / own + shift[c][point] / variance[c][point]) / precision : 0;
        final double first = match.error()[c] * match.error()[c];
        if (settings.order() == ShapeOrder.FIRST) {
            error[c][point] = Math.sqrt(first + bend * bend + 1 / precision);
        } else {
            displacement[c][point] += bend;
            error[c][point] = Math.sqrt(first + 1 / precision);
        }
    }

    // Where the curvature itself changes, most of all at the border, where the polynomial is that of points to one side, subvolumes and
    // polynomials differ by more than their noise does: the moment estimate of R. DerSimonian and N. Laird (Control. Clin. Trials 7, 177, 1986).
    private void doubt(final Match[] matches, final int component, final boolean atBorder) {
        double sum = 0;
        double weights = 0;
        for (int point = 0; point < matches.length; point++) {
            final double both = matches[point].bend().variance()[component] + variance[component][point];
            if (isCut(point) == atBorder && both < Double.POSITIVE_INFINITY && both > 0) {
                final double difference = matches[point].bend().shift()[component] - shift[component][point];
                sum += (difference * difference - both) / both;
                weights += 1 / both;
            }
        }
        final double doubt = weights > 0 ? Math.max(0, sum / weights) : 0;
        for (int point = 0; point < matches.length; point++) {
            variance[component][point] += isCut(point) == atBorder ? doubt : 0;
        }
    }

    private boolean isCut(final int point) {
        return Math.min(grid.i(point), Math.min(grid.j(point), grid.k(point))) < steps || grid.i(point) + steps >= grid.countX()
            || grid.j(point) + steps >= grid.countY() || grid.k(point) + steps >= grid.countZ();
    }

    /** Variance of what curvature does to a component beyond the noise of what was seen; 0 if there is none. */
    private double usual(final int component, final PointStatus[] status) {
        double sum = 0;
        double weights = 0;
        for (int point = 0; point < status.length; point++) {
            final double seen = variance[component][point];
            if (seen < Double.POSITIVE_INFINITY) {
                sum += (shift[component][point] * shift[component][point] - seen) / (seen * seen);
                weights += 1 / (seen * seen);
            }
        }
        return weights > 0 ? Math.max(0, sum / weights) : 0;
    }

    private void lookAbout(final Match[] matches, final PointStatus[] status, final int point) {
        for (int c = 0; c < 3; c++) {
            variance[c][point] = Double.POSITIVE_INFINITY;
        }
        if (status[point] != PointStatus.CONVERGED) {
            return;
        }
        final int[] at = {grid.i(point), grid.j(point), grid.k(point)};
        final int[] counts = {grid.countX(), grid.countY(), grid.countZ()};
        final int[] low = new int[3];
        final int[] sides = new int[3];
        for (int c = 0; c < 3; c++) {
            // At the border a point more to the other side, which curvature needs at least.
            low[c] = Math.max(0, Math.min(at[c] - steps, counts[c] - 2 - steps));
            sides[c] = Math.min(counts[c] - 1, Math.max(at[c] + steps, 1 + steps)) - low[c] + 1;
        }
        final int size = sides[0] * sides[1] * sides[2];
        final double[][] terms = new double[size][];
        final Match[] witnesses = new Match[size];
        final double[][] normal = new double[UNKNOWNS][UNKNOWNS];
        final double[][] right = new double[3][UNKNOWNS];
        int count = 0;
        for (int n = 0; n < size; n++) {
            final int i = low[0] + n % sides[0];
            final int j = low[1] + n / sides[0] % sides[1];
            final int k = low[2] + n / sides[0] / sides[1];
            final int other = grid.index(i, j, k);
            if (status[other] == PointStatus.CONVERGED) {
                witnesses[n] = matches[other];
                terms[n] = monomials(i - at[0], j - at[1], k - at[2]);
                add(witnesses[n], terms[n], normal, right);
                count++;
            }
        }
        final Cholesky cholesky = new Cholesky(UNKNOWNS);
        if (count >= LEAST_POINTS && cholesky.factor(normal, UNKNOWNS) == UNKNOWNS) {
            fit(point, count, sides, terms, witnesses, cholesky, right);
        }
    }

    private double[] monomials(final int i, final int j, final int k) {
        final double scale = (double) grid.spacing() / settings.radius();
        final double x = scale * i;
        final double y = scale * j;
        final double z = scale * k;
        return new double[] {1, x, y, z, x * x, y * y, z * z, x * y, x * z, y * z};
    }

    private static double error(final Match match) {
        return (match.error()[0] + match.error()[1] + match.error()[2]) / 3;
    }

    private static void add(final Match match, final double[] monomials, final double[][] normal, final double[][] right) {
        final double error = error(match);
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

    private void fit(final int point, final int count, final int[] sides, final double[][] terms, final Match[] witnesses, final Cholesky cholesky,
        final double[][] right) {
        final double[] half = new double[UNKNOWNS];
        final double[] trace = new double[UNKNOWNS];
        cholesky.forward(new double[] {0, 0, 0, 0, -MEAN_SQUARE, -MEAN_SQUARE, -MEAN_SQUARE, 0, 0, 0}, half, UNKNOWNS);
        cholesky.backward(half, trace, UNKNOWNS);
        final double[] weights = new double[witnesses.length];
        for (int n = 0; n < weights.length; n++) {
            weights[n] = witnesses[n] == null ? 0 : product(trace, terms[n]) / error(witnesses[n]);
        }
        final double byNoise = noise.variance(weights, sides);
        final double[] fit = new double[UNKNOWNS];
        for (int c = 0; c < 3; c++) {
            cholesky.forward(right[c], half, UNKNOWNS);
            cholesky.backward(half, fit, UNKNOWNS);
            double left = 0;
            for (int n = 0; n < weights.length; n++) {
                if (witnesses[n] != null) {
                    final double difference = (witnesses[n].warp().p[c][0] - product(fit, terms[n])) / error(witnesses[n]);
                    left += difference * difference;
                }
            }
            shift[c][point] = -MEAN_SQUARE * (fit[4] + fit[5] + fit[6]);
            // A polynomial that its points contradict, beside a jump or where the field changes faster, tells as much less.
            variance[c][point] = byNoise * Math.max(1, left / Math.max(1, count - UNKNOWNS));
        }
    }

    private static double product(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
