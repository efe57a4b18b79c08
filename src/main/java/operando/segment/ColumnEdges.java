package operando.segment;

/** Places between voxels where a column's grey value passes a level; heights count from the outer face of height 0. */
final class ColumnEdges {

    private static final int REACH = 5;
    private static final int AGAIN = 3;

    private final GreyColumns.View columns;

    ColumnEdges(final GreyColumns.View columns) {
        this.columns = columns;
    }

    /** Where the grey value rises through a level, near a height; NaN if it does not. */
    float rising(final int column, final int near, final float level) {
        return passing(column, near, level, 1);
    }

    /** Where the grey value falls through a level, near a height; NaN if it does not. */
    float falling(final int column, final int near, final float level) {
        return passing(column, near, level, -1);
    }

    // Noise lets a column pass the level more than once; the mean of the first and the last passing leans to neither side.
    private float passing(final int column, final int near, final float level, final int sign) {
        final int least = Math.max(1, near - REACH);
        final int most = Math.min(columns.depth() - 1, near + REACH);
        int after = near;
        while (after >= least && isPast(after - 1, column, level, sign)) {
            after--;
        }
        while (after <= most && !isPast(after, column, level, sign)) {
            after++;
        }
        if (after < least || after > most) {
            return Float.NaN;
        }
        int first = after;
        for (int height = after - 2; height >= Math.max(least, after - AGAIN); height--) {
            first = isPast(height, column, level, sign) && !isPast(height - 1, column, level, sign) ? height : first;
        }
        int last = after;
        for (int height = after + 2; height <= Math.min(most, after + AGAIN); height++) {
            last = isPast(height, column, level, sign) && !isPast(height - 1, column, level, sign) ? height : last;
        }
        return (between(first, column, level) + between(last, column, level)) / 2;
    }

    private boolean isPast(final int height, final int column, final float level, final int sign) {
        return sign * (columns.grey(height, column) - level) >= 0;
    }

    private float between(final int after, final int column, final float level) {
        final float before = columns.grey(after - 1, column);
        return after - 0.5f + (level - before) / (columns.grey(after, column) - before);
    }

    /** The integral of the grey value from the middle of a voxel to a height, linear between voxels' middles. */
    float integral(final int column, final int from, final float to) {
        final int last = (int) Math.floor(to - 0.5f);
        float sum = 0;
        for (int height = from; height < last; height++) {
            sum += (columns.grey(height, column) + columns.grey(height + 1, column)) / 2;
        }
        final float share = to - 0.5f - last;
        final float grey = columns.grey(last, column);
        final float next = share > 0 ? columns.grey(last + 1, column) : grey;
        return sum + share * (grey + share * (next - grey) / 2);
    }
}
