package operando.motion.subvolume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import operando.engine.Cores;
import operando.phantom.FourierTexture;
import org.junit.jupiter.api.Test;

class SplineVolumeTest {

    private static final int WIDTH = 31;
    private static final int HEIGHT = 27;
    private static final int DEPTH = 23;

    @Test
    void splinePassesThroughEveryGreyValue() {
        final float[] grey = new float[WIDTH * HEIGHT * DEPTH];
        final Random random = new Random(3);
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (float) random.nextGaussian();
        }
        try (Cores cores = new Cores(2)) {
            final SplineVolume spline = SplineVolume.of(grey, WIDTH, HEIGHT, DEPTH, cores);
            for (int z = 1; z < DEPTH - 2; z++) {
                for (int y = 1; y < HEIGHT - 2; y++) {
                    for (int x = 1; x < WIDTH - 2; x++) {
                        assertEquals(grey[(z * HEIGHT + y) * WIDTH + x], sample(spline, x, y, z), 2e-5);
                    }
                }
            }
        }
    }

    @Test
    void splineFollowsSmoothTextureBetweenVoxels() {
        final FourierTexture texture = new FourierTexture(40, 12, 20, 5);
        try (Cores cores = new Cores(2)) {
            final float[] grey = texture.evaluate(WIDTH, HEIGHT, DEPTH, (x, y, z, p) -> { }, cores);
            final SplineVolume spline = SplineVolume.of(grey, WIDTH, HEIGHT, DEPTH, cores);
            // A cubic spline's error is (2π / wavelength)⁴ / 384 of the amplitude, and its mirrored ends die out.
            assertEquals(texture.at(14.3, 12.8, 11.45), sample(spline, 14.3, 12.8, 11.45), 2e-3);
            final double step = 1e-4;
            final int at = (11 * HEIGHT + 12) * WIDTH + 14;
            assertEquals((texture.at(14 + step, 12, 11) - texture.at(14 - step, 12, 11)) / (2 * step),
                SplineVolume.derivative(grey, WIDTH, HEIGHT, DEPTH, 0, cores)[at], 2e-3);
            assertEquals((texture.at(14, 12 + step, 11) - texture.at(14, 12 - step, 11)) / (2 * step),
                SplineVolume.derivative(grey, WIDTH, HEIGHT, DEPTH, 1, cores)[at], 2e-3);
            assertEquals((texture.at(14, 12, 11 + step) - texture.at(14, 12, 11 - step)) / (2 * step),
                SplineVolume.derivative(grey, WIDTH, HEIGHT, DEPTH, 2, cores)[at], 2e-3);
        }
    }

    private static float sample(final SplineVolume spline, final double x, final double y, final double z) {
        final float[] value = new float[1];
        new DeformedRow(new float[1], 1).sample(spline, x, y, z, new ShapeFunction(1), 0, 0, value);
        return value[0];
    }
}
