package operando.phantom;

/**
 * A smooth random field of mean 0 and standard deviation 1 at every point of space: quadratic B-splines on a cubic
 * lattice with random heights. It is a function of the point, so a displaced texture needs no interpolation.
 */
final class GrainTexture {

    // Uniform heights of variance 1, times the mean over space of the sum of squared spline weights, 11/20 a dimension.
    private static final double SCALE = Math.sqrt(3) / Math.pow(11.0 / 20, 1.5);
    private static final double TO_SIGNED_UNIT = 0x1p-31;

    private final long seed;
    private final double spacingUm;

    GrainTexture(final double spacingUm, final long seed) {
        this.spacingUm = spacingUm;
        this.seed = KeyedRandom.mix(seed);
    }

    double at(final double xUm, final double yUm, final double zUm) {
        final double x = xUm / spacingUm;
        final double y = yUm / spacingUm;
        final double z = zUm / spacingUm;
        final long i = Math.round(x);
        final long j = Math.round(y);
        final long k = Math.round(z);
        double sum = 0;
        for (int c = -1; c <= 1; c++) {
            final double weightZ = spline(z - k - c);
            for (int b = -1; b <= 1; b++) {
                final long row = KeyedRandom.mix(seed + (k + c) * 0x1F123BB5L + (j + b) * 0x3C6EF372FE94F82BL);
                final double weightYZ = weightZ * spline(y - j - b);
                sum += weightYZ * (spline(x - i + 1) * height(row, i - 1) + spline(x - i) * height(row, i)
                    + spline(x - i - 1) * height(row, i + 1));
            }
        }
        return SCALE * sum;
    }

    private static double height(final long row, final long i) {
        return (int) (KeyedRandom.mix(row + i * 0x9E3779B97F4A7C15L) >> 32) * TO_SIGNED_UNIT;
    }

    // The quadratic B-spline for |t| up to 3/2.
    private static double spline(final double t) {
        final double size = Math.abs(t);
        return size < 0.5 ? 0.75 - t * t : 0.5 * (1.5 - size) * (1.5 - size);
    }
}
