package operando.motion.subvolume;

import java.util.Arrays;

/**
 * The Gauss–Newton matrix Σ descentᵀ descent of a subvolume. Its elements are moments up to fourth degree of the six
 * products of slopes, which are summed along x, then over rows: 30 multiplications a voxel instead of 465.
 */
final class SubvolumeHessian {

    private static final int DEGREES = 5;
    // Exponents of ξ, η, ζ in the monomials of a warp.
    private static final int[] X = {0, 1, 0, 0, 2, 0, 0, 1, 1, 0};
    private static final int[] Y = {0, 0, 1, 0, 0, 2, 0, 1, 0, 1};
    private static final int[] Z = {0, 0, 0, 1, 0, 0, 2, 0, 1, 1};
    private static final int[][] PAIR = {{0, 1, 2}, {1, 3, 4}, {2, 4, 5}};

    final double[][] matrix = new double[SubvolumeSamples.PARAMETERS][SubvolumeSamples.PARAMETERS];
    private final double[] moments = new double[6 * DEGREES * DEGREES * DEGREES];
    private final double[] plane = new double[6 * DEGREES * DEGREES];
    private final double[] line = new double[6 * DEGREES];

    /** Fills the matrix, scaled to {@code scale} times the sums over the samples. */
    void fill(final SubvolumeSamples samples, final double scale) {
        Arrays.fill(moments, 0);
        for (int k = 0; k < samples.side; k++) {
            Arrays.fill(plane, 0);
            for (int j = 0; j < samples.side; j++) {
                final int start = (k * samples.side + j) * samples.side;
                sumLine(samples, start);
                raise(line, plane, samples.position[j]);
            }
            raise(plane, moments, samples.position[k]);
        }
        for (int m = 0; m < ShapeFunction.QUADRATIC; m++) {
            for (int n = 0; n <= m; n++) {
                final int at = ((X[m] + X[n]) * DEGREES + Y[m] + Y[n]) * DEGREES + Z[m] + Z[n];
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        final double sum = scale * moments[PAIR[a][b] * DEGREES * DEGREES * DEGREES + at];
                        matrix[3 * m + a][3 * n + b] = sum;
                        matrix[3 * n + b][3 * m + a] = sum;
                    }
                }
            }
        }
    }

    /** Σ monomial m · monomial n over the samples that count: what slopes of white noise of variance 1 would add for each axis. */
    void sumMonomials(final SubvolumeSamples samples, final double[][] sums) {
        Arrays.fill(moments, 0);
        for (int k = 0; k < samples.side; k++) {
            Arrays.fill(plane, 0);
            for (int j = 0; j < samples.side; j++) {
                sumProduct(samples.weights, samples.weights, (k * samples.side + j) * samples.side, samples.position, 0);
                raise(line, plane, samples.position[j]);
            }
            raise(plane, moments, samples.position[k]);
        }
        for (int m = 0; m < ShapeFunction.QUADRATIC; m++) {
            for (int n = 0; n < ShapeFunction.QUADRATIC; n++) {
                sums[m][n] = moments[((X[m] + X[n]) * DEGREES + Y[m] + Y[n]) * DEGREES + Z[m] + Z[n]];
            }
        }
    }

    // to[i][d] += from[i] · position^d
    private static void raise(final double[] from, final double[] to, final double position) {
        for (int i = 0; i < from.length; i++) {
            double term = from[i];
            for (int d = 0; d < DEGREES; d++) {
                to[i * DEGREES + d] += term;
                term *= position;
            }
        }
    }

    private void sumLine(final SubvolumeSamples s, final int start) {
        final float[][] slopes = {s.slopeX, s.slopeY, s.slopeZ};
        for (int a = 0; a < 3; a++) {
            for (int b = a; b < 3; b++) {
                sumProduct(slopes[a], slopes[b], start, s.position, PAIR[a][b] * DEGREES);
            }
        }
    }

    private void sumProduct(final float[] a, final float[] b, final int start, final float[] position, final int to) {
        float m0 = 0;
        float m1 = 0;
        float m2 = 0;
        float m3 = 0;
        float m4 = 0;
        for (int i = 0; i < position.length; i++) {
            final float t = position[i];
            final float product = a[start + i] * b[start + i];
            final float p1 = product * t;
            final float p2 = p1 * t;
            final float p3 = p2 * t;
            m0 += product;
            m1 += p1;
            m2 += p2;
            m3 += p3;
            m4 += p3 * t;
        }
        line[to] = m0;
        line[to + 1] = m1;
        line[to + 2] = m2;
        line[to + 3] = m3;
        line[to + 4] = m4;
    }
}
