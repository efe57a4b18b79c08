package operando.motion;

import operando.engine.MemoryPlan;
import operando.motion.subvolume.Smoothing;
import operando.scan.Scan;

/**
 * The memory that the correlation of two scans needs at most, from their size alone, so that it is known before anything is computed:
 * both scans at reduced size, then one block of the grid after the other with the voxels about it, and what was found of every point.
 * Only the last grows with the scans.
 */
public final class CorrelationMemory {

    // A match with its second-order warp, and its numbers in the field.
    private static final long POINT_BYTES = 690;
    // Both blocks, their smoothed copies, and their spectra.
    private static final long REDUCED_VOXEL_BYTES = 56;
    // Grey values with their slopes along three axes; those of the other scan with two copies while they are smoothed; a byte where there is a mask.
    private static final long REFERENCE_VOXEL_BYTES = 17;
    private static final long DEFORMED_VOXEL_BYTES = 13;
    /** By how many voxels points of one block may move against each other before the block is split. */
    private static final int SPREAD = 16;

    /** How less would be needed. */
    public static final String OTHERWISE = "a wider spacing or smaller subvolumes";

    private CorrelationMemory() {
    }

    /** How many points the grid over a scan has. */
    public static int points(final Scan scan, final CorrelationSettings settings) {
        return PointGrid.over(scan, settings).size();
    }

    /**
     * How many voxels of the deformed scan may be read for the points of one block, so that memory does not depend on their motion. Also
     * the likely motions of a single point may lie as far apart as a block is wide.
     */
    static long mostDeformedVoxels(final Scan deformed, final int halo) {
        final long side = VolumeCorrelation.BLOCK + 1 + 2L * halo + SPREAD;
        return Math.min(deformed.width(), side) * Math.min(deformed.height(), side) * Math.min(deformed.depth(), side);
    }

    /** @throws operando.cell.InputException if the scan is too small for the settings */
    public static MemoryPlan plan(final Scan scan, final CorrelationSettings settings) {
        final PointGrid grid = PointGrid.over(scan, settings);
        final int halo = settings.radius() + LoadedScans.MARGIN + new Smoothing(settings.smoothingVoxels().orElse(VolumeCorrelation.MUCH)).reach();
        final int[] size = {scan.width(), scan.height(), scan.depth()};
        final int[] count = {grid.countX(), grid.countY(), grid.countZ()};
        long reference = 1;
        for (int c = 0; c < size.length; c++) {
            final int points = Math.min(count[c], VolumeCorrelation.pointsAlong(settings));
            final int side = settings.spacingVoxels() * (points - 1) + 1 + 2 * halo;
            reference *= Math.min(size[c], side);
        }
        final long deformed = mostDeformedVoxels(scan, halo);
        final long bin = VolumeCorrelation.reduction(scan);
        final long reduced = (scan.width() / bin + 1) * (scan.height() / bin + 1) * (scan.depth() / bin + 1);
        final long rows = (long) scan.width() * scan.height() * scan.pixelType().bytes();
        final long block = REFERENCE_VOXEL_BYTES * reference + DEFORMED_VOXEL_BYTES * deformed + 2 * Float.BYTES * reduced + rows;
        return new MemoryPlan("following " + grid.size() + " points through " + scan.name(),
            POINT_BYTES * grid.size() + Math.max(block, REDUCED_VOXEL_BYTES * reduced));
    }
}
