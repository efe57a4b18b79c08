package operando.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.motion.subvolume.GreyBlock;
import operando.motion.subvolume.MaskBlock;
import operando.motion.subvolume.Match;
import operando.motion.subvolume.MatchLimits;
import operando.motion.subvolume.PointStatus;
import operando.motion.subvolume.ReferenceVolume;
import operando.motion.subvolume.ShapeFunction;
import operando.motion.subvolume.ShapeOrder;
import operando.motion.subvolume.SplineVolume;
import operando.motion.subvolume.SubvolumeMatcher;
import operando.scan.Scan;

/**
 * Follows the points of one block of the grid with just as much of both scans in memory as they need. Every fourth point
 * along each axis starts from the motion found at reduced size, the points between from the neighbour that was matched
 * best, with its gradient (after Pan's reliability guidance, Opt. Lett. 34, 2009, in an order that does not depend on the
 * threads).
 */
final class BlockCorrelation {

    private static final int COARSEST = 4;
    private static final int REPEATS = 2;
    // The mirrored end of a spline is felt no farther; the match may wander a little.
    private static final int MARGIN = 10;
    // Over the quarter of points that fit best, and standard deviations of what noise alone leaves.
    private static final double MUCH_LEFT = 1.15;
    private static final double SCATTER = 4;
    // How far from a jump subvolumes notice it, over half their side.
    private static final double JUMP_REACH = 1.1;
    private static final int MOST_MOTIONS = 6;
    // Voxels by which motions of the two sides must differ.
    private static final double LEAST_JUMP = 0.25;
    // What is left may grow by this share of what one parameter takes away, over the voxels whose noise is independent.
    private static final double WORSE = 6;

    private final PointGrid grid;
    private final int[] from;
    private final int[] to;
    private final InitialGuess starts;
    private final MatchLimits limits;
    /** By the points' numbers in the grid; those of other blocks are missing. */
    private final Match[] matches;
    /** Numbers of the points to be followed; what is known of the others stays. */
    private final boolean[] asked;

    private GreyBlock reference;
    private GreyBlock deformed;
    private ThreadLocal<SubvolumeMatcher> matchers;

    /**
     * @param from first point along each axis
     * @param to   point after the last along each axis
     * @param matches of the whole grid; those of this block that are missing or were not found are made here
     */
    BlockCorrelation(final PointGrid grid, final int[] from, final int[] to, final InitialGuess starts, final MatchLimits limits,
        final Match[] matches) {
        this.grid = grid;
        this.from = from;
        this.to = to;
        this.starts = starts;
        this.limits = limits;
        this.matches = matches;
        asked = new boolean[matches.length];
        for (final int point : all()) {
            asked[point] = matches[point] == null || isLost(matches[point]);
        }
    }

    private static boolean isLost(final Match match) {
        return match.status() == PointStatus.NO_TEXTURE || match.status() == PointStatus.NOT_CONVERGED;
    }

    /** Whether more smoothing may find more points. */
    boolean isIncomplete() {
        return Arrays.stream(all()).anyMatch(point -> isLost(matches[point]));
    }

    void correlate(final Scan first, final Scan second, final Masks masks, final Cores cores,
        final Progress progress) {
        final int halo = limits.radius() + MARGIN + limits.smoothing().reach();
        final int[] low = {grid.firstX() + grid.spacing() * from[0] - halo, grid.firstY() + grid.spacing() * from[1] - halo,
            grid.firstZ() + grid.spacing() * from[2] - halo};
        final int[] high = {grid.firstX() + grid.spacing() * (to[0] - 1) + halo + 1,
            grid.firstY() + grid.spacing() * (to[1] - 1) + halo + 1,
            grid.firstZ() + grid.spacing() * (to[2] - 1) + halo + 1};
        final Optional<MaskBlock> counts = masks.reference().map(mask -> MaskBlock.read(mask, low, high, maskMargin()));
        if (counts.isPresent() && !counts.get().any()) {
            setAll(PointStatus.MASKED);
            return;
        }
        load(first, second, low, high, counts, masks.deformed(), cores);
        final int points = (to[0] - from[0]) * (to[1] - from[1]) * (to[2] - from[2]);
        final AtomicInteger done = new AtomicInteger();
        for (int stride = COARSEST; stride >= 1; stride /= 2) {
            final int step = stride;
            final int[] level = level(stride);
            // Only points of coarser levels are seen, whichever thread comes first.
            final Match[] before = matches.clone();
            cores.forEach(level.length, n -> {
                final int point = level[n];
                if (asked[point]) {
                    final Match match = follow(before, point, step);
                    matches[point] = before[point] == null || match.status() == PointStatus.CONVERGED ? match : before[point];
                }
                progress.report(Math.min(1, (double) done.incrementAndGet() / points), "following subvolumes");
            });
        }
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            again(cores);
        }
        besideJumps(cores);
        if (limits.order() == ShapeOrder.AUTOMATIC) {
            bend(cores);
        }
    }

    CorrelateBlocks.Found found() {
        final int[] points = all();
        return new CorrelateBlocks.Found(points, Arrays.stream(points).mapToObj(point -> matches[point]).toArray(Match[]::new));
    }

    private void load(final Scan first, final Scan second, final int[] low, final int[] high,
        final Optional<MaskBlock> counts, final Optional<Scan> secondMask, final Cores cores) {
        final int[] movedLow = low.clone();
        final int[] movedHigh = high.clone();
        widen(movedLow, movedHigh, second);
        reference = GreyBlock.read(first, low, high).smoothed(limits.smoothing(), cores);
        deformed = GreyBlock.read(second, movedLow, movedHigh).smoothed(limits.smoothing(), cores);
        final ReferenceVolume volume = ReferenceVolume.of(reference.grey(), reference.width(), reference.height(),
            reference.depth(), counts, cores);
        final SplineVolume spline = SplineVolume.of(deformed.grey(), deformed.width(), deformed.height(),
            deformed.depth(), cores);
        final Optional<MaskBlock> deformedCounts = secondMask.map(
            mask -> MaskBlock.read(mask, movedLow, movedHigh, maskMargin()));
        matchers = ThreadLocal.withInitial(() -> new SubvolumeMatcher(volume, spline, deformedCounts, limits));
    }

    // Smoothing mixes what counts with what does not, and the start may be a voxel off.
    private int maskMargin() {
        return 1 + (limits.smoothing().reach() + 1) / 2;
    }

    // The box of the deformed scan follows the least and greatest start of the block's points.
    private void widen(final int[] low, final int[] high, final Scan scan) {
        final double[] least = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        final double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (final int point : level(COARSEST)) {
            for (final ShapeFunction start : startsOf(point)) {
                for (int c = 0; c < 3; c++) {
                    least[c] = Math.min(least[c], start.p[c][0]);
                    most[c] = Math.max(most[c], start.p[c][0]);
                }
            }
        }
        final int[] size = {scan.width(), scan.height(), scan.depth()};
        for (int c = 0; c < 3; c++) {
            low[c] = Math.max(0, Math.min(size[c] - 4, low[c] + (int) Math.floor(least[c])));
            high[c] = Math.min(size[c], Math.max(low[c] + 4, high[c] + (int) Math.ceil(most[c])));
        }
    }

    /** The points whose numbers in the block are multiples of {@code stride} but not all of twice that. */
    private int[] level(final int stride) {
        final List<Integer> points = new ArrayList<>();
        for (int k = from[2]; k < to[2]; k += stride) {
            for (int j = from[1]; j < to[1]; j += stride) {
                for (int i = from[0]; i < to[0]; i += stride) {
                    final int offset = i - from[0] | j - from[1] | k - from[2];
                    if (stride == COARSEST || offset % (2 * stride) != 0) {
                        points.add(grid.index(i, j, k));
                    }
                }
            }
        }
        return points.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<ShapeFunction> startsOf(final int point) {
        return starts.starts(grid.voxelX(point), grid.voxelY(point), grid.voxelZ(point), limits.radius());
    }

    private Match follow(final Match[] before, final int point, final int stride) {
        final Optional<ShapeFunction> neighbour = stride == COARSEST ? Optional.empty() : bestNeighbour(before, point, stride);
        if (neighbour.isPresent()) {
            final Match match = match(point, neighbour.get());
            if (settled(match)) {
                return match;
            }
        }
        Match best = Match.without(PointStatus.NOT_CONVERGED, new ShapeFunction(limits.radius()));
        for (final ShapeFunction start : startsOf(point)) {
            final Match match = match(point, start);
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

    private Match match(final int point, final ShapeFunction start) {
        return match(point, start, false);
    }

    private Match match(final int point, final ShapeFunction start, final boolean bent) {
        final ShapeFunction local = inBlock(start.copy());
        final int x = grid.voxelX(point) - reference.x();
        final int y = grid.voxelY(point) - reference.y();
        final int z = grid.voxelZ(point) - reference.z();
        final Match match = bent ? matchers.get().matchBent(x, y, z, local) : matchers.get().match(x, y, z, local);
        inScan(match);
        return match;
    }

    private void inScan(final Match match) {
        match.warp().p[0][0] -= reference.x() - deformed.x();
        match.warp().p[1][0] -= reference.y() - deformed.y();
        match.warp().p[2][0] -= reference.z() - deformed.z();
    }

    private ShapeFunction inBlock(final ShapeFunction local) {
        local.p[0][0] += reference.x() - deformed.x();
        local.p[1][0] += reference.y() - deformed.y();
        local.p[2][0] += reference.z() - deformed.z();
        return local;
    }

    private Optional<ShapeFunction> bestNeighbour(final Match[] found, final int point, final int stride) {
        Optional<ShapeFunction> best = Optional.empty();
        double correlation = 0;
        for (int k = -stride; k <= stride; k += stride) {
            for (int j = -stride; j <= stride; j += stride) {
                for (int i = -stride; i <= stride; i += stride) {
                    final int x = grid.i(point) + i;
                    final int y = grid.j(point) + j;
                    final int z = grid.k(point) + k;
                    if (inBlock(x, y, z)) {
                        final Match match = found[grid.index(x, y, z)];
                        if (match != null && match.status() == PointStatus.CONVERGED && match.correlation() > correlation) {
                            correlation = match.correlation();
                            best = Optional.of(match.warp().about(-i * grid.spacing(), -j * grid.spacing(),
                                -k * grid.spacing()));
                        }
                    }
                }
            }
        }
        return best;
    }

    private boolean inBlock(final int i, final int j, final int k) {
        return i >= from[0] && j >= from[1] && k >= from[2] && i < to[0] && j < to[1] && k < to[2];
    }

    // Points that were not found start once more from neighbours that were.
    private void again(final Cores cores) {
        final Match[] before = matches.clone();
        final int[] all = all();
        cores.forEach(all.length, n -> {
            if (asked[all[n]] && !settled(before[all[n]])) {
                bestNeighbour(before, all[n], 1).map(start -> match(all[n], start))
                    .filter(match -> match.status() == PointStatus.CONVERGED)
                    .ifPresent(match -> matches[all[n]] = match);
            }
        });
    }

    // Where more is left than noise leaves elsewhere, two motions may meet within the subvolume.
    private void besideJumps(final Cores cores) {
        final int[] all = all();
        final double[] misfits = Arrays.stream(all).mapToObj(point -> matches[point]).filter(match -> match.status() == PointStatus.CONVERGED)
            .mapToDouble(Match::misfit).filter(Double::isFinite).sorted().toArray();
        if (misfits.length == 0) {
            return;
        }
        final double usual = (MUCH_LEFT + SCATTER * Math.sqrt(2 / independentVoxels())) * misfits[misfits.length / 4];
        final Match[] before = matches.clone();
        cores.forEach(all.length, n -> {
            final Match match = before[all[n]];
            if (asked[all[n]] && (match.status() == PointStatus.NOT_CONVERGED || match.status() == PointStatus.CONVERGED && match.misfit() > usual)) {
                oneSide(before, all[n], usual).ifPresent(found -> matches[all[n]] = found);
            }
        });
    }

    private Optional<Match> oneSide(final Match[] before, final int point, final double usual) {
        final List<ShapeFunction> motions = motionsAbout(before, point, usual);
        if (motions.size() < 2) {
            return Optional.empty();
        }
        final Optional<Match> match = matchers.get().matchOneSide(grid.voxelX(point) - reference.x(), grid.voxelY(point) - reference.y(),
            grid.voxelZ(point) - reference.z(), motions.stream().map(motion -> inBlock(motion.firstOrder())).toList(), inBlock(before[point].warp().copy()));
        match.ifPresent(this::inScan);
        return match;
    }

    // Unlike motions of well matched points about a point, the nearest first, continued to it, and those it may start from.
    private List<ShapeFunction> motionsAbout(final Match[] before, final int point, final double usual) {
        final int reach = 2 + (int) Math.ceil(JUMP_REACH * limits.radius() / grid.spacing());
        final List<int[]> near = new ArrayList<>();
        for (int k = -reach; k <= reach; k++) {
            for (int j = -reach; j <= reach; j++) {
                for (int i = -reach; i <= reach; i++) {
                    if (inBlock(grid.i(point) + i, grid.j(point) + j, grid.k(point) + k)) {
                        near.add(new int[] {i, j, k});
                    }
                }
            }
        }
        near.sort(Comparator.comparingInt(d -> d[0] * d[0] + d[1] * d[1] + d[2] * d[2]));
        final List<ShapeFunction> motions = new ArrayList<>();
        for (final int[] d : near) {
            final Match match = before[grid.index(grid.i(point) + d[0], grid.j(point) + d[1], grid.k(point) + d[2])];
            if (match.status() == PointStatus.CONVERGED && match.misfit() <= usual) {
                addUnlike(motions, match.warp().firstOrder().about(-d[0] * grid.spacing(), -d[1] * grid.spacing(), -d[2] * grid.spacing()));
            }
        }
        // Motions at reduced size mix both sides, too, and serve only where no point has the other side's.
        if (motions.size() < 2) {
            startsOf(point).forEach(start -> addUnlike(motions, start));
        }
        return motions;
    }

    private static void addUnlike(final List<ShapeFunction> motions, final ShapeFunction motion) {
        boolean unlike = motions.size() < MOST_MOTIONS;
        for (final ShapeFunction other : motions) {
            double far = 0;
            for (int c = 0; c < 3; c++) {
                far = Math.max(far, Math.abs(other.p[c][0] - motion.p[c][0]));
            }
            unlike &= far > LEAST_JUMP;
        }
        if (unlike) {
            motions.add(motion);
        }
    }

    // Points whose own curvature is lost in the noise take that of the field, as it was before any of them did.
    private void bend(final Cores cores) {
        final Match[] before = matches.clone();
        final FieldCurvature curvature = new FieldCurvature(grid, limits.radius());
        final int[] all = all();
        cores.forEach(all.length, n -> {
            final Match first = before[all[n]];
            if (asked[all[n]] && first.status() == PointStatus.CONVERGED && !first.secondOrder()) {
                curvature.bent(before, all[n]).map(warp -> match(all[n], warp, true))
                    .filter(match -> match.status() == PointStatus.CONVERGED
                        && isNoWorse(match, first))
                    .ifPresent(match -> matches[all[n]] = match);
            }
        });
    }

    // The difference that is left follows from the correlation: a curvature from beyond a jump, which the point's own grey
    // values contradict, leaves more.
    private boolean isNoWorse(final Match bent, final Match first) {
        final double left = 1 - first.correlation() * first.correlation();
        return 1 - bent.correlation() * bent.correlation() - left < WORSE * left / independentVoxels();
    }

    // Smoothing shares the noise of a voxel with those beside it.
    private double independentVoxels() {
        final double side = 2 * limits.radius() + 1;
        return side * side * side * limits.smoothing().keptNoise();
    }

    private int[] all() {
        final List<Integer> points = new ArrayList<>();
        for (int k = from[2]; k < to[2]; k++) {
            for (int j = from[1]; j < to[1]; j++) {
                for (int i = from[0]; i < to[0]; i++) {
                    points.add(grid.index(i, j, k));
                }
            }
        }
        return points.stream().mapToInt(Integer::intValue).toArray();
    }

    private void setAll(final PointStatus status) {
        for (final int point : all()) {
            matches[point] = Match.without(status, new ShapeFunction(limits.radius()));
        }
    }
}
