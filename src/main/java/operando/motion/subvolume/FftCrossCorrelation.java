package operando.motion.subvolume;

import java.util.Arrays;

import org.jtransforms.fft.FloatFFT_3D;

/**
 * Finds a cube of one block in a larger cube of another: normalised cross-correlation at every whole shift up to a
 * range, its numerator by FFT, its denominator by running sums (Lewis, Vision Interface 120, 1995), then the peak of a
 * parabola along each axis. One thread uses one search.
 */
public final class FftCrossCorrelation {

    private final int side;
    private final int range;
    private final int window;
    private final FloatFFT_3D transform;
    private final float[] data;
    private final float[] product;
    private final float[] template;
    private final float[] target;
    private final double[] sums;
    private final double[] squares;
    private final double[] lines;
    private final float[] correlation;

    /** Correlation and shift of the best match; shift in voxels of the blocks. */
    public record Found(double x, double y, double z, double correlation) {
    }

    public FftCrossCorrelation(final int side, final int range) {
        this.side = side;
        this.range = range;
        window = side + 2 * range;
        transform = new FloatFFT_3D(window, window, window);
        final int size = window * window * window;
        data = new float[2 * size];
        product = new float[2 * size];
        template = new float[side * side * side];
        target = new float[size];
        sums = new double[size];
        squares = new double[size];
        lines = new double[window * window];
        final int shifts = 2 * range + 1;
        correlation = new float[shifts * shifts * shifts];
    }

    int side() {
        return side;
    }

    /** Looks for the cube whose first voxel is (x, y, z), about the same cube shifted by {@code shift} whole voxels. */
    public Found find(final GreyBlock reference, final GreyBlock deformed, final int x, final int y, final int z,
        final int[] shift) {
        reference.copyCube(x, y, z, side, template);
        deformed.copyCube(x + shift[0] - range, y + shift[1] - range, z + shift[2] - range, window, target);
        final double variation = centre(template);
        Arrays.fill(data, 0);
        for (int k = 0; k < side; k++) {
            for (int j = 0; j < side; j++) {
                for (int i = 0; i < side; i++) {
                    data[2 * ((k * window + j) * window + i)] = template[(k * side + j) * side + i];
                }
            }
        }
        for (int i = 0; i < target.length; i++) {
            data[2 * i + 1] = target[i];
            sums[i] = target[i];
            squares[i] = (double) target[i] * target[i];
        }
        transform.complexForward(data);
        multiply();
        transform.complexInverse(product, true);
        runningSums(sums);
        runningSums(squares);
        normalise(variation);
        return peak(shift);
    }

    private static double centre(final float[] values) {
        double sum = 0;
        for (final float value : values) {
            sum += value;
        }
        final float mean = (float) (sum / values.length);
        double variation = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
            variation += (double) values[i] * values[i];
        }
        return variation;
    }

    // Both real cubes were transformed as one complex cube; A* B is taken apart from it.
    private void multiply() {
        for (int k = 0; k < window; k++) {
            for (int j = 0; j < window; j++) {
                for (int i = 0; i < window; i++) {
                    final int at = 2 * ((k * window + j) * window + i);
                    final int opposite = 2 * (((window - k) % window * window + (window - j) % window) * window
                        + (window - i) % window);
                    final float aRe = 0.5f * (data[at] + data[opposite]);
                    final float aIm = 0.5f * (data[at + 1] - data[opposite + 1]);
                    final float bRe = 0.5f * (data[at + 1] + data[opposite + 1]);
                    final float bIm = 0.5f * (data[opposite] - data[at]);
                    product[at] = aRe * bRe + aIm * bIm;
                    product[at + 1] = aRe * bIm - aIm * bRe;
                }
            }
        }
    }

    // values[i] becomes the sum over the cube of the template's side that begins at i, where it lies in the window; as many
    // lines at a time as lie beside each other.
    private void runningSums(final double[] values) {
        for (int stride = 1; stride < values.length; stride *= window) {
            for (int start = 0; start < values.length; start += stride * window) {
                runningSums(values, start, stride);
            }
        }
    }

    private void runningSums(final double[] values, final int start, final int stride) {
        Arrays.fill(lines, 0, stride, 0);
        for (int i = 0; i < side; i++) {
            for (int n = 0; n < stride; n++) {
                lines[n] += values[start + i * stride + n];
            }
        }
        for (int i = 0; i <= 2 * range; i++) {
            final int at = start + i * stride;
            final int entering = i < 2 * range ? at + side * stride : at;
            for (int n = 0; n < stride; n++) {
                final double first = values[at + n];
                values[at + n] = lines[n];
                lines[n] += values[entering + n] - first;
            }
        }
    }

    private void normalise(final double variation) {
        final int shifts = 2 * range + 1;
        final double count = template.length;
        double most = 0;
        for (int i = 0; i < correlation.length; i++) {
            final int at = (i / shifts / shifts * window + i / shifts % shifts) * window + i % shifts;
            most = Math.max(most, squares[at] - sums[at] * sums[at] / count);
        }
        for (int i = 0; i < correlation.length; i++) {
            final int at = (i / shifts / shifts * window + i / shifts % shifts) * window + i % shifts;
            final double spread = squares[at] - sums[at] * sums[at] / count;
            // A window that is flat beside the others would make noise look like a match.
            correlation[i] = variation > 0 && spread > 1e-4 * most
                ? (float) (product[2 * at] / Math.sqrt(variation * spread)) : 0;
        }
    }

    private Found peak(final int[] shift) {
        final int shifts = 2 * range + 1;
        int best = 0;
        for (int i = 1; i < correlation.length; i++) {
            best = correlation[i] > correlation[best] ? i : best;
        }
        final int i = best % shifts;
        final int j = best / shifts % shifts;
        final int k = best / shifts / shifts;
        return new Found(shift[0] - range + i + vertex(best, i, 1), shift[1] - range + j + vertex(best, j, shifts),
            shift[2] - range + k + vertex(best, k, shifts * shifts), correlation[best]);
    }

    private double vertex(final int best, final int at, final int stride) {
        if (at == 0 || at == 2 * range) {
            return 0;
        }
        final double before = correlation[best - stride];
        final double after = correlation[best + stride];
        final double curvature = before - 2 * correlation[best] + after;
        return curvature < 0 ? 0.5 * (before - after) / curvature : 0;
    }
}
