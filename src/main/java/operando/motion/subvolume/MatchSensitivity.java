package operando.motion.subvolume;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * How much of a subvolume's slopes is texture and how much is noise, and whether that suffices to tell a displacement
 * along every direction: the smallest eigenvalue of the mean slope product, less the noise's share, gives the largest
 * error √(2σ²(λ + n)/(N λ²)), n being the mean square slope of the noise.
 */
final class MatchSensitivity {

    // Slopes of mere noise scatter by several per cent about their mean square over one subvolume.
    static final double SCATTER = 0.15;

    private final double[] signalShare = new double[3];
    private boolean suffices;

    void measure(final double[][] hessian, final double sampled, final double count, final MatchLimits limits) {
        final double noise = limits.noise() * limits.smoothing().keptNoise() * limits.smoothing().slopeNoise();
        final double[][] signal = new double[3][3];
        double most = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                signal[i][j] = hessian[i][j] / sampled - (i == j ? noise : 0);
            }
            most = Math.max(most, signal[i][i]);
            signalShare[i] = signal[i][i] / (signal[i][i] + noise);
        }
        final double least = most > 0 ? smallestEigenvalue(signal) : 0;
        suffices = least > SCATTER * noise && least > 0
            && Math.sqrt(2 * limits.noise() * (least + noise) / count) <= limits.largestError() * least;
    }

    private static double smallestEigenvalue(final double[][] matrix) {
        double least = Double.POSITIVE_INFINITY;
        for (final double value : new EigenDecomposition(new Array2DRowRealMatrix(matrix, false)).getRealEigenvalues()) {
            least = Math.min(least, value);
        }
        return least;
    }

    boolean suffices() {
        return suffices;
    }

    /** The part of the mean square slope along an axis that is not noise. */
    double signalShare(final int axis) {
        return signalShare[axis];
    }
}
