package operando.segment.feature.slice;

/** The pixels around one that ImageJ's rank filters take, row by row: row {@code dy} has {@code halfWidth(dy)} on both sides. */
final class Disc {

    private final int[] halfWidths;
    private final int size;

    /** @param radius in pixels; some are rounded up, as ImageJ does, to a rounder disc */
    Disc(final double radius) {
        final int square = (int) (rounded(radius) * rounded(radius)) + 1;
        halfWidths = new int[(int) Math.sqrt(square) + 1];
        int count = 0;
        for (int dy = 0; dy < halfWidths.length; dy++) {
            halfWidths[dy] = (int) Math.sqrt(square - dy * dy);
            count += (dy == 0 ? 1 : 2) * (2 * halfWidths[dy] + 1);
        }
        size = count;
    }

    private static double rounded(final double radius) {
        if (radius >= 1.5 && radius < 1.75) {
            return 1.75;
        }
        return radius >= 2.5 && radius < 2.85 ? 2.85 : radius;
    }

    int reach() {
        return halfWidths.length - 1;
    }

    int halfWidth(final int dy) {
        return halfWidths[Math.abs(dy)];
    }

    /** How many pixels it has, always odd. */
    int size() {
        return size;
    }
}
