package operando.segment.learn;

import java.util.Arrays;

/**
 * The mean along a line around each pixel and how even the greys on it are: their variance; the variance over the mean; the
 * variance over the mean's square. For all pixels that a line around a pixel of the box can cover.
 */
final class LineEvenness {

    private final int reach;
    private final SlicePlane near;
    private final SlicePlane area;
    private final float[] greys;
    private final float[] squares;
    private final float[] means;
    private final float[][] unevenness;

    /**
     * @param near   has twice the reach around its box, or ends with the image
     * @param reach  of a line to both sides, in pixels
     */
    LineEvenness(final SlicePlane near, final float least, final int reach) {
        this.reach = reach;
        this.near = near;
        area = near.around(reach);
        greys = new float[near.height() * (near.width() + 2 * reach)];
        squares = new float[greys.length];
        final float[] row = new float[near.width() + 2 * reach];
        for (int y = 0; y < near.height(); y++) {
            near.copyRow(y, reach, row);
            for (int x = 0; x < row.length; x++) {
                final float grey = row[x] - least;
                greys[y * row.length + x] = grey;
                squares[y * row.length + x] = grey * grey;
            }
        }
        means = new float[area.height() * stride()];
        unevenness = new float[FeatureNames.KUWAHARAS][means.length];
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

    float[] unevenness(final int which) {
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
        final float[] variances = unevenness[0];
        final float[] overMean = unevenness[1];
        final float[] overSquare = unevenness[2];
        for (int x = 0; x < sum.length; x++) {
            final float mean = sum[x] / count;
            final float variance = sumOfSquares[x] / count - mean * mean;
            means[at + x] = mean;
            variances[at + x] = number(variance);
            overMean[at + x] = number(variance / (mean + Float.MIN_VALUE));
            overSquare[at + x] = number(variance / (mean * mean + Float.MIN_VALUE));
        }
        repeatEnds(means, at, sum.length);
        for (final float[] one : unevenness) {
            repeatEnds(one, at, sum.length);
        }
    }

    // What is no number is never the least, but Math.min would keep it.
    private static float number(final float value) {
        return value == value ? value : Float.MAX_VALUE;
    }

    private void repeatEnds(final float[] values, final int at, final int width) {
        Arrays.fill(values, at - reach, at, values[at]);
        Arrays.fill(values, at + width, at + width + reach, values[at + width - 1]);
    }
}
