package operando.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Clusters as the hills of a density: each sample belongs to the hill that it is on, and a hill that is not much higher than the pass to a
 * higher one is part of that (F. Chazal, L. Guibas, S. Oudot, P. Skraba, Journal of the ACM 60, 41, 2013). Neither their number nor their shape is given
 * beforehand. A sample lower than the highest pass that leads from its hill to another belongs to none: it is between the hills.
 *
 * <p>Time and memory for n samples: n² and n times the number of neighbours.
 */
public final class DensityModes {

    /** Neighbours of a sample: enough that a density from them is good to a quarter, few enough that hills stay apart. */
    public static final int NEIGHBOURS = 16;

    private final int[] cluster;
    private final boolean[] between;
    private final int count;
    private final List<Double> prominences = new ArrayList<>();

    // While the hills are joined: the higher hill that each has become part of, by the sample at its top.
    private final int[] top;
    private final boolean[] met;
    private final double[] density;

    private DensityModes(final double[] logDensity, final int[][] neighbours, final double prominence) {
        density = logDensity;
        top = new int[logDensity.length];
        met = new boolean[top.length];
        final int[] rising = order(logDensity);
        final int[] hill = new int[top.length];
        final double[] pass = new double[top.length];
        Arrays.fill(top, -1);
        Arrays.fill(pass, Double.NEGATIVE_INFINITY);
        for (int k = rising.length - 1; k >= 0; k--) {
            climb(rising[k], neighbours[rising[k]], hill, pass, prominence);
        }
        cluster = new int[top.length];
        between = new boolean[top.length];
        final int[] number = new int[top.length];
        Arrays.fill(number, -1);
        int found = 0;
        for (int k = rising.length - 1; k >= 0; k--) {
            final int summit = summit(hill[rising[k]]);
            if (number[summit] < 0) {
                number[summit] = found++;
            }
            cluster[rising[k]] = number[summit];
            between[rising[k]] = density[rising[k]] < pass[summit];
        }
        count = found;
        prominences.sort(java.util.Comparator.reverseOrder());
    }

    private static int[] order(final double[] values) {
        final Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> values[a] != values[b] ? Double.compare(values[a], values[b]) : Integer.compare(b, a));
        return Arrays.stream(order).mapToInt(i -> i).toArray();
    }

    private void climb(final int sample, final int[] near, final int[] hill, final double[] pass, final double prominence) {
        int steepest = -1;
        for (final int other : near) {
            if (top[other] >= 0 && (steepest < 0 || density[other] > density[steepest])) {
                steepest = other;
            }
        }
        hill[sample] = steepest < 0 ? sample : hill[steepest];
        top[sample] = sample;
        for (final int other : near) {
            if (top[other] >= 0 && other != sample) {
                meet(summit(hill[sample]), summit(hill[other]), density[sample], pass, prominence);
            }
        }
    }

    private void meet(final int one, final int other, final double height, final double[] pass, final double prominence) {
        if (one == other) {
            return;
        }
        final int lower = density[one] < density[other] ? one : other;
        final int higher = one + other - lower;
        final double rise = density[lower] - height;
        if (!met[lower]) {
            met[lower] = true;
            prominences.add(rise);
        }
        if (rise < prominence) {
            top[lower] = higher;
        } else {
            pass[lower] = Math.max(pass[lower], height);
            pass[higher] = Math.max(pass[higher], height);
        }
    }

    private int summit(final int hill) {
        int at = hill;
        while (top[at] != at) {
            at = top[at];
        }
        return at;
    }

    /**
     * The hills of a density that is known at the samples.
     *
     * @param rows       [sample][feature], in which distances are meant
     * @param logDensity [sample] its natural logarithm
     * @param prominence how much the logarithm must rise from the pass to a hill's top for it to be a cluster
     */
    public static DensityModes of(final double[][] rows, final double[] logDensity, final double prominence) {
        return new DensityModes(logDensity, new NearestSamples(rows).graph(NEIGHBOURS), prominence);
    }

    /** The hills of the density that the distances between samples tell: k over the volume of the ball that holds k neighbours. */
    public static DensityModes of(final double[][] rows, final double prominence) {
        final NearestSamples nearest = new NearestSamples(rows);
        final double[] logDensity = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            logDensity[i] = -rows[0].length / 2.0 * Math.log(Math.max(nearest.squaredDistance(i, NEIGHBOURS), Double.MIN_NORMAL));
        }
        return new DensityModes(logDensity, nearest.graph(NEIGHBOURS), prominence);
    }

    public int count() {
        return count;
    }

    /** The cluster of a sample, 0 for that with the densest sample. */
    public int cluster(final int sample) {
        return cluster[sample];
    }

    /** Whether a sample is on no hill but between them. */
    public boolean isBetween(final int sample) {
        return between[sample];
    }

    /** How far the hills that meet others rise above their passes, those that were joined, too; falling. */
    public List<Double> prominences() {
        return List.copyOf(prominences);
    }
}
