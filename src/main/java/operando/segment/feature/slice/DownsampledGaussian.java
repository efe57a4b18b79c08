package operando.segment.feature.slice;

/**
 * Gaussian smoothing of a slice as ImageJ does it beyond a sigma of 8.5 pixels: quadratic splines gather pixels into cells
 * of some pixels each, a Gaussian smooths the cells, and cubic splines lead back to pixels. The variances of the splines,
 * 1/4 and 1/3 of a cell, are taken off that of the Gaussian. Cells are counted from the first pixel of the whole slice.
 */
final class DownsampledGaussian {

    /** Up to this sigma, in pixels, ImageJ smooths pixel by pixel. */
    static final double LARGEST_FINE_SIGMA = 8.5;

    private static final double LEAST_SIGMA_OF_CELLS = 4;
    private static final double VARIANCE_OF_SPLINES = 1.0 / 4 + 1.0 / 3;

    private final double sigma;

    /** @param sigma in pixels, above 8.5 */
    DownsampledGaussian(final double sigma) {
        this.sigma = sigma;
    }

    private static int pixelsOfCell(final double sigma) {
        return (int) (sigma / LEAST_SIGMA_OF_CELLS);
    }

    private static double sigmaOfCells(final double sigma, final int pixels) {
        return Math.sqrt(sigma * sigma / (pixels * pixels) - VARIANCE_OF_SPLINES);
    }

    /** How many pixels beyond its own a smoothed pixel depends on. */
    static int reach(final double sigma) {
        final int pixels = pixelsOfCell(sigma);
        // Two cells for the cubic spline, one and a half for the quadratic one.
        return pixels * (GaussianBlur.reach(sigmaOfCells(sigma, pixels)) + 4);
    }

    /**
     * @param x where the plane begins in the slice, and so {@code y}
     */
    SlicePlane of(final SlicePlane plane, final int x, final int y) {
        final int width = plane.width();
        final int height = plane.height();
        final float[] across = transposed(alongLines(plane.grey(), width, x), width, height);
        return plane.with(transposed(alongLines(across, height, y), height, width));
    }

    private static float[] transposed(final float[] from, final int width, final int height) {
        final float[] to = new float[from.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to[x * height + y] = from[y * width + x];
            }
        }
        return to;
    }

    private float[] alongLines(final float[] grey, final int length, final int start) {
        final int pixels = Math.min(pixelsOfCell(sigma), length);
        final float[] gauss = GaussianBlur.kernel(sigmaOfCells(sigma, pixels));
        final float[] gather = gather(pixels);
        final float[] spread = spread(pixels);
        // Beyond the first and the last of these cells all are alike.
        final int first = Math.floorDiv(start, pixels) - 2;
        final int last = Math.floorDiv(start + length - 1, pixels) + 3;
        final float[] to = new float[grey.length];
        final float[] cells = new float[last - first + 1];
        final float[] smooth = new float[cells.length];
        for (int line = 0; line < grey.length; line += length) {
            for (int c = 0; c < cells.length; c++) {
                cells[c] = gathered(grey, line, length, (first + c) * pixels - start, gather);
            }
            smooth(cells, gauss, smooth);
            for (int x = 0; x < length; x++) {
                final int above = Math.floorDiv(start + x + pixels - 1, pixels);
                final int tap = above * pixels - start - x;
                final int at = above - first;
                to[line + x] = smooth[at - 2] * spread[tap] + smooth[at - 1] * spread[tap + pixels]
                    + smooth[at] * spread[tap + 2 * pixels] + smooth[at + 1] * spread[tap + 3 * pixels];
            }
        }
        return to;
    }

    private static float gathered(final float[] grey, final int line, final int length, final int centre, final float[] gather) {
        final int from = centre - gather.length / 2;
        float sum = 0;
        for (int k = 0; k < gather.length; k++) {
            sum += grey[line + Math.max(0, Math.min(length - 1, from + k))] * gather[k];
        }
        return sum;
    }

    private static void smooth(final float[] cells, final float[] gauss, final float[] smooth) {
        final int last = cells.length - 1;
        for (int c = 0; c <= last; c++) {
            float sum = cells[c] * gauss[0];
            for (int k = 1; k < gauss.length; k++) {
                sum += (cells[Math.max(0, c - k)] + cells[Math.min(last, c + k)]) * gauss[k];
            }
            smooth[c] = sum;
        }
    }

    /** The quadratic spline at pixels around a cell's centre, over three cells. */
    private static float[] gather(final int pixels) {
        final float[] taps = new float[3 * pixels];
        for (int k = 0; k < taps.length; k++) {
            final double away = Math.abs(k - taps.length / 2) / (double) pixels;
            taps[k] = (float) ((away < 0.5 ? 0.75 - away * away : (1.5 - away) * (1.5 - away) / 2) / pixels);
        }
        return taps;
    }

    /** The cubic spline at pixels around a cell's centre, over four cells. */
    private static float[] spread(final int pixels) {
        final float[] taps = new float[4 * pixels];
        for (int k = 0; k < taps.length; k++) {
            final double away = Math.abs(k - 2 * pixels) / (double) pixels;
            taps[k] = (float) (away < 1 ? 2.0 / 3 - away * away * (1 - away / 2) : (2 - away) * (2 - away) * (2 - away) / 6);
        }
        return taps;
    }
}
