package operando.motion.subvolume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import operando.engine.Cores;
import operando.phantom.FourierTexture;
import org.junit.jupiter.api.Test;

class DeformedRowTest {

    private static final int WIDTH = 45;
    private static final int HEIGHT = 33;
    private static final int DEPTH = 31;
    private static final int RADIUS = 12;
    private static final double SHORTEST = 8;

    // One path sums columns along the row, the other (a steep row) every sample for itself: both give the texture.
    @Test
    void rowsOfAnySlopeFollowTheTexture() {
        final FourierTexture texture = new FourierTexture(60, SHORTEST, 14, 5);
        try (Cores cores = new Cores(2)) {
            final float[] grey = texture.evaluate(WIDTH, HEIGHT, DEPTH, (x, y, z, p) -> { }, cores);
            final SplineVolume spline = SplineVolume.of(grey, WIDTH, HEIGHT, DEPTH, cores);
            for (final double slope : new double[] {0, 0.01, 0.02, 0.2}) {
                final double most = slope < 0.03 ? slope : 0;
                // The spline's own error at wavelength λ is (2π/λ)⁴/384 an axis, what columns leave out s/3 ∂²f, twice;
                // each of standard deviation 1 at most, of which the root mean square is compared.
                final double wave = 2 * Math.PI / SHORTEST;
                final double bound = 3 * Math.pow(wave, 4) / 384 + 2 * most / 3 * wave * wave / 2;
                assertEquals(0, error(texture, spline, slope), bound, "slope " + slope);
            }
        }
    }

    private static double error(final FourierTexture texture, final SplineVolume spline, final double slope) {
        final float[] xi = new float[2 * RADIUS + 1];
        for (int i = 0; i < xi.length; i++) {
            xi[i] = (i - RADIUS) / (float) RADIUS;
        }
        final ShapeFunction warp = ShapeFunction.shifted(RADIUS, 0.3, -0.4, 0.45);
        warp.p[0][1] = 0.3;
        warp.p[1][1] = slope * RADIUS;
        warp.p[2][1] = -slope * RADIUS;
        warp.p[0][4] = 0.2;
        final float[] row = new float[xi.length];
        double sum = 0;
        for (int j = -5; j <= 5; j++) {
            final double eta = j / (double) RADIUS;
            new DeformedRow(xi, RADIUS).sample(spline, 22, 16, 15, warp, eta, 0, row);
            for (int i = 0; i < xi.length; i++) {
                final double x = i - RADIUS;
                final double expected = texture.at(22 + x + warp.at(0, x, j, 0), 16 + j + warp.at(1, x, j, 0),
                    15 + warp.at(2, x, j, 0));
                sum += (row[i] - expected) * (row[i] - expected);
            }
        }
        return Math.sqrt(sum / (11 * xi.length));
    }
}
