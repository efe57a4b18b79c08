package operando.segment.learn;

/** Eigenvalues of a symmetric 3 × 3 matrix in closed form (O. K. Smith, Communications of the ACM 4, 168, 1961). */
final class SymmetricTensor {

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
        final double cosine = determinant / (2 * spread * spread * spread);
        final double angle = Math.acos(Math.max(-1, Math.min(1, cosine))) / 3;
        values[0] = mean + 2 * spread * Math.cos(angle);
        values[2] = mean + 2 * spread * Math.cos(angle + 2 * Math.PI / 3);
        values[1] = 3 * mean - values[0] - values[2];
    }
}
