package operando.motion;

import java.util.Arrays;
import java.util.Optional;

import operando.motion.subvolume.Cholesky;

/**
 * What the points about a point say its displacement is: a plane through the known displacements within {@value #REACH}
 * grid steps (a step more at the border), which bends where there are enough of them. It begins with medians (of the differences of neighbouring
 * points along each axis, then of what these slopes leave), which up to a third of wrong points hardly move, and ends with
 * least squares through the points that agree. At the border of the grid it is one-sided and no less exact for a field
 * that changes evenly. One thread uses one prediction.
 */
final class LocalPrediction {

    private static final int REACH = 2;
    /** Grid steps to the farthest point that is looked at. */
    static final int FARTHEST = REACH + 1;
    private static final int SIDE = 2 * FARTHEST + 1;
    private static final int MOST = SIDE * SIDE * SIDE;
    private static final int MIDDLE = MOST / 2;
    private static final int[] STRIDE = {1, SIDE, SIDE * SIDE};
    private static final int[][] OFFSETS = new int[MOST][];
    private static final double[][] TERMS = new double[MOST][];
    private static final int LINEAR = 4;
    private static final int QUADRATIC = 10;
    private static final int LEAST_POINTS = 4;
    private static final int POINTS_AN_UNKNOWN = 2;
    // Standard deviation of normal values over their median distance from the median.
    private static final double NORMAL = 1.4826;
    private static final double AGREES = 4;
    private static final int ROUNDS = 3;
    private static final double EXTRAPOLATING = 3;

    static {
        for (int n = 0; n < MOST; n++) {
            OFFSETS[n] = new int[] {n % SIDE - SIDE / 2, n / SIDE % SIDE - SIDE / 2, n / SIDE / SIDE - SIDE / 2};
            TERMS[n] = terms(OFFSETS[n]);
        }
    }

    private final PointGrid grid;
    private final double[][] displacement;
    private final double[] floor;
    private final int[][] offsets = new int[MOST][];
    private final int[] points = new int[MOST];
    private final double[][] rest = new double[3][MOST];
    private final double[][] medianSlope = new double[3][3];
    private final double[] middle = new double[3];
    private final double[] squares = new double[3];
    private final int[] place = new int[MOST];
    private final double[] sorted = new double[MOST];
    private final boolean[] agrees = new boolean[MOST];
    private final double[][] normal = new double[QUADRATIC][QUADRATIC];
    private final double[][] right = new double[3][QUADRATIC];
    private final double[] half = new double[QUADRATIC];
    private final double[][] fit = new double[3][QUADRATIC];
    private final double[] distance = new double[MOST];
    private final Cholesky cholesky = new Cholesky(QUADRATIC);
    private int count;

    /**
     * A predicted displacement.
     *
     * @param value     of each component
     * @param deviation standard deviation by which a point that belongs here may differ from it
     * @param witnesses points that agree with it
     */
    record Prediction(double[] value, double[] deviation, int witnesses) {
    }

    /**
     * @param displacement of each component at each point
     * @param floor        of each component, deviations that always agree; in the same unit
     */
    LocalPrediction(final PointGrid grid, final double[][] displacement, final double[] floor) {
        this.grid = grid;
        this.displacement = displacement;
        this.floor = floor;
    }

    /** @return none if fewer than {@value #LEAST_POINTS} points about the point are known */
    Optional<Prediction> at(final int point, final boolean[] known) {
        return at(point, known, 0, 0, 0);
    }

    /** Only from points on that side of a plane through the point to which (x, y, z) points, and on the plane. */
    Optional<Prediction> at(final int point, final boolean[] known, final int x, final int y, final int z) {
        collect(point, known, x, y, z);
        if (count < LEAST_POINTS) {
            return Optional.empty();
        }
        for (int c = 0; c < 3; c++) {
            takeMedians(displacement[c], c);
            Arrays.fill(fit[c], 0);
        }
        Prediction prediction = null;
        for (int round = 0; round < ROUNDS; round++) {
            agreeWithFit();
            prediction = leastSquares();
        }
        return Optional.of(prediction);
    }

    // A point agrees whose differences, each over the median one and the floor, make a short vector.
    private void agreeWithFit() {
        Arrays.fill(distance, 0);
        for (int c = 0; c < 3; c++) {
            final double scale = NORMAL * medianDistance(c) + floor[c] / AGREES;
            for (int n = 0; n < count; n++) {
                final double difference = rest[c][n] - fitted(c, TERMS[index(offsets[n])]);
                distance[n] += difference * difference / (scale * scale);
            }
        }
        for (int n = 0; n < count; n++) {
            agrees[n] = distance[n] <= AGREES * AGREES;
        }
    }

    private double fitted(final int component, final double[] terms) {
        double sum = 0;
        for (int a = 0; a < QUADRATIC; a++) {
            sum += fit[component][a] * terms[a];
        }
        return sum;
    }

    private void collect(final int point, final boolean[] known, final int x, final int y, final int z) {
        count = 0;
        Arrays.fill(place, -1);
        for (int k = from(grid.k(point), grid.countZ()); k <= to(grid.k(point), grid.countZ()); k++) {
            for (int j = from(grid.j(point), grid.countY()); j <= to(grid.j(point), grid.countY()); j++) {
                for (int i = from(grid.i(point), grid.countX()); i <= to(grid.i(point), grid.countX()); i++) {
                    final int other = grid.index(grid.i(point) + i, grid.j(point) + j, grid.k(point) + k);
                    if (other != point && i * x + j * y + k * z >= 0 && known[other]) {
                        points[count] = other;
                        offsets[count] = OFFSETS[MIDDLE + i * STRIDE[0] + j * STRIDE[1] + k * STRIDE[2]];
                        place[index(offsets[count])] = count;
                        count++;
                    }
                }
            }
        }
    }

    // At the end of a line of points a step farther to the other side.
    private static int from(final int at, final int points) {
        return Math.max(-at, at == points - 1 ? -REACH - 1 : -REACH);
    }

    private static int to(final int at, final int points) {
        return Math.min(points - 1 - at, at == 0 ? REACH + 1 : REACH);
    }

    // Leaves in rest what the median slopes and the median of what they leave do not explain.
    private void takeMedians(final double[] values, final int component) {
        final double[] slope = medianSlope[component];
        for (int axis = 0; axis < 3; axis++) {
            slope[axis] = medianSlope(values, axis);
        }
        for (int n = 0; n < count; n++) {
            sorted[n] = values[points[n]] - slope[0] * offsets[n][0] - slope[1] * offsets[n][1] - slope[2] * offsets[n][2];
            rest[component][n] = sorted[n];
        }
        middle[component] = median(count);
        for (int n = 0; n < count; n++) {
            rest[component][n] -= middle[component];
        }
    }

    // Of points that follow each other along the axis; a gap of one between them is allowed.
    private double medianSlope(final double[] values, final int axis) {
        int pairs = 0;
        for (int n = 0; n < count; n++) {
            for (int step = 1; step <= 2 && offsets[n][axis] + step <= SIDE / 2; step++) {
                final int next = place[index(offsets[n]) + step * STRIDE[axis]];
                if (next >= 0) {
                    sorted[pairs++] = (values[points[next]] - values[points[n]]) / step;
                    break;
                }
            }
        }
        return pairs == 0 ? 0 : median(pairs);
    }

    private static int index(final int[] offset) {
        return MIDDLE + offset[0] * STRIDE[0] + offset[1] * STRIDE[1] + offset[2] * STRIDE[2];
    }

    private double medianDistance(final int component) {
        for (int n = 0; n < count; n++) {
            sorted[n] = Math.abs(rest[component][n] - fitted(component, TERMS[index(offsets[n])]));
        }
        return median(count);
    }

    private double median(final int length) {
        Arrays.sort(sorted, 0, length);
        return length % 2 == 1 ? sorted[length / 2] : 0.5 * (sorted[length / 2 - 1] + sorted[length / 2]);
    }

    // Fits what the medians left, so that they stand where there is too little for a fit.
    private Prediction leastSquares() {
        final int used = sum();
        int unknowns = used >= POINTS_AN_UNKNOWN * QUADRATIC && cholesky.factor(normal, QUADRATIC) == QUADRATIC ? QUADRATIC : 0;
        unknowns = unknowns == 0 && used > LINEAR + 1 && cholesky.factor(normal, LINEAR) == LINEAR ? LINEAR : unknowns;
        // Few points, or all in one plane or line: medians' slopes along it stand.
        unknowns = unknowns == 0 ? cholesky.factor(normal, Math.min(1, used)) : unknowns;
        // What a fit cannot follow harms twice where it is one-sided: much hangs on few points, and they all lie on one side.
        final double wider = 1 + EXTRAPOLATING * leverage(unknowns);
        final double[] value = new double[3];
        final double[] deviation = new double[3];
        for (int c = 0; c < 3; c++) {
            cholesky.forward(right[c], half, unknowns);
            double left = squares[c];
            for (int a = 0; a < unknowns; a++) {
                left -= half[a] * half[a];
            }
            Arrays.fill(fit[c], 0);
            cholesky.backward(half, fit[c], unknowns);
            value[c] = middle[c] + fit[c][0];
            // Those that were left out tell, too, how well points are predicted here.
            deviation[c] = wider * Math.max(Math.sqrt(Math.max(0, left) / Math.max(1, used - unknowns)), NORMAL * medianDistance(c));
        }
        return new Prediction(value, deviation, used);
    }

    private int sum() {
        for (final double[] row : normal) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(squares, 0);
        int used = 0;
        for (int c = 0; c < 3; c++) {
            Arrays.fill(right[c], 0);
        }
        for (int n = 0; n < count; n++) {
            if (agrees[n]) {
                used++;
                final double[] terms = TERMS[index(offsets[n])];
                for (int a = 0; a < QUADRATIC; a++) {
                    for (int b = 0; b <= a; b++) {
                        normal[a][b] += terms[a] * terms[b];
                    }
                }
                for (int c = 0; c < 3; c++) {
                    squares[c] += rest[c][n] * rest[c][n];
                    for (int a = 0; a < QUADRATIC; a++) {
                        right[c][a] += terms[a] * rest[c][n];
                    }
                }
            }
        }
        return used;
    }

    private double leverage(final int unknowns) {
        final double[] one = new double[QUADRATIC];
        one[0] = 1;
        cholesky.forward(one, half, unknowns);
        double sum = 0;
        for (int a = 0; a < unknowns; a++) {
            sum += half[a] * half[a];
        }
        return sum;
    }

    private static double[] terms(final int[] d) {
        return new double[] {1, d[0], d[1], d[2], d[0] * d[0], d[1] * d[1], d[2] * d[2], d[0] * d[1], d[0] * d[2], d[1] * d[2]};
    }
}
