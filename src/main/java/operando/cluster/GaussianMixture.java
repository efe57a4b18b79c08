package operando.cluster;

import java.io.Serializable;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A mixture of Gaussians with full covariances, fitted by expectation and maximisation (A. P. Dempster, N. M. Laird, D. B. Rubin,
 * Journal of the Royal Statistical Society B 39, 1, 1977) from the clusters of k-means. Voxels share one covariance, that of the
 * noise: with one of its own, some cluster would become as wide as the mixed voxels between two phases. Where clusters are of
 * unlike widths, as the environments of atoms in an ordered and in a disordered phase, each has its own.
 */
public final class GaussianMixture implements Serializable {

    private static final long serialVersionUID = 1L;

    // Features of one image depend on each other; so much variance of their own, in standard units, keeps covariances sound.
    private static final double OWN_VARIANCE = 1e-3;
    private static final double LEAST_WEIGHT = 1e-9;
    private static final double SETTLED = 1e-5;

    private final double[] logWeight;
    private final double[][] mean;
    private final boolean shared;
    private final double ownVariance;
    // [cluster] the inverse of the covariance's Cholesky factor, rows of a lower triangle; one array for all where they share it.
    private final double[][][] whitening;

    private GaussianMixture(final int phases, final int features, final boolean shared, final double ownVariance) {
        logWeight = new double[phases];
        mean = new double[phases][features];
        this.shared = shared;
        this.ownVariance = ownVariance;
        whitening = new double[phases][][];
    }

    /**
     * All clusters have one covariance.
     *
     * @param rows    [sample][feature]
     * @param centres [cluster][feature] to start from
     */
    public static GaussianMixture fit(final double[][] rows, final double[][] centres, final int iterations) {
        return fit(new GaussianMixture(centres.length, centres[0].length, true, OWN_VARIANCE), rows, centres, iterations);
    }

    /**
     * Each cluster has a covariance of its own.
     *
     * @param ownVariance added to each feature's variance, so that a cluster of equal samples keeps a width
     */
    public static GaussianMixture fitOwnCovariances(final double[][] rows, final double[][] centres, final int iterations, final double ownVariance) {
        return fit(new GaussianMixture(centres.length, centres[0].length, false, ownVariance), rows, centres, iterations);
    }

    private static GaussianMixture fit(final GaussianMixture mixture, final double[][] rows, final double[][] centres, final int iterations) {
        final double[][] shares = new double[rows.length][centres.length];
        for (int i = 0; i < rows.length; i++) {
            shares[i][KMeans.nearest(rows[i], centres)] = 1;
        }
        mixture.maximise(rows, shares);
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < iterations; round++) {
            double likelihood = 0;
            for (int i = 0; i < rows.length; i++) {
                likelihood += mixture.shares(rows[i], shares[i]);
            }
            likelihood /= rows.length;
            if (likelihood - before < SETTLED) {
                break;
            }
            before = likelihood;
            mixture.maximise(rows, shares);
        }
        return mixture;
    }

    public int count() {
        return mean.length;
    }

    /**
     * The Bayesian information criterion, the lower the better: minus twice the logarithm of the likelihood, plus the number of free parameters
     * times the logarithm of the number of samples (G. Schwarz, Annals of Statistics 6, 461, 1978).
     */
    public double informationCriterion(final double[][] rows) {
        final double[] shares = new double[mean.length];
        double likelihood = 0;
        for (final double[] row : rows) {
            likelihood += shares(row, shares);
        }
        final int features = mean[0].length;
        final double covariances = (shared ? 1 : mean.length) * features * (features + 1) / 2.0;
        return -2 * likelihood + (mean.length - 1 + (double) mean.length * features + covariances) * Math.log(rows.length);
    }

    /** Fills in how probable each cluster is for a voxel; the logarithm of the density there. */
    public double shares(final double[] row, final double[] shares) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < shares.length; c++) {
            shares[c] = logWeight[c] - squaredDistance(row, c) / 2;
            largest = Math.max(largest, shares[c]);
        }
        double sum = 0;
        for (int c = 0; c < shares.length; c++) {
            shares[c] = Math.exp(shares[c] - largest);
            sum += shares[c];
        }
        for (int c = 0; c < shares.length; c++) {
            shares[c] /= sum;
        }
        return largest + Math.log(sum);
    }

    private double squaredDistance(final double[] row, final int cluster) {
        final double[] centre = mean[cluster];
        double sum = 0;
        for (int f = 0; f < row.length; f++) {
            final double[] weights = whitening[cluster][f];
            double along = 0;
            for (int g = 0; g <= f; g++) {
                along += weights[g] * (row[g] - centre[g]);
            }
            sum += along * along;
        }
        return sum;
    }

    private void maximise(final double[][] rows, final double[][] shares) {
        final double[][] covariance = new double[mean[0].length][mean[0].length];
        final double[] weights = new double[mean.length];
        for (int c = 0; c < mean.length; c++) {
            weights[c] = average(rows, shares, c);
            final double all = shared ? rows.length : weights[c];
            for (int i = 0; i < rows.length; i++) {
                addOuterProduct(rows[i], mean[c], shares[i][c] / all, covariance);
            }
            if (!shared) {
                weigh(c, weights[c] / rows.length, setCovariance(covariance, c, c + 1));
                for (final double[] row : covariance) {
                    java.util.Arrays.fill(row, 0);
                }
            }
        }
        if (shared) {
            final double logDeterminant = setCovariance(covariance, 0, mean.length);
            for (int c = 0; c < mean.length; c++) {
                weigh(c, weights[c] / rows.length, logDeterminant);
            }
        }
    }

    private void weigh(final int cluster, final double weight, final double logDeterminant) {
        logWeight[cluster] = Math.log(weight) - logDeterminant - mean[cluster].length / 2.0 * Math.log(2 * Math.PI);
    }

    /** Puts a cluster's mean where its share of the samples is; the sum of the shares. */
    private double average(final double[][] rows, final double[][] shares, final int cluster) {
        double weight = LEAST_WEIGHT;
        final double[] sum = new double[mean[cluster].length];
        for (int i = 0; i < rows.length; i++) {
            weight += shares[i][cluster];
            for (int f = 0; f < sum.length; f++) {
                sum[f] += shares[i][cluster] * rows[i][f];
            }
        }
        for (int f = 0; f < sum.length; f++) {
            mean[cluster][f] = sum[f] / weight;
        }
        return weight;
    }

    private static void addOuterProduct(final double[] row, final double[] centre, final double share, final double[][] covariance) {
        if (share == 0) {
            return;
        }
        for (int f = 0; f < row.length; f++) {
            final double off = share * (row[f] - centre[f]);
            for (int g = 0; g <= f; g++) {
                covariance[f][g] += off * (row[g] - centre[g]);
            }
        }
    }

    /** Gives it to the clusters from one up to another; half the logarithm of the covariance's determinant. */
    private double setCovariance(final double[][] covariance, final int from, final int to) {
        final int features = covariance.length;
        for (int f = 0; f < features; f++) {
            covariance[f][f] += ownVariance;
            for (int g = 0; g < f; g++) {
                covariance[g][f] = covariance[f][g];
            }
        }
        final RealMatrix lower = new CholeskyDecomposition(new Array2DRowRealMatrix(covariance, false), 1e-9, 0).getL();
        final double[][] inverse = new double[features][features];
        double logDeterminant = 0;
        for (int f = 0; f < features; f++) {
            logDeterminant += Math.log(lower.getEntry(f, f));
            inverse[f][f] = 1 / lower.getEntry(f, f);
            for (int g = 0; g < f; g++) {
                double sum = 0;
                for (int k = g; k < f; k++) {
                    sum -= lower.getEntry(f, k) * inverse[k][g];
                }
                inverse[f][g] = sum / lower.getEntry(f, f);
            }
        }
        java.util.Arrays.fill(whitening, from, to, inverse);
        return logDeterminant;
    }
}
