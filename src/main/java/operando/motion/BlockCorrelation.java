package operando.motion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.motion.subvolume.Match;
import operando.motion.subvolume.MatchLimits;
import operando.motion.subvolume.PointStatus;
import operando.motion.subvolume.ShapeFunction;
import operando.scan.Scan;

/**
 * Follows points of one block of the grid with just as much of both scans in memory as they need. Every fourth point
 * along each axis starts from the motion found at reduced size, the points between from the neighbour that was matched
 * best, with its gradient (after Pan's reliability guidance, Opt. Lett. 34, 2009, in an order that does not depend on the
 * threads). Time and memory are proportional to the block's points.
 */
final class BlockCorrelation {

    private static final int COARSEST = 4;
    private static final int REPEATS = 2;

    private final PointGrid grid;
    private final InitialGuess starts;
    private final MatchLimits limits;
    private final Match[] matches;
    /** The match whose motion a point was last looked for with. */
    private final Match[] tried;

    private LoadedScans scans;

    /**
     * @param grid    the block's points
     * @param matches of them; those that are missing or were not found are made here
     */
    BlockCorrelation(final PointGrid grid, final InitialGuess starts, final MatchLimits limits, final Match[] matches) {
        this.grid = grid;
        this.starts = starts;
        this.limits = limits;
        this.matches = matches;
        tried = new Match[matches.length];
    }

    /**
     * @param points  to be followed; what is known of the others stays
     * @param windows that have the boxes of both scans in which they are looked for
     * @return points among them that more smoothing may find
     */
    int[] correlate(final int[] points, final PointWindows windows, final Scan first, final Scan second, final Masks masks, final Cores cores, final Progress progress) {
        final Optional<LoadedScans> loaded = LoadedScans.of(windows.read(points), grid, limits, first, masks.reference(), cores);
        if (loaded.isEmpty()) {
            Arrays.stream(points).filter(point -> matches[point] == null).forEach(point -> matches[point] = without(PointStatus.MASKED));
            return new int[0];
        }
        scans = loaded.get();
        final int[] textured = textured(points, masks, cores);
        if (textured.length > 0) {
            scans.readDeformed(second, masks.deformed(), windows.deformed(points), cores);
            follow(textured, cores, progress);
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                again(textured, cores);
            }
            final Match[] known = known();
            new JumpSearch(grid, starts, limits, scans).search(textured, known, cores);
            Arrays.stream(textured).forEach(point -> matches[point] = known[point]);
        }
        return Arrays.stream(points).filter(point -> matches[point].status() == PointStatus.NO_TEXTURE
            || matches[point].status() == PointStatus.NOT_CONVERGED && scans.isHiddenByNoise(point)).toArray();
    }

    private Match without(final PointStatus status) {
        return Match.without(status, new ShapeFunction(limits.radius()));
    }

    // Where a whole block has no texture, or points are looked for once more, the deformed scan is not read for those that
    // cannot be found; otherwise a match tells that by itself.
    private int[] textured(final int[] points, final Masks masks, final Cores cores) {
        final boolean fresh = matches[points[0]] == null;
        if (fresh && (masks.deformed().isPresent() || Arrays.stream(points).anyMatch(point -> scans.lacking(point).isEmpty()))) {
            return points;
        }
        final boolean[] has = new boolean[points.length];
        cores.forEach(points.length, n -> {
            final Optional<PointStatus> lacking = scans.lacking(points[n]);
            has[n] = lacking.isEmpty() && !scans.isLostInNoise(points[n]);
            if (fresh) {
                matches[points[n]] = without(lacking.orElse(PointStatus.NO_TEXTURE));
            }
        });
        return IntStream.range(0, points.length).filter(n -> has[n]).map(n -> points[n]).toArray();
    }

    /** Matches of all points; those of other windows that were not looked for yet are not found. */
    private Match[] known() {
        return Arrays.stream(matches).map(match -> match == null ? without(PointStatus.NOT_CONVERGED) : match).toArray(Match[]::new);
    }

    /** Whether a point is among those that start from the motion found at reduced size. */
    static boolean isCoarsest(final PointGrid grid, final int point) {
        return (grid.i(point) | grid.j(point) | grid.k(point)) % COARSEST == 0;
    }

    private List<ShapeFunction> startsOf(final int point) {
        return starts.starts(grid.voxelX(point), grid.voxelY(point), grid.voxelZ(point), limits.radius());
    }

    /** Points whose numbers in the block are multiples of {@code stride} but not all of twice that. */
    private int[] level(final int[] points, final int stride) {
        return Arrays.stream(points).filter(point -> {
            final int numbers = grid.i(point) | grid.j(point) | grid.k(point);
            return numbers % stride == 0 && (stride == COARSEST || numbers % (2 * stride) != 0);
        }).toArray();
    }

    private void follow(final int[] points, final Cores cores, final Progress progress) {
        final AtomicInteger done = new AtomicInteger();
        for (int stride = COARSEST; stride >= 1; stride /= 2) {
            final int step = stride;
            final int[] level = level(points, stride);
            // Only points of coarser levels are seen, whichever thread comes first.
            final Match[] before = matches.clone();
            cores.forEach(level.length, n -> {
                final int point = level[n];
                final Match match = follow(before, point, step);
                matches[point] = before[point] == null || match.status() == PointStatus.CONVERGED ? match : before[point];
                progress.report(Math.min(1, (double) done.incrementAndGet() / points.length), "following subvolumes");
            });
        }
    }

    private Match follow(final Match[] before, final int point, final int stride) {
        final int neighbour = stride == COARSEST ? -1 : bestNeighbour(before, point, stride);
        if (neighbour >= 0) {
            tried[point] = before[neighbour];
            final Match match = scans.match(point, continued(before, neighbour, point));
            if (settled(match)) {
                return match;
            }
        }
        Match best = without(PointStatus.NOT_CONVERGED);
        final List<ShapeFunction> likely = startsOf(point);
        // What noise hid is looked for once more where it most likely is, not everywhere.
        for (final ShapeFunction start : before[point] == null ? likely : likely.subList(0, 1)) {
            final Match match = scans.match(point, start);
            if (settled(match)) {
                return match;
            }
            best = match.correlation() >= best.correlation() ? match : best;
        }
        return best;
    }

    // Whether another start cannot help.
    private static boolean settled(final Match match) {
        return match.status() == PointStatus.CONVERGED || match.status() == PointStatus.NO_TEXTURE
            || match.status() == PointStatus.MASKED;
    }

    /** The best matched neighbour, or less than 0. */
    private int bestNeighbour(final Match[] found, final int point, final int stride) {
        int best = -1;
        double correlation = 0;
        for (int k = grid.k(point) - stride; k <= grid.k(point) + stride; k += stride) {
            for (int j = grid.j(point) - stride; j <= grid.j(point) + stride; j += stride) {
                for (int i = grid.i(point) - stride; i <= grid.i(point) + stride; i += stride) {
                    if (grid.holds(i, j, k)) {
                        final Match match = found[grid.index(i, j, k)];
                        if (match != null && match.status() == PointStatus.CONVERGED && match.correlation() > correlation) {
                            correlation = match.correlation();
                            best = grid.index(i, j, k);
                        }
                    }
                }
            }
        }
        return best;
    }

    private ShapeFunction continued(final Match[] found, final int from, final int to) {
        return found[from].warp().about(grid.voxelX(to) - grid.voxelX(from), grid.voxelY(to) - grid.voxelY(from), grid.voxelZ(to) - grid.voxelZ(from));
    }

    // Points that were not found start once more from neighbours that were, unless they did so before.
    private void again(final int[] points, final Cores cores) {
        final Match[] before = matches.clone();
        cores.forEach(points.length, n -> {
            final int point = points[n];
            final int neighbour = settled(before[point]) ? -1 : bestNeighbour(before, point, 1);
            if (neighbour >= 0 && before[neighbour] != tried[point]) {
                tried[point] = before[neighbour];
                final Match match = scans.match(point, continued(before, neighbour, point));
                matches[point] = match.status() == PointStatus.CONVERGED ? match : before[point];
            }
        });
    }
}
