package operando.segment.feature.slice;

import org.jtransforms.fft.FloatFFT_2D;

/**
 * A slice, less its mean, in the space of frequencies: the Fourier transforms of squares that overlap, mirrored in the
 * slice's border pixels. Made once for all the kernels that the slice is convolved with.
 */
final class SliceSpectrum {

    /** Of a square, in pixels: a product of 2 and 5, small enough for the cache and for the library not to start threads. */
    static final int SIDE = 160;
    /** Kernels reach at most so far from their middle, in pixels. */
    static final int REACH = 12;

    private static final int STEP = SIDE - 2 * REACH;

    private final FloatFFT_2D transform = new FloatFFT_2D(SIDE, SIDE);
    private final int width;
    private final int height;
    private final float[][] squares;

    SliceSpectrum(final SlicePlane slice) {
        width = slice.width();
        height = slice.height();
        squares = new float[across() * ((height + STEP - 1) / STEP)][];
        final float mean = mean(slice.grey());
        for (int s = 0; s < squares.length; s++) {
            squares[s] = square(slice, s % across() * STEP - REACH, s / across() * STEP - REACH, mean);
            transform.complexForward(squares[s]);
        }
    }

    private int across() {
        return (width + STEP - 1) / STEP;
    }

    private static float mean(final float[] grey) {
        double sum = 0;
        for (final float one : grey) {
            sum += one;
        }
        return (float) (sum / grey.length);
    }

    private static float[] square(final SlicePlane slice, final int fromX, final int fromY, final float mean) {
        final float[] square = new float[2 * SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            final int row = mirrored(fromY + y, slice.height()) * slice.width();
            for (int x = 0; x < SIDE; x++) {
                square[2 * (y * SIDE + x)] = slice.grey()[row + mirrored(fromX + x, slice.width())] - mean;
            }
        }
        return square;
    }

    private static int mirrored(final int at, final int length) {
        final int period = Math.max(1, 2 * (length - 1));
        final int round = Math.floorMod(at, period);
        return Math.min(round, period - round);
    }

    int pixels() {
        return width * height;
    }

    /**
     * Convolves the slice with a kernel whose values at opposite places are complex conjugates of each other.
     *
     * @param spectrum  of the kernel about the origin, which is real, over the number of pixels of a square
     * @param real      takes the real part
     * @param imaginary takes the imaginary part
     */
    void convolve(final float[] spectrum, final float[] real, final float[] imaginary) {
        final float[] product = new float[2 * SIDE * SIDE];
        for (int s = 0; s < squares.length; s++) {
            for (int i = 0; i < spectrum.length; i++) {
                product[2 * i] = squares[s][2 * i] * spectrum[i];
                product[2 * i + 1] = squares[s][2 * i + 1] * spectrum[i];
            }
            transform.complexInverse(product, false);
            final int fromX = s % across() * STEP;
            final int fromY = s / across() * STEP;
            for (int y = fromY; y < Math.min(height, fromY + STEP); y++) {
                int from = 2 * ((y - fromY + REACH) * SIDE + REACH);
                for (int x = fromX; x < Math.min(width, fromX + STEP); x++) {
                    real[y * width + x] = product[from];
                    imaginary[y * width + x] = product[from + 1];
                    from += 2;
                }
            }
        }
    }
}
