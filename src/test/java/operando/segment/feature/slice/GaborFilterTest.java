package operando.segment.feature.slice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gabor filters against convolutions written out, and waves whose direction is known. */
class GaborFilterTest {

    private static final double[] WAVES = {0, Math.PI / 2};

    private static SlicePlane slice(final int width, final int height) {
        final Random random = new Random(31);
        final float[] grey = new float[width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (i % width - 12) * (i % width - 12) + (i / width - 15) * (i / width - 15) < 64 ? 150 : 70 + random.nextInt(50);
        }
        return plane(width, height, grey);
    }

    private static SlicePlane plane(final int width, final int height, final float[] grey) {
        return new SlicePlane(width, height, 0, 0, width, height, grey);
    }

    @Test
    void thereAreFortyFourInTheOrderOfTrainableWekaSegmentation() {
        final List<String> names = GaborFilter.allNames();
        assertEquals(44, names.size());
        assertEquals(List.of("Gabor_1_1.0_1.0_0_2.0", "Gabor_2_1.0_1.0_0_2.0", "Gabor_1_1.0_0.5_0_2.0"), names.subList(0, 3));
        assertEquals(List.of("Gabor_2_1.0_0.25_2_2.0", "Gabor_1_2.0_1.0_0_2.0", "Gabor_2_2.0_1.0_0_2.0", "Gabor_1_2.0_1.0_0_3.0"), names.subList(11, 15));
        assertEquals("Gabor_2_4.0_2.0_2_3.0", names.get(43));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "1, 0.5, 2", "1, 0.25, 2", "2, 1, 3", "2, 2, 2", "4, 2, 3"})
    void responsesAreThoseOfConvolutionsWrittenOut(final double sigma, final double gamma, final double frequency) {
        final SlicePlane slice = slice(41, 37);
        final float[][] found = new GaborFilter(sigma, gamma, frequency).of(new SliceSpectrum(slice));
        for (int wave = 0; wave < WAVES.length; wave++) {
            final double[][] expected = direct(slice, sigma, gamma, WAVES[wave], frequency);
            for (int i = 0; i < 41 * 37; i++) {
                // Responses of about 1; floats of the size of the greys lose 1e-7 of these.
                assertEquals(expected[0][i], found[2 * wave][i], 1e-5);
                assertEquals(expected[1][i], found[2 * wave + 1][i], 1e-5);
            }
        }
    }

    /** Greatest and least of the ten normalised responses. */
    private static double[][] direct(final SlicePlane slice, final double sigma, final double gamma, final double phase, final double frequency) {
        final int count = slice.width() * slice.height();
        final double[][] kept = new double[2][count];
        for (int angle = 0; angle < 10; angle++) {
            final double[] response = convolved(slice, sigma, sigma / gamma, phase, frequency, angle * Math.PI / 10);
            double mean = 0;
            for (final double one : response) {
                mean += one / count;
            }
            double variance = 0;
            for (final double one : response) {
                variance += (one - mean) * (one - mean) / (count - 1);
            }
            for (int i = 0; i < count; i++) {
                final double normal = (response[i] - mean) / Math.sqrt(variance);
                kept[0][i] = angle == 0 ? normal : Math.max(kept[0][i], normal);
                kept[1][i] = angle == 0 ? normal : Math.min(kept[1][i], normal);
            }
        }
        return kept;
    }

    private static double[] convolved(final SlicePlane slice, final double along, final double across, final double phase, final double frequency,
        final double angle) {
        final int reach = 3 * Math.max(1, (int) Math.max(along, across));
        final double[] sums = new double[slice.width() * slice.height()];
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                final double u = dx * Math.cos(angle) + dy * Math.sin(angle);
                final double v = dy * Math.cos(angle) - dx * Math.sin(angle);
                final double weight = Math.exp(-0.5 * (u * u / (along * along) + v * v / (across * across))) / (2 * Math.PI * along * across)
                    * Math.cos(2 * Math.PI * frequency * u / (2 * reach + 1) + phase);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += weight * slice.grey()[mirrored(i / slice.width() - dy, slice.height()) * slice.width()
                        + mirrored(i % slice.width() - dx, slice.width())];
                }
            }
        }
        return sums;
    }

    private static int mirrored(final int at, final int length) {
        final int once = Math.abs(at);
        return once < length ? once : 2 * (length - 1) - once;
    }

    /** Squares of the transform overlap: what lies left of their seam does not tell where it is. */
    @Test
    void seamsOfSquaresDoNotShow() {
        final SlicePlane slice = slice(431, 250);
        final float[] grey = new float[400 * 230];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = slice.grey()[(i / 400 + 20) * 431 + i % 400 + 31];
        }
        final float[] spectrum = new GaborFilter(4, 2, 2).spectrum(Math.PI / 10);
        final float[][] whole = new float[2][431 * 250];
        final float[][] part = new float[2][grey.length];
        new SliceSpectrum(slice).convolve(spectrum, whole[0], whole[1]);
        new SliceSpectrum(plane(400, 230, grey)).convolve(spectrum, part[0], part[1]);
        final int reach = SliceSpectrum.REACH;
        for (int wave = 0; wave < 2; wave++) {
            final double apart = whole[wave][(60 + 20) * 431 + 60 + 31] - part[wave][60 * 400 + 60];
            for (int y = reach; y < 230 - reach; y++) {
                for (int x = reach; x < 400 - reach; x++) {
                    // The mean that is left out is another one.
                    assertEquals(apart, whole[wave][(y + 20) * 431 + x + 31] - part[wave][y * 400 + x], 1e-4);
                }
            }
        }
    }

    @Test
    void aSliceOfOneGreyHasNoResponse() {
        final float[] grey = new float[30 * 20];
        java.util.Arrays.fill(grey, 87.3f);
        for (final float[] image : new GaborFilter(2, 1, 3).of(new SliceSpectrum(plane(30, 20, grey)))) {
            assertArrayEquals(new float[30 * 20], image);
        }
    }
}
