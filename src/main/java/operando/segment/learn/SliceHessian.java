package operando.segment.learn;

/**
 * Eight numbers made of the second differences of a slice, Sobel applied twice; a is the second difference down, b the
 * mixed one, d that across.
 */
final class SliceHessian {

    static final int COUNT = 8;

    private SliceHessian() {
    }

    /**
     * Norm (with b once), trace, determinant, the greater and the lesser eigenvalue, orientation in radians, and the
     * difference of the eigenvalues squared, times the trace squared and as it is.
     */
    static float[][] of(final float[] down, final float[] mixed, final float[] across) {
        final int count = down.length;
        final float[][] of = new float[COUNT][count];
        for (int i = 0; i < count; i++) {
            final float a = down[i];
            final float b = mixed[i];
            final float d = across[i];
            final float trace = a + d;
            final float apart = a - d;
            final float square = 4 * b * b + apart * apart;
            final double root = Math.sqrt(square);
            of[0][i] = (float) Math.sqrt(a * a + b * b + d * d);
            of[1][i] = trace;
            of[2][i] = a * d - b * b;
            of[3][i] = (float) ((trace + root) / 2);
            of[4][i] = (float) ((trace - root) / 2);
            of[5][i] = orientation(apart, b, root);
            of[6][i] = trace * trace * square;
            of[7][i] = square;
        }
        return of;
    }

    private static float orientation(final float apart, final float b, final double root) {
        if (root == 0) {
            return 0;
        }
        final double half = 0.5 * Math.acos(apart / root);
        if (Double.isNaN(half)) {
            return 0;
        }
        return (float) (b < 0 ? -half : half);
    }
}
