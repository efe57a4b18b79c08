package operando.motion.subvolume;

/** The factor L of a small symmetric positive definite matrix A = L Lᵀ, kept for many right-hand sides. */
public final class Cholesky {

    // A pivot that has lost this share of its diagonal element is not told from zero in float sums.
    private static final double LEAST_PIVOT = 1e-6;

    private final double[][] l;

    public Cholesky(final int size) {
        l = new double[size][size];
    }

    /**
     * Factors the leading block of {@code a}, whose lower half is read.
     *
     * @return how many leading rows could be factored; less than asked where the matrix is singular
     */
    public int factor(final double[][] a, final int size) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (j < i) {
                    l[i][j] = sum / l[j][j];
                } else if (sum > LEAST_PIVOT * a[i][i]) {
                    l[i][i] = Math.sqrt(sum);
                } else {
                    return i;
                }
            }
        }
        return size;
    }

    /** Solves L y = b; the first n elements of y depend on the first n of b only. */
    public void forward(final double[] b, final double[] y, final int size) {
        for (int i = 0; i < size; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= l[i][k] * y[k];
            }
            y[i] = sum / l[i][i];
        }
    }

    /** Solves Lᵀ x = y in the leading block of the given size. */
    public void backward(final double[] y, final double[] x, final int size) {
        for (int i = size - 1; i >= 0; i--) {
            double sum = y[i];
            for (int k = i + 1; k < size; k++) {
                sum -= l[k][i] * x[k];
            }
            x[i] = sum / l[i][i];
        }
    }

    /** Element i of Lᵀ x. */
    double transposed(final int i, final double[] x, final int size) {
        double sum = 0;
        for (int k = i; k < size; k++) {
            sum += l[k][i] * x[k];
        }
        return sum;
    }

    /** The element (i, i) of the inverse of the leading block of the given size. */
    double inverseDiagonal(final int i, final int size) {
        final double[] y = new double[size];
        double sum = 0;
        for (int j = i; j < size; j++) {
            double value = j == i ? 1 : 0;
            for (int k = i; k < j; k++) {
                value -= l[j][k] * y[k];
            }
            y[j] = value / l[j][j];
            sum += y[j] * y[j];
        }
        return sum;
    }
}
