package operando.segment.feature.slice;

/**
 * Least or greatest value in a disc around each pixel. A row of the disc is covered by two windows whose width is a power
 * of two, so that the cost grows with the radius and not with the area.
 */
final class MinMaxFilter {

    private final Disc disc;
    private final boolean greatest;

    MinMaxFilter(final Disc disc, final boolean greatest) {
        this.disc = disc;
        this.greatest = greatest;
    }

    /** The extremes of the pixels of the plane's box. */
    float[] of(final SlicePlane given) {
        final int reach = disc.reach();
        final SlicePlane plane = given.around(reach);
        final int count = plane.boxWidth();
        final float[] extremes = new float[count * plane.boxHeight()];
        java.util.Arrays.fill(extremes, greatest ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY);
        final float[][] windows = new float[32 - Integer.numberOfLeadingZeros(2 * reach + 1)][count + 2 * reach];
        final float[] line = new float[plane.width() + 2 * reach];
        for (int row = -reach; row < plane.boxHeight() + reach; row++) {
            plane.copyRow(plane.up() + row, reach, line);
            System.arraycopy(line, plane.left(), windows[0], 0, windows[0].length);
            widen(windows);
            for (int y = Math.max(0, row - reach); y <= Math.min(plane.boxHeight() - 1, row + reach); y++) {
                final int half = disc.halfWidth(row - y);
                final int level = 31 - Integer.numberOfLeadingZeros(2 * half + 1);
                take(windows[level], reach - half, extremes, y * count, count);
                take(windows[level], reach + half + 1 - (1 << level), extremes, y * count, count);
            }
        }
        return extremes;
    }

    private void widen(final float[][] windows) {
        for (int level = 1; level < windows.length; level++) {
            final int step = 1 << level - 1;
            final int last = windows[0].length - (1 << level);
            System.arraycopy(windows[level - 1], 0, windows[level], 0, last + 1);
            take(windows[level - 1], step, windows[level], 0, last + 1);
        }
    }

    private void take(final float[] from, final int first, final float[] to, final int at, final int count) {
        if (greatest) {
            for (int x = 0; x < count; x++) {
                to[at + x] = Math.max(to[at + x], from[first + x]);
            }
        } else {
            for (int x = 0; x < count; x++) {
                to[at + x] = Math.min(to[at + x], from[first + x]);
            }
        }
    }
}
