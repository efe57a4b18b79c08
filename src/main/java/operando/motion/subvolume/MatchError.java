package operando.motion.subvolume;

import java.util.Arrays;

/**
 * How good the displacement of a converged match is, and what is known of its systematic errors.
 *
 * <ul>
 * <li>Chance: {@link ScoreVariance} of what each row of voxels pulls, through the inverse of the normal equations, over the share of the
 * slopes that is texture: noise in the slopes enlarges the normal equations and moves nothing.</li>
 * <li>Interpolation: {@link SplineBias}, taken off the displacement; as much as texture changes within the subvolume stays as error.</li>
 * <li>Shape: by how much the displacement would differ if the shape were of second order (or, where it is, of first), with the variance of
 * that difference. Which of both is nearer to the truth depends on the curvature of the field, which points about this one know better.</li>
 * </ul>
 * One thread uses one.
 */
final class MatchError {

    private static final int FIRST = 3 * ShapeFunction.LINEAR;
    private static final int SECOND = SubvolumeSamples.PARAMETERS;

    // As many as the noise may be larger than the texture along a direction; MatchSensitivity lets no more pass.
    private static final int ROUNDS = 6;

    private final ScoreVariance scores;
    private final SplineBias spline = new SplineBias();
    private final MatchLimits limits;
    private final SubvolumeHessian sums = new SubvolumeHessian();
    private final double[][] monomials = new double[ShapeFunction.QUADRATIC][ShapeFunction.QUADRATIC];
    private double monomialsOf = -1;
    private final double[][] influence = new double[3][SECOND];
    private final double[] unit = new double[SECOND];
    private final double[] side = new double[SECOND];
    private final double[] half = new double[SECOND];
    private final double[] other = new double[SECOND];
    private final double[] variance = new double[3];

    final double[] error = new double[3];
    final double[] bend = new double[3];
    final double[] bendVariance = new double[3];

    MatchError(final MatchLimits limits) {
        this.limits = limits;
        scores = new ScoreVariance(2 * limits.radius() + 1);
    }

    /**
     * Fills {@link #error}, {@link #bend} and {@link #bendVariance} and takes the bias of interpolation off {@code warp}.
     *
     * @param fine     after the comparison with {@code warp}
     * @param coarse   of the same subvolume
     * @param hessian  of the coarse samples
     * @param cholesky its factor
     * @param second   whether the shape is of second order
     * @param curvatureKnown whether the factor reaches to second order
     */
    void measure(final ReferenceVolume reference, final SubvolumeSamples fine, final SubvolumeSamples coarse, final int x, final int y, final int z,
        final ShapeFunction warp, final double[][] hessian, final Cholesky cholesky, final boolean second, final boolean curvatureKnown) {
        final double noise = noise(fine, warp);
        final double slopeNoise = noise * limits.smoothing().slopeNoise();
        final double share = coarse.count() / fine.count();
        final int parameters = second ? SECOND : FIRST;
        sumMonomials(coarse);
        for (int c = 0; c < 3; c++) {
            Arrays.fill(unit, 0);
            unit[c] = share;
            solve(cholesky, unit, parameters, slopeNoise, influence[c]);
        }
        scores.measure(fine, influence, second, limits.smoothing().noiseReach(), variance);
        for (int c = 0; c < 3; c++) {
            error[c] = Math.sqrt(variance[c]);
            bend[c] = 0;
            bendVariance[c] = Double.POSITIVE_INFINITY;
            if (curvatureKnown) {
                // The same noise: what rows pull over what they would if it were white.
                final double first = cholesky.inverseDiagonal(c, FIRST);
                final double both = cholesky.inverseDiagonal(c, SECOND);
                bendVariance[c] = variance[c] * (both - first) / (second ? both : first);
            }
        }
        if (curvatureKnown) {
            bend(fine, warp, hessian, cholesky, second, share, slopeNoise);
        }
        final double[] bias = spline.scores(reference, coarse, x, y, z, warp, noise, limits.smoothing());
        solve(cholesky, bias, FIRST, slopeNoise, influence[0]);
        for (int c = 0; c < 3; c++) {
            warp.p[c][0] -= influence[0][c];
        }
    }

    /**
     * Variance of the noise of the smoothed reference: what is left is that and what interpolation lets through of the other volume's; or
     * what the scan tells where texture, too, is left.
     */
    private double noise(final SubvolumeSamples fine, final ShapeFunction warp) {
        double through = 1;
        for (int c = 0; c < 3; c++) {
            through *= 1 - (1 - limits.smoothing().halfwayNoise()) * (1 - SplineBias.mean(Math.PI / 2, warp.p[c])) / 2;
        }
        final double left = fine.residual() / fine.count() / (1 + through);
        return limits.noise() > 0 ? Math.min(left, limits.noise() * limits.smoothing().keptNoise()) : left;
    }

    private void sumMonomials(final SubvolumeSamples samples) {
        final double whole = samples.f.length;
        if (samples.count() != whole || monomialsOf != whole) {
            sums.sumMonomials(samples, monomials);
            monomialsOf = samples.count();
        }
    }

    // (H − n M)⁻¹ b as the series Σ (H⁻¹ n M)ⁱ H⁻¹ b: noise in the slopes enlarges H by n M and moves nothing.
    private void solve(final Cholesky cholesky, final double[] b, final int parameters, final double noise, final double[] x) {
        Arrays.fill(x, 0);
        for (int round = 0; round <= ROUNDS; round++) {
            for (int i = 0; i < parameters; i++) {
                double sum = 0;
                for (int n = 0; 3 * n < parameters && noise > 0; n++) {
                    sum += monomials[i / 3][n] * x[3 * n + i % 3];
                }
                side[i] = b[i] + noise * sum;
            }
            cholesky.forward(side, half, parameters);
            cholesky.backward(half, x, parameters);
        }
    }

    // Second order less first order.
    private void bend(final SubvolumeSamples fine, final ShapeFunction warp, final double[][] hessian, final Cholesky cholesky, final boolean second,
        final double share, final double noise) {
        if (second) {
            for (int i = 0; i < FIRST; i++) {
                unit[i] = 0;
                for (int j = FIRST; j < SECOND; j++) {
                    unit[i] += (hessian[i][j] - (i % 3 == j % 3 ? noise * monomials[i / 3][j / 3] : 0)) * warp.p[j % 3][j / 3];
                }
            }
            solve(cholesky, unit, FIRST, noise, other);
            for (int c = 0; c < 3; c++) {
                bend[c] = -other[c];
            }
        } else {
            solve(cholesky, fine.right, SECOND, noise, influence[0]);
            solve(cholesky, fine.right, FIRST, noise, influence[1]);
            for (int c = 0; c < 3; c++) {
                bend[c] = share * (influence[0][c] - influence[1][c]);
            }
        }
    }
}
