package operando.series;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import operando.cell.Side;

/**
 * How far the field of view moved along x and y between two scans, from the relief of both interfaces: the electrolyte's surfaces
 * keep their bumps while contact comes and goes. First whole pixels, from coarse maps to fine, where the correlation of the heights is
 * greatest; then Gauss–Newton on the squares of the differences, with bilinear interpolation. A point (X, Y) of the earlier scan lies at
 * (X + x, Y + y) in the later one.
 *
 * @param x           pixels
 * @param y           pixels
 * @param error       standard error of x and y, pixels, from what the heights differ by after the shift
 * @param correlation of the heights after the shift
 */
public record FieldShift(double x, double y, double error, double correlation) {

    public static final FieldShift NONE = new FieldShift(0, 0, 0, 0);

    /** Reliefs that agree less have not been found again. */
    private static final double LEAST_CORRELATION = 0.5;
    /** Columns of both sides in common, as part of the columns of the smaller map: fewer agree by chance. */
    private static final double LEAST_OVERLAP = 0.1;
    /**
     * Bumps lower than this part of a voxel along the stack axis are not told from noise. Interfaces of made cells that are flat have bumps of at
     * most 0.13 voxels (root mean square) where noise is three times the usual one; those with a roughness of 0.6 voxels have 0.25.
     */
    private static final double LEAST_RELIEF = 0.2;
    private static final int COARSE = 48;
    private static final int ROUNDS = 12;
    /** Whole pixels from where maps of half the resolution agree best. */
    private static final int FARTHEST = 5;
    /** A step of so many pixels is the last one: the next would be its square. */
    private static final double CONVERGED = 1e-7;
    /** Smaller shifts, in pixels or in standard errors, are none. */
    private static final double SMALLEST = 0.05;
    private static final double ERRORS = 4;
    /** Heights are alike over some pixels, so that fewer than all of them count for the error. */
    private static final double INDEPENDENT = 1.0 / 50;

    /** The shift between the maps of two scans; {@link #NONE} where there is none, the reliefs do not agree, or one of them is flat. */
    public static FieldShift between(final InterfaceMaps earlier, final InterfaceMaps later) {
        return search(earlier, later).orElse(NONE);
    }

    /** Whether both interfaces are so flat that there is nothing in them to find again. */
    public static boolean isFlat(final InterfaceMaps maps) {
        return isFlat(bumps(reliefs(maps)), maps);
    }

    private static boolean isFlat(final Relief[] bumps, final InterfaceMaps maps) {
        final double[] sums = new double[4];
        for (final Relief side : bumps) {
            side.addProducts(side, 0, 0, sums);
        }
        return !(Math.sqrt(sums[0] / sums[3]) >= LEAST_RELIEF * maps.voxelSize().zUm());
    }

    private static Relief[] reliefs(final InterfaceMaps maps) {
        return new Relief[] {Relief.of(maps, Side.TOP), Relief.of(maps, Side.BOTTOM)};
    }

    private static Relief[] bumps(final Relief[] reliefs) {
        return new Relief[] {reliefs[0].bumps(), reliefs[1].bumps()};
    }

    /**
     * The shift between the maps of two scans, which may differ in size; {@link #NONE} where there is none, and empty where the reliefs do not
     * agree or one of them is flat.
     */
    public static Optional<FieldShift> search(final InterfaceMaps earlier, final InterfaceMaps later) {
        final Relief[] from = reliefs(earlier);
        final Relief[] to = reliefs(later);
        final Relief[] bumps = bumps(from);
        final Relief[] moved = bumps(to);
        if (isFlat(bumps, earlier) || isFlat(moved, later)) {
            return Optional.empty();
        }
        int bin = 1;
        while (Math.max(earlier.width(), earlier.height()) > COARSE * bin) {
            bin *= 2;
        }
        // Up to a quarter of the field, and as much farther as one is larger than the other.
        final int larger = Math.max(Math.abs(earlier.width() - later.width()), Math.abs(earlier.height() - later.height()));
        final int far = Math.max(2, Math.min(earlier.width(), earlier.height()) / (4 * bin)) + (larger + bin - 1) / bin;
        int[] best = best(binned(from, bin), binned(to, bin), new int[2], far);
        while (bin > 2) {
            bin /= 2;
            best = best(binned(from, bin), binned(to, bin), new int[] {2 * best[0], 2 * best[1]}, 2);
        }
        return fine(bumps, moved, climbed(bumps, moved, bin * best[0], bin * best[1]));
    }

    /** The nearest greatest correlation: of bumps that are some pixels wide it has one top within a few pixels. */
    private static int[] climbed(final Relief[] from, final Relief[] to, final int startX, final int startY) {
        final Map<List<Integer>, Double> known = new HashMap<>();
        int x = startX;
        int y = startY;
        for (int step = 0; step < FARTHEST; step++) {
            int bestX = x;
            int bestY = y;
            for (int i = 0; i < 9; i++) {
                final int nextX = x + i % 3 - 1;
                final int nextY = y + i / 3 - 1;
                final double there = known.computeIfAbsent(List.of(nextX, nextY), place -> correlation(from, to, nextX, nextY));
                if (there > known.computeIfAbsent(List.of(bestX, bestY), place -> correlation(from, to, place.get(0), place.get(1)))) {
                    bestX = nextX;
                    bestY = nextY;
                }
            }
            if (bestX == x && bestY == y) {
                break;
            }
            x = bestX;
            y = bestY;
        }
        return new int[] {x, y};
    }

    public boolean isNone() {
        return x == 0 && y == 0;
    }

    private static Relief[] binned(final Relief[] reliefs, final int bin) {
        return new Relief[] {reliefs[0].binned(bin), reliefs[1].binned(bin)};
    }

    private static int[] best(final Relief[] from, final Relief[] to, final int[] around, final int reach) {
        int[] best = around;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int y = around[1] - reach; y <= around[1] + reach; y++) {
            for (int x = around[0] - reach; x <= around[0] + reach; x++) {
                final double correlation = correlation(from, to, x, y);
                if (correlation > greatest) {
                    greatest = correlation;
                    best = new int[] {x, y};
                }
            }
        }
        return best;
    }

    private static Optional<FieldShift> fine(final Relief[] from, final Relief[] to, final int[] start) {
        double x = start[0];
        double y = start[1];
        double error = Double.NaN;
        for (int round = 0; round < ROUNDS; round++) {
            final double[] sums = new double[7];
            for (int side = 0; side < 2; side++) {
                from[side].addSteps(to[side], x, y, sums);
            }
            final double determinant = sums[0] * sums[2] - sums[1] * sums[1];
            if (!(determinant > 0)) {
                return Optional.empty();
            }
            final double stepX = (sums[3] * sums[2] - sums[4] * sums[1]) / determinant;
            final double stepY = (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
            x += stepX;
            y += stepY;
            final double variance = sums[5] / sums[6];
            error = Math.sqrt(variance / INDEPENDENT * Math.max(sums[0], sums[2]) / determinant);
            if (Math.hypot(stepX, stepY) < CONVERGED) {
                break;
            }
        }
        final double correlation = correlation(from, to, x, y);
        if (!(correlation >= LEAST_CORRELATION && Math.hypot(x - start[0], y - start[1]) < 2)) {
            return Optional.empty();
        }
        return Optional.of(Math.hypot(x, y) > Math.max(SMALLEST, ERRORS * error) ? new FieldShift(x, y, error, correlation) : NONE);
    }

    private static double correlation(final Relief[] from, final Relief[] to, final double x, final double y) {
        final double[] sums = new double[4];
        for (int side = 0; side < 2; side++) {
            from[side].addProducts(to[side], x, y, sums);
        }
        return sums[3] < LEAST_OVERLAP * Math.min(from[0].size(), to[0].size()) || sums[3] == 0 || sums[0] == 0 || sums[1] == 0 ? -1 : sums[2] / Math.sqrt(sums[0] * sums[1]);
    }
}
