package operando.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import operando.engine.Cores;
import operando.motion.subvolume.Match;
import operando.motion.subvolume.MatchLimits;
import operando.motion.subvolume.PointStatus;
import operando.motion.subvolume.ShapeFunction;

/**
 * Looks for points beside a jump of the motion: where one motion leaves more of a subvolume than noise leaves elsewhere, or
 * finds nothing, the motions of well matched points about it are candidates for the two sides.
 */
final class JumpSearch {

    // Over the tenth of points that fit best, and standard deviations of what noise alone leaves.
    private static final double MUCH_LEFT = 1.15;
    private static final double SCATTER = 4;
    // How far from a jump subvolumes notice it, over half their side.
    private static final double JUMP_REACH = 1.1;
    private static final int MOST_MOTIONS = 6;
    // Voxels by which motions of the two sides must differ.
    private static final double LEAST_JUMP = 0.25;

    private final PointGrid grid;
    private final InitialGuess starts;
    private final MatchLimits limits;
    private final LoadedScans scans;
    /** Steps of the grid to points about a point, the nearest first. */
    private final List<int[]> steps;

    JumpSearch(final PointGrid grid, final InitialGuess starts, final MatchLimits limits, final LoadedScans scans) {
        this.grid = grid;
        this.starts = starts;
        this.limits = limits;
        this.scans = scans;
        steps = steps(2 + (int) Math.ceil(JUMP_REACH * limits.radius() / grid.spacing()));
    }

    private static List<int[]> steps(final int reach) {
        final List<int[]> steps = new ArrayList<>();
        for (int k = -reach; k <= reach; k++) {
            for (int j = -reach; j <= reach; j++) {
                for (int i = -reach; i <= reach; i++) {
                    steps.add(new int[] {i, j, k});
                }
            }
        }
        steps.sort(Comparator.comparingInt(d -> d[0] * d[0] + d[1] * d[1] + d[2] * d[2]));
        return steps;
    }

    /**
     * @param points  among which to look
     * @param matches of the whole grid; those beside a jump are put in their place
     */
    void search(final int[] points, final Match[] matches, final Cores cores) {
        final double[] misfits = Arrays.stream(matches).filter(match -> match.status() == PointStatus.CONVERGED)
            .mapToDouble(Match::misfit).filter(Double::isFinite).sorted().toArray();
        if (misfits.length == 0) {
            return;
        }
        final double usual = (MUCH_LEFT + SCATTER * Math.sqrt(2 / limits.independentVoxels())) * misfits[misfits.length / 10];
        final Match[] before = matches.clone();
        final int[] odd = Arrays.stream(points).filter(point -> isOdd(before[point], usual)).toArray();
        cores.forEach(odd.length, n -> mend(odd[n], before, usual, matches));
        // Points whose sides are known now tell those beside them more; a corner beyond the jump may have passed for curvature.
        final Match[] after = matches.clone();
        final int[] beside = Arrays.stream(points).filter(point -> isOdd(after[point], usual)
            || after[point].status() == PointStatus.CONVERGED && after[point].secondOrder()).filter(point -> isBesideJump(after, point)).toArray();
        cores.forEach(beside.length, n -> mend(beside[n], after, usual, matches));
    }

    private static boolean isOdd(final Match match, final double usual) {
        return match.status() == PointStatus.NOT_CONVERGED || match.status() == PointStatus.CONVERGED && match.misfit() > usual;
    }

    private void mend(final int point, final Match[] before, final double usual, final Match[] matches) {
        final List<ShapeFunction> motions = motionsAbout(before, point, usual);
        if (motions.size() > 1) {
            scans.matchOneSide(point, motions, before[point].warp()).ifPresent(found -> matches[point] = found);
        }
    }

    private boolean isBesideJump(final Match[] matches, final int point) {
        return steps.stream().anyMatch(step -> {
            final int i = grid.i(point) + step[0];
            final int j = grid.j(point) + step[1];
            final int k = grid.k(point) + step[2];
            return grid.holds(i, j, k) && matches[grid.index(i, j, k)].status() == PointStatus.DISCONTINUITY;
        });
    }

    // Unlike motions of well matched points about a point, the nearest first, continued to it, and those it may start from.
    private List<ShapeFunction> motionsAbout(final Match[] before, final int point, final double usual) {
        final List<ShapeFunction> motions = new ArrayList<>();
        for (final int[] step : steps) {
            final int i = grid.i(point) + step[0];
            final int j = grid.j(point) + step[1];
            final int k = grid.k(point) + step[2];
            if (motions.size() < MOST_MOTIONS && grid.holds(i, j, k)) {
                final Match match = before[grid.index(i, j, k)];
                if (match.status().measured() && match.misfit() <= usual) {
                    addUnlike(motions, match.warp(), -step[0] * grid.spacing(), -step[1] * grid.spacing(), -step[2] * grid.spacing());
                }
            }
        }
        // Motions at reduced size mix both sides, too, and serve only where no point has the other side's.
        if (motions.size() < 2) {
            starts.starts(grid.voxelX(point), grid.voxelY(point), grid.voxelZ(point), limits.radius())
                .forEach(start -> addUnlike(motions, start, 0, 0, 0));
        }
        return motions;
    }

    private static void addUnlike(final List<ShapeFunction> motions, final ShapeFunction motion, final double x, final double y, final double z) {
        final double[] there = motion.linearAt(x, y, z);
        boolean unlike = motions.size() < MOST_MOTIONS;
        for (final ShapeFunction other : motions) {
            double far = 0;
            for (int c = 0; c < 3; c++) {
                far = Math.max(far, Math.abs(other.p[c][0] - there[c]));
            }
            unlike &= far > LEAST_JUMP;
        }
        if (unlike) {
            motions.add(motion.firstOrder().about(x, y, z));
        }
    }
}
