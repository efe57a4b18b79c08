package operando.motion;

import operando.cell.InputException;
import operando.motion.subvolume.Smoothing;
import operando.scan.Scan;

/**
 * The memory that the correlation of two scans needs at most, from their size alone, so that it is known before anything is computed:
 * both scans at reduced size, then one block of the grid after the other with the voxels about it, and what was found of every point.
 * Only the last grows with the scans.
 */
public final class CorrelationMemory {

    /** Classes, text, figures: what the program takes whatever is computed. */
    private static final long PROGRAM_BYTES = 32L << 20;
    // A match with its second-order warp, and its numbers in the field.
    private static final long POINT_BYTES = 560;
    // Both blocks, their smoothed copies, and their spectra.
    private static final long REDUCED_VOXEL_BYTES = 56;
    // Grey values with their slopes along three axes; those of the other scan with two copies while they are smoothed; a byte where there is a mask.
    private static final long REFERENCE_VOXEL_BYTES = 17;
    private static final long DEFORMED_VOXEL_BYTES = 13;
    /** By how many voxels points of one block may move against each other. */
    private static final int SPREAD = 16;
    // Part of the heap that a collector can fill with arrays of many megabytes.
    private static final double USABLE = 0.8;

    private CorrelationMemory() {
    }

    /** @throws InputException if the correlation of scans of this size needs more memory */
    public static void require(final Scan scan, final CorrelationSettings settings, final long memoryBytes) {
        final long need = bytes(scan, settings);
        if (need > memoryBytes) {
            final long megabytes = (need >> 20) + 1;
            throw new InputException("--memory", "following " + PointGrid.over(scan, settings).size() + " points through " + scan.name() + " needs "
                + megabytes + " MB", "give " + megabytes + "m or more, a wider spacing or smaller subvolumes");
        }
    }

    /** Bytes of heap. */
    public static long bytes(final Scan scan, final CorrelationSettings settings) {
        final PointGrid grid = PointGrid.over(scan, settings);
        final int halo = settings.radius() + LoadedScans.MARGIN + new Smoothing(settings.smoothingVoxels().orElse(VolumeCorrelation.MUCH)).reach();
        final int[] size = {scan.width(), scan.height(), scan.depth()};
        final int[] count = {grid.countX(), grid.countY(), grid.countZ()};
        long reference = 1;
        long deformed = 1;
        for (int c = 0; c < size.length; c++) {
            final int points = Math.min(count[c], VolumeCorrelation.pointsAlong(settings));
            final int side = settings.spacingVoxels() * (points - 1) + 1 + 2 * halo;
            reference *= Math.min(size[c], side);
            deformed *= Math.min(size[c], side + SPREAD);
        }
        final long bin = VolumeCorrelation.reduction(scan);
        final long reduced = (scan.width() / bin + 1) * (scan.height() / bin + 1) * (scan.depth() / bin + 1);
        final long rows = (long) scan.width() * scan.height() * scan.pixelType().bytes();
        final long block = REFERENCE_VOXEL_BYTES * reference + DEFORMED_VOXEL_BYTES * deformed + 2 * Float.BYTES * reduced + rows;
        return (long) ((PROGRAM_BYTES + POINT_BYTES * grid.size() + Math.max(block, REDUCED_VOXEL_BYTES * reduced)) / USABLE);
    }
}
