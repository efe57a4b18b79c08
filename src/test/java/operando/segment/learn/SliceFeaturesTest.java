package operando.segment.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.plugin.filter.GaussianBlur;
import ij.plugin.filter.RankFilters;
import ij.process.FloatProcessor;
import operando.cell.InputException;

/** The 2-D features of Trainable Weka Segmentation, against its own numbers, ImageJ's filters and closed forms. */
class SliceFeaturesTest {

    private static final int WIDTH = 41;
    private static final int HEIGHT = 37;
    // Second differences of float images cancel: Hessians agree to 5e-5 of a feature's greatest value, the others better.
    private static final double AGREEMENT = 5e-5;
    private static final double FREQUENCY = 0.25;

    // Cuts into blocks are tested with a scan in WholeSlicesTest.
    private static final Set<FeatureGroup> OF_WHOLE_SLICES = EnumSet.of(FeatureGroup.ANISOTROPIC_DIFFUSION, FeatureGroup.BILATERAL,
        FeatureGroup.LIPSCHITZ, FeatureGroup.KUWAHARA, FeatureGroup.GABOR, FeatureGroup.ENTROPY);

    private static float[] image() {
        final Random random = new Random(20260921);
        final float[] grey = new float[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                final int base = (x - 12) * (x - 12) + (y - 15) * (y - 15) < 64 ? 150 : 70;
                grey[y * WIDTH + x] = base + x + random.nextInt(50) & 0xff;
            }
        }
        return grey;
    }

    private static VoxelBlock whole(final int width, final int height, final float[] grey) {
        return new VoxelBlock(0, 0, 0, width, height, 1, 0, 0, 0, new GreyVolume(width, height, 1, grey));
    }

    private static Map<String, float[]> features(final VoxelBlock block, final VoxelFeatures features) {
        final float[][] values = features.of(block);
        final Map<String, float[]> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(features.names().get(i), values[i]);
        }
        return named;
    }

    private static Map<String, double[]> peer() throws IOException {
        final Map<String, double[]> lines = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
            SliceFeaturesTest.class.getResourceAsStream("trainable-weka-segmentation-2d.txt"), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("# ")).map(line -> line.split("\t")).forEach(fields ->
                lines.put(fields[0], Arrays.stream(fields).skip(1).mapToDouble(Double::parseDouble).toArray()));
        }
        return lines;
    }

    @Test
    void everyValueIsThatOfTrainableWekaSegmentation() throws IOException {
        final Map<String, double[]> expected = peer();
        final double[] pixels = expected.remove("#pixels");
        final Map<String, float[]> found = features(whole(WIDTH, HEIGHT, image()), SliceFeatures.named(List.copyOf(expected.keySet())));
        assertEquals(227, found.size());
        expected.forEach((name, values) -> {
            final float[] ours = found.get(name);
            double greatest = 0;
            for (final float value : ours) {
                greatest = Math.max(greatest, Math.abs(value));
            }
            for (int i = 0; i < pixels.length; i++) {
                final double one = ours[(int) pixels[i]];
                if (name.startsWith("Hessian_Orientation")) {
                    assertEquals(0, Math.IEEEremainder(values[i] - one, Math.PI), angleTolerance(found, name, (int) pixels[i]), name);
                } else {
                    assertEquals(values[i], one, degree(name) * AGREEMENT * greatest, name + " at " + pixels[i]);
                }
            }
        });
    }

    /** A product of n second differences has n times their relative error. */
    private static int degree(final String name) {
        if (name.contains("Square_Eigenvalue")) {
            return 4;
        }
        return name.contains("Determinant") || name.contains("Normalized") ? 2 : 1;
    }

    /**
     * An error of the second differences turns the axis by itself over the difference of the eigenvalues; and the arc cosine
     * of a float quotient near 1 is exact to the root of twice its last digit.
     */
    private static double angleTolerance(final Map<String, float[]> found, final String name, final int pixel) {
        final String sigma = name.substring(name.lastIndexOf('_'));
        double greatest = 0;
        for (final float value : found.get("Hessian" + sigma)) {
            greatest = Math.max(greatest, value);
        }
        return AGREEMENT * greatest / Math.sqrt(found.get("Hessian_Normalized_Eigenvalue_Difference" + sigma)[pixel]) + Math.sqrt(2 * Math.ulp(1f));
    }

    @Test
    void namesAndOrderAreThoseOfTrainableWekaSegmentation() throws IOException {
        final Set<FeatureGroup> groups = EnumSet.allOf(FeatureGroup.class);
        groups.removeAll(Set.of(FeatureGroup.DERIVATIVES, FeatureGroup.LAPLACIAN, FeatureGroup.STRUCTURE));
        assertEquals(peer().keySet().stream().skip(1).toList(), FeatureSettings.of(groups).names());
        assertEquals(76, FeatureSettings.defaults().names().size());
        final List<String> all = FeatureSettings.of(EnumSet.allOf(FeatureGroup.class)).names();
        final int first = all.indexOf("Median_2.0");
        assertEquals(List.of("Derivatives_2_2_2.0", "Derivatives_3_3_2.0", "Derivatives_4_4_2.0", "Derivatives_5_5_2.0", "Laplacian_2.0",
            "Structure_largest_2.0_1.0", "Structure_smallest_2.0_1.0", "Structure_largest_2.0_3.0", "Structure_smallest_2.0_3.0",
            "Entropy_2_32", "Entropy_2_64", "Entropy_2_128", "Entropy_2_256", "Gaussian_blur_4.0"), all.subList(first + 1, first + 15));
        assertEquals(272, all.size());
    }

    @ParameterizedTest
    @ValueSource(floats = {0.5f, 1, 1.5f, 2, 3, 8})
    void aModelsNamesTellItsSettings(final float first) {
        final FeatureSettings settings = new FeatureSettings(EnumSet.complementOf(EnumSet.of(FeatureGroup.NEIGHBORS)), first, 8 * first, 2, 11);
        assertEquals(settings.names(), FeatureSettings.forNames(settings.names()).names());
    }

    /** Models older than version 3.2.25 of Trainable Weka Segmentation, which are called segment, have other eigenvalues. */
    @Test
    void eigenvaluesOfOldModelsAreFurtherApart() {
        final List<String> names = List.of("Hessian_Eigenvalue_1_2.0", "Hessian_Eigenvalue_2_2.0", "Hessian_Trace_2.0", "Hessian_Normalized_Eigenvalue_Difference_2.0");
        final Map<String, float[]> old = features(whole(WIDTH, HEIGHT, image()), FeatureSets.named(new ModelHeader("segment", names, List.of("a", "b")), "old.model"));
        final Map<String, float[]> now = features(whole(WIDTH, HEIGHT, image()),
            FeatureSets.named(new ModelHeader("TWS-2D-v4.0.0-grayscale", names, List.of("a", "b")), "new.model"));
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            final double mean = now.get(names.get(2))[i] / 2.0;
            final double apart = Math.sqrt(now.get(names.get(3))[i] / 2.0);
            assertEquals(mean + apart, old.get(names.get(0))[i], Math.ulp((float) (Math.abs(mean) + apart)));
            assertEquals(mean - apart, old.get(names.get(1))[i], Math.ulp((float) (Math.abs(mean) + apart)));
            assertEquals(mean + apart / Math.sqrt(2), now.get(names.get(0))[i], Math.ulp((float) (Math.abs(mean) + apart)));
            assertEquals(now.get(names.get(3))[i], old.get(names.get(3))[i], 0);
        }
    }

    /** A public image with its features; they were made before version 3.2.25. */
    @Test
    void featuresOfAPublicImageAreThosePublishedWithIt() {
        final java.io.File folder = new java.io.File(System.getProperty("operando.shared", "../shared"), "data/tws-interop");
        org.junit.jupiter.api.Assumptions.assumeTrue(folder.isDirectory(), "the public image with its features is not here");
        final ij.ImagePlus image = ij.IJ.openImage(new java.io.File(folder, "nuclei.tif").getPath());
        final ij.ImageStack published = ij.IJ.openImage(new java.io.File(folder, "nuclei-features.tif").getPath()).getStack();
        final float[] grey = (float[]) image.getProcessor().convertToFloat().getPixels();
        final Map<String, float[]> found = features(whole(image.getWidth(), image.getHeight(), grey), SliceFeatures.of(FeatureSettings.defaults()).asBeforeVersion3225());
        assertEquals(found.size(), published.size());
        for (int slice = 1; slice <= published.size(); slice++) {
            final String name = published.getSliceLabel(slice).split("\n")[0];
            final float[] expected = (float[]) published.getProcessor(slice).convertToFloat().getPixels();
            double greatest = 0;
            for (final float value : expected) {
                greatest = Math.max(greatest, Math.abs(value));
            }
            for (int i = 0; i < expected.length; i++) {
                final double one = found.get(name)[i];
                if (name.contains("Orientation")) {
                    assertEquals(0, Math.IEEEremainder(expected[i] - one, Math.PI), angleTolerance(found, name, i), name);
                } else {
                    assertEquals(expected[i], one, degree(name) * AGREEMENT * greatest, name);
                }
            }
        }
    }

    @Test
    void onlyWhatIsAskedForIsComputedAndInThatOrder() {
        final List<String> wanted = List.of("Difference_of_gaussians_8.0_2.0", "original", "Hessian_Trace_0.0");
        final SliceFeatures few = SliceFeatures.named(wanted);
        assertEquals(wanted, few.names());
        final Map<String, float[]> all = features(whole(WIDTH, HEIGHT, image()), SliceFeatures.of(FeatureSettings.defaults()));
        features(whole(WIDTH, HEIGHT, image()), few).forEach((name, values) -> assertArrayEquals(all.get(name), values, name));
    }

    @ParameterizedTest
    @ValueSource(floats = {1, 2, 3, 4, 8})
    void discsOfFloatsAreThoseOfImageJ(final float radius) {
        final Random random = new Random(4);
        final float[] grey = new float[WIDTH * HEIGHT];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (float) random.nextGaussian();
        }
        final Map<String, float[]> found = features(whole(WIDTH, HEIGHT, grey), SliceFeatures.named(List.of("Mean_" + radius,
            "Variance_" + radius, "Minimum_" + radius, "Maximum_" + radius, "Median_" + radius)));
        assertArrayEquals(ranked(grey, radius, RankFilters.MEDIAN), found.get("Median_" + radius));
        assertArrayEquals(ranked(grey, radius, RankFilters.MIN), found.get("Minimum_" + radius));
        assertArrayEquals(ranked(grey, radius, RankFilters.MAX), found.get("Maximum_" + radius));
        // Values of about 1, stored as float.
        assertArrayEquals(ranked(grey, radius, RankFilters.MEAN), found.get("Mean_" + radius), 1e-6f);
        assertArrayEquals(ranked(grey, radius, RankFilters.VARIANCE), found.get("Variance_" + radius), 1e-6f);
    }

    private static float[] ranked(final float[] grey, final double radius, final int filter) {
        final FloatProcessor processor = new FloatProcessor(WIDTH, HEIGHT, grey.clone());
        new RankFilters().rank(processor, radius, filter);
        return (float[]) processor.getPixels();
    }

    /** ImageJ smooths by cells of some pixels when sigma is above 8.5 pixels, which is 0.4 times the nominal one. */
    @ParameterizedTest
    @ValueSource(floats = {21, 21.25f, 21.5f, 24, 32, 50, 64, 127, 256, 512})
    void smoothingIsThatOfImageJHoweverLargeItsSigma(final float sigma) {
        final int width = 397;
        final int height = 211;
        final Random random = new Random(40);
        final float[] grey = new float[width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = random.nextInt(256) + i % width / 3;
        }
        final FloatProcessor expected = new FloatProcessor(width, height, grey.clone());
        new GaussianBlur().blurGaussian(expected, 0.4 * sigma, 0.4 * sigma, 0.0002);
        // Greys up to 400, stored as float between the steps.
        assertArrayEquals((float[]) expected.getPixels(), features(whole(width, height, grey), SliceFeatures.named(List.of("Gaussian_blur_" + sigma)))
            .get("Gaussian_blur_" + sigma), 400 * 1e-6f);
    }

    @Test
    void blocksOfACoarselySmoothedSliceGiveTheSame() {
        final GreyVolume volume = GreyVolume.of(331, 283, 3);
        final Random random = new Random(41);
        for (int i = 0; i < volume.grey().length; i++) {
            volume.grey()[i] = (float) (100 + 30 * random.nextGaussian());
        }
        assertBlocksAreTheSame(volume, SliceFeatures.named(List.of("Sobel_filter_24.0", "Gaussian_blur_48.0", "Hessian_48.0")), 53);
    }

    /** d²ᵏ/dxᵏdyᵏ and the Laplacian of cos ωx cos ωy under a Gaussian, at a pixel whose kernel meets no border. */
    @Test
    void derivativesOfAWaveAreItsOwn() {
        final int width = 121;
        final int height = 113;
        final double sigma = 4;
        final float[] grey = new float[width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (float) (Math.cos(FREQUENCY * (i % width)) * Math.cos(FREQUENCY * (i / width)));
        }
        final Map<String, float[]> found = features(whole(width, height, grey), SliceFeatures.named(List.of("Derivatives_2_2_4.0",
            "Derivatives_3_3_4.0", "Derivatives_4_4_4.0", "Derivatives_5_5_4.0", "Laplacian_4.0")));
        final double damped = Math.exp(-FREQUENCY * FREQUENCY * sigma * sigma);
        for (int y = 50; y < 60; y++) {
            for (int x = 51; x < 67; x++) {
                final double even = Math.cos(FREQUENCY * x) * Math.cos(FREQUENCY * y);
                final double odd = Math.sin(FREQUENCY * x) * Math.sin(FREQUENCY * y);
                for (int k = 2; k <= 5; k++) {
                    // Kernels end at 4 (k = 2) or 5 sigma; what is left beyond is at most 0.0024 an axis.
                    final double amplitude = Math.pow(FREQUENCY, 2 * k) * damped;
                    assertEquals(amplitude * (k % 2 == 0 ? even : odd), found.get("Derivatives_" + k + "_" + k + "_4.0")[y * width + x],
                        0.006 * amplitude, "order " + k);
                }
                final double amplitude = 2 * FREQUENCY * FREQUENCY * damped;
                assertEquals(-amplitude * even, found.get("Laplacian_4.0")[y * width + x], 0.006 * amplitude);
            }
        }
    }

    @Test
    void theStructureOfASlopeIsItsSquareInOneDirection() {
        final int width = 61;
        final int height = 57;
        final float[] grey = new float[width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 3 * (i % width) - 4 * (i / width);
        }
        final Map<String, float[]> found = features(whole(width, height, grey),
            SliceFeatures.named(List.of("Structure_largest_2.0_3.0", "Structure_smallest_2.0_3.0")));
        final int centre = 28 * width + 30;
        // The derivative's kernel ends at 4 sigma: 0.0011 of the slope is missing, twice that of its square.
        assertEquals(25, found.get("Structure_largest_2.0_3.0")[centre], 25 * 0.0025);
        assertEquals(0, found.get("Structure_smallest_2.0_3.0")[centre], 25 * 1e-6);
    }

    @Test
    void anyCutIntoBlocksGivesTheSameFeatures() {
        final int width = 97;
        final int height = 83;
        final int depth = 3;
        final Random random = new Random(7);
        final GreyVolume volume = GreyVolume.of(width, height, depth);
        for (int i = 0; i < volume.grey().length; i++) {
            volume.grey()[i] = (float) (100 + 30 * random.nextGaussian());
        }
        assertBlocksAreTheSame(volume, SliceFeatures.of(new FeatureSettings(EnumSet.complementOf(EnumSet.copyOf(OF_WHOLE_SLICES)), 1, 4, 1, 11)), 37);
    }

    private static void assertBlocksAreTheSame(final GreyVolume volume, final SliceFeatures features, final int side) {
        final int width = volume.width();
        final int height = volume.height();
        final float[][] whole = features.of(new VoxelBlock(0, 0, 0, width, height, volume.depth(), 0, 0, 0, volume));
        for (int y = 0; y < height; y += side) {
            for (int x = 0; x < width; x += side) {
                final VoxelBlock block = cut(volume, x, y, Math.min(side, width - x), Math.min(side, height - y), features.reach());
                final float[][] part = features.of(block);
                for (int f = 0; f < part.length; f++) {
                    for (int i = 0; i < part[f].length; i++) {
                        final int inPlane = i % (block.width() * block.height());
                        final int at = (1 * height + y + inPlane / block.width()) * width + x + inPlane % block.width();
                        assertEquals(whole[f][at], part[f][i], 0, features.names().get(f));
                    }
                }
            }
        }
    }

    private static VoxelBlock cut(final GreyVolume volume, final int x, final int y, final int width, final int height, final int reach) {
        final int fromX = Math.max(0, x - reach);
        final int fromY = Math.max(0, y - reach);
        final GreyVolume read = GreyVolume.of(Math.min(volume.width(), x + width + reach) - fromX,
            Math.min(volume.height(), y + height + reach) - fromY, 1);
        for (int row = 0; row < read.height(); row++) {
            System.arraycopy(volume.grey(), volume.index(fromX, fromY + row, 1), read.grey(), row * read.width(), read.width());
        }
        return new VoxelBlock(x, y, 1, width, height, 1, x - fromX, y - fromY, 0, read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kuwahara_18_ 10_0", "Entropy_1_16", "Bilateral_5.0_60.0", "Lipschitz_true_true_30.0", "Gabor_1_1.0_1.0_1_2.0",
        "Gabor_3_1.0_1.0_0_2.0", "Anisotropic_diffusion_20_1_0.2_0.9_1.0", "Gaussian_blur_3.0", "Gaussian_blur_640.0", "operando_grey",
        "Membrane_projections_0_18_1", "Membrane_projections_6_19_1", "Hessian_largest_1.0_true", "class"})
    void aFeatureThatNothingComputesIsRefusedByName(final String name) {
        final String message = assertThrows(InputException.class, () -> SliceFeatures.named(List.of("original", "Gaussian_blur_1.0", name)))
            .getMessage();
        assertTrue(message.startsWith("feature " + name), message);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        final Set<FeatureGroup> groups = EnumSet.allOf(FeatureGroup.class);
        assertThrows(InputException.class, () -> new FeatureSettings(groups, 0, 16, 1, 19));
        assertThrows(InputException.class, () -> new FeatureSettings(groups, 4, 2, 1, 19));
        assertThrows(InputException.class, () -> new FeatureSettings(groups, 1, 1024, 1, 19));
        assertThrows(InputException.class, () -> new FeatureSettings(groups, 1, 16, 1, 18));
        assertThrows(InputException.class, () -> new FeatureSettings(groups, 1, 16, 18, 19));
    }
}
