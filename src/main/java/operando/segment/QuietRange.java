package operando.segment;

/**
 * Grey values in which nothing changes for a column of some state, {@code from} ≤ grey &lt; {@code to}. Most voxels are
 * like that, and whole runs of them are passed over here.
 */
record QuietRange(float from, float to, int wholeFrom, int wholeTo) {

    private static final int LARGE = 1 << 24;

    static QuietRange of(final double from, final double to) {
        return new QuietRange((float) from, (float) to, whole(from), whole(to));
    }

    // For whole grey values g: g < t if and only if g < ceil(t).
    private static int whole(final double limit) {
        return (int) Math.max(-LARGE, Math.min(LARGE, Math.ceil(limit)));
    }

    boolean holds(final float grey) {
        return grey >= from && grey < to;
    }

    /** Whether all of {@code slice[start … end − 1]} is in the range. */
    boolean holdsAll(final Object slice, final int start, final int end) {
        if (slice instanceof short[] shorts) {
            return holdsAll(shorts, start, end);
        }
        if (slice instanceof byte[] bytes) {
            return holdsAll(bytes, start, end);
        }
        return holdsAll((float[]) slice, start, end);
    }

    private boolean holdsAll(final short[] slice, final int start, final int end) {
        final int least = wholeFrom;
        final int greatest = wholeTo - 1;
        int outside = 0;
        for (int i = start; i < end; i++) {
            final int grey = slice[i] & 0xffff;
            outside |= (grey - least) | (greatest - grey);
        }
        return outside >= 0;
    }

    private boolean holdsAll(final byte[] slice, final int start, final int end) {
        final int least = wholeFrom;
        final int greatest = wholeTo - 1;
        int outside = 0;
        for (int i = start; i < end; i++) {
            final int grey = slice[i] & 0xff;
            outside |= (grey - least) | (greatest - grey);
        }
        return outside >= 0;
    }

    private boolean holdsAll(final float[] slice, final int start, final int end) {
        boolean inside = true;
        for (int i = start; i < end; i++) {
            inside &= slice[i] >= from & slice[i] < to;
        }
        return inside;
    }
}
