package operando.segment;

/**
 * The grey values of one column in the order in which a sweep meets them. Height 0 is the slice at the end of the stack where
 * the sweep begins. One object serves one column after the other.
 */
final class GreyColumn {

    private final float[] values;
    private final int depth;
    private int start;
    private int number;

    /** @param values of several columns, one after the other */
    GreyColumn(final float[] values, final int depth) {
        this.values = values;
        this.depth = depth;
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
