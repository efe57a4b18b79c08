package operando.segment.feature.slice;

import operando.segment.feature.block.SlidingRanks;

/** Median of a disc around each pixel, for any values. */
final class MedianFilter {

    private final Disc disc;
    private final SlicePlane plane;
    private final SlidingRanks ranks;

    private MedianFilter(final Disc disc, final SlicePlane given) {
        this.disc = disc;
        plane = given.around(disc.reach());
        ranks = new SlidingRanks(plane.grey());
    }

    /** The medians of the pixels of the plane's box. */
    static float[] of(final Disc disc, final SlicePlane plane) {
        return new MedianFilter(disc, plane).medians();
    }

    private float[] medians() {
        final int count = plane.boxWidth();
        final float[] medians = new float[count * plane.boxHeight()];
        for (int y = 0; y < plane.boxHeight(); y++) {
            start(plane.up() + y);
            for (int x = 0; x < count; x++) {
                if (x > 0) {
                    slide(plane.left() + x, plane.up() + y);
                }
                medians[y * count + x] = ranks.value(disc.size() / 2);
            }
        }
        return medians;
    }

    private void start(final int y) {
        ranks.clear();
        for (int dy = -disc.reach(); dy <= disc.reach(); dy++) {
            for (int dx = -disc.halfWidth(dy); dx <= disc.halfWidth(dy); dx++) {
                ranks.add(place(plane.left() + dx, y + dy));
            }
        }
    }

    private void slide(final int x, final int y) {
        for (int dy = -disc.reach(); dy <= disc.reach(); dy++) {
            final int half = disc.halfWidth(dy);
            ranks.remove(place(x - 1 - half, y + dy));
            ranks.add(place(x + half, y + dy));
        }
    }

    private int place(final int x, final int y) {
        return plane.row(y) + Math.max(0, Math.min(plane.width() - 1, x));
    }
}
