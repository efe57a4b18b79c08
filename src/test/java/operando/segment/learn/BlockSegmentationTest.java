package operando.segment.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.CancelledException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.segment.feature.LocalFeatures;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.forest.BlockClassifier;
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
