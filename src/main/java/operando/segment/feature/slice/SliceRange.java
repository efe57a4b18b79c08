package operando.segment.feature.slice;

/**
 * The greys between which a slice is scaled to 8 bit.
 *
 * @param least     becomes 0
 * @param greatest  becomes 255
 */
record SliceRange(float least, float greatest) {

    private static final int WHITE = 255;

    static SliceRange of(final float[] grey) {
        float least = grey[0];
        float greatest = grey[0];
        for (final float one : grey) {
            least = Math.min(least, one);
            greatest = Math.max(greatest, one);
        }
        return new SliceRange(least, greatest);
    }

    /** Greys 0 to 255, rounded and cut off as ImageJ does it; all 0 where the slice has one grey only. */
    byte[] scaled(final float[] grey) {
        final byte[] scaled = new byte[grey.length];
        final double scale = WHITE / ((double) greatest - least);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (byte) Math.min(WHITE, (int) (Math.max(0, (double) grey[i] - least) * scale + 0.5));
        }
        return scaled;
    }
}
