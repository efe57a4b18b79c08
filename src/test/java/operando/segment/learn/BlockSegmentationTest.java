package operando.segment.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.CancelledException;
import operando.engine.Cores;
import operando.engine.DistantEngine;
import operando.engine.Engine;
import operando.engine.Progress;
import operando.scan.AxisView;
import operando.scan.MemoryScan;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.StackAxis;
import operando.scan.VoxelSizeOverride;
import operando.scan.tiff.StackWriter;
import operando.segment.feature.LocalFeatures;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.feature.slice.FeatureGroup;
import operando.segment.feature.slice.FeatureSettings;
import operando.segment.feature.slice.SliceFeatures;
import operando.segment.learn.forest.BlockClassifier;
import operando.segment.learn.forest.Forest;
import operando.segment.learn.forest.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockSegmentationTest {

    private static final VoxelSize VOXEL = new VoxelSize(1, 2, 3);
    private static final VoxelFeatures FEATURES = LocalFeatures.ofTexture();
    private static final ClassLabels LABELS = new ClassLabels(List.of("dark", "grey", "bright"));
    private static final long PLENTY = 1L << 30;

    @TempDir
    private Path folder;

    /** Bright, dark or in between, by the grey value smoothed by one voxel. */
    private static final class BySmoothedGrey implements BlockClassifier {

        @Override
        public int classCount() {
            return 3;
        }

        @Override
        public void classify(final float[][] features, final byte[] classes) {
            final float[] smooth = features[FEATURES.names().indexOf("operando_smoothed_1.0")];
            for (int i = 0; i < classes.length; i++) {
                classes[i] = (byte) (smooth[i] < 120 ? 0 : smooth[i] < 135 ? 1 : 2);
            }
        }

        @Override
        public void probabilities(final float[][] features, final float[][] probabilities) {
            final byte[] classes = new byte[features[0].length];
            classify(features, classes);
            for (int i = 0; i < classes.length; i++) {
                probabilities[classes[i]][i] = 1;
            }
        }
    }

    private static Scan noise(final int width, final int height, final int depth) {
        final Random random = new Random(11);
        final List<float[]> slices = new ArrayList<>();
        for (int z = 0; z < depth; z++) {
            final float[] slice = new float[width * height];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = 255 * random.nextFloat();
            }
            slices.add(slice);
        }
        return new MemoryScan("noise", width, height, slices, Optional.of(VOXEL));
    }

    private byte[] labels(final Scan scan, final long memory, final int threads) {
        final Path file = folder.resolve("labels-" + memory + "-" + threads + ".tif");
        try (Cores cores = new Cores(threads)) {
            new BlockSegmentation(FEATURES, new BySmoothedGrey(), memory)
                .writeLabels(scan, VOXEL, LABELS, file, cores, Progress.SILENT);
        }
        try (Scan written = ScanFile.open(file)) {
            final byte[] all = new byte[scan.width() * scan.height() * scan.depth()];
            final byte[] slice = new byte[scan.width() * scan.height()];
            for (int z = 0; z < scan.depth(); z++) {
                written.readSlice(z, slice);
                System.arraycopy(slice, 0, all, z * slice.length, slice.length);
            }
            return all;
        }
    }

    @Test
    void labelsAreTheSameForAnyMemoryAndAnyNumberOfThreads() {
        final Scan scan = noise(83, 71, 19);
        final byte[] plenty = labels(scan, PLENTY, 1);
        assertArrayEquals(plenty, labels(scan, 2_000_000, 2));
        assertArrayEquals(plenty, labels(scan, 40_000, 3));
        final float[][] whole = FEATURES.of(VoxelBlock.read(scan, 0, 0, 0, 83, 71, 19, FEATURES.reach(), FEATURES.reach()));
        final byte[] classes = new byte[whole[0].length];
        new BySmoothedGrey().classify(whole, classes);
        for (int i = 0; i < classes.length; i++) {
            assertEquals(classes[i] + 1, plenty[i]);
        }
    }

    private static List<byte[]> slices(final Scan scan, final VoxelFeatures features, final BlockClassifier classifier, final Engine engine) {
        final List<byte[]> slices = new ArrayList<>();
        new BlockSegmentation(features, classifier, 4_000_000).labelSlices(scan, LABELS, slices::add, engine, Progress.SILENT);
        return slices;
    }

    private static void requireSameFarAway(final Scan scan, final VoxelFeatures features, final BlockClassifier classifier) {
        try (Cores cores = new Cores(2)) {
            final DistantEngine distant = new DistantEngine(cores);
            final List<byte[]> here = slices(scan, features, classifier, cores);
            final List<byte[]> there = slices(scan, features, classifier, distant);
            assertEquals(scan.depth(), there.size());
            for (int z = 0; z < scan.depth(); z++) {
                assertArrayEquals(here.get(z), there.get(z));
            }
            final long pixels = (long) scan.width() * scan.height() * scan.depth();
            assertTrue(distant.bytesSent() < pixels, "sent " + distant.bytesSent() + " bytes for " + pixels + " voxels");
        }
    }

    // 3-D features, which bands see each other; 2-D ones that need whole slices; each with a trained forest.
    @Test
    void anEngineThatSendsTasksAwayFindsTheSameLabels() {
        final Path file = folder.resolve("noise.tif");
        final Scan noise = noise(83, 71, 19);
        try (StackWriter writer = StackWriter.create(file, 83, 71, 19, PixelType.FLOAT32, VOXEL)) {
            for (int z = 0; z < 19; z++) {
                writer.write(((MemoryScan) noise).slices().get(z));
            }
        }
        try (Scan scan = AxisView.along(new VoxelSizeOverride(ScanFile.open(file), VOXEL), StackAxis.Y)) {
            requireSameFarAway(scan, FEATURES, new BySmoothedGrey());
            final VoxelFeatures whole = SliceFeatures.of(FeatureSettings.of(Set.of(FeatureGroup.ENTROPY, FeatureGroup.KUWAHARA)));
            final Forest forest = new Forest(whole.names().size(), 3, List.of(tree(0, 100), tree(1, 120), tree(2, 110)));
            requireSameFarAway(scan, whole, forest);
        }
    }

    private static Tree tree(final int feature, final double threshold) {
        return new Tree(new int[] {feature, Tree.LEAF, Tree.LEAF}, new double[] {threshold, 0, 0}, new int[] {1, 0, 0},
            new double[3][], new double[][] {null, {0.7, 0.2, 0.1}, {0.1, 0.2, 0.7}});
    }

    @Test
    void probabilitiesOfAllClassesAreWrittenApart() {
        final Scan scan = noise(20, 17, 5);
        final List<Path> files = List.of(folder.resolve("a.tif"), folder.resolve("b.tif"), folder.resolve("c.tif"));
        try (Cores cores = new Cores(2)) {
            new BlockSegmentation(FEATURES, new BySmoothedGrey(), PLENTY).writeProbabilities(scan, VOXEL, files, cores, Progress.SILENT);
        }
        final byte[] labels = labels(scan, PLENTY, 2);
        for (int c = 0; c < 3; c++) {
            try (Scan probability = ScanFile.open(files.get(c))) {
                final float[] slice = new float[20 * 17];
                probability.readSlice(3, slice);
                for (int i = 0; i < slice.length; i++) {
                    assertEquals(labels[3 * slice.length + i] == c + 1 ? 1 : 0, slice[i]);
                }
            }
        }
    }

    @Test
    void aCancelledSegmentationLeavesNoFile() {
        final Path file = folder.resolve("cancelled.tif");
        try (Cores cores = new Cores(2)) {
            assertThrows(CancelledException.class, () -> new BlockSegmentation(FEATURES, new BySmoothedGrey(), PLENTY)
                .writeLabels(noise(40, 30, 9), VOXEL, LABELS, file, cores, (fraction, stage) -> {
                    throw new CancelledException();
                }));
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void aVoxelThatIsNoNumberIsRefusedAndNothingIsWritten() {
        final Scan scan = noise(12, 9, 4);
        ((float[]) ((MemoryScan) scan).slices().get(2))[5] = Float.NaN;
        final Path file = folder.resolve("refused.tif");
        try (Cores cores = new Cores(1)) {
            assertThrows(InputException.class, () -> new BlockSegmentation(FEATURES, new BySmoothedGrey(), PLENTY)
                .writeLabels(scan, VOXEL, LABELS, file, cores, Progress.SILENT));
        }
        assertFalse(Files.exists(file));
    }
}
