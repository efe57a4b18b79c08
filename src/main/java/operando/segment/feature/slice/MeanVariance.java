package operando.segment.feature.slice;

/**
 * Mean and variance of a disc around each pixel. A row of the disc is made up of windows whose widths are powers of two,
 * so that the cost grows with the radius and not with the area, and the order of summation never depends on where a
 * block begins.
 */
final class MeanVariance {

    private final Disc disc;
    private final boolean squared;

    private MeanVariance(final Disc disc, final boolean squared) {
        this.disc = disc;
        this.squared = squared;
    }

    /** Mean of the disc around each pixel of the plane's box. */
    static float[] mean(final Disc disc, final SlicePlane plane) {
        final double[] sums = new MeanVariance(disc, false).of(plane);
        final float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sums[i] / disc.size());
        }
        return mean;
    }

    /** Variance of the disc around each pixel of the plane's box: mean square deviation, not below 0. */
    static float[] variance(final Disc disc, final SlicePlane plane) {
        final double[] sums = new MeanVariance(disc, false).of(plane);
        final double[] squares = new MeanVariance(disc, true).of(plane);
        final float[] variance = new float[sums.length];
        for (int i = 0; i < variance.length; i++) {
            variance[i] = (float) Math.max(0, (squares[i] - sums[i] * sums[i] / disc.size()) / disc.size());
        }
        return variance;
    }

    private double[] of(final SlicePlane given) {
        final int reach = disc.reach();
        final SlicePlane plane = given.around(reach);
        final int count = plane.boxWidth();
        final double[] sums = new double[count * plane.boxHeight()];
        final double[][] windows = new double[32 - Integer.numberOfLeadingZeros(2 * reach + 1)][count + 2 * reach];
        final float[] line = new float[plane.width() + 2 * reach];
        for (int row = -reach; row < plane.boxHeight() + reach; row++) {
            plane.copyRow(plane.up() + row, reach, line);
            fill(line, plane.left(), windows);
            for (int y = Math.max(0, row - reach); y <= Math.min(plane.boxHeight() - 1, row + reach); y++) {
                addRow(windows, disc.halfWidth(row - y), sums, y * count, count);
            }
        }
        return sums;
    }

    private void fill(final float[] line, final int first, final double[][] windows) {
        for (int x = 0; x < windows[0].length; x++) {
            final double value = line[first + x];
            windows[0][x] = squared ? value * value : value;
        }
        for (int level = 1; level < windows.length; level++) {
            final int step = 1 << level - 1;
            final double[] narrow = windows[level - 1];
            final double[] wide = windows[level];
            for (int x = 0; x <= wide.length - (1 << level); x++) {
                wide[x] = narrow[x] + narrow[x + step];
            }
        }
    }

    private void addRow(final double[][] windows, final int half, final double[] sums, final int at, final int count) {
        int from = disc.reach() - half;
        final int width = 2 * half + 1;
        for (int level = 0; level < windows.length; level++) {
            if ((width >> level & 1) == 1) {
                add(windows[level], from, sums, at, count);
                from += 1 << level;
            }
        }
    }

    private static void add(final double[] window, final int from, final double[] sums, final int at, final int count) {
        for (int x = 0; x < count; x++) {
            sums[at + x] += window[from + x];
        }
    }
}
