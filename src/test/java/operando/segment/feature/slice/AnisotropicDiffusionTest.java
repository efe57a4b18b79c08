package operando.segment.feature.slice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Anisotropic diffusion against its definition written out, and what it is for. */
class AnisotropicDiffusionTest {

    private static final int WIDTH = 41;
    private static final int HEIGHT = 37;

    private static SlicePlane plane(final int width, final int height, final float[] grey) {
        return new SlicePlane(width, height, 0, 0, width, height, grey);
    }

    /** A disc in noise, with fractions of a grey value that do not count. */
    private static SlicePlane disc() {
        final Random random = new Random(5);
        final float[] grey = new float[WIDTH * HEIGHT];
        for (int i = 0; i < grey.length; i++) {
            final int x = i % WIDTH - 20;
            final int y = i / WIDTH - 17;
            grey[i] = (x * x + y * y < 100 ? 150 : 70) + 40 * random.nextFloat();
        }
        return plane(WIDTH, HEIGHT, grey);
    }

    /** With few changes of the tensor its rounding error has not grown yet. */
    @ParameterizedTest
    @CsvSource({"1, 0.1, 1, 1", "1, 0.35, 1, 3", "4, 0.1, 3, 2", "2, 0.35, 1, 5", "16, 0.1, 1, 1"})
    void aFewIterationsAreThoseOfTheDefinition(final int smoothings, final float alongEdges, final float edge, final int iterations) {
        final float[] found = new AnisotropicDiffusion(smoothings, alongEdges, edge, iterations).of(disc());
        final double[][] image = new double[HEIGHT][WIDTH];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            image[i / WIDTH][i % WIDTH] = (int) disc().grey()[i];
        }
        diffuse(image, smoothings, alongEdges, edge, iterations);
        int other = 0;
        for (int i = 0; i < found.length; i++) {
            final double expected = image[i / WIDTH][i % WIDTH];
            // Cut down to a whole number: a value close to one may end up below it.
            assertEquals(Math.floor(expected), found[i], Math.abs(expected - Math.rint(expected)) < 0.01 ? 1 : 0);
            other += found[i] == (int) disc().grey()[i] ? 0 : 1;
        }
        assertTrue(other > 50, "smoothing changes the slice");
    }

    /** All in double, the tensor from the direction of the gradient, whose length is its one eigenvalue that is not 0. */
    private static void diffuse(final double[][] image, final int smoothings, final double alongEdges, final double edge, final int iterations) {
        final double[] all = Arrays.stream(image).flatMapToDouble(Arrays::stream).toArray();
        final double least = Arrays.stream(all).min().orElseThrow();
        final double greatest = Arrays.stream(all).max().orElseThrow();
        final double mean = Arrays.stream(all).average().orElseThrow();
        final double deviation = Math.sqrt(Arrays.stream(all).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
        for (int i = 0; i < iterations; i++) {
            final double[][][] tensors = new double[HEIGHT][WIDTH][];
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    tensors[y][x] = tensor(image, x, y, alongEdges, edge * deviation / 256);
                }
            }
            for (int s = 0; s < smoothings; s++) {
                smooth(image, tensors, 20 * 6 * deviation / 256, least, greatest);
            }
        }
    }

    private static double at(final double[][] image, final int x, final int y) {
        return image[Math.max(0, Math.min(HEIGHT - 1, y))][Math.max(0, Math.min(WIDTH - 1, x))];
    }

    private static double[] tensor(final double[][] image, final int x, final int y, final double alongEdges, final double range) {
        double gx = 0;
        double gy = 0;
        for (int k = -1; k <= 1; k++) {
            final double weight = k == 0 ? (Math.sqrt(2) - 1) / 2 : (2 - Math.sqrt(2)) / 4;
            gx += weight * (at(image, x + 1, y + k) - at(image, x - 1, y + k));
            gy += weight * (at(image, x + k, y + 1) - at(image, x + k, y - 1));
        }
        final double square = gx * gx + gy * gy;
        final double strength = 1 + square / (range * range);
        final double along = Math.pow(strength, -alongEdges);
        final double across = Math.pow(strength, -0.9);
        if (square == 0) {
            return new double[] {1, 0, 1};
        }
        return new double[] {(along * gy * gy + across * gx * gx) / square, (across - along) * gx * gy / square,
            (along * gx * gx + across * gy * gy) / square};
    }

    private static void smooth(final double[][] image, final double[][][] tensors, final double step, final double least, final double greatest) {
        final double[][] velocity = new double[HEIGHT][WIDTH];
        double fastest = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                final double[] tensor = tensors[y][x];
                final double here = at(image, x, y);
                velocity[y][x] = tensor[0] * (at(image, x + 1, y) - 2 * here + at(image, x - 1, y))
                    + tensor[1] * 0.5 * (at(image, x - 1, y - 1) + at(image, x + 1, y + 1) - at(image, x - 1, y + 1) - at(image, x + 1, y - 1))
                    + tensor[2] * (at(image, x, y + 1) - 2 * here + at(image, x, y - 1));
                fastest = Math.max(fastest, Math.abs(velocity[y][x]));
            }
        }
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image[y][x] = Math.max(least, Math.min(greatest, image[y][x] + velocity[y][x] * step / fastest));
            }
        }
    }

    @Test
    void noiseIsSmoothedAndTheEdgeKept() {
        final float[] found = new AnisotropicDiffusion(4, 0.1f, 1).of(disc());
        double before = 0;
        double after = 0;
        for (int y = 14; y <= 20; y++) {
            for (int x = 17; x <= 23; x++) {
                before += Math.abs(disc().grey()[y * WIDTH + x] - disc().grey()[y * WIDTH + x + 1]);
                after += Math.abs(found[y * WIDTH + x] - found[y * WIDTH + x + 1]);
            }
        }
        assertTrue(after < before / 3, before + " to " + after);
        assertTrue(found[17 * WIDTH + 20] - found[17 * WIDTH + 38] > 60, "the disc's 80 over what is around it are left");
    }

    @Test
    void aSliceOfOneGreyGivesZerosAsTheOriginalDoes() {
        final float[] grey = new float[WIDTH * HEIGHT];
        Arrays.fill(grey, 77);
        assertArrayEquals(new float[grey.length], new AnisotropicDiffusion(2, 0.1f, 1).of(plane(WIDTH, HEIGHT, grey)));
    }
}
