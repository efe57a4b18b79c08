package operando.cluster;

import java.util.Random;

/**
 * The directions along which samples differ most, from a covariance that is added up sample by sample (B. P. Welford, Technometrics 4, 419, 1962), so
 * that no sample is kept; found by subspace iteration (G. H. Golub, C. F. Van Loan, Matrix Computations, section 8.2.4). Memory: a square of the number
 * of features.
 *
 * <pre>
 * PrincipalComponents.Covariance all = new PrincipalComponents.Covariance(features);
 * samples.forEach(all::add);
 * double[] scores = all.components(12).scores(sample);
 * </pre>
 */
public final class PrincipalComponents {

    private static final int MOST_ROUNDS = 200;
    private static final double SETTLED = 1e-7;

    private final double[] mean;
    private final double[][] directions;
    private final double[] variances;
    private final double total;

    private PrincipalComponents(final double[] mean, final double[][] directions, final double[] variances, final double total) {
        this.mean = mean;
        this.directions = directions;
        this.variances = variances;
        this.total = total;
    }

    /** What is known of the samples so far. */
    public static final class Covariance {

        private final double[] mean;
        private final double[][] products;
        private final double[] off;
        private long count;

        public Covariance(final int features) {
            mean = new double[features];
            off = new double[features];
            products = new double[features][];
            for (int f = 0; f < features; f++) {
                products[f] = new double[f + 1];
            }
        }

        public void add(final double[] sample) {
            count++;
            for (int f = 0; f < off.length; f++) {
                off[f] = sample[f] - mean[f];
                mean[f] += off[f] / count;
            }
            final double weight = (count - 1.0) / count;
            for (int f = 0; f < off.length; f++) {
                final double own = weight * off[f];
                final double[] row = products[f];
                for (int g = 0; g <= f; g++) {
                    row[g] += own * off[g];
                }
            }
        }

        /** Takes in what another has added up. */
        public void add(final Covariance other) {
            if (other.count == 0) {
                return;
            }
            final double all = count + other.count;
            for (int f = 0; f < off.length; f++) {
                off[f] = other.mean[f] - mean[f];
            }
            final double weight = count * (other.count / all);
            for (int f = 0; f < off.length; f++) {
                for (int g = 0; g <= f; g++) {
                    products[f][g] += other.products[f][g] + weight * off[f] * off[g];
                }
            }
            for (int f = 0; f < off.length; f++) {
                mean[f] += off[f] * other.count / all;
            }
            count += other.count;
        }

        public long count() {
            return count;
        }

        /**
         * The components with the greatest variance; fewer if the samples do not differ in so many ways.
         *
         * @throws IllegalStateException if there are fewer than two samples
         */
        public PrincipalComponents components(final int most) {
            if (count < 2) {
                throw new IllegalStateException(count + " samples have no covariance");
            }
            double total = 0;
            for (int f = 0; f < mean.length; f++) {
                total += products[f][f] / (count - 1);
            }
            final double[][] basis = start(Math.min(most, mean.length));
            double[] variances = new double[basis.length];
            for (int round = 0; round < MOST_ROUNDS; round++) {
                final double[] before = variances;
                variances = improve(basis);
                double change = 0;
                for (int c = 0; c < variances.length; c++) {
                    change = Math.max(change, Math.abs(variances[c] - before[c]));
                }
                if (change <= SETTLED * total) {
                    break;
                }
            }
            return new PrincipalComponents(mean.clone(), basis, variances, total);
        }

        private double[][] start(final int components) {
            final Random random = new Random(1);
            final double[][] basis = new double[components][mean.length];
            for (final double[] direction : basis) {
                for (int f = 0; f < direction.length; f++) {
                    direction[f] = random.nextGaussian();
                }
            }
            return basis;
        }

        /** Multiplies each direction by the covariance and makes them orthonormal again; their variances. */
        private double[] improve(final double[][] basis) {
            final double[] variances = new double[basis.length];
            for (int c = 0; c < basis.length; c++) {
                final double[] product = new double[mean.length];
                for (int f = 0; f < mean.length; f++) {
                    final double[] row = products[f];
                    double sum = 0;
                    for (int g = 0; g < f; g++) {
                        sum += row[g] * basis[c][g];
                        product[g] += row[g] * basis[c][f];
                    }
                    product[f] += sum + row[f] * basis[c][f];
                }
                for (int b = 0; b < c; b++) {
                    final double along = dot(product, basis[b]);
                    for (int f = 0; f < product.length; f++) {
                        product[f] -= along * basis[b][f];
                    }
                }
                final double length = Math.sqrt(dot(product, product));
                variances[c] = length / (count - 1);
                for (int f = 0; f < product.length; f++) {
                    basis[c][f] = length > 0 ? product[f] / length : 0;
                }
            }
            return variances;
        }

        private static double dot(final double[] a, final double[] b) {
            double sum = 0;
            for (int f = 0; f < a.length; f++) {
                sum += a[f] * b[f];
            }
            return sum;
        }
    }

    public int count() {
        return directions.length;
    }

    /** The variance along a component. */
    public double variance(final int component) {
        return variances[component];
    }

    /** The part of all variance that the first so many components hold, 0 to 1. */
    public double explained(final int components) {
        double sum = 0;
        for (int c = 0; c < components; c++) {
            sum += variances[c];
        }
        return total > 0 ? Math.min(1, sum / total) : 0;
    }

    /** Where a sample stands along each component. */
    public double[] scores(final double[] sample) {
        final double[] scores = new double[directions.length];
        for (int c = 0; c < scores.length; c++) {
            final double[] direction = directions[c];
            for (int f = 0; f < sample.length; f++) {
                scores[c] += direction[f] * (sample[f] - mean[f]);
            }
        }
        return scores;
    }
}
