package operando.motion.subvolume;

import java.util.Arrays;

/**
 * The variance of a least-squares displacement from how its rows of voxels pull at it: x̂ − x = Σ ψ(row), and neighbouring rows, over which
 * noise, smoothing and what a shape leaves unexplained are alike, belong together, so that the variance is Σ ψ(row) ψ(row′) over all pairs
 * not farther apart than that (T. G. Conley, Journal of Econometrics 92, 1, 1999). Nothing is taken for granted of the noise: neither that
 * it is white nor that it is all that is left. One thread uses one.
 */
final class ScoreVariance {

    // Fitted functions take away what rows so close have in common; more than this share of it cannot be put back.
    private static final double MOST_TAKEN = 0.4;
    private static final int[] ROW_FUNCTIONS = {3, 6};

    private final int side;
    private final double[][] pulls;
    private final double[] sums;
    private final double[] pull = new double[SubvolumeSamples.MOMENTS];

    ScoreVariance(final int side) {
        this.side = side;
        pulls = new double[3][side * side];
        sums = new double[(side + 1) * (side + 1)];
    }

    /**
     * @param samples   after the last comparison
     * @param influence of each component of the displacement: the row of the inverse of the normal equations
     * @param second    whether the shape was of second order
     * @param reach     rows so far apart are related
     * @param variance  to be filled, voxels squared
     */
    void measure(final SubvolumeSamples samples, final double[][] influence, final boolean second, final int reach, final double[] variance) {
        for (int k = 0; k < side; k++) {
            for (int j = 0; j < side; j++) {
                samples.pullOfRow(k * side + j, pull);
                for (int c = 0; c < 3; c++) {
                    pulls[c][k * side + j] = weighted(influence[c], samples.position[j], samples.position[k], second);
                }
            }
        }
        final double rows = (double) side * side;
        final int functions = ROW_FUNCTIONS[second ? 1 : 0];
        int near = reach;
        while (near > 0 && (2 * near + 1) * (2 * near + 1) * functions > MOST_TAKEN * rows) {
            near--;
        }
        final double taken = (2 * near + 1) * (2 * near + 1) * functions / rows;
        for (int c = 0; c < 3; c++) {
            variance[c] = Math.max(pairs(pulls[c], 0), pairs(pulls[c], near) / (1 - taken));
        }
    }

    private double weighted(final double[] a, final double y, final double z, final boolean second) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            double w0 = a[c] + a[6 + c] * y + a[9 + c] * z;
            double w1 = a[3 + c];
            double w2 = 0;
            if (second) {
                w0 += a[15 + c] * y * y + a[18 + c] * z * z + a[27 + c] * y * z;
                w1 += a[21 + c] * y + a[24 + c] * z;
                w2 = a[12 + c];
            }
            sum += w0 * pull[3 * c] + w1 * pull[3 * c + 1] + w2 * pull[3 * c + 2];
        }
        return sum;
    }

    /** Σ ψ(row) · Σ ψ(rows at most so far from it along both axes). */
    private double pairs(final double[] psi, final int near) {
        final int wide = side + 1;
        Arrays.fill(sums, 0, wide, 0);
        for (int k = 0; k < side; k++) {
            double line = 0;
            sums[(k + 1) * wide] = 0;
            for (int j = 0; j < side; j++) {
                line += psi[k * side + j];
                sums[(k + 1) * wide + j + 1] = sums[k * wide + j + 1] + line;
            }
        }
        double pairs = 0;
        for (int k = 0; k < side; k++) {
            final int below = Math.max(0, k - near) * wide;
            final int above = Math.min(side, k + near + 1) * wide;
            for (int j = 0; j < side; j++) {
                final int left = Math.max(0, j - near);
                final int right = Math.min(side, j + near + 1);
                pairs += psi[k * side + j] * (sums[above + right] - sums[above + left] - sums[below + right] + sums[below + left]);
            }
        }
        return pairs;
    }
}
