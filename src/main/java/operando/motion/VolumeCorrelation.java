package operando.motion;

import java.util.Arrays;
import java.util.List;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Engine;
import operando.engine.Progress;
import operando.motion.subvolume.GreyBlock;
import operando.motion.subvolume.MaskBlock;
import operando.motion.subvolume.Match;
import operando.motion.subvolume.MatchLimits;
import operando.motion.subvolume.PointStatus;
import operando.motion.subvolume.Smoothing;
import operando.motion.subvolume.SubvolumeMatcher;
import operando.scan.NaNCheckedScan;
import operando.scan.Scan;

/**
 * Digital volume correlation: the displacement between two scans of one sample on a regular grid. The whole scan's shift
 * comes from phase correlation, the motion at reduced size from FFT cross-correlation, the sub-voxel displacement of each
 * point from inverse-compositional Gauss–Newton matches of the cube about it ({@link SubvolumeMatcher}), with the
 * curvature of the points about it and its own ({@link FieldCurvature}). Memory does not
 * grow with the scans, cost is proportional to the number of points.
 *
 * <pre>
 * DisplacementField field = VolumeCorrelation.correlate(before, after, CorrelationSettings.defaults(),
 *     Masks.none(), engine, Progress.SILENT);
 * double uz = field.displacementUm(2, point);              // NaN where field.status()[point] says why there is none
 * </pre>
 */
public final class VolumeCorrelation {

    private static final int REDUCED_SIDE = 128;
    private static final int LEAST_REDUCED_SIDE = 24;
    // Blocks of points span about so many voxels along each axis.
    static final int BLOCK = 128;
    private static final double SEARCHED = 0.1;
    // A little smoothing makes splines more exact; where noise is more than this share of the variance, more helps.
    private static final double NOISY = 0.1;
    private static final double LITTLE = 0.5;
    static final double MUCH = 1;

    private VolumeCorrelation() {
    }

    /**
     * @param masks scans of the same size that are not zero where voxels count
     * @throws InputException if the scans' sizes or voxel sizes differ, no voxel size is stated, a scan is constant, a
     *                        subvolume does not fit, or the mask is zero everywhere
     */
    public static DisplacementField correlate(final Scan reference, final Scan deformed,
        final CorrelationSettings settings, final Masks masks, final Engine engine, final Progress progress) {
        final Cores cores = engine.cores();
        final VoxelSize voxelSize = voxelSize(reference, deformed);
        final PointGrid grid = PointGrid.over(reference, settings);
        masks.reference().ifPresent(mask -> MaskBlock.check(mask, reference));
        masks.deformed().ifPresent(mask -> MaskBlock.check(mask, deformed));
        final Scan first = NaNCheckedScan.of(reference);
        final Scan second = NaNCheckedScan.of(deformed);
        final int bin = reduction(reference);
        progress.report(0, "reading both scans at reduced size");
        final GreyBlock firstReduced = varied(GreyBlock.binned(first, bin, cores), reference);
        final GreyBlock secondReduced = varied(GreyBlock.binned(second, bin, cores), deformed);
        final RigidAlignment alignment = RigidAlignment.of(firstReduced, secondReduced, bin, cores);
        final InitialGuess starts = InitialGuess.of(firstReduced, secondReduced, bin, alignment.shiftVoxels(), settings, cores,
            progress.part(0, SEARCHED));
        final List<MatchLimits> limits = limits(settings, first, cores);
        final Match[] matches = new Match[grid.size()];
        engine.run(CorrelateBlocks.of(first, second, masks, grid, starts, limits), CorrelateBlocks.Block.of(grid, pointsAlong(settings)),
            found -> {
                for (int i = 0; i < found.points().length; i++) {
                    matches[found.points()[i]] = found.matches()[i];
                }
            }, progress.part(SEARCHED, 1));
        progress.report(1, "following subvolumes");
        return field(reference, deformed, voxelSize, grid, settings, alignment, matches, cores);
    }

    /** Points of one block along each axis. */
    static int pointsAlong(final CorrelationSettings settings) {
        return Math.max(1, BLOCK / settings.spacingVoxels());
    }

    private static VoxelSize voxelSize(final Scan reference, final Scan deformed) {
        deformed.requireSizeOf(reference);
        final VoxelSize size = reference.voxelSize().or(deformed::voxelSize).orElseThrow(() -> new InputException(
            reference.name(), "the scan does not state its voxel size", "state the voxel size in µm"));
        deformed.voxelSize().filter(other -> !size.isSame(other)).ifPresent(other -> {
            throw new InputException(deformed.name(), "a voxel is " + text(other) + " and one of " + reference.name()
                + " is " + text(size), "give two scans of one voxel size");
        });
        return size;
    }

    private static String text(final VoxelSize size) {
        return (float) size.xUm() + " x " + (float) size.yUm() + " x " + (float) size.zUm() + " um";
    }

    static int reduction(final Scan scan) {
        final int least = Math.min(scan.width(), Math.min(scan.height(), scan.depth()));
        return Math.max(RigidAlignment.binFor(scan, REDUCED_SIDE), least >= 2 * LEAST_REDUCED_SIDE ? 2 : 1);
    }

    private static GreyBlock varied(final GreyBlock block, final Scan scan) {
        for (final float value : block.grey()) {
            if (value != block.grey()[0]) {
                return block;
            }
        }
        throw new InputException(scan.name(), "all voxels have one grey value, so that nothing can be followed",
            "give a reconstructed scan with contrast");
    }

    // Where little smoothing leaves too little texture over the noise, more may do: less noise must not lose points.
    private static List<MatchLimits> limits(final CorrelationSettings settings, final Scan scan, final Cores cores) {
        final NoiseEstimate noise = NoiseEstimate.of(scan, cores);
        final double[] chosen = noise.share() > NOISY ? new double[] {MUCH} : new double[] {LITTLE, MUCH};
        return Arrays.stream(settings.smoothingVoxels().isPresent() ? new double[] {settings.smoothingVoxels().getAsDouble()} : chosen)
            .mapToObj(sigma -> new MatchLimits(settings.radius(), settings.order(), new Smoothing(sigma), noise.variance(), settings.leastMaskShare(),
                settings.leastCorrelation(), settings.largestErrorVoxels())).toList();
    }

    private static DisplacementField field(final Scan reference, final Scan deformed, final VoxelSize voxelSize,
        final PointGrid grid, final CorrelationSettings settings, final RigidAlignment alignment, final Match[] matches,
        final Cores cores) {
        final double[] edge = {voxelSize.xUm(), voxelSize.yUm(), voxelSize.zUm()};
        final PointStatus[] status = Arrays.stream(matches).map(Match::status).toArray(PointStatus[]::new);
        OutlierTest.mark(grid, matches, settings.outlierRatio(), status, cores);
        OutsideTest.mark(grid, matches, settings.radius(), new int[] {deformed.width(), deformed.height(), deformed.depth()}, status);
        final FieldCurvature.Corrected corrected = new FieldCurvature(grid, settings).correct(matches, status, cores);
        final float[][] displacement = new float[3][matches.length];
        final float[][] error = new float[3][matches.length];
        final float[][] jump = new float[3][matches.length];
        final float[] correlation = new float[matches.length];
        final int[] iterations = new int[matches.length];
        for (int i = 0; i < matches.length; i++) {
            for (int c = 0; c < 3; c++) {
                displacement[c][i] = (float) (corrected.displacement()[c][i] * edge[c]);
                error[c][i] = (float) (corrected.error()[c][i] * edge[c]);
                jump[c][i] = (float) (matches[i].jump()[c] * edge[c]);
            }
            correlation[i] = (float) matches[i].correlation();
            iterations[i] = matches[i].iterations();
        }
        return new DisplacementField(reference.name(), deformed.name(), voxelSize, grid, settings, alignment, displacement,
            error, correlation, iterations, status, jump);
    }
}
