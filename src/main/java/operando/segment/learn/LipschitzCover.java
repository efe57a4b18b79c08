package operando.segment.learn;

/**
 * How far a slice lies below the least cover of it that falls by no more than a slope from a pixel to the next: 255 where it
 * touches the cover. Two passes over the slice, with diagonal steps of 1.41 times the slope; a cover never falls below 0 at
 * the ends of rows.
 */
final class LipschitzCover {

    private static final int WHITE = 255;

    private final int slope;
    private final int diagonal;
    private final int width;
    private final int height;
    private final int[] cover;

    private LipschitzCover(final int slope, final byte[] grey, final int width) {
        this.slope = slope;
        diagonal = (int) (slope * Math.sqrt(2));
        this.width = width;
        height = grey.length / width;
        cover = new int[grey.length];
        for (int i = 0; i < cover.length; i++) {
            cover[i] = grey[i] & 0xff;
        }
    }

    /** @param slope greys a pixel */
    static float[] of(final int slope, final byte[] grey, final int width) {
        return new LipschitzCover(slope, grey, width).below(grey);
    }

    private float[] below(final byte[] grey) {
        for (int y = 0; y < height; y++) {
            raise(y * width, Math.max(0, y - 1) * width, 1);
        }
        for (int y = height - 1; y >= 0; y--) {
            raise((y + 1) * width - 1, (Math.min(height - 1, y + 1) + 1) * width - 1, -1);
        }
        final float[] below = new float[cover.length];
        for (int i = 0; i < below.length; i++) {
            below[i] = (grey[i] & 0xff) - cover[i] + WHITE;
        }
        return below;
    }

    // Along a row from its end at the given place; behind a pixel, and in the row passed before, covers are known.
    private void raise(final int from, final int fromBefore, final int step) {
        int behind = slope;
        int diagonalBehind = diagonal;
        for (int i = 0; i < width; i++) {
            final int at = from + i * step;
            final int across = cover[fromBefore + i * step];
            final int ahead = cover[fromBefore + Math.min(i + 1, width - 1) * step];
            final int raised = Math.max(Math.max(behind - slope, diagonalBehind - diagonal), Math.max(across - slope, ahead - diagonal));
            behind = Math.max(cover[at], raised);
            cover[at] = behind;
            diagonalBehind = across;
        }
    }
}
