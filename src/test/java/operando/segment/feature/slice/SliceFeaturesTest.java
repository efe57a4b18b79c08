package operando.segment.feature.slice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

import ij.plugin.filter.GaussianBlur;
import ij.plugin.filter.RankFilters;
import ij.process.FloatProcessor;
import operando.segment.feature.FeatureSets;
import operando.segment.feature.block.GreyVolume;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The 2-D features of Trainable Weka Segmentation, against its own numbers, ImageJ's filters and closed forms. */
class SliceFeaturesTest {

    private static final int WIDTH = 41;
    private static final int HEIGHT = 37;
    // Second differences of float images cancel: Hessians agree to 5e-5 of a feature's greatest value, the others better.
    private static final double AGREEMENT = 5e-5;

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

    static VoxelBlock whole(final int width, final int height, final float[] grey) {
        return new VoxelBlock(0, 0, 0, width, height, 1, 0, 0, 0, new GreyVolume(width, height, 1, grey));
    }

    static Map<String, float[]> features(final VoxelBlock block, final VoxelFeatures features) {
        final float[][] values = features.of(block);
        final Map<String, float[]> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(features.names().get(i), values[i]);
        }
        return named;
    }

    static Map<String, double[]> peer() throws IOException {
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

    /** Models older than version 3.2.25 of Trainable Weka Segmentation, which are called segment, have other eigenvalues. */
    @Test
    void eigenvaluesOfOldModelsAreFurtherApart() {
        final List<String> names = List.of("Hessian_Eigenvalue_1_2.0", "Hessian_Eigenvalue_2_2.0", "Hessian_Trace_2.0", "Hessian_Normalized_Eigenvalue_Difference_2.0");
        final Map<String, float[]> old = features(whole(WIDTH, HEIGHT, image()), FeatureSets.named(names, "segment", "old.model"));
        final Map<String, float[]> now = features(whole(WIDTH, HEIGHT, image()),
            FeatureSets.named(names, "TWS-2D-v4.0.0-grayscale", "new.model"));
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

    /** The first is the left upper pixel, the second the left one; beyond the border the image is mirrored. */
    @Test
    void neighborsOfTheOriginalGoDownOneColumnAfterTheOther() {
        final Map<String, float[]> found = features(whole(4, 3, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}),
            SliceFeatures.of(FeatureSettings.of(EnumSet.of(FeatureGroup.ORIGINAL_NEIGHBORS))));
        final float[] aroundSix = {1, 5, 9, 2, 10, 3, 7, 11};
        final float[] aroundOne = {6, 2, 6, 5, 5, 6, 2, 6};
        for (int i = 0; i < 8; i++) {
            assertEquals(aroundSix[i], found.get("original_neighbor_" + (i + 1))[5]);
            assertEquals(aroundOne[i], found.get("original_neighbor_" + (i + 1))[0]);
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
}
