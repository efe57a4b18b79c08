package operando.segment.feature.block;

import java.util.Arrays;

/**
 * The values under a window that slides over an image, by rank. All values of the image are numbered in ascending order, and
 * the numbers under the window are counted.
 */
public final class SlidingRanks {

    private static final int FINE_BITS = 6;

    private final float[] values;
    private final int[] ranks;
    private final int[] fine;
    private final int[] coarse;
    private int size;
    private int below;
    private int bin;

    public SlidingRanks(final float[] image) {
        values = distinct(image);
        ranks = new int[image.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = Arrays.binarySearch(values, image[i]);
        }
        coarse = new int[(values.length >> FINE_BITS) + 1];
        fine = new int[coarse.length << FINE_BITS];
    }

    private static float[] distinct(final float[] image) {
        final float[] sorted = image.clone();
        Arrays.sort(sorted);
        int count = 1;
        for (int i = 1; i < sorted.length; i++) {
            if (Float.compare(sorted[i], sorted[count - 1]) != 0) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** Leaves nothing under the window. */
    public void clear() {
        Arrays.fill(fine, 0);
        Arrays.fill(coarse, 0);
        size = 0;
        below = 0;
        bin = 0;
    }

    /** @param at a place of the image that comes under the window */
    public void add(final int at) {
        count(ranks[at], 1);
    }

    /** @param at a place of the image that the window leaves */
    public void remove(final int at) {
        count(ranks[at], -1);
    }

    private void count(final int rank, final int change) {
        fine[rank] += change;
        coarse[rank >> FINE_BITS] += change;
        size += change;
        // All bits are set where the rank's bin is before this one: about every other time, which a jump could not foresee.
        below += change & (rank >> FINE_BITS) - bin >> 31;
    }

    /** How many places are under the window. */
    public int size() {
        return size;
    }

    /** The value with so many before it in ascending order; found from the last one asked for. */
    public float value(final int before) {
        while (below > before) {
            bin--;
            below -= coarse[bin];
        }
        while (below + coarse[bin] <= before) {
            below += coarse[bin];
            bin++;
        }
        int rank = bin << FINE_BITS;
        for (int counted = below + fine[rank]; counted <= before; counted += fine[rank]) {
            rank++;
        }
        return values[rank];
    }

    public float least() {
        int first = 0;
        while (coarse[first] == 0) {
            first++;
        }
        int rank = first << FINE_BITS;
        while (fine[rank] == 0) {
            rank++;
        }
        return values[rank];
    }

    public float greatest() {
        int last = coarse.length - 1;
        while (coarse[last] == 0) {
            last--;
        }
        int rank = (last + 1 << FINE_BITS) - 1;
        while (fine[rank] == 0) {
            rank--;
        }
        return values[rank];
    }
}
