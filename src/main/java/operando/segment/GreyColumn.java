package operando.segment;

import java.util.Arrays;

/**
 * The grey values of one column in the order in which a sweep meets them. Height 0 is the slice at the end of the stack where
 * the sweep begins. One object serves one column after the other.
 */
final class GreyColumn {

    private static final int RANKS = 5;

    private final float[] values;
    private final int depth;
    private final boolean ranks;
    private final int[] counts = new int[RANKS];
    private int start;
    private int number;

    /**
     * @param values of several columns, one after the other
     * @param ranks  whether the values are {@link PhaseRanks}
     */
    GreyColumn(final float[] values, final int depth, final boolean ranks) {
        this.values = values;
        this.depth = depth;
        this.ranks = ranks;
    }

    /** Moves to another column, whose values begin at {@code newStart}. */
    GreyColumn at(final int newNumber, final int newStart) {
        number = newNumber;
        start = newStart;
        return this;
    }

    /** Which column of the scan this is, x fastest. */
    int number() {
        return number;
    }

    int depth() {
        return depth;
    }

    float grey(final int height) {
        return values[start + height];
    }

    /**
     * What up to {@code count} voxels from a height on say together: of grey values the mean, of ranks the median, on whose
     * side of any threshold the majority lies (the upper one where they are even, as a mean at the threshold counts, too).
     * NaN beyond the stack.
     */
    float together(final int from, final int count) {
        return ranks ? median(from, count) : mean(from, count);
    }

    private float median(final int from, final int count) {
        final int to = Math.min(from + count, depth);
        if (to <= from) {
            return Float.NaN;
        }
        Arrays.fill(counts, 0);
        for (int height = from; height < to; height++) {
            counts[(int) values[start + height]]++;
        }
        int rank = 0;
        for (int below = counts[0]; below <= (to - from) / 2; below += counts[rank]) {
            rank++;
        }
        return rank;
    }

    /** The mean of up to {@code count} grey values from a height on; NaN beyond the stack. */
    float mean(final int from, final int count) {
        final int to = Math.min(from + count, depth);
        float sum = 0;
        for (int height = from; height < to; height++) {
            sum += values[start + height];
        }
        return to > from ? sum / (to - from) : Float.NaN;
    }
}
