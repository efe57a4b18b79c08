package operando.motion;

import java.util.Optional;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.motion.subvolume.GreyBlock;
import operando.motion.subvolume.Match;
import operando.motion.subvolume.MatchLimits;
import operando.motion.subvolume.PointStatus;
import operando.motion.subvolume.ReferenceVolume;
import operando.motion.subvolume.ShapeFunction;
import operando.motion.subvolume.ShapeOrder;
import operando.motion.subvolume.Smoothing;
import operando.motion.subvolume.SplineVolume;
import operando.motion.subvolume.SubvolumeMatcher;
import operando.scan.Scan;

/**
 * How one scan as a whole lies against another: phase correlation of both scans at reduced size, made precise by one
 * Gauss–Newton match of the largest cube in the middle. A point X of the reference lies at
 * {@code X + shift + turn · (X − middle)} in the other scan.
 *
 * @param shiftVoxels {x, y, z} in voxels: the displacement of the reference's middle
 * @param turn        skew part of the displacement gradient: rotations about x, y and z, radians
 * @param correlation zero-mean normalised cross-correlation of what was compared, after alignment; near 0 where the
 *                    scans have nothing in common
 */
public record RigidAlignment(double[] shiftVoxels, double[] turn, double correlation) {

    // Two million voxels of each scan are enough to find one shift.
    private static final int SIDE = 128;
    private static final double SHARE = 0.5;
    private static final double SMOOTH = 0.7;
    private static final double LEAST_GAIN = 0.02;

    public RigidAlignment {
        shiftVoxels = shiftVoxels.clone();
        turn = turn.clone();
    }

    /**
     * Aligns two scans of one size.
     *
     * @throws InputException if their sizes differ
     */
    public static RigidAlignment of(final Scan reference, final Scan deformed, final Cores cores) {
        deformed.requireSizeOf(reference);
        final int bin = binFor(reference, SIDE);
        return of(GreyBlock.binned(reference, bin, cores), GreyBlock.binned(deformed, bin, cores), bin, cores);
    }

    /** The least power of two by which the scan's longest edge becomes at most {@code side}. */
    static int binFor(final Scan scan, final int side) {
        int bin = 1;
        while (Math.max(scan.width(), Math.max(scan.height(), scan.depth())) > side * bin) {
            bin *= 2;
        }
        return bin;
    }

    /** The displacement {x, y, z}, voxels, of the point that lies (x, y, z) voxels from the middle. */
    public double[] at(final double x, final double y, final double z) {
        return new double[] {shiftVoxels[0] + turn[1] * z - turn[2] * y, shiftVoxels[1] + turn[2] * x - turn[0] * z,
            shiftVoxels[2] + turn[0] * y - turn[1] * x};
    }

    static RigidAlignment of(final GreyBlock reference, final GreyBlock deformed, final int bin, final Cores cores) {
        final Smoothing smoothing = new Smoothing(SMOOTH);
        final GreyBlock first = reference.smoothed(smoothing, cores);
        final GreyBlock second = deformed.smoothed(smoothing, cores);
        final int[] guess = PhaseCorrelation.shift(first, second);
        final int[] none = new int[3];
        // A shift that explains no more than standing still is a chance peak.
        final int[] start = overlapCorrelation(first, second, guess)
            > overlapCorrelation(first, second, none) + LEAST_GAIN ? guess : none;
        return refined(first, second, start, bin, cores);
    }

    private static RigidAlignment refined(final GreyBlock first, final GreyBlock second, final int[] start, final int bin,
        final Cores cores) {
        final int least = Math.min(first.width(), Math.min(first.height(), first.depth()));
        final int radius = (int) (SHARE * least / 2) / 2 * 2;
        final double[] shift = {start[0] * bin, start[1] * bin, start[2] * bin};
        if (radius >= 4) {
            final SubvolumeMatcher matcher = new SubvolumeMatcher(
                ReferenceVolume.of(first.grey(), first.width(), first.height(), first.depth(),
                    Optional.empty(), cores),
                SplineVolume.of(second.grey(), second.width(), second.height(), second.depth(), cores), Optional.empty(),
                MatchLimits.open(radius, ShapeOrder.FIRST));
            final Match match = matcher.match((first.width() - 1) / 2, (first.height() - 1) / 2, (first.depth() - 1) / 2,
                ShapeFunction.shifted(radius, start[0], start[1], start[2]));
            if (match.status() == PointStatus.CONVERGED
                && match.correlation() > overlapCorrelation(first, second, start) - LEAST_GAIN) {
                return ofMatch(match, bin);
            }
        }
        return new RigidAlignment(shift, new double[3], overlapCorrelation(first, second, start));
    }

    private static RigidAlignment ofMatch(final Match match, final int bin) {
        final double[][] p = match.warp().p;
        final double r = match.warp().radius;
        return new RigidAlignment(new double[] {bin * p[0][0], bin * p[1][0], bin * p[2][0]},
            new double[] {(p[2][2] - p[1][3]) / (2 * r), (p[0][3] - p[2][1]) / (2 * r), (p[1][1] - p[0][2]) / (2 * r)},
            match.correlation());
    }

    /** Zero-mean normalised cross-correlation of what overlaps after a whole-voxel shift. */
    static double overlapCorrelation(final GreyBlock a, final GreyBlock b, final int[] shift) {
        double sumA = 0;
        double sumB = 0;
        double sumAA = 0;
        double sumBB = 0;
        double sumAB = 0;
        long count = 0;
        for (int z = Math.max(0, -shift[2]); z < Math.min(a.depth(), b.depth() - shift[2]); z++) {
            for (int y = Math.max(0, -shift[1]); y < Math.min(a.height(), b.height() - shift[1]); y++) {
                for (int x = Math.max(0, -shift[0]); x < Math.min(a.width(), b.width() - shift[0]); x++) {
                    final double f = a.grey()[(z * a.height() + y) * a.width() + x];
                    final double g = b.grey()[((z + shift[2]) * b.height() + y + shift[1]) * b.width() + x + shift[0]];
                    sumA += f;
                    sumB += g;
                    sumAA += f * f;
                    sumBB += g * g;
                    sumAB += f * g;
                    count++;
                }
            }
        }
        final double spread = (sumAA - sumA * sumA / count) * (sumBB - sumB * sumB / count);
        return count > 0 && spread > 0 ? (sumAB - sumA * sumB / count) / Math.sqrt(spread) : 0;
    }
}
