package operando.segment.learn;

import java.util.Arrays;

/**
 * Magnitudes of the eigenvalues of many symmetric 3 × 3 matrices, as {@link SymmetricTensor} computes them. Each loop does
 * so little with so few arrays that the virtual machine makes vector instructions of it.
 */
final class TensorMagnitudes {

    private static final int CHUNK = 512;

    private final double[] xx = new double[CHUNK];
    private final double[] yy = new double[CHUNK];
    private final double[] zz = new double[CHUNK];
    private final double[] xy = new double[CHUNK];
    private final double[] xz = new double[CHUNK];
    private final double[] yz = new double[CHUNK];
    private final double[] mean = new double[CHUNK];
    private final double[] spread = new double[CHUNK];
    private final double[] cosine = new double[CHUNK];
    private final double[] place = new double[CHUNK];
    private final double[] largest = new double[CHUNK];
    private final double[] smallest = new double[CHUNK];

    private TensorMagnitudes() {
    }

    /**
     * The largest first.
     *
     * @param tensor xx, yy, zz, xy, xz, yz of each matrix
     */
    static float[][] of(final float[][] tensor) {
        final float[][] magnitudes = new float[3][tensor[0].length];
        final TensorMagnitudes chunk = new TensorMagnitudes();
        for (int from = 0; from < tensor[0].length; from += CHUNK) {
            chunk.find(tensor, from, Math.min(CHUNK, tensor[0].length - from), magnitudes);
        }
        return magnitudes;
    }

    private void find(final float[][] tensor, final int from, final int count, final float[][] magnitudes) {
        final double[][] components = {xx, yy, zz, xy, xz, yz};
        for (int c = 0; c < components.length; c++) {
            for (int i = 0; i < count; i++) {
                components[c][i] = tensor[c][from + i];
            }
        }
        takeMeanOff();
        findSpread();
        findCosine();
        cosineOfThird(1, largest);
        cosineOfThird(-1, smallest);
        sort(from, count, magnitudes);
    }

    private void takeMeanOff() {
        for (int i = 0; i < CHUNK; i++) {
            mean[i] = (xx[i] + yy[i] + zz[i]) / 3;
        }
        subtract(xx, mean);
        subtract(yy, mean);
        subtract(zz, mean);
    }

    private static void subtract(final double[] from, final double[] taken) {
        for (int i = 0; i < CHUNK; i++) {
            from[i] -= taken[i];
        }
    }

    private void findSpread() {
        for (int i = 0; i < CHUNK; i++) {
            spread[i] = xy[i] * xy[i] + xz[i] * xz[i] + yz[i] * yz[i];
        }
        for (int i = 0; i < CHUNK; i++) {
            spread[i] = xx[i] * xx[i] + yy[i] * yy[i] + zz[i] * zz[i] + 2 * spread[i];
        }
        for (int i = 0; i < CHUNK; i++) {
            spread[i] = Math.sqrt(spread[i] / 6);
        }
    }

    private void findCosine() {
        addProducts(xx, yy, zz, yz, yz, cosine, 0);
        addProducts(xy, yz, xz, xy, zz, cosine, 1);
        addProducts(xz, xy, yz, yy, xz, cosine, 1);
        for (int i = 0; i < CHUNK; i++) {
            // Where all eigenvalues are equal the angle is of no account.
            cosine[i] = cosine[i] / (2 * spread[i] * spread[i] * spread[i] + Double.MIN_NORMAL);
        }
    }

    private static void addProducts(final double[] factor, final double[] a, final double[] b, final double[] c, final double[] d,
        final double[] sum, final double kept) {
        for (int i = 0; i < CHUNK; i++) {
            sum[i] = kept * sum[i] + factor[i] * (a[i] * b[i] - c[i] * d[i]);
        }
    }

    private void cosineOfThird(final double sign, final double[] third) {
        for (int i = 0; i < CHUNK; i++) {
            place[i] = 2 * Math.sqrt(Math.max(0, Math.min(1, (1 + sign * cosine[i]) / 2))) - 1;
        }
        Arrays.fill(third, 0);
        for (int k = SymmetricTensor.TERMS - 1; k >= 0; k--) {
            multiplyAndAdd(third, place, SymmetricTensor.THIRD[k]);
        }
    }

    private static void multiplyAndAdd(final double[] sum, final double[] factor, final double added) {
        for (int i = 0; i < CHUNK; i++) {
            sum[i] = sum[i] * factor[i] + added;
        }
    }

    private void sort(final int from, final int count, final float[][] magnitudes) {
        for (int i = 0; i < count; i++) {
            final double first = mean[i] + 2 * spread[i] * largest[i];
            final double last = mean[i] - 2 * spread[i] * smallest[i];
            final double one = Math.abs(first);
            final double two = Math.abs(3 * mean[i] - first - last);
            final double three = Math.abs(last);
            magnitudes[0][from + i] = (float) Math.max(Math.max(one, two), three);
            magnitudes[1][from + i] = (float) Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
            magnitudes[2][from + i] = (float) Math.min(Math.min(one, two), three);
        }
    }
}
