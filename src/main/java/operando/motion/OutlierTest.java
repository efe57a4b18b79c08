package operando.motion;

import java.util.Arrays;

import operando.motion.subvolume.Match;
import operando.motion.subvolume.PointStatus;
import operando.motion.subvolume.ShapeFunction;

/**
 * The normalised median test (Westerweel and Scarano, Exp. Fluids 39, 2005): a point is an outlier where its
 * displacement differs from the median of its up to 26 neighbours by more than {@code ratio} times the median of theirs
 * plus {@value #NOISE} voxel.
 */
final class OutlierTest {

    private static final double NOISE = 0.1;
    private static final int LEAST_NEIGHBOURS = 5;

    private OutlierTest() {
    }

    /** Marks outliers among converged points. */
    static void mark(final PointGrid grid, final Match[] matches, final double ratio, final PointStatus[] status) {
        for (int point = 0; point < matches.length; point++) {
            if (status[point] == PointStatus.CONVERGED && far(grid, matches, point, ratio)) {
                status[point] = PointStatus.OUTLIER;
            }
        }
    }

    private static boolean far(final PointGrid grid, final Match[] matches, final int point, final double ratio) {
        final ShapeFunction[] neighbours = neighbours(grid, matches, point);
        if (neighbours.length < LEAST_NEIGHBOURS) {
            return false;
        }
        for (int c = 0; c < 3; c++) {
            final int component = c;
            final double[] values = Arrays.stream(neighbours).mapToDouble(warp -> warp.p[component][0]).toArray();
            final double median = median(values);
            final double spread = median(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
            if (Math.abs(matches[point].warp().p[c][0] - median) > ratio * (spread + NOISE)) {
                return true;
            }
        }
        return false;
    }

    private static ShapeFunction[] neighbours(final PointGrid grid, final Match[] matches, final int point) {
        final ShapeFunction[] found = new ShapeFunction[26];
        int count = 0;
        for (int k = Math.max(0, grid.k(point) - 1); k <= Math.min(grid.countZ() - 1, grid.k(point) + 1); k++) {
            for (int j = Math.max(0, grid.j(point) - 1); j <= Math.min(grid.countY() - 1, grid.j(point) + 1); j++) {
                for (int i = Math.max(0, grid.i(point) - 1); i <= Math.min(grid.countX() - 1, grid.i(point) + 1); i++) {
                    final int other = grid.index(i, j, k);
                    if (other != point && matches[other].status() == PointStatus.CONVERGED) {
                        found[count++] = matches[other].warp();
                    }
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static double median(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        final int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
    }
}
