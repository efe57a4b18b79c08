package operando.cluster;

import java.util.Arrays;
import java.util.TreeSet;

/** The nearest neighbours of samples, by looking at all of them. */
final class NearestSamples {

    private static final int MOST = 32;

    private final int[][] nearest;
    private final double[][] squares;

    NearestSamples(final double[][] rows) {
        nearest = new int[rows.length][];
        squares = new double[rows.length][];
        final double[] all = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                all[j] = squaredDistance(rows[i], rows[j]);
            }
            all[i] = -1;
            take(i, all);
        }
    }

    private void take(final int sample, final double[] all) {
        final int most = Math.min(MOST, all.length - 1);
        final int[] found = new int[most];
        final double[] distances = new double[most];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int j = 0; j < all.length; j++) {
            if (all[j] >= 0 && most > 0 && all[j] < distances[most - 1]) {
                int at = most - 1;
                for (; at > 0 && distances[at - 1] > all[j]; at--) {
                    distances[at] = distances[at - 1];
                    found[at] = found[at - 1];
                }
                distances[at] = all[j];
                found[at] = j;
            }
        }
        nearest[sample] = found;
        squares[sample] = distances;
    }

    static double squaredDistance(final double[] a, final double[] b) {
        double sum = 0;
        for (int f = 0; f < a.length; f++) {
            sum += (a[f] - b[f]) * (a[f] - b[f]);
        }
        return sum;
    }

    /** To the so-manieth neighbour, or the farthest that there is. */
    double squaredDistance(final int sample, final int neighbour) {
        return squares[sample].length == 0 ? 0 : squares[sample][Math.min(neighbour, squares[sample].length) - 1];
    }

    /** [sample] its neighbours and those whose neighbour it is. */
    int[][] graph(final int neighbours) {
        final java.util.List<TreeSet<Integer>> graph = new java.util.ArrayList<>();
        for (int i = 0; i < nearest.length; i++) {
            graph.add(new TreeSet<>());
        }
        for (int i = 0; i < nearest.length; i++) {
            for (int k = 0; k < Math.min(neighbours, nearest[i].length); k++) {
                graph.get(i).add(nearest[i][k]);
                graph.get(nearest[i][k]).add(i);
            }
        }
        return graph.stream().map(set -> set.stream().mapToInt(i -> i).toArray()).toArray(int[][]::new);
    }
}
