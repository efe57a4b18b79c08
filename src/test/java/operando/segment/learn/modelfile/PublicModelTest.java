package operando.segment.learn.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.feature.slice.FeatureGroup;
import operando.segment.feature.slice.FeatureSettings;
import operando.segment.learn.BlockSegmentation;
import operando.segment.learn.ClassLabels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A published model that somebody trained with Trainable Weka Segmentation, with nearly all of its 2-D features, on an image. */
class PublicModelTest {

    private static final int WIDTH = 131;
    private static final int HEIGHT = 97;
    private static final int DEPTH = 2;
    private static final long PLENTY = 1L << 30;
    // Not enough for blocks of the usual size.
    private static final long LITTLE = 80L << 20;

    private static TrainedClassifier model;

    @BeforeAll
    static void readModel() {
        final Path file = Path.of(System.getProperty("operando.shared", "../shared/data")).resolve("tws-interop/garcialab-1024.model");
        assumeTrue(Files.exists(file), "no public model beside the repository: " + file);
        model = ModelFile.read(file);
    }

    /** Spots of the size and brightness of the model's nuclei, or so, in noise; brighter from slice to slice. */
    private static Scan spots() {
        final Random random = new Random(8);
        final List<byte[]> slices = new ArrayList<>();
        for (int z = 0; z < DEPTH; z++) {
            final byte[] slice = new byte[WIDTH * HEIGHT];
            for (int i = 0; i < slice.length; i++) {
                final double x = i % WIDTH % 33 - 16.0;
                final double y = i / WIDTH % 31 - 15.0;
                slice[i] = (byte) (15 + (60 + 30 * z) * Math.exp(-(x * x + y * y) / 60) + random.nextInt(12));
            }
            slices.add(slice);
        }
        return new MemoryScan("spots", WIDTH, HEIGHT, slices, Optional.of(VoxelSize.cubic(1)));
    }

    @Test
    void itsFeaturesAreAllButTwoGroupsInTheNaturalOrder() {
        final Set<FeatureGroup> groups = EnumSet.complementOf(EnumSet.of(FeatureGroup.ANISOTROPIC_DIFFUSION, FeatureGroup.GABOR,
            FeatureGroup.ORIGINAL_NEIGHBORS));
        assertEquals(FeatureSettings.of(groups).names(), model.header().features());
    }

    @Test
    void itFindsTheSameWhateverTheBlocksAndThreads() {
        final byte[] expected = slicesAtOnce();
        assertEquals(2, IntStream.range(0, expected.length).map(i -> expected[i]).distinct().count());
        assertArrayEquals(expected, labels(PLENTY, 1));
        assertArrayEquals(expected, labels(LITTLE, 3));
    }

    private static byte[] slicesAtOnce() {
        final Scan scan = spots();
        final VoxelFeatures features = model.header().voxelFeatures("model");
        final byte[] all = new byte[WIDTH * HEIGHT * DEPTH];
        for (int z = 0; z < DEPTH; z++) {
            final byte[] classes = new byte[WIDTH * HEIGHT];
            model.classifier().classify(features.of(VoxelBlock.read(scan, 0, 0, z, WIDTH, HEIGHT, 1, features.reach(), 0)), classes);
            new ClassLabels(model.header().classes()).paint(classes);
            System.arraycopy(classes, 0, all, z * classes.length, classes.length);
        }
        return all;
    }

    private static byte[] labels(final long memory, final int threads) {
        final byte[] all = new byte[WIDTH * HEIGHT * DEPTH];
        final int[] written = new int[1];
        try (Cores cores = new Cores(threads)) {
            new BlockSegmentation(model.header().voxelFeatures("model"), model.classifier(), memory).labelSlices(spots(),
                new ClassLabels(model.header().classes()), slice -> {
                    System.arraycopy(slice, 0, all, written[0], slice.length);
                    written[0] += slice.length;
                }, cores, Progress.SILENT);
        }
        return all;
    }
}
