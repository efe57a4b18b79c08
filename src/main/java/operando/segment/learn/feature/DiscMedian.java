package operando.segment.learn.feature;

import java.util.Arrays;

/**
 * Median of a disc around each pixel, for any values: they are numbered in ascending order, and the numbers under the disc
 * are counted while it slides along a row.
 */
final class DiscMedian {

    private static final int FINE_BITS = 6;

    private final Disc disc;
    private final SlicePlane plane;
    private final float[] values;
    private final int[] ranks;
    private final int[] fine;
    private final int[] coarse;
    private int below;
    private int bin;

    private DiscMedian(final Disc disc, final SlicePlane given) {
        this.disc = disc;
        plane = given.around(disc.reach());
        values = distinct(plane.grey());
        ranks = new int[plane.grey().length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = Arrays.binarySearch(values, plane.grey()[i]);
        }
        coarse = new int[(values.length >> FINE_BITS) + 1];
        fine = new int[coarse.length << FINE_BITS];
    }

    private static float[] distinct(final float[] grey) {
        final float[] sorted = grey.clone();
        Arrays.sort(sorted);
        int count = 1;
        for (int i = 1; i < sorted.length; i++) {
            if (Float.compare(sorted[i], sorted[count - 1]) != 0) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** The medians of the pixels of the plane's box. */
    static float[] of(final Disc disc, final SlicePlane plane) {
        return new DiscMedian(disc, plane).medians();
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
                medians[y * count + x] = values[middle()];
            }
        }
        return medians;
    }

    private void start(final int y) {
        Arrays.fill(fine, 0);
        Arrays.fill(coarse, 0);
        below = 0;
        bin = 0;
        for (int dy = -disc.reach(); dy <= disc.reach(); dy++) {
            for (int dx = -disc.halfWidth(dy); dx <= disc.halfWidth(dy); dx++) {
                count(rank(plane.left() + dx, y + dy), 1);
            }
        }
    }

    private void slide(final int x, final int y) {
        for (int dy = -disc.reach(); dy <= disc.reach(); dy++) {
            final int half = disc.halfWidth(dy);
            count(rank(x - 1 - half, y + dy), -1);
            count(rank(x + half, y + dy), 1);
        }
    }

    private int rank(final int x, final int y) {
        return ranks[plane.row(y) + Math.max(0, Math.min(plane.width() - 1, x))];
    }

    private void count(final int rank, final int change) {
        fine[rank] += change;
        coarse[rank >> FINE_BITS] += change;
        if (rank >> FINE_BITS < bin) {
            below += change;
        }
    }

    private int middle() {
        final int wanted = disc.size() / 2;
        while (below > wanted) {
            bin--;
            below -= coarse[bin];
        }
        while (below + coarse[bin] <= wanted) {
            below += coarse[bin];
            bin++;
        }
        int rank = bin << FINE_BITS;
        for (int before = below + fine[rank]; before <= wanted; before += fine[rank]) {
            rank++;
        }
        return rank;
    }
}
