package operando.segment.cluster;

import operando.cell.InputException;

/**
 * How voxels are clustered.
 *
 * @param phases     how many clusters to find
 * @param mixture    whether clusters may hold unlike shares of the voxels and noise may be stronger in one feature (a Gaussian
 *                   mixture), or are all alike (k-means)
 * @param samples    voxels to learn the clusters from
 * @param iterations most rounds of k-means, and of expectation and maximisation
 * @param seed       another number draws other voxels and other starting points
 */
public record ClusterSettings(int phases, boolean mixture, int samples, int iterations, long seed) {

    private static final int MOST = 100;

    /** @throws InputException if a number is too small, or there are more than 100 phases */
    public ClusterSettings {
        if (phases < 2 || phases > MOST) {
            throw new InputException("phases", phases + " phases cannot be told apart", "give 2 to " + MOST);
        }
        if (samples < phases * 10) {
            throw new InputException("samples", samples + " voxels are too few for " + phases + " phases", "give at least " + phases * 10);
        }
        if (iterations < 1) {
            throw new InputException("iterations", iterations + " rounds find nothing", "give 1 or more");
        }
    }

    /** A Gaussian mixture learned from 60 000 voxels. */
    public static ClusterSettings defaults(final int phases) {
        return new ClusterSettings(phases, true, 60_000, 100, 1);
    }

    public ClusterSettings withKMeans() {
        return new ClusterSettings(phases, false, samples, iterations, seed);
    }

    public ClusterSettings withSeed(final long newSeed) {
        return new ClusterSettings(phases, mixture, samples, iterations, newSeed);
    }

    public ClusterSettings withSamples(final int newSamples) {
        return new ClusterSettings(phases, mixture, newSamples, iterations, seed);
    }
}
