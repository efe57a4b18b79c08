package operando.segment;

/** Places between voxels where a column's grey value passes a level; heights count from the outer face of height 0. */
final class SubvoxelCrossing {

    private static final int REACH = 5;
    private static final int AGAIN = 3;

    private SubvoxelCrossing() {
    }

    /** Where the grey value rises through a level, near a height; NaN if it does not. */
    static float rising(final GreyColumn column, final int near, final float level) {
        return passing(column, near, level, 1);
    }

    /** Where the grey value falls through a level, near a height; NaN if it does not. */
    static float falling(final GreyColumn column, final int near, final float level) {
        return passing(column, near, level, -1);
    }

    // Noise lets a column pass the level more than once; the mean of the first and the last passing leans to neither side.
    private static float passing(final GreyColumn column, final int near, final float level, final int sign) {
        final int least = Math.max(1, near - REACH);
        final int most = Math.min(column.depth() - 1, near + REACH);
        int after = near;
        while (after >= least && isPast(column, after - 1, level, sign)) {
            after--;
        }
        while (after <= most && !isPast(column, after, level, sign)) {
            after++;
        }
        if (after < least || after > most) {
            return Float.NaN;
        }
        int first = after;
        for (int height = after - 2; height >= Math.max(least, after - AGAIN); height--) {
            first = isPast(column, height, level, sign) && !isPast(column, height - 1, level, sign) ? height : first;
        }
        int last = after;
        for (int height = after + 2; height <= Math.min(most, after + AGAIN); height++) {
            last = isPast(column, height, level, sign) && !isPast(column, height - 1, level, sign) ? height : last;
        }
        return (between(column, first, level) + between(column, last, level)) / 2;
    }

    private static boolean isPast(final GreyColumn column, final int height, final float level, final int sign) {
        return sign * (column.grey(height) - level) >= 0;
    }

    private static float between(final GreyColumn column, final int after, final float level) {
        final float before = column.grey(after - 1);
        return after - 0.5f + (level - before) / (column.grey(after) - before);
    }

    /** The integral of the grey value from the middle of a voxel to a height, linear between voxels' middles. */
    static float integral(final GreyColumn column, final int from, final float to) {
        final int last = (int) Math.floor(to - 0.5f);
        float sum = 0;
        for (int height = from; height < last; height++) {
            sum += (column.grey(height) + column.grey(height + 1)) / 2;
        }
        final float share = to - 0.5f - last;
        final float grey = column.grey(last);
        final float next = share > 0 ? column.grey(last + 1) : grey;
        return sum + share * (grey + share * (next - grey) / 2);
    }
}
