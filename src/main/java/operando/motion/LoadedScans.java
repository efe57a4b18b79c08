package operando.motion;

import java.util.List;
import java.util.Optional;

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
    private final GreyBlock reference;
    private final ReferenceVolume volume;
    private final PerThread<SubvolumeTexture> textures;
    private GreyBlock deformed;
    private PerThread<SubvolumeMatcher> matchers;

    private LoadedScans(final PointGrid grid, final MatchLimits limits, final GreyBlock reference, final Optional<MaskBlock> counts, final Cores cores) {
        this.grid = grid;
        this.limits = limits;
        this.reference = reference;
        volume = ReferenceVolume.of(reference.grey(), reference.width(), reference.height(), reference.depth(), counts, cores);
        textures = new PerThread<>(() -> new SubvolumeTexture(volume, limits));
    }

    /**
     * Reads a box of the reference scan; none if not one voxel of it counts.
     *
     * @param box the first voxel along each axis, and the one after the last; may reach beyond the scan
     */
    static Optional<LoadedScans> of(final int[][] box, final PointGrid grid, final MatchLimits limits, final Scan scan, final Optional<Scan> mask,
        final Cores cores) {
        final Optional<MaskBlock> counts = mask.map(from -> MaskBlock.read(from, box[0], box[1], maskMargin(limits)));
        return counts.isPresent() && !counts.get().any() ? Optional.empty()
            : Optional.of(new LoadedScans(grid, limits, GreyBlock.read(scan, box[0], box[1]).smoothed(limits.smoothing(), cores), counts, cores));
    }

    /** Voxels that are read to each side of a point. */
    static int halo(final MatchLimits limits) {
        return limits.radius() + MARGIN + limits.smoothing().reach();
    }

    // Smoothing mixes what counts with what does not, and the start may be a voxel off.
    private static int maskMargin(final MatchLimits limits) {
        return 1 + (limits.smoothing().reach() + 1) / 2;
    }

    /** @param box of the deformed scan in which points will be looked for: the first voxel along each axis, and the one after the last */
    void readDeformed(final Scan scan, final Optional<Scan> mask, final int[][] box, final Cores cores) {
        deformed = GreyBlock.read(scan, box[0], box[1]).smoothed(limits.smoothing(), cores);
        final SplineVolume spline = SplineVolume.of(deformed.grey(), deformed.width(), deformed.height(), deformed.depth(), cores);
        final Optional<MaskBlock> counts = mask.map(from -> MaskBlock.read(from, box[0], box[1], maskMargin(limits)));
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
