package operando.cluster;

/** The mixture of Gaussians, each with its own covariance, whose number the Bayesian information criterion chooses. */
public final class MixtureSearch {

    // So many numbers in turn that are no better end the search.
    private static final int PATIENCE = 2;
    // Where there are many, one more or less makes no difference that the criterion would tell.
    private static final double STEP = 1.25;

    private MixtureSearch() {
    }

    /**
     * @param rows        [sample][feature]
     * @param most        components at most
     * @param iterations  of each fit at most
     * @param ownVariance added to each feature's variance
     * @param seed        of where the fits start
     */
    public static GaussianMixture best(final double[][] rows, final int most, final int iterations, final double ownVariance, final long seed) {
        GaussianMixture best = null;
        double least = Double.POSITIVE_INFINITY;
        int worse = 0;
        for (int count = 1; count <= Math.min(most, rows.length / (rows[0].length + 1)) && worse < PATIENCE || best == null;
            count = Math.max(count + 1, (int) (count * STEP))) {
            final GaussianMixture mixture = GaussianMixture.fitOwnCovariances(rows, KMeans.centres(rows, count, iterations, seed), iterations, ownVariance);
            final double criterion = mixture.informationCriterion(rows);
            worse = criterion < least ? 0 : worse + 1;
            if (criterion < least) {
                least = criterion;
                best = mixture;
            }
        }
        return best;
    }
}
