package operando.motion.subvolume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.motion.NoiseEstimate;
import operando.motion.VolumeCorrelationTest;
import operando.phantom.FourierTexture;
import org.junit.jupiter.api.Test;

class SmoothingTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 56;
    private static final int DEPTH = 52;

    @Test
    void smoothingKeepsTheStatedShareOfNoiseAndOfItsSlopes() {
        final float[] noise = noise(3);
        try (Cores cores = new Cores(2)) {
            for (final double sigma : new double[] {0, 0.5, 1}) {
                final Smoothing smoothing = new Smoothing(sigma);
                final float[] smooth = smoothing.apply(noise, WIDTH, HEIGHT, DEPTH, cores);
                final double kept = meanSquare(smooth) / meanSquare(noise);
                // 88 000 voxels, of which smoothing leaves two thousand independent ones: 3 per cent.
                assertEquals(smoothing.keptNoise(), kept, 0.05 * kept);
                final float[] slope = SplineVolume.derivative(smooth, WIDTH, HEIGHT, DEPTH, 1, cores);
                assertEquals(smoothing.slopeNoise(), meanSquare(slope) / meanSquare(smooth), 0.07 * smoothing.slopeNoise());
            }
        }
        // ∫ of 9 sin² / (2 + cos)² over a half turn, divided by π, is 9 (2/√3 − 1).
        assertEquals(9 * (2 / Math.sqrt(3) - 1), Smoothing.NONE.slopeNoise(), 1e-5);
    }

    @Test
    void noiseBesideTextureIsEstimated() {
        try (Cores cores = new Cores(2)) {
            final float[] grey = new FourierTexture(80, 10, 20, 1).evaluate(WIDTH, HEIGHT, DEPTH, (x, y, z, p) -> { }, cores);
            final float[] noise = noise(5);
            for (int i = 0; i < grey.length; i++) {
                grey[i] += 0.3f * noise[i];
            }
            final NoiseEstimate estimate = NoiseEstimate.of(
                VolumeCorrelationTest.scan("scan", grey, WIDTH, HEIGHT, DEPTH, VoxelSize.cubic(1)), cores);
            assertEquals(0.09, estimate.variance(), 0.01);
            assertEquals(0.09 / 1.09, estimate.share(), 0.03);
        }
    }

    private static float[] noise(final long seed) {
        final Random random = new Random(seed);
        final float[] noise = new float[WIDTH * HEIGHT * DEPTH];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    private static double meanSquare(final float[] values) {
        double sum = 0;
        int count = 0;
        // Mirrored ends have more noise.
        for (int z = 6; z < DEPTH - 6; z++) {
            for (int y = 6; y < HEIGHT - 6; y++) {
                for (int x = 6; x < WIDTH - 6; x++, count++) {
                    final double value = values[(z * HEIGHT + y) * WIDTH + x];
                    sum += value * value;
                }
            }
        }
        return sum / count;
    }
}
