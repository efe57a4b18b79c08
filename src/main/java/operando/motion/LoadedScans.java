package operando.motion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

import operando.engine.Cores;
import operando.motion.subvolume.GreyBlock;
import operando.motion.subvolume.MaskBlock;
import operando.motion.subvolume.Match;
import operando.motion.subvolume.MatchLimits;
import operando.motion.subvolume.PointStatus;
import operando.motion.subvolume.ReferenceVolume;
import operando.motion.subvolume.ShapeFunction;
import operando.motion.subvolume.SplineVolume;
import operando.motion.subvolume.SubvolumeMatcher;
import operando.motion.subvolume.SubvolumeTexture;
import operando.scan.Scan;

/**
 * As much of both scans as some points of a grid need, smoothed, and the matches of the points' subvolumes. Points go by
 * their numbers in the grid, motions are in voxels of the scans. The deformed scan is read only once it is needed.
 */
final class LoadedScans {

    // The mirrored end of a spline is felt no farther; the match may wander a little.
    static final int MARGIN = 10;

    private final PointGrid grid;
    private final MatchLimits limits;
    private final int[] low;
    private final int[] high;
    private final GreyBlock reference;
    private final ReferenceVolume volume;
    private final PerThread<SubvolumeTexture> textures;
    private GreyBlock deformed;
    private PerThread<SubvolumeMatcher> matchers;

    private LoadedScans(final PointGrid grid, final MatchLimits limits, final int[] low, final int[] high, final GreyBlock reference,
        final Optional<MaskBlock> counts, final Cores cores) {
        this.grid = grid;
        this.limits = limits;
        this.low = low;
        this.high = high;
        this.reference = reference;
        volume = ReferenceVolume.of(reference.grey(), reference.width(), reference.height(), reference.depth(), counts, cores);
        textures = new PerThread<>(() -> new SubvolumeTexture(volume, limits));
    }

    /** Reads what the points need of the reference scan; none if not one voxel of it counts. */
    static Optional<LoadedScans> about(final int[] points, final PointGrid grid, final MatchLimits limits, final Scan scan,
        final Optional<Scan> mask, final Cores cores) {
        final int halo = halo(limits);
        final int[] low = {extreme(points, grid::voxelX, -1) - halo, extreme(points, grid::voxelY, -1) - halo, extreme(points, grid::voxelZ, -1) - halo};
        final int[] high = {extreme(points, grid::voxelX, 1) + halo + 1, extreme(points, grid::voxelY, 1) + halo + 1,
            extreme(points, grid::voxelZ, 1) + halo + 1};
        final Optional<MaskBlock> counts = mask.map(from -> MaskBlock.read(from, low, high, maskMargin(limits)));
        return counts.isPresent() && !counts.get().any() ? Optional.empty()
            : Optional.of(new LoadedScans(grid, limits, low, high, GreyBlock.read(scan, low, high).smoothed(limits.smoothing(), cores), counts, cores));
    }

    private static int extreme(final int[] points, final IntUnaryOperator voxel, final int sign) {
        return sign * Arrays.stream(points).map(voxel).map(v -> sign * v).max().orElseThrow();
    }

    /** Voxels that are read to each side of a point. */
    static int halo(final MatchLimits limits) {
        return limits.radius() + MARGIN + limits.smoothing().reach();
    }

    // Smoothing mixes what counts with what does not, and the start may be a voxel off.
    private static int maskMargin(final MatchLimits limits) {
        return 1 + (limits.smoothing().reach() + 1) / 2;
    }

    /** @param motions with which points will be looked for; the box that is read follows the least and the greatest */
    void readDeformed(final Scan scan, final Optional<Scan> mask, final List<ShapeFunction> motions, final Cores cores) {
        final int[] movedLow = new int[3];
        final int[] movedHigh = new int[3];
        final int[] size = {scan.width(), scan.height(), scan.depth()};
        for (int c = 0; c < 3; c++) {
            double least = Double.MAX_VALUE;
            double most = -Double.MAX_VALUE;
            for (final ShapeFunction motion : motions) {
                least = Math.min(least, motion.p[c][0]);
                most = Math.max(most, motion.p[c][0]);
            }
            movedLow[c] = Math.max(0, Math.min(size[c] - 4, low[c] + (int) Math.floor(least)));
            movedHigh[c] = Math.min(size[c], Math.max(movedLow[c] + 4, high[c] + (int) Math.ceil(most)));
        }
        deformed = GreyBlock.read(scan, movedLow, movedHigh).smoothed(limits.smoothing(), cores);
        final SplineVolume spline = SplineVolume.of(deformed.grey(), deformed.width(), deformed.height(), deformed.depth(), cores);
        final Optional<MaskBlock> counts = mask.map(from -> MaskBlock.read(from, movedLow, movedHigh, maskMargin(limits)));
        matchers = new PerThread<>(() -> new SubvolumeMatcher(volume, spline, counts, limits));
        // From here on only where it lies is asked for.
        deformed = new GreyBlock(deformed.x(), deformed.y(), deformed.z(), deformed.width(), deformed.height(), deformed.depth(), new float[0]);
    }

    /** Why a point cannot be followed whatever the deformed scan holds; empty if nothing speaks against it. */
    Optional<PointStatus> lacking(final int point) {
        return textures.with(texture -> texture.lacking(x(point), y(point), z(point)));
    }

    /** Whether even a right match would be taken for a wrong one. */
    boolean isLostInNoise(final int point) {
        return textures.with(texture -> texture.isLostInNoise(x(point), y(point), z(point)));
    }

    /** Whether noise takes away so much of the correlation of a right match that more smoothing may help. */
    boolean isHiddenByNoise(final int point) {
        return textures.with(texture -> texture.isHiddenByNoise(x(point), y(point), z(point)));
    }

    Match match(final int point, final ShapeFunction start) {
        return inScan(matchers.with(matcher -> matcher.match(x(point), y(point), z(point), inBlock(start))));
    }

    /** By first-order changes of a motion whose curvature is kept. */
    Match matchBent(final int point, final ShapeFunction bent) {
        return inScan(matchers.with(matcher -> matcher.matchBent(x(point), y(point), z(point), inBlock(bent))));
    }

    /** See {@link SubvolumeMatcher#matchOneSide}. */
    Optional<Match> matchOneSide(final int point, final List<ShapeFunction> motions, final ShapeFunction single) {
        return matchers.with(matcher -> matcher.matchOneSide(x(point), y(point), z(point), motions.stream().map(this::inBlock).toList(), inBlock(single)))
            .map(this::inScan);
    }

    private int x(final int point) {
        return grid.voxelX(point) - reference.x();
    }

    private int y(final int point) {
        return grid.voxelY(point) - reference.y();
    }

    private int z(final int point) {
        return grid.voxelZ(point) - reference.z();
    }

    private Match inScan(final Match match) {
        shift(match.warp(), -1);
        return match;
    }

    private ShapeFunction inBlock(final ShapeFunction motion) {
        final ShapeFunction local = motion.copy();
        shift(local, 1);
        return local;
    }

    private void shift(final ShapeFunction motion, final int sign) {
        motion.p[0][0] += sign * (reference.x() - deformed.x());
        motion.p[1][0] += sign * (reference.y() - deformed.y());
        motion.p[2][0] += sign * (reference.z() - deformed.z());
    }
}
