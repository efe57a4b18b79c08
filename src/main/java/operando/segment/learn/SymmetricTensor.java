package operando.segment.learn;

/**
 * Eigenvalues of a symmetric 3 × 3 matrix in closed form (O. K. Smith, Communications of the ACM 4, 168, 1961). The cosine
 * of a third of an angle comes from the angle's cosine c by a polynomial in √((1 + c)/2), of which it is a smooth function;
 * that takes a sixth of the time of arc cosine and cosine.
 */
final class SymmetricTensor {

    // The error of the polynomial falls by 3 + √8 with each term: less than the rounding of double numbers.
    static final int TERMS = 22;
    static final double[] THIRD = thirdOfAnAngle();

    private SymmetricTensor() {
    }

    /** Fills {@code values} with the eigenvalues, the largest first. */
    static void eigenvalues(final double xx, final double yy, final double zz, final double xy, final double xz,
        final double yz, final double[] values) {
        final double mean = (xx + yy + zz) / 3;
        final double a = xx - mean;
        final double b = yy - mean;
        final double c = zz - mean;
        final double spread = Math.sqrt((a * a + b * b + c * c + 2 * (xy * xy + xz * xz + yz * yz)) / 6);
        if (spread == 0) {
            values[0] = mean;
            values[1] = mean;
            values[2] = mean;
            return;
        }
        final double determinant = a * (b * c - yz * yz) - xy * (xy * c - yz * xz) + xz * (xy * yz - b * xz);
        final double cosine = Math.max(-1, Math.min(1, determinant / (2 * spread * spread * spread)));
        values[0] = mean + 2 * spread * cosineOfThird(cosine);
        values[2] = mean - 2 * spread * cosineOfThird(-cosine);
        values[1] = 3 * mean - values[0] - values[2];
    }

    /** cos(arccos(c) / 3). */
    static double cosineOfThird(final double cosine) {
        final double at = 2 * Math.sqrt((1 + cosine) / 2) - 1;
        double sum = 0;
        for (int k = TERMS - 1; k >= 0; k--) {
            sum = sum * at + THIRD[k];
        }
        return sum;
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
