package operando.segment.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import org.junit.jupiter.api.Test;

class WideFeaturesTest {

    private static final int WIDTH = 90;
    private static final int HEIGHT = 83;
    private static final int DEPTH = 70;

    /** @param grey of a voxel at x, y, z */
    private static Scan scan(final ToDoubleFunction<int[]> grey) {
        final List<float[]> slices = new ArrayList<>();
        for (int z = 0; z < DEPTH; z++) {
            final float[] slice = new float[WIDTH * HEIGHT];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (float) grey.applyAsDouble(new int[] {i % WIDTH, i / WIDTH, z});
            }
            slices.add(slice);
        }
        return new MemoryScan("made", WIDTH, HEIGHT, slices, Optional.empty());
    }

    private static float[][] of(final Scan scan, final VoxelFeatures features, final int x, final int y, final int z, final int width, final int height, final int depth) {
        try (Cores cores = new Cores(2)) {
            final VoxelFeatures ready = features.on(scan, cores, Progress.SILENT);
            return ready.of(VoxelBlock.read(scan, x, y, z, width, height, depth, ready.reach(), ready.reachAcrossSlices()));
        }
    }

    private static double wave(final int[] at) {
        return 100 + 40 * Math.sin(0.31 * at[0]) * Math.cos(0.23 * at[1]) + 30 * Math.sin(0.17 * at[2] + 0.05 * at[0]);
    }

    @Test
    void anyBlockGivesTheSameNumbers() {
        final Scan scan = scan(WideFeaturesTest::wave);
        final VoxelFeatures features = FeatureSets.named(List.of("operando_hessian_middle_8.0", "operando_grey", "operando_structure_largest_16.0", "operando_smoothed_8.0"), "made", "test");
        assertEquals(List.of("operando_hessian_middle_8.0", "operando_grey", "operando_structure_largest_16.0", "operando_smoothed_8.0"), features.names());
        final float[][] whole = of(scan, features, 0, 0, 0, WIDTH, HEIGHT, DEPTH);
        final float[][] part = of(scan, features, 37, 22, 41, 19, 30, 11);
        for (int f = 0; f < 4; f++) {
            for (int i = 0; i < part[f].length; i++) {
                final int at = ((41 + i / (19 * 30)) * HEIGHT + 22 + i / 19 % 30) * WIDTH + 37 + i % 19;
                assertEquals(whole[f][at], part[f][i], 1e-4 * Math.max(1, Math.abs(whole[f][at])), features.names().get(f));
            }
        }
    }

    @Test
    void aRampIsSmoothedToItselfAndHasItsSlopeTimesSigma() {
        final Scan ramp = scan(at -> 3 * at[0] + 2 * at[1] - at[2]);
        final VoxelFeatures features = WideFeatures.named(List.of("operando_smoothed_8.0", "operando_gradient_8.0", "operando_hessian_largest_8.0"));
        // Far from the borders of the scan, where the nearest voxel goes on.
        final float[][] found = of(ramp, features, 43, 40, 33, 5, 4, 3);
        final double slope = 8 * Math.sqrt(9 + 4 + 1);
        for (int i = 0; i < found[0].length; i++) {
            assertEquals(3 * (43 + i % 5) + 2 * (40 + i / 5 % 4) - (33 + i / 20), found[0][i], 0.2);
            assertEquals(slope, found[1][i], 0.02 * slope);
            assertEquals(0, found[2][i], 0.02 * slope);
        }
    }

    @Test
    void aSliceIsAStackOfOne() {
        final float[] slice = new float[50 * 41];
        for (int i = 0; i < slice.length; i++) {
            slice[i] = i % 50 < 25 ? 10 : 200;
        }
        final Scan flat = new MemoryScan("flat", 50, 41, List.of(slice), Optional.empty());
        final WideFeatures features = WideFeatures.ofTexture();
        final float[][] found = of(flat, features, 0, 0, 0, 50, 41, 1);
        assertEquals(features.names().size(), found.length);
        final float[] smoothed = found[features.names().indexOf("operando_smoothed_8.0")];
        // At an edge the Gaussian of one half, 95 grey values either side of the mean, within what cubes of 4 voxels blur.
        assertEquals(105, (smoothed[20 * 50 + 24] + smoothed[20 * 50 + 25]) / 2, 6);
        assertTrue(smoothed[20 * 50 + 2] < 40 && smoothed[20 * 50 + 47] > 170);
        assertArrayEquals(LocalFeatures.ofTexture().of(VoxelBlock.read(flat, 0, 0, 0, 50, 41, 1, 13, 13))[3], found[3]);
        assertThrows(IllegalStateException.class, () -> features.of(VoxelBlock.read(flat, 0, 0, 0, 50, 41, 1, 13, 13)));
    }
}
