package operando.segment.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import org.junit.jupiter.api.Test;

class LocalFeaturesTest {

    private static final LocalFeatures TEXTURE = LocalFeatures.ofTexture();

    private interface Grey {
        double at(double x, double y, double z);
    }

    private static Scan scan(final int width, final int height, final int depth, final Grey grey) {
        final List<float[]> slices = new ArrayList<>();
        for (int z = 0; z < depth; z++) {
            final float[] slice = new float[width * height];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (float) grey.at(i % width, i / width, z);
            }
            slices.add(slice);
        }
        return new MemoryScan("made", width, height, slices, Optional.of(VoxelSize.cubic(1)));
    }

    private static float[] feature(final float[][] all, final String name) {
        return all[TEXTURE.names().indexOf("operando_" + name)];
    }

    private static float[][] middle(final Scan scan) {
        return TEXTURE.of(VoxelBlock.read(scan, scan.width() / 2, scan.height() / 2, scan.depth() / 2, 1, 1, 1, TEXTURE.reach(),
            TEXTURE.reachAcrossSlices()));
    }

    @Test
    void aSlopeHasItsGradientAndNoCurvature() {
        final float[][] features = middle(scan(41, 37, 39, (x, y, z) -> 2 * x - 3 * y + 6 * z));
        assertEquals(7, feature(features, "gradient_1.0")[0], 1e-4);
        assertEquals(4 * 7, feature(features, "gradient_4.0")[0], 1e-3);
        assertEquals(0, feature(features, "hessian_largest_2.0")[0], 1e-3);
        // One direction of change: the only eigenvalue is the gradient's square.
        assertEquals(4 * 49, feature(features, "structure_largest_2.0")[0], 0.05);
        assertEquals(0, feature(features, "structure_middle_2.0")[0], 0.05);
    }

    @Test
    void aParabolaHasItsCurvaturesAtEveryScale() {
        final float[][] features = middle(scan(41, 37, 39, (x, y, z) -> 0.5 * x * x + 0.1 * y * y - 0.3 * z * z));
        for (final double sigma : new double[] {1, 2, 4}) {
            final double scale = sigma * sigma;
            assertEquals(1.0 * scale, feature(features, "hessian_largest_" + sigma)[0], 2e-3 * scale);
            assertEquals(0.2 * scale, feature(features, "hessian_middle_" + sigma)[0], 2e-3 * scale);
            assertEquals(-0.6 * scale, feature(features, "hessian_smallest_" + sigma)[0], 2e-3 * scale);
        }
    }

    @Test
    void smoothingABlobWidensItBySigma() {
        final double own = 3;
        final float[][] features = middle(scan(61, 61, 61, (x, y, z) ->
            100 * Math.exp(-((x - 30) * (x - 30) + (y - 30) * (y - 30) + (z - 30) * (z - 30)) / (2 * own * own))));
        // Cutting the kernel at three sigma leaves out 0.3 % of its mass an axis.
        assertEquals(100 * Math.pow(own * own / (own * own + 4), 1.5), feature(features, "smoothed_2.0")[0], 0.5);
    }

    @Test
    void turningTheStackTurnsNothingInTheFeatures() {
        final Grey grey = (x, y, z) -> Math.sin(0.3 * x) * Math.cos(0.2 * y + 0.1 * z) * 50;
        final float[][] one = middle(scan(43, 43, 43, grey));
        final float[][] turned = middle(scan(43, 43, 43, (x, y, z) -> grey.at(z, x, y)));
        for (int f = 0; f < one.length; f++) {
            assertEquals(one[f][0], turned[f][0], 1e-3, TEXTURE.names().get(f));
        }
    }

    @Test
    void anyCutIntoBlocksGivesTheSameFeatures() {
        final Random random = new Random(4);
        final Scan scan = scan(23, 19, 17, (x, y, z) -> 100 * random.nextDouble());
        final float[][] whole = TEXTURE.of(VoxelBlock.read(scan, 0, 0, 0, 23, 19, 17, TEXTURE.reach(), TEXTURE.reachAcrossSlices()));
        final VoxelBlock part = VoxelBlock.read(scan, 5, 3, 7, 9, 4, 6, TEXTURE.reach(), TEXTURE.reachAcrossSlices());
        final float[][] cut = TEXTURE.of(part);
        for (int f = 0; f < cut.length; f++) {
            for (int i = 0; i < part.size(); i++) {
                final int x = 5 + i % 9;
                final int y = 3 + i / 9 % 4;
                final int z = 7 + i / 36;
                assertEquals(whole[f][(z * 19 + y) * 23 + x], cut[f][i], TEXTURE.names().get(f));
            }
        }
    }

    @Test
    void aSingleSliceHasNoDerivativeAcross() {
        final Scan scan = scan(30, 31, 1, (x, y, z) -> x * x);
        final float[][] features = middle(scan);
        assertEquals(2, feature(features, "hessian_largest_1.0")[0], 1e-3);
        assertEquals(0, feature(features, "hessian_smallest_1.0")[0], 1e-3);
    }

    @Test
    void depthIsCountedFromNearTheNearerInterface() {
        try (Cores cores = new Cores(2)) {
            final Scan scan = new Phantom(PhantomSettings.defaults().withSize(40, 36, 90)).inMemory(0, cores);
            final VoxelFeatures features = LocalFeatures.ofCell().on(scan, cores, Progress.SILENT);
            final float[][] column = features.of(VoxelBlock.read(scan, 20, 17, 0, 1, 1, 90, features.reach(), features.reach()));
            final float[] depth = column[column.length - 1];
            assertTrue(depth[45] > 2 && depth[2] < 0 && depth[87] < 0, depth[45] + " " + depth[2]);
            // It is the same within 8 voxels of either interface.
            assertEquals(32, IntStream.range(0, 90).filter(z -> depth[z] == 0).count(), 2);
            assertEquals(1, depth[3] - depth[2], 1e-5);
            assertEquals(-1, depth[87] - depth[86], 1e-5);
        }
    }

    @Test
    void aFeatureOfAnotherSetIsRefusedByName() {
        assertTrue(assertThrows(InputException.class, () -> LocalFeatures.named(List.of("operando_grey", "Kuwahara_19_ 10_0")))
            .getMessage().contains("Kuwahara_19_ 10_0"));
    }
}
