package operando.breathing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import operando.cell.Measured;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.util.Pair;

/**
 * The memory of an interface: how its interphase grows on two time scales, h = h_0 + h_f (1 − exp(−t/τ)) + k √t, a fast one
 * that ends and a slow one of diffusion. Fitted by least squares from several starts; errors from the covariance. h_0 is the
 * thickness when the series begins.
 *
 * @param initialUm      h_0, µm
 * @param fastUm         h_f, µm
 * @param timeConstantH  τ, h
 * @param slowUmPerRootH k, µm h^(−1/2)
 * @param residualUm     root mean square of what the law leaves, µm
 */
public record InterphaseMemory(Measured initialUm, Measured fastUm, Measured timeConstantH, Measured slowUmPerRootH, Measured residualUm) {

    private static final int NUMBERS = 4;
    private static final double[] STARTS = {0.02, 0.1, 0.3, 1};

    /**
     * @param timesH      h
     * @param thicknessUm µm, NaN where it is not known
     */
    public static InterphaseMemory of(final double[] timesH, final double[] thicknessUm) {
        final int[] known = IntStream.range(0, timesH.length).filter(i -> Double.isFinite(thicknessUm[i])).toArray();
        if (known.length < NUMBERS + 2) {
            return missing(known.length + " scans have a thickness, and at least " + (NUMBERS + 2) + " are needed");
        }
        final double[] times = IntStream.of(known).mapToDouble(i -> timesH[i] - timesH[known[0]]).toArray();
        final double[] thickness = IntStream.of(known).mapToDouble(i -> thicknessUm[i]).toArray();
        final List<LeastSquaresOptimizer.Optimum> found = new ArrayList<>();
        for (final double start : STARTS) {
            fit(times, thickness, start * times[times.length - 1], found);
        }
        return found.stream().min((a, b) -> Double.compare(a.getRMS(), b.getRMS())).map(best -> result(best, known.length))
            .orElseGet(() -> missing("no law of two time scales fits"));
    }

    private static InterphaseMemory missing(final String why) {
        final Measured none = Measured.missing(why);
        return new InterphaseMemory(none, none, none, none, none);
    }

    private static void fit(final double[] times, final double[] thickness, final double tau, final List<LeastSquaresOptimizer.Optimum> found) {
        final double rise = thickness[thickness.length - 1] - thickness[0];
        final double root = Math.sqrt(times[times.length - 1]);
        try {
            found.add(new LevenbergMarquardtOptimizer().optimize(new LeastSquaresBuilder().model(p -> law(times, p.toArray()))
                .start(new double[] {thickness[0], rise / 2, Math.log(tau), rise / 2 / root}).target(thickness).maxEvaluations(500).maxIterations(500).build()));
        } catch (final MathIllegalStateException e) {
            // No way down from this start; others are tried.
            return;
        }
    }

    /** The law and its slopes; τ as its logarithm, so that it stays positive. */
    private static Pair<org.apache.commons.math3.linear.RealVector, RealMatrix> law(final double[] times, final double[] p) {
        final double tau = Math.exp(p[2]);
        final RealMatrix slopes = new Array2DRowRealMatrix(times.length, NUMBERS);
        final double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            final double decay = Math.exp(-times[i] / tau);
            values[i] = p[0] + p[1] * (1 - decay) + p[3] * Math.sqrt(times[i]);
            slopes.setRow(i, new double[] {1, 1 - decay, -p[1] * decay * times[i] / tau, Math.sqrt(times[i])});
        }
        return new Pair<>(new ArrayRealVector(values), slopes);
    }

    private static InterphaseMemory result(final LeastSquaresOptimizer.Optimum best, final int count) {
        final double[] p = best.getPoint().toArray();
        final double variance = best.getResiduals().dotProduct(best.getResiduals()) / (count - NUMBERS);
        final Measured residual = Measured.of(Math.sqrt(best.getResiduals().dotProduct(best.getResiduals()) / count));
        try {
            final RealMatrix covariance = best.getCovariances(1e-12).scalarMultiply(variance);
            final double tau = Math.exp(p[2]);
            final double relative = Math.sqrt(covariance.getEntry(2, 2));
            if (relative > 1 || p[1] < 0 || p[3] < 0) {
                final Measured none = Measured.missing(relative > 1 ? "the series does not tell a fast and a slow growth apart"
                    : "the thickness does not follow the law: one of its two parts would have to shrink");
                return new InterphaseMemory(measured(p, covariance, 0), none, none, none, residual);
            }
            return new InterphaseMemory(measured(p, covariance, 0), measured(p, covariance, 1), Measured.of(tau, tau * relative), measured(p, covariance, 3), residual);
        } catch (final SingularMatrixException e) {
            return missing("the series does not tell a fast and a slow growth apart");
        }
    }

    private static Measured measured(final double[] p, final RealMatrix covariance, final int i) {
        return Measured.of(p[i], Math.sqrt(covariance.getEntry(i, i)));
    }
}
