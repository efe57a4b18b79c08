package operando.segment.feature.slice;

/** Grey values at the eight neighbours a given number of pixels away; the image is mirrored once, beyond that all is 0. */
final class SliceNeighbors {

    private final int distance;

    SliceNeighbors(final int distance) {
        this.distance = distance;
    }

    /** The left column from above to below, the middle one without the pixel itself, the right column. */
    float[][] of(final SlicePlane given) {
        final SlicePlane plane = given.around(distance);
        final float[][] neighbors = new float[FeatureNames.NEIGHBORS][];
        int which = 0;
        for (int dx = -distance; dx <= distance; dx += distance) {
            for (int dy = -distance; dy <= distance; dy += distance) {
                if (dx != 0 || dy != 0) {
                    neighbors[which++] = shifted(plane, dx, dy);
                }
            }
        }
        return neighbors;
    }

    private static float[] shifted(final SlicePlane plane, final int dx, final int dy) {
        final float[] values = new float[plane.boxWidth() * plane.boxHeight()];
        for (int y = 0; y < plane.boxHeight(); y++) {
            final int row = mirrored(plane.up() + y + dy, plane.height());
            for (int x = 0; x < plane.boxWidth() && row >= 0; x++) {
                final int column = mirrored(plane.left() + x + dx, plane.width());
                values[y * plane.boxWidth() + x] = column < 0 ? 0 : plane.grey()[row * plane.width() + column];
            }
        }
        return values;
    }

    /** Below 0 where a mirrored place lies outside too. */
    private static int mirrored(final int at, final int length) {
        if (at < 0) {
            return -at < length ? -at : -1;
        }
        return at < length ? at : 2 * (length - 1) - at;
    }
}
