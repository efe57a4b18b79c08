package operando.segment.feature.slice;

import java.util.Arrays;

/**
 * The mean along a line around each pixel and how even the greys on it are: their variance; the variance over the mean; the
 * variance over the mean's square. For all pixels that a line around a pixel of the box can cover.
 */
final class LinearKuwaharaCriteria {

    private final int reach;
    private final SlicePlane near;
    private final SlicePlane area;
    private final float[] greys;
    private final float[] squares;
    private final float[] means;
    private final float[][] row;
    private final int[][] unevenness;

    /**
     * @param near   has twice the reach around its box, or ends with the image
     * @param reach  of a line to both sides, in pixels
     */
    LinearKuwaharaCriteria(final SlicePlane near, final float least, final int reach) {
        this.reach = reach;
        this.near = near;
        area = near.around(reach);
        greys = new float[near.height() * (near.width() + 2 * reach)];
        squares = new float[greys.length];
        final float[] line = new float[near.width() + 2 * reach];
        for (int y = 0; y < near.height(); y++) {
            near.copyRow(y, reach, line);
            for (int x = 0; x < line.length; x++) {
                final float grey = line[x] - least;
                greys[y * line.length + x] = grey;
                squares[y * line.length + x] = grey * grey;
            }
        }
        means = new float[area.height() * stride()];
        row = new float[FeatureNames.KUWAHARAS][area.width()];
        unevenness = new int[FeatureNames.KUWAHARAS][means.length];
    }

    /** The box and what a line reaches around it. */
    SlicePlane area() {
        return area;
    }

    int reach() {
        return reach;
    }

    /** Length of the rows of what is found: those of the area with their ends repeated as far as a line reaches. */
    int stride() {
        return area.width() + 2 * reach;
    }

    float[] means() {
        return means;
    }

    /** A measure of evenness as numbers that rise with it, see {@link #ordered}. */
    int[] unevenness(final int which) {
        return unevenness[which];
    }

    /** @param line pairs of dx, dy */
    void along(final int[] line) {
        final int width = area.width();
        final float[] sum = new float[width];
        final float[] sumOfSquares = new float[width];
        for (int y = 0; y < area.height(); y++) {
            Arrays.fill(sum, 0);
            Arrays.fill(sumOfSquares, 0);
            for (int i = 0; i < line.length; i += 2) {
                final int row = Math.max(0, Math.min(near.height() - 1, near.up() - area.up() + y + line[i + 1]));
                final int from = row * (near.width() + 2 * reach) + near.left() - area.left() + reach + line[i];
                add(greys, from, sum);
                add(squares, from, sumOfSquares);
            }
            judge(sum, sumOfSquares, line.length / 2, y * stride() + reach);
        }
    }

    private static void add(final float[] values, final int from, final float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += values[from + x];
        }
    }

    private void judge(final float[] sum, final float[] sumOfSquares, final float count, final int at) {
        final float[] variances = row[0];
        final float[] overMean = row[1];
        final float[] overSquare = row[2];
        for (int x = 0; x < sum.length; x++) {
            final float mean = sum[x] / count;
            final float variance = sumOfSquares[x] / count - mean * mean;
            means[at + x] = mean;
            variances[x] = variance;
            overMean[x] = variance / (mean + Float.MIN_VALUE);
            overSquare[x] = variance / (mean * mean + Float.MIN_VALUE);
        }
        Arrays.fill(means, at - reach, at, means[at]);
        Arrays.fill(means, at + sum.length, at + sum.length + reach, means[at + sum.length - 1]);
        for (int i = 0; i < row.length; i++) {
            for (int x = 0; x < sum.length; x++) {
                unevenness[i][at + x] = ordered(row[i][x]);
            }
            repeatEnds(unevenness[i], at, sum.length);
        }
    }

    /** A whole number that is greater for greater values, greatest for what is no number; the least of many is found faster. */
    static int ordered(final float value) {
        // Adding 0 makes one of both zeros.
        final int bits = Float.floatToIntBits(value + 0f);
        return bits ^ bits >> Integer.SIZE - 1 & Integer.MAX_VALUE;
    }

    private void repeatEnds(final int[] values, final int at, final int width) {
        Arrays.fill(values, at - reach, at, values[at]);
        Arrays.fill(values, at + width, at + width + reach, values[at + width - 1]);
    }
}
