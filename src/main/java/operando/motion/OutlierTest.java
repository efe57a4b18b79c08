package operando.motion;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import operando.engine.Cores;
import operando.motion.LocalPrediction.Prediction;
import operando.motion.subvolume.Match;
import operando.motion.subvolume.PointStatus;

/**
 * Finds points whose displacement is far from what the points about them predict ({@link LocalPrediction}): by more than
 * {@code ratio} times the prediction's deviation, the point's own error and {@value #NOISE} voxel together. The test is the
 * normalised one of Westerweel and Scarano (Exp. Fluids 39, 2005) with a prediction that follows strain and rotation in
 * place of their median. What was found far is left out of the next round's predictions. A point that agrees with one side
 * of its surroundings stays: the material may have slid or come apart beside it.
 */
final class OutlierTest {

    private static final double NOISE = 0.05;
    private static final double CERTAIN = 2;
    private static final int ROUNDS = 4;
    private static final int FARTHEST = LocalPrediction.FARTHEST;
    private static final int DIRECTIONS = 27;
    // Of the eight about a point in its own layer.
    private static final int LEAST_WITNESSES = 6;

    private final PointGrid grid;
    private final Match[] matches;
    private final double ratio;
    private final boolean[] believed;
    /** Points about which something changed since they were judged. */
    private boolean[] stale;
    private final double[][] displacement;

    private OutlierTest(final PointGrid grid, final Match[] matches, final double ratio) {
        this.grid = grid;
        this.matches = matches;
        this.ratio = ratio;
        believed = new boolean[matches.length];
        stale = new boolean[matches.length];
        Arrays.fill(stale, true);
        displacement = new double[3][matches.length];
        for (int point = 0; point < matches.length; point++) {
            believed[point] = matches[point].status().measured();
            for (int c = 0; c < 3; c++) {
                displacement[c][point] = matches[point].warp().p[c][0];
            }
        }
    }

    /** Marks outliers among converged points. */
    static void mark(final PointGrid grid, final Match[] matches, final double ratio, final PointStatus[] status, final Cores cores) {
        final OutlierTest test = new OutlierTest(grid, matches, ratio);
        boolean more = true;
        for (int round = 0; round < ROUNDS && more; round++) {
            more = test.round(cores);
        }
        for (int point = 0; point < matches.length; point++) {
            if (status[point].measured() && !test.believed[point]) {
                status[point] = PointStatus.OUTLIER;
            }
        }
    }

    // Points rejected before are judged again by those that are left.
    private boolean round(final Cores cores) {
        final boolean[] next = new boolean[believed.length];
        final int layer = grid.countX() * grid.countY();
        cores.forEach(grid.countZ(), k -> {
            final LocalPrediction prediction = new LocalPrediction(grid, displacement, new double[] {NOISE, NOISE, NOISE});
            for (int point = k * layer; point < (k + 1) * layer; point++) {
                next[point] = stale[point] ? matches[point].status().measured() && belongs(prediction, point) : believed[point];
            }
        });
        final boolean changed = !Arrays.equals(next, believed);
        stale = aboutChanges(next);
        System.arraycopy(next, 0, believed, 0, next.length);
        return changed;
    }

    private boolean[] aboutChanges(final boolean[] next) {
        final boolean[] about = new boolean[next.length];
        for (int point = 0; point < next.length; point++) {
            if (next[point] != believed[point]) {
                for (int k = Math.max(0, grid.k(point) - FARTHEST); k <= Math.min(grid.countZ() - 1, grid.k(point) + FARTHEST); k++) {
                    for (int j = Math.max(0, grid.j(point) - FARTHEST); j <= Math.min(grid.countY() - 1, grid.j(point) + FARTHEST); j++) {
                        final int from = grid.index(Math.max(0, grid.i(point) - FARTHEST), j, k);
                        Arrays.fill(about, from, grid.index(Math.min(grid.countX() - 1, grid.i(point) + FARTHEST), j, k) + 1, true);
                    }
                }
            }
        }
        return about;
    }

    private boolean belongs(final LocalPrediction prediction, final int point) {
        // The cheapest witnesses first.
        if (agreesWithGradients(point)) {
            return true;
        }
        final Optional<Prediction> all = prediction.at(point, believed);
        return all.isEmpty() || agrees(point, all.get())
            || IntStream.range(0, DIRECTIONS).anyMatch(d -> prediction.at(point, believed, d % 3 - 1, d / 3 % 3 - 1, d / 9 - 1)
                .filter(side -> isCertain(point, side) && agrees(point, side)).isPresent());
    }

    private boolean agrees(final int point, final Prediction there) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            final double difference = matches[point].warp().p[c][0] - there.value()[c];
            final double error = error(point, c);
            sum += difference * difference / (there.deviation()[c] * there.deviation()[c] + error * error + NOISE * NOISE);
        }
        return sum <= ratio * ratio;
    }

    // The mean of two neighbours' gradients leads from one to the other where the field bends too much for a polynomial; most
    // neighbours must say so, and those of a wrong match have no reason to.
    private boolean agreesWithGradients(final int point) {
        int neighbours = 0;
        int agreeing = 0;
        for (int d = 0; d < DIRECTIONS; d++) {
            final int[] step = {d % 3 - 1, d / 3 % 3 - 1, d / 9 - 1};
            final int i = grid.i(point) + step[0];
            final int j = grid.j(point) + step[1];
            final int k = grid.k(point) + step[2];
            if (d != DIRECTIONS / 2 && i >= 0 && j >= 0 && k >= 0 && i < grid.countX() && j < grid.countY() && k < grid.countZ()
                && believed[grid.index(i, j, k)]) {
                neighbours++;
                agreeing += leadsTo(point, grid.index(i, j, k), step) ? 1 : 0;
            }
        }
        return neighbours >= LEAST_WITNESSES && 2 * agreeing > neighbours;
    }

    private boolean leadsTo(final int point, final int neighbour, final int[] step) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            final double[] here = matches[point].warp().p[c];
            final double[] there = matches[neighbour].warp().p[c];
            double difference = there[0] - here[0];
            for (int axis = 0; axis < 3; axis++) {
                difference -= (here[1 + axis] + there[1 + axis]) / 2 * step[axis] * grid.spacing() / matches[point].warp().radius;
            }
            final double error = error(point, c);
            sum += difference * difference / (NOISE * NOISE + error * error);
        }
        return sum <= ratio * ratio;
    }

    // A side that does not know is no witness.
    private boolean isCertain(final int point, final Prediction side) {
        if (side.witnesses() < LEAST_WITNESSES) {
            return false;
        }
        for (int c = 0; c < 3; c++) {
            if (side.deviation()[c] > CERTAIN * (NOISE + error(point, c))) {
                return false;
            }
        }
        return true;
    }

    private double error(final int point, final int component) {
        final double error = matches[point].error()[component];
        return Double.isFinite(error) ? error : 0;
    }
}
