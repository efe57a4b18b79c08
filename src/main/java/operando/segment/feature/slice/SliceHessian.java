package operando.segment.feature.slice;

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
        final float[] apart = new float[count];
        invariants(down, mixed, across, apart, of);
        eigenvalues(of[1], of[7], of[3], of[4]);
        for (int i = 0; i < count; i++) {
            of[5][i] = orientation(apart[i], mixed[i], of[7][i]);
        }
        return of;
    }

    private static void invariants(final float[] down, final float[] mixed, final float[] across, final float[] apart, final float[][] of) {
        final float[] norm = of[0];
        final float[] trace = of[1];
        final float[] determinant = of[2];
        final float[] scaled = of[6];
        final float[] square = of[7];
        for (int i = 0; i < down.length; i++) {
            final float a = down[i];
            final float b = mixed[i];
            final float d = across[i];
            norm[i] = (float) Math.sqrt(a * a + b * b + d * d);
            trace[i] = a + d;
            determinant[i] = a * d - b * b;
        }
        for (int i = 0; i < down.length; i++) {
            final float b = mixed[i];
            final float difference = down[i] - across[i];
            apart[i] = difference;
            square[i] = 4 * b * b + difference * difference;
            scaled[i] = trace[i] * trace[i] * square[i];
        }
    }

    private static void eigenvalues(final float[] trace, final float[] square, final float[] greater, final float[] lesser) {
        for (int i = 0; i < trace.length; i++) {
            final double root = Math.sqrt((double) square[i]);
            greater[i] = (float) ((trace[i] + root) / 2);
            lesser[i] = (float) ((trace[i] - root) / 2);
        }
    }

    /** Replaces the eigenvalues by what versions of Trainable Weka Segmentation before 3.2.25 took for them: apart by 2^1/2 as much. */
    static void spreadAsOnceDefined(final float[][] of) {
        final float[] trace = of[1];
        final float[] square = of[7];
        for (int i = 0; i < trace.length; i++) {
            final double root = Math.sqrt(square[i] / 2.0);
            of[3][i] = (float) (trace[i] / 2.0 + root);
            of[4][i] = (float) (trace[i] / 2.0 - root);
        }
    }

    /** Half the angle whose cosine is {@code apart} over the root; 0 where rounding leaves a cosine beyond 1, as the original has it. */
    private static float orientation(final float apart, final float b, final float square) {
        final double cosine = Math.abs(apart) / Math.sqrt((double) square);
        if (!(cosine <= 1)) {
            return 0;
        }
        final double angle = Math.sqrt(1 - cosine) * overRoot(cosine);
        final double half = 0.5 * (apart < 0 ? Math.PI - angle : angle);
        return (float) (b < 0 ? -half : half);
    }

    /**
     * The arc cosine over sqrt(1 - c) to 2e-8, a tenth of a float's last digit at 1.57 (M. Abramowitz and I. Stegun, Handbook
     * of Mathematical Functions, 4.4.46); the library's takes as long as all the other features of a scale.
     */
    private static double overRoot(final double c) {
        return 1.5707963050 + c * (-0.2145988016 + c * (0.0889789874 + c * (-0.0501743046 + c * (0.0308918810
            + c * (-0.0170881256 + c * (0.0066700901 - c * 0.0012624911))))));
    }
}
