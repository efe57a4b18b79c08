package operando.segment.feature.slice;

/**
 * How far a slice lies below the least cover of it that falls by no more than a slope from a pixel to the next: 255 where it
 * touches the cover. Two passes over the slice, with diagonal steps of 1.41 times the slope.
 */
final class LipschitzFilter {

    private static final int WHITE = 255;

    private final int slope;
    private final int diagonal;
    private final int width;
    private final int height;
    private final int[] cover;
    // A row with its ends repeated.
    private final int[] before;

    private LipschitzFilter(final int slope, final byte[] grey, final int width) {
        this.slope = slope;
        diagonal = (int) (slope * Math.sqrt(2));
        this.width = width;
        height = grey.length / width;
        before = new int[width + 2];
        cover = new int[grey.length];
        for (int i = 0; i < cover.length; i++) {
            cover[i] = grey[i] & 0xff;
        }
    }

    /** @param slope greys a pixel */
    static float[] of(final int slope, final byte[] grey, final int width) {
        return new LipschitzFilter(slope, grey, width).below(grey);
    }

    private float[] below(final byte[] grey) {
        for (int y = 0; y < height; y++) {
            raise(y * width, Math.max(0, y - 1) * width);
            int last = 0;
            for (int at = y * width; at < (y + 1) * width; at++) {
                last = Math.max(cover[at], last - slope);
                cover[at] = last;
            }
        }
        for (int y = height - 1; y >= 0; y--) {
            raise(y * width, Math.min(height - 1, y + 1) * width);
            int last = 0;
            for (int at = (y + 1) * width - 1; at >= y * width; at--) {
                last = Math.max(cover[at], last - slope);
                cover[at] = last;
            }
        }
        final float[] below = new float[cover.length];
        for (int i = 0; i < below.length; i++) {
            below[i] = (grey[i] & 0xff) - cover[i] + WHITE;
        }
        return below;
    }

    /** Raises a row to what the one passed before asks of it; the first one passed to what it asks of itself. */
    private void raise(final int row, final int passed) {
        System.arraycopy(cover, passed, before, 1, width);
        before[0] = before[1];
        before[width + 1] = before[width];
        for (int x = 0; x < width; x++) {
            final int across = Math.max(before[x], before[x + 2]) - diagonal;
            cover[row + x] = Math.max(cover[row + x], Math.max(before[x + 1] - slope, across));
        }
    }
}
