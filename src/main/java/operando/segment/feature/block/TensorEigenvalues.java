package operando.segment.feature.block;

import java.util.Arrays;

/**
 * Eigenvalues of many symmetric 3 × 3 matrices in closed form (O. K. Smith, Communications of the ACM 4, 168, 1961). The
 * cosine of a third of an angle comes from the angle's cosine c by a polynomial in √((1 + c)/2), of which it is a smooth
 * function. Each loop does so little with so few arrays that the virtual machine makes vector instructions of it.
 */
public final class TensorEigenvalues {

    private static final int CHUNK = 512;
    // The error of the polynomial falls by 3 + √8 with each term: less than the rounding of double numbers.
    private static final int TERMS = 22;
    private static final double[] THIRD = thirdOfAnAngle();

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

    private TensorEigenvalues() {
    }

    /**
     * The largest first.
     *
     * @param tensor xx, yy, zz, xy, xz, yz of each matrix
     */
    public static float[][] of(final float[][] tensor) {
        final float[][] values = new float[3][tensor[0].length];
        final TensorEigenvalues chunk = new TensorEigenvalues();
        for (int from = 0; from < tensor[0].length; from += CHUNK) {
            chunk.find(tensor, from, Math.min(CHUNK, tensor[0].length - from), values);
        }
        return values;
    }

    /** Without their signs; the largest first. */
    public static float[][] magnitudes(final float[][] tensor) {
        final float[][] values = of(tensor);
        for (int i = 0; i < tensor[0].length; i++) {
            final float one = Math.abs(values[0][i]);
            final float two = Math.abs(values[1][i]);
            final float three = Math.abs(values[2][i]);
            values[0][i] = Math.max(Math.max(one, two), three);
            values[1][i] = Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
            values[2][i] = Math.min(Math.min(one, two), three);
        }
        return values;
    }

    private void find(final float[][] tensor, final int from, final int count, final float[][] values) {
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
        store(from, count, values);
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
        for (int k = TERMS - 1; k >= 0; k--) {
            multiplyAndAdd(third, place, THIRD[k]);
        }
    }

    private static void multiplyAndAdd(final double[] sum, final double[] factor, final double added) {
        for (int i = 0; i < CHUNK; i++) {
            sum[i] = sum[i] * factor[i] + added;
        }
    }

    private void store(final int from, final int count, final float[][] values) {
        for (int i = 0; i < count; i++) {
            final double first = mean[i] + 2 * spread[i] * largest[i];
            final double last = mean[i] - 2 * spread[i] * smallest[i];
            values[0][from + i] = (float) first;
            values[1][from + i] = (float) (3 * mean[i] - first - last);
            values[2][from + i] = (float) last;
        }
    }

    // Coefficients of the powers of t in −1 to 1 for cos(⅔ arccos((t + 1) / 2)), by way of its Chebyshev series.
    private static double[] thirdOfAnAngle() {
        final double[] powers = new double[TERMS];
        double[] before = new double[TERMS];
        double[] chebyshev = new double[TERMS];
        chebyshev[0] = 1;
        for (int k = 0; k < TERMS; k++) {
            double weight = 0;
            for (int j = 0; j < TERMS; j++) {
                final double angle = Math.PI * (j + 0.5) / TERMS;
                weight += Math.cos(2.0 / 3 * Math.acos((Math.cos(angle) + 1) / 2)) * Math.cos(k * angle) * (k == 0 ? 1 : 2) / TERMS;
            }
            final double[] next = new double[TERMS];
            for (int i = 0; i < TERMS; i++) {
                powers[i] += weight * chebyshev[i];
                next[i] = (i == 0 ? 0 : (k == 0 ? 1 : 2) * chebyshev[i - 1]) - (k == 0 ? 0 : before[i]);
            }
            before = chebyshev;
            chebyshev = next;
        }
        return powers;
    }
}
