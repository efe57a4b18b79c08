package operando.segment.feature.block;

/**
 * The weights of a voxel and of its neighbours on both sides along an axis.
 *
 * @param even    whether the neighbours after have the same sign as those before, and not the opposite one
 * @param weights of the voxel itself, of its neighbours before, and so on
 */
public record Kernel1D(boolean even, double[] weights) {

    /** How many neighbours on either side have a weight. */
    int reach() {
        return weights.length - 1;
    }

    /**
     * Runs of voxels side by side, weighted and summed one after the other from the middle outwards.
     *
     * @param runs   by position along the axis
     * @param middle the position of the sums
     * @param count  voxels in a run
     */
    void sum(final double[][] runs, final int middle, final double[] sums, final int count) {
        final double[] here = runs[middle];
        for (int i = 0; i < count; i++) {
            sums[i] = weights[0] * here[i];
        }
        final int sign = even ? 1 : -1;
        int k = 1;
        for (; k + 1 < weights.length; k += 2) {
            addTwo(runs[middle - k], runs[middle + k], runs[middle - k - 1], runs[middle + k + 1], weights[k], sign * weights[k],
                weights[k + 1], sign * weights[k + 1], sums, count);
        }
        if (k < weights.length) {
            add(runs[middle - k], runs[middle + k], weights[k], sign * weights[k], sums, count);
        }
    }

    // Two taps at a time, each run an array of its own: the virtual machine makes vector instructions of that and of no more.
    private static void addTwo(final double[] before, final double[] after, final double[] earlier, final double[] later,
        final double ofBefore, final double ofAfter, final double ofEarlier, final double ofLater, final double[] sums, final int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = sums[i] + (ofBefore * before[i] + ofAfter * after[i]) + (ofEarlier * earlier[i] + ofLater * later[i]);
        }
    }

    private static void add(final double[] before, final double[] after, final double ofBefore, final double ofAfter, final double[] sums,
        final int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = sums[i] + (ofBefore * before[i] + ofAfter * after[i]);
        }
    }
}
