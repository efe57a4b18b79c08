package operando.results;

import java.util.Arrays;

/** Grey values in rising order; the whole numbers of 8-bit and 16-bit scans are counted and not compared. */
final class SortedGreys {

    private static final int COUNTED = 1 << Short.SIZE;

    private SortedGreys() {
    }

    /** @param grey is left as it is */
    static float[] of(final float[] grey) {
        final float[] sorted = grey.clone();
        if (!isCounted(grey)) {
            Arrays.sort(sorted);
            return sorted;
        }
        final int[] counts = new int[COUNTED];
        for (final float value : grey) {
            counts[(int) value]++;
        }
        int to = 0;
        for (int value = 0; value < COUNTED; value++) {
            if (counts[value] > 0) {
                Arrays.fill(sorted, to, to + counts[value], value);
                to += counts[value];
            }
        }
        return sorted;
    }

    private static boolean isCounted(final float[] grey) {
        for (final float value : grey) {
            if (!(value >= 0 && value < COUNTED && value == (int) value)) {
                return false;
            }
        }
        return true;
    }
}
