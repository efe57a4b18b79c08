package operando.segment.feature.slice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

import ij.process.ShortProcessor;
import operando.segment.feature.block.GreyVolume;
import operando.segment.feature.block.VoxelBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bilateral and Kuwahara smoothing and entropy, written out place by place from their definitions. */
class RangedTexturesTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 29;

    /** Greys 0 to 255, both of which occur, so that the slice in 8 bit is the slice. */
    private static float[] image() {
        final Random random = new Random(3);
        final float[] grey = new float[WIDTH * HEIGHT];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (i % WIDTH > i / WIDTH ? 150 : 20) + random.nextInt(60);
        }
        grey[40] = 0;
        grey[700] = 255;
        return grey;
    }

    private static float[][] features(final FeatureGroup group, final float[] grey) {
        final SliceFeatures features = SliceFeatures.of(new FeatureSettings(EnumSet.of(group), 1, 8, 1, 9));
        final float[][] all = features.of(new VoxelBlock(0, 0, 0, WIDTH, HEIGHT, 1, 0, 0, 0, new GreyVolume(WIDTH, HEIGHT, 1, grey)));
        return Arrays.copyOfRange(all, 1, all.length);
    }

    private static float near(final float[] values, final int x, final int y) {
        return values[Math.max(0, Math.min(HEIGHT - 1, y)) * WIDTH + Math.max(0, Math.min(WIDTH - 1, x))];
    }

    private static boolean isInside(final int x, final int y) {
        return x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT;
    }

    @Test
    void entropyIsThatOfTheGreysInACircleBelowALimit() {
        final float[] grey = image();
        final float[][] found = features(FeatureGroup.ENTROPY, grey);
        int which = 0;
        for (int radius = 1; radius <= 8; radius *= 2) {
            for (final int limit : new int[] {32, 64, 128, 256}) {
                for (int i = 0; i < grey.length; i++) {
                    // Up to 8 bits, as float.
                    assertEquals(entropy(grey, i % WIDTH, i / WIDTH, radius, limit), found[which][i], 1e-6, radius + " " + limit + " at " + i);
                }
                which++;
            }
        }
        assertEquals(which, found.length);
    }

    private static double entropy(final float[] grey, final int x, final int y, final int radius, final int limit) {
        final double[] counts = new double[limit];
        double total = 0;
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                if (dx * dx + dy * dy <= (radius + 0.5) * (radius + 0.5) && isInside(x + dx, y + dy) && near(grey, x + dx, y + dy) < limit) {
                    counts[(int) near(grey, x + dx, y + dy)]++;
                    total++;
                }
            }
        }
        double entropy = 0;
        for (final double count : counts) {
            entropy -= count == 0 ? 0 : count / total * Math.log(count / total) / Math.log(2);
        }
        return entropy;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255})
    void aSliceOfOneGreyHasNoEntropyAndIsSmoothAlready(final int one) {
        final float[] grey = new float[WIDTH * HEIGHT];
        Arrays.fill(grey, one);
        for (final float[] entropies : features(FeatureGroup.ENTROPY, grey)) {
            assertArrayEquals(new float[grey.length], entropies);
        }
        for (final float[] smooth : features(FeatureGroup.KUWAHARA, grey)) {
            assertEquals(one + 0.5f, smooth[100]);
        }
    }

    @Test
    void bilateralSmoothingWeighsByPlaceAndGrey() {
        final float[] grey = image();
        final float[][] found = features(FeatureGroup.BILATERAL, grey);
        int which = 0;
        for (final int radius : new int[] {5, 10}) {
            for (final int range : new int[] {50, 100}) {
                final float[] expected = new float[grey.length];
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = bilateral(grey, i % WIDTH, i / WIDTH, gaussian(radius), gaussian(range));
                }
                assertArrayEquals(expected, found[which++], radius + " " + range);
            }
        }
    }

    private static float[] gaussian(final int radius) {
        final float[] weights = new float[2 * radius + 1];
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.exp(-0.5 * Math.pow((i - radius) / (0.4 * (radius + 1)), 2));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static float bilateral(final float[] grey, final int x, final int y, final float[] places, final float[] greys) {
        float sum = 0;
        float total = 0;
        for (int n = 0; n < places.length; n++) {
            for (int m = 0; m < places.length; m++) {
                final int atX = x + m - places.length / 2;
                final int atY = y + n - places.length / 2;
                final float other = isInside(atX, atY) ? near(grey, atX, atY) : 0;
                final int difference = (int) (other - near(grey, x, y)) + greys.length / 2;
                if (difference >= 0 && difference < greys.length) {
                    final float weight = places[m] * places[n] * greys[difference];
                    sum += other * weight;
                    total += weight;
                }
            }
        }
        return (int) (sum / total);
    }

    @Test
    void kuwaharaSmoothingIsTheMeanOfTheMostEvenLineThatCoversAPixel() {
        final int patch = 9;
        final float[] grey = image();
        for (int i = 0; i < grey.length; i++) {
            grey[i] = grey[i] * 0.37f - 5;
        }
        final float[][] found = features(FeatureGroup.KUWAHARA, grey);
        for (int measure = 0; measure < 3; measure++) {
            assertArrayEquals(kuwahara(grey, patch, measure), found[measure], "measure " + measure);
        }
    }

    /** Pixels of a line turned by ImageJ, in a square with three pixels more on each side, and mirrored at the diagonal. */
    private static List<int[]> line(final int patch, final int direction) {
        final int side = patch + 6;
        final ShortProcessor square = new ShortProcessor(side, side);
        for (int y = 0; y < side; y++) {
            square.set((side - 1) / 2, y, 1);
        }
        square.rotate(18 * direction);
        final List<int[]> line = new ArrayList<>();
        for (int y = 0; y < patch; y++) {
            for (int x = 0; x < patch; x++) {
                if (square.get(y + 3, x + 3) == 1) {
                    line.add(new int[] {x - patch / 2, y - patch / 2});
                }
            }
        }
        return line;
    }

    private static float[] kuwahara(final float[] grey, final int patch, final int measure) {
        float least = grey[0];
        for (final float one : grey) {
            least = Math.min(least, one);
        }
        final float[] best = new float[grey.length];
        Arrays.fill(best, Float.MAX_VALUE);
        final float[] smooth = new float[grey.length];
        for (int direction = 0; direction < 10; direction++) {
            final List<int[]> line = line(patch, direction);
            final float[] means = new float[grey.length];
            final float[] uneven = new float[grey.length];
            for (int i = 0; i < grey.length; i++) {
                float sum = 0;
                float squares = 0;
                for (final int[] step : line) {
                    final float one = near(grey, i % WIDTH + step[0], i / WIDTH + step[1]) - least;
                    sum += one;
                    squares += one * one;
                }
                means[i] = sum / line.size();
                final float variance = squares / line.size() - means[i] * means[i];
                uneven[i] = measure == 0 ? variance
                    : variance / ((measure == 1 ? means[i] : means[i] * means[i]) + Float.MIN_VALUE);
            }
            for (int i = 0; i < grey.length; i++) {
                for (final int[] step : line) {
                    final float one = near(uneven, i % WIDTH + step[0], i / WIDTH + step[1]);
                    if (one < best[i]) {
                        best[i] = one;
                        smooth[i] = near(means, i % WIDTH + step[0], i / WIDTH + step[1]) + 0.5f + least;
                    }
                }
            }
        }
        return smooth;
    }
}
