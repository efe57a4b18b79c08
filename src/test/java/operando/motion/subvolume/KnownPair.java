package operando.motion.subvolume;

import operando.engine.Cores;
import operando.phantom.FourierTexture;

/**
 * Two volumes of one Fourier texture whose displacement is known: the point X of the reference lies at X + u(X) in the
 * deformed volume, u = shift + strain · (X − centre) + bump · exp(−|X − centre|² / 2σ²) in each component.
 */
public record KnownPair(int width, int height, int depth, double[] shift, double[][] gradient, double bump, double sigma,
                 float[] reference, float[] deformed) {

    public static KnownPair make(final int width, final int height, final int depth, final double[] shift,
        final double[][] gradient, final double bump, final double noise, final long seed, final Cores cores) {
        final double sigma = Math.max(width, Math.max(height, depth)) / 5.0;
        final KnownPair known = new KnownPair(width, height, depth, shift, gradient, bump, sigma, null, null);
        final FourierTexture texture = new FourierTexture(100, 6, 14, seed);
        final float[] reference = texture.evaluate(width, height, depth, (x, y, z, p) -> { }, cores);
        final float[] deformed = texture.evaluate(width, height, depth, (x, y, z, p) -> {
            for (int i = 0; i < 40; i++) {
                final double[] u = known.at(p[0], p[1], p[2]);
                p[0] = x - u[0];
                p[1] = y - u[1];
                p[2] = z - u[2];
            }
        }, cores);
        FourierTexture.addNoise(reference, noise, seed + 1);
        FourierTexture.addNoise(deformed, noise, seed + 2);
        return new KnownPair(width, height, depth, shift, gradient, bump, sigma, reference, deformed);
    }

    /** One per cent of tension along x, and smaller strains and a rotation in the others. */
    public static double[][] onePerCent() {
        return new double[][] {{0.010, 0.002, -0.001}, {0.001, -0.004, 0.003}, {-0.002, 0.001, 0.006}};
    }

    public double[] at(final double x, final double y, final double z) {
        final double[] d = {x - 0.5 * (width - 1), y - 0.5 * (height - 1), z - 0.5 * (depth - 1)};
        final double hill = bump * Math.exp(-(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]) / (2 * sigma * sigma));
        final double[] u = new double[3];
        for (int c = 0; c < 3; c++) {
            u[c] = shift[c] + gradient[c][0] * d[0] + gradient[c][1] * d[1] + gradient[c][2] * d[2] + hill;
        }
        return u;
    }
}
