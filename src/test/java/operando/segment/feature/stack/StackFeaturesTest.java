package operando.segment.feature.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

import ij.ImageStack;
import ij.plugin.Filters3D;
import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.segment.feature.block.GreyVolume;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.learn.modelfile.ModelHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The 3-D features of Trainable Weka Segmentation, against ImageJ's filters and closed forms. */
class StackFeaturesTest {

    private static final double FREQUENCY = 0.25;
    private static final double SIGMA = 4;

    private static GreyVolume noise(final int width, final int height, final int depth) {
        final Random random = new Random(11);
        final GreyVolume volume = GreyVolume.of(width, height, depth);
        for (int i = 0; i < volume.grey().length; i++) {
            volume.grey()[i] = random.nextInt(256);
        }
        return volume;
    }

    private static Map<String, float[]> features(final GreyVolume volume, final List<String> names) {
        return features(StackFeatures.named(names), volume);
    }

    private static Map<String, float[]> features(final GreyVolume volume, final VoxelSize size, final List<String> names) {
        return features(on(size, StackFeatures.named(names)), volume);
    }

    private static StackFeatures on(final VoxelSize size, final StackFeatures features) {
        final Scan scan = new MemoryScan("a scan", 1, 1, List.of(new byte[1], new byte[1]), Optional.of(size));
        try (Cores cores = new Cores(1)) {
            return features.fitted(scan, cores, Progress.SILENT);
        }
    }

    private static Map<String, float[]> features(final StackFeatures features, final GreyVolume volume) {
        final List<String> names = features.names();
        final float[][] values = features
            .of(new VoxelBlock(0, 0, 0, volume.width(), volume.height(), volume.depth(), 0, 0, 0, volume));
        final Map<String, float[]> named = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), values[i]);
        }
        return named;
    }

    @Test
    void thereAreNinetyFiveInTheOrderOfTrainableWekaSegmentation() {
        final List<String> all = StackFeatureNames.all(new TreeSet<>(List.of(1f, 2f, 4f, 8f)));
        assertEquals(95, all.size());
        assertEquals(List.of("Gaussian_blur_2.0", "Difference_of_Gaussian_1.0_2.0", "Hessian_largest_2.0_true", "Hessian_middle_2.0_true",
            "Hessian_smallest_2.0_true", "Derivatives_1_1_1_2.0", "Derivatives_2_2_2_2.0", "Derivatives_3_3_3_2.0", "Derivatives_4_4_4_2.0",
            "Derivatives_5_5_5_2.0", "Laplacian_2.0", "Edges_2.0", "Structure_largest_2.0_1.0", "Structure_middle_2.0_1.0",
            "Structure_smallest_2.0_1.0", "Structure_largest_2.0_3.0", "Structure_middle_2.0_3.0", "Structure_smallest_2.0_3.0",
            "Minimum_2.0", "Maximum_2.0", "Mean_2.0", "Median_2.0", "Variance_2.0", "Gaussian_blur_4.0"),
            all.subList(all.indexOf("Gaussian_blur_2.0"), all.indexOf("Gaussian_blur_4.0") + 1));
        assertEquals(all, StackFeatures.named(all).names());
        assertEquals(List.of("original", "Mean_1.0", "Variance_1.0", "Mean_2.0"), StackFeatures.defaults().names().subList(0, 4));
    }

    @ParameterizedTest
    @ValueSource(floats = {1, 1.5f, 2, 3, 4, 8})
    void ballsAreThoseOfImageJ(final float radius) {
        assertBalls(new VoxelSize(0.7, 0.7, 0.7), radius);
    }

    @ParameterizedTest
    @ValueSource(floats = {1, 2, 3, 4})
    void ellipsoidsAreThoseOfImageJ(final float radius) {
        assertBalls(new VoxelSize(0.7, 1.1, 0.4), radius);
        assertBalls(new VoxelSize(0.65, 0.65, 2 * 0.65), radius);
    }

    private static void assertBalls(final VoxelSize size, final float radius) {
        final GreyVolume volume = noise(19, 17, 13);
        final float[] radii = {radius, (float) (radius * (size.xUm() / size.yUm())), (float) (radius * (size.xUm() / size.zUm()))};
        final Map<String, float[]> found = features(volume, size, StackFeatureNames.ball(radius));
        assertArrayEquals(filtered(volume, Filters3D.MIN, radii), found.get("Minimum_" + radius));
        assertArrayEquals(filtered(volume, Filters3D.MAX, radii), found.get("Maximum_" + radius));
        assertArrayEquals(filtered(volume, Filters3D.MEDIAN, radii), found.get("Median_" + radius));
        assertArrayEquals(filtered(volume, Filters3D.MEAN, radii), found.get("Mean_" + radius), 255 * Math.ulp(1f));
        // Variances reach some thousands and are stored as float.
        assertArrayEquals(filtered(volume, Filters3D.VAR, radii), found.get("Variance_" + radius), 8192 * Math.ulp(1f));
    }

    /** Every second slice of a scan, with voxels twice as long, has the features that the scan has there. */
    @Test
    void featuresOfASquashedScanAreThoseOfTheScan() {
        final GreyVolume full = GreyVolume.of(39, 37, 65);
        final GreyVolume half = GreyVolume.of(39, 37, 33);
        for (int i = 0; i < full.grey().length; i++) {
            full.grey()[i] = wave(i % 39, i / 39 % 37, i / (39 * 37));
        }
        for (int i = 0; i < half.grey().length; i++) {
            half.grey()[i] = wave(i % 39, i / 39 % 37, 2 * (i / (39 * 37)));
        }
        final List<String> names = List.of("Gaussian_blur_4.0", "Difference_of_Gaussian_2.0_4.0");
        final Map<String, float[]> inFull = features(full, new VoxelSize(0.5, 0.5, 0.5), names);
        final Map<String, float[]> inHalf = features(half, new VoxelSize(0.5, 0.5, 1), names);
        final Map<String, float[]> asCubes = features(half, names);
        for (final String name : names) {
            final double expected = inFull.get(name)[full.index(19, 18, 32)];
            final double unsquashed = asCubes.get(name)[half.index(19, 18, 16)];
            // The kernel's sampling is coarser; taking voxels for cubes would be off by far more.
            assertEquals(expected, inHalf.get(name)[half.index(19, 18, 16)], Math.abs(unsquashed - expected) / 20, name);
        }
    }

    private static float wave(final int x, final int y, final int z) {
        return (float) (100 * Math.cos(FREQUENCY * (x - 19)) * Math.cos(FREQUENCY * (y - 18)) * Math.cos(FREQUENCY * (z - 32)));
    }

    @Test
    void eachAxisIsDifferentiatedWithItsOwnSigma() {
        final VoxelSize size = new VoxelSize(1, 0.5, 2);
        final GreyVolume volume = noise(29, 31, 21);
        final List<String> names = List.of("Derivatives_1_1_1_1.0", "Derivatives_4_4_4_1.0", "Laplacian_1.0", "Edges_1.0");
        final Map<String, float[]> found = features(volume, size, names);
        final int[] at = {13, 15, 10};
        final int index = volume.index(at[0], at[1], at[2]);
        assertEquals(direct(volume, 1, 1, 1, at), found.get("Derivatives_1_1_1_1.0")[index], 1e-4);
        assertEquals(direct(volume, 4, 4, 4, at), found.get("Derivatives_4_4_4_1.0")[index], 1e-4 * Math.abs(direct(volume, 4, 4, 4, at)));
        assertEquals(direct(volume, 2, 0, 0, at) + direct(volume, 0, 2, 0, at) + direct(volume, 0, 0, 2, at), found.get("Laplacian_1.0")[index], 1e-3);
        assertEquals(Math.sqrt(Math.pow(direct(volume, 1, 0, 0, at), 2) + Math.pow(direct(volume, 0, 1, 0, at), 2)
            + Math.pow(direct(volume, 0, 0, 1, at), 2)), found.get("Edges_1.0")[index], 1e-3);
    }

    /** The definition: sigma 1 along x, 2 along y and 1/2 along z. */
    private static double direct(final GreyVolume volume, final int x, final int y, final int z, final int[] at) {
        double sum = 0;
        for (int i = -13; i <= 13; i++) {
            for (int j = -15; j <= 15; j++) {
                for (int k = -10; k <= 10; k++) {
                    sum += tap(x, 1, i) * tap(y, 2, j) * tap(z, 0.5, k) * volume.grey()[volume.index(at[0] - i, at[1] - j, at[2] - k)];
                }
            }
        }
        return sum;
    }

    private static double tap(final int order, final double sigma, final int at) {
        final int reach = (int) ((order == 0 ? 3 : order < 3 ? 4 : 5) * sigma);
        if (Math.abs(at) > reach) {
            return 0;
        }
        final double t = at / sigma;
        final double gauss = Math.exp(-t * t / 2);
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            sum += Math.exp(-k * k / (2 * sigma * sigma));
        }
        final double density = gauss / (Math.sqrt(2 * Math.PI) * Math.pow(sigma, order + 1));
        return switch (order) {
            case 0 -> gauss / sum;
            case 1 -> -t * density;
            case 2 -> (t * t - 1) * density;
            default -> (t * t * t * t - 6 * t * t + 3) * density;
        };
    }

    private static float[] filtered(final GreyVolume volume, final int filter, final float[] radii) {
        final int slice = volume.width() * volume.height();
        final ImageStack stack = new ImageStack(volume.width(), volume.height());
        for (int z = 0; z < volume.depth(); z++) {
            stack.addSlice("", java.util.Arrays.copyOfRange(volume.grey(), z * slice, (z + 1) * slice));
        }
        final ImageStack result = Filters3D.filter(stack, filter, radii[0], radii[1], radii[2]);
        final float[] all = new float[volume.grey().length];
        for (int z = 0; z < volume.depth(); z++) {
            System.arraycopy(result.getPixels(z + 1), 0, all, z * slice, slice);
        }
        return all;
    }

    /** A wave under a Gaussian, at a voxel whose kernels meet no border. */
    @Test
    void smoothingAndDerivativesOfAWaveAreItsOwn() {
        final GreyVolume wave = GreyVolume.of(47, 49, 51);
        for (int i = 0; i < wave.grey().length; i++) {
            wave.grey()[i] = (float) (Math.cos(FREQUENCY * (i % 47)) * Math.cos(FREQUENCY * (i / 47 % 49)) * Math.cos(FREQUENCY * (i / (47 * 49))));
        }
        final Map<String, float[]> found = features(wave, List.of("Gaussian_blur_4.0", "Derivatives_1_1_1_4.0", "Derivatives_2_2_2_4.0",
            "Derivatives_4_4_4_4.0", "Laplacian_4.0", "Edges_4.0"));
        final double damped = Math.exp(-1.5 * FREQUENCY * FREQUENCY * SIGMA * SIGMA);
        final int at = wave.index(23, 25, 24);
        final double x = FREQUENCY * 23;
        final double y = FREQUENCY * 25;
        final double z = FREQUENCY * 24;
        final double even = damped * Math.cos(x) * Math.cos(y) * Math.cos(z);
        final double odd = damped * Math.sin(x) * Math.sin(y) * Math.sin(z);
        // The smoothing's parabola begins at 2.42 sigma, lies below the Gaussian, and beyond are 0.0155 of it.
        assertEquals(even, found.get("Gaussian_blur_4.0")[at], 3 * 0.0155 * (1 + 1 / 0.6) * damped);
        // Kernels end at 4 (first and second order) or 5 sigma: what is beyond is at most 0.0027 an axis,
        // about a Gaussian whose wave is damped to 0.6.
        final double tolerance = 3 * 0.0027 / 0.6 * damped;
        assertEquals(-odd * Math.pow(FREQUENCY, 3), found.get("Derivatives_1_1_1_4.0")[at], tolerance * Math.pow(FREQUENCY, 3));
        assertEquals(-even * Math.pow(FREQUENCY, 6), found.get("Derivatives_2_2_2_4.0")[at], tolerance * Math.pow(FREQUENCY, 6));
        assertEquals(even * Math.pow(FREQUENCY, 12), found.get("Derivatives_4_4_4_4.0")[at], tolerance * Math.pow(FREQUENCY, 12));
        assertEquals(-3 * FREQUENCY * FREQUENCY * even, found.get("Laplacian_4.0")[at], 3 * FREQUENCY * FREQUENCY * tolerance);
        final double slope = damped * FREQUENCY * Math.sqrt(Math.pow(Math.sin(x) * Math.cos(y) * Math.cos(z), 2)
            + Math.pow(Math.cos(x) * Math.sin(y) * Math.cos(z), 2) + Math.pow(Math.cos(x) * Math.cos(y) * Math.sin(z), 2));
        assertEquals(slope, found.get("Edges_4.0")[at], FREQUENCY * tolerance);
    }

    /** Sigma 0.5 has three taps on a side, 1, e^-2 and e^-8, too few for a parabola. */
    @Test
    void smoothingSpreadsAPointOverItsTaps() {
        final GreyVolume point = GreyVolume.of(9, 10, 11);
        point.grey()[point.index(4, 5, 6)] = 1;
        final float[] smooth = features(point, List.of("Gaussian_blur_0.5")).get("Gaussian_blur_0.5");
        final double sum = 1 + 2 * Math.exp(-2) + 2 * Math.exp(-8);
        assertEquals(Math.pow(sum, -3), smooth[point.index(4, 5, 6)], 1e-6);
        assertEquals(Math.exp(-2 - 8) * Math.pow(sum, -3), smooth[point.index(4, 6, 8)], 1e-9);
        assertEquals(Math.exp(-2 - 2 - 8) * Math.pow(sum, -3), smooth[point.index(2, 4, 7)], 1e-9);
        assertEquals(0, smooth[point.index(7, 5, 6)], 0);
    }

    @Test
    void aSlopeHasItsGradientOneStructureAndNoCurvature() {
        final GreyVolume slope = GreyVolume.of(31, 33, 35);
        for (int i = 0; i < slope.grey().length; i++) {
            slope.grey()[i] = 2 * (i % 31) - 3 * (i / 31 % 33) + 6 * (i / (31 * 33));
        }
        final Map<String, float[]> found = features(slope, List.of("Edges_1.0", "Structure_largest_1.0_3.0", "Structure_middle_1.0_3.0",
            "Hessian_largest_1.0_true", "Difference_of_Gaussian_1.0_2.0"));
        final int at = slope.index(15, 16, 17);
        // The first derivative's kernel ends at 4 sigma and misses 0.0011 of the slope.
        assertEquals(7, found.get("Edges_1.0")[at], 7 * 0.0012);
        assertEquals(49, found.get("Structure_largest_1.0_3.0")[at], 49 * 0.0025);
        assertEquals(0, found.get("Structure_middle_1.0_3.0")[at], 1e-3);
        // Second derivatives are not normalised: the kernel's sum, times the grey value of about 100, is left.
        assertEquals(0, found.get("Hessian_largest_1.0_true")[at], 0.3);
        assertEquals(0, found.get("Difference_of_Gaussian_1.0_2.0")[at], 1e-4);
    }

    @Test
    void differencesAreTheLargeSigmaLessTheSmall() {
        final Map<String, float[]> found = features(noise(15, 13, 11), List.of("Gaussian_blur_1.0", "Gaussian_blur_4.0", "Difference_of_Gaussian_1.0_4.0"));
        for (int i = 0; i < 15 * 13 * 11; i++) {
            assertEquals(found.get("Gaussian_blur_4.0")[i] - found.get("Gaussian_blur_1.0")[i], found.get("Difference_of_Gaussian_1.0_4.0")[i], 0);
        }
    }

    @Test
    void anyCutIntoBlocksGivesTheSameFeatures() {
        final GreyVolume volume = noise(41, 38, 36);
        final StackFeatures cubic = StackFeatures.named(StackFeatureNames.all(new TreeSet<>(List.of(1f, 2f))));
        assertCutsAreAlike(volume, cubic);
        assertCutsAreAlike(volume, on(new VoxelSize(1, 1.3, 1.8), cubic));
        assertCutsAreAlike(volume, on(new VoxelSize(1, 0.9, 0.6), StackFeatures.named(StackFeatureNames.all(new TreeSet<>(List.of(1f))))));
    }

    private static void assertCutsAreAlike(final GreyVolume volume, final StackFeatures features) {
        final float[][] whole = features.of(new VoxelBlock(0, 0, 0, 41, 38, 36, 0, 0, 0, volume));
        for (final int[] box : new int[][] {{0, 0, 0, 20, 19, 5}, {20, 19, 5, 21, 19, 25}, {13, 12, 30, 9, 8, 6}}) {
            final VoxelBlock block = cut(volume, box, features.reach(), features.reachAcrossSlices());
            final float[][] part = features.of(block);
            for (int f = 0; f < part.length; f++) {
                for (int i = 0; i < part[f].length; i++) {
                    final int at = volume.index(box[0] + i % box[3], box[1] + i / box[3] % box[4], box[2] + i / (box[3] * box[4]));
                    assertEquals(whole[f][at], part[f][i], 0, features.names().get(f));
                }
            }
        }
    }

    private static VoxelBlock cut(final GreyVolume volume, final int[] box, final int reach, final int across) {
        final int[] sides = {volume.width(), volume.height(), volume.depth()};
        final int[] from = new int[3];
        final int[] to = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            from[axis] = Math.max(0, box[axis] - (axis == 2 ? across : reach));
            to[axis] = Math.min(sides[axis], box[axis] + box[3 + axis] + (axis == 2 ? across : reach));
        }
        final GreyVolume read = GreyVolume.of(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
        for (int z = 0; z < read.depth(); z++) {
            for (int y = 0; y < read.height(); y++) {
                System.arraycopy(volume.grey(), volume.index(from[0], from[1] + y, from[2] + z), read.grey(), read.index(0, y, z), read.width());
            }
        }
        return new VoxelBlock(box[0], box[1], box[2], box[3], box[4], box[5], box[0] - from[0], box[1] - from[1], box[2] - from[2], read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sobel_filter_1.0", "Hessian_largest_1.0_false", "Gaussian_blur_64.0", "Difference_of_Gaussian_4.0_2.0", "operando_grey"})
    void aFeatureThatNothingComputesIsRefusedByName(final String name) {
        final String message = assertThrows(InputException.class, () -> StackFeatures.named(List.of("original", name))).getMessage();
        assertTrue(message.startsWith("feature " + name), message);
    }

    @Test
    void aModelOfStacksTakesFeaturesOfStacks() {
        final ModelHeader header = new ModelHeader("TWS-3D-v4.0.0-grayscale", List.of("original", "Mean_1.0"), List.of("void", "lithium"));
        assertEquals(1, header.voxelFeatures("a.model").reachAcrossSlices());
        final ModelHeader flat = new ModelHeader("TWS-2D-v4.0.0-grayscale", List.of("original", "Mean_1.0"), List.of("void", "lithium"));
        assertEquals(0, flat.voxelFeatures("a.model").reachAcrossSlices());
    }
}
