package operando.motion.subvolume;

import java.util.Arrays;

/**
 * By how much interpolation draws a displacement away from whole voxels. The cubic B-spline through samples of exp(iωx), evaluated at a
 * distance δ from a sample, has the phase error −φ(ω) sin 2πδ, nearly all of it from the first alias (P. Thévenaz, T. Blu and M. Unser,
 * IEEE Trans. Med. Imaging 19, 739, 2000, section IV); a least-squares match of a texture of slopes D takes it for a displacement
 * B sin 2πδ, B = Σ D e / Σ D², e being the texture filtered by iφ. Where the displacement changes over a subvolume by a voxel or more the
 * error takes both signs and goes away. Noise, which is not the same in both scans, adds to both sums and is taken off them.
 */
final class SplineBias {

    // φ(ω) as a sum of 2 h sin nω with a zero of fifth degree at ω = 0, as φ has; within 10 % of B for texture of equal power in all
    // frequencies or up to 0.6 of the highest, smoothed by 0.5 or 1 voxel.
    private static final double[] TAPS = {0.022117, -0.02831, 0.020616, -0.009991, 0.00304, -0.000429};

    private final double[] scores = new double[3 * ShapeFunction.LINEAR];
    private final double[] monomials = new double[ShapeFunction.LINEAR];
    private final double[] sums = new double[ShapeFunction.LINEAR];
    private final double[] phase = new double[3];

    /** φ(ω). */
    static double response(final double omega) {
        double sum = 0;
        for (int n = 1; n <= TAPS.length; n++) {
            sum += 2 * TAPS[n - 1] * Math.sin(n * omega);
        }
        return sum;
    }

    /**
     * Σ slope · monomial · residual that interpolation leaves, of the displacement and its gradient.
     *
     * @param samples of the subvolume about the voxel (x, y, z), loaded
     * @param noise   variance of the noise of the reference as it is
     */
    double[] scores(final ReferenceVolume volume, final SubvolumeSamples samples, final int x, final int y, final int z, final ShapeFunction warp,
        final double noise, final Smoothing smoothing) {
        Arrays.fill(scores, 0);
        Arrays.fill(sums, 0);
        for (int c = 0; c < 3; c++) {
            phase[c] = mean(0, warp.p[c]);
        }
        final int plane = volume.width() * volume.height();
        final int half = samples.side / 2;
        monomials[0] = 1;
        int at = 0;
        for (int k = -half; k <= half; k++) {
            monomials[3] = samples.position[k + half];
            final int pz = z + k * samples.step;
            for (int j = -half; j <= half; j++) {
                monomials[2] = samples.position[j + half];
                final int py = y + j * samples.step;
                for (int i = -half; i <= half; i++, at++) {
                    final int px = x + i * samples.step;
                    // Where the filter reaches beyond the block, samples are left out.
                    if (samples.weights[at] > 0 && volume.holds(px, py, pz, TAPS.length)) {
                        monomials[1] = samples.position[i + half];
                        final int voxel = pz * plane + py * volume.width() + px;
                        final double left = phase[0] * filtered(volume.grey(), voxel, 1) + phase[1] * filtered(volume.grey(), voxel, volume.width())
                            + phase[2] * filtered(volume.grey(), voxel, plane);
                        for (int m = 0; m < ShapeFunction.LINEAR; m++) {
                            scores[3 * m] += samples.slopeX[at] * left * monomials[m];
                            scores[3 * m + 1] += samples.slopeY[at] * left * monomials[m];
                            scores[3 * m + 2] += samples.slopeZ[at] * left * monomials[m];
                            sums[m] += monomials[m];
                        }
                    }
                }
            }
        }
        final double scale = samples.count() / Math.max(1, sums[0]);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = scale * (scores[i] - noise * smoothing.phaseNoise() * phase[i % 3] * sums[i / 3]);
        }
        return scores;
    }

    private static double filtered(final float[] grey, final int at, final int stride) {
        double sum = 0;
        for (int n = 1; n <= TAPS.length; n++) {
            sum += TAPS[n - 1] * (grey[at + n * stride] - grey[at - n * stride]);
        }
        return sum;
    }

    /** The mean of sin(2πu + phase) over the subvolume, u being a component of the displacement. */
    static double mean(final double phase, final double[] p) {
        double mean = Math.sin(2 * Math.PI * p[0] + phase);
        for (int m = 1; m < ShapeFunction.LINEAR; m++) {
            mean *= sinc(2 * p[m]);
        }
        return mean;
    }

    private static double sinc(final double x) {
        final double angle = Math.PI * x;
        return Math.abs(angle) < 1e-6 ? 1 : Math.sin(angle) / angle;
    }
}
