package operando.breathing.phasefield;

import java.util.Arrays;

import org.jtransforms.fft.DoubleFFT_2D;

/**
 * Solves what is linear in the model in Fourier space: c' = D ∇²c − S c + N, by exponential time differencing (Cox and Matthews, J. Comput.
 * Phys. 176, 430, 2002). ∇² is exact for every wave that the cells can hold: an edge of a half width of two cells moves as it should within
 * a thousandth, where differences of second order between neighbours would hold it back by a tenth.
 */
final class PlaneSpectrum {

    private static final double SERIES_BELOW = 1e-2;

    private final DoubleFFT_2D transform;
    private final int width;
    private final int height;
    private final double[] laplace;
    private final double[] decay;
    private final double[] first;
    private final double[] second;

    PlaneSpectrum(final Plane plane) {
        width = plane.width();
        height = plane.height();
        transform = new DoubleFFT_2D(height, width);
        laplace = new double[plane.cells()];
        for (int slot = 0; slot < laplace.length; slot++) {
            laplace[slot] = symbol(slot, plane.cellUm());
        }
        decay = new double[laplace.length];
        first = new double[laplace.length];
        second = new double[laplace.length];
    }

    // Which wave a number of the packed spectrum of a real field belongs to: see DoubleFFT_2D.realForward.
    private double symbol(final int slot, final double cellUm) {
        final int row = slot / width;
        final int column = slot % width;
        final boolean special = column < 2;
        final boolean middle = row == 0 || row == height / 2;
        final int kx = special ? (middle ? column == 1 : row > height / 2) ? width / 2 : 0 : column / 2;
        final int ky = Math.min(row, height - row);
        final double x = 2 * Math.PI * kx / (width * cellUm);
        final double y = 2 * Math.PI * ky / (height * cellUm);
        return -(x * x + y * y);
    }

    /** Makes ready for steps of this length. */
    void prepare(final double mobility, final double stabilizing, final double step) {
        for (int slot = 0; slot < laplace.length; slot++) {
            final double z = step * (mobility * laplace[slot] - stabilizing);
            decay[slot] = Math.exp(z);
            first[slot] = step * (Math.abs(z) < SERIES_BELOW ? 1 + z / 2 * (1 + z / 3 * (1 + z / 4 * (1 + z / 5))) : Math.expm1(z) / z);
            second[slot] = step * (Math.abs(z) < SERIES_BELOW ? 0.5 * (1 + z / 3 * (1 + z / 4 * (1 + z / 5))) : (Math.expm1(z) - z) / (z * z));
        }
    }

    /** Puts into {@code out} what the field becomes with {@code rest} held as it is: of first order. */
    void predict(final double[] field, final double[] rest, final double[] out, final double[] space) {
        System.arraycopy(field, 0, out, 0, out.length);
        System.arraycopy(rest, 0, space, 0, space.length);
        transform.realForward(out);
        transform.realForward(space);
        for (int slot = 0; slot < out.length; slot++) {
            out[slot] = decay[slot] * out[slot] + first[slot] * space[slot];
        }
        transform.realInverse(out, true);
    }

    /** Adds to {@code out} what the change of the rest in the meantime does: of second order. */
    void correct(final double[] rest, final double[] later, final double[] out, final double[] space) {
        Arrays.setAll(space, i -> later[i] - rest[i]);
        transform.realForward(space);
        for (int slot = 0; slot < space.length; slot++) {
            space[slot] *= second[slot];
        }
        transform.realInverse(space, true);
        for (int cell = 0; cell < out.length; cell++) {
            out[cell] += space[cell];
        }
    }
}
