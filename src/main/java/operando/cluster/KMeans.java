package operando.cluster;

import java.util.Random;

/**
 * k-means: centres such that the squared distances of all samples to the nearest one add up to as little as can be found
 * (S. P. Lloyd, IEEE Transactions on Information Theory 28, 129, 1982), started at samples that are far apart (k-means++; D.
 * Arthur, S. Vassilvitskii, SODA 2007, 1027).
 */
public final class KMeans {

    private KMeans() {
    }

    /**
     * @param rows       [sample][feature]
     * @param count      of centres
     * @param iterations at most
     * @param seed       of where it starts
     * @return [centre][feature]
     */
    public static double[][] centres(final double[][] rows, final int count, final int iterations, final long seed) {
        final double[][] centres = farApart(rows, count, new Random(seed));
        final int[] nearest = new int[rows.length];
        for (int round = 0; round < iterations; round++) {
            int moved = 0;
            for (int i = 0; i < rows.length; i++) {
                final int now = nearest(rows[i], centres);
                moved += now == nearest[i] && round > 0 ? 0 : 1;
                nearest[i] = now;
            }
            if (moved == 0) {
                break;
            }
            average(rows, nearest, centres);
        }
        return centres;
    }

    private static double[][] farApart(final double[][] rows, final int count, final Random random) {
        final double[][] centres = new double[count][];
        centres[0] = rows[random.nextInt(rows.length)].clone();
        final double[] distances = new double[rows.length];
        java.util.Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int c = 1; c < count; c++) {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                distances[i] = Math.min(distances[i], distance(rows[i], centres[c - 1]));
                sum += distances[i];
            }
            double left = random.nextDouble() * sum;
            int chosen = 0;
            while (chosen < rows.length - 1 && (left -= distances[chosen]) > 0) {
                chosen++;
            }
            centres[c] = rows[chosen].clone();
        }
        return centres;
    }

    // A centre that no sample is nearest to stays where it is.
    private static void average(final double[][] rows, final int[] nearest, final double[][] centres) {
        final double[][] sums = new double[centres.length][centres[0].length];
        final int[] counts = new int[centres.length];
        for (int i = 0; i < rows.length; i++) {
            counts[nearest[i]]++;
            for (int f = 0; f < rows[i].length; f++) {
                sums[nearest[i]][f] += rows[i][f];
            }
        }
        for (int c = 0; c < centres.length; c++) {
            for (int f = 0; f < centres[c].length && counts[c] > 0; f++) {
                centres[c][f] = sums[c][f] / counts[c];
            }
        }
    }

    public static int nearest(final double[] row, final double[][] centres) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            final double distance = distance(row, centres[c]);
            if (distance < least) {
                least = distance;
                nearest = c;
            }
        }
        return nearest;
    }

    private static double distance(final double[] a, final double[] b) {
        double sum = 0;
        for (int f = 0; f < a.length; f++) {
            sum += (a[f] - b[f]) * (a[f] - b[f]);
        }
        return sum;
    }
}
