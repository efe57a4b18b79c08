package operando.segment.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.segment.feature.FeatureSets;
import operando.segment.feature.LocalFeatures;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.modelfile.ModelFile;
import operando.segment.learn.modelfile.TrainedClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model run on an image unlike those it was trained on says in what. */
class LikenessTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 52;
    private static final int DEPTH = 9;
    private static final VoxelFeatures FEATURES = LocalFeatures.named(List.of("operando_grey", "operando_smoothed_1.0", "operando_gradient_1.0"));

    @TempDir
    private Path folder;

    /** Dark on the left, bright on the right, with noise. */
    private static short[][] greys(final long seed, final double noise) {
        final Random random = new Random(seed);
        final short[][] slices = new short[DEPTH][WIDTH * HEIGHT];
        for (final short[] slice : slices) {
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (short) Math.max(0, Math.min(255, (i % WIDTH < 30 ? 80 : 150) + noise * random.nextGaussian()));
            }
        }
        return slices;
    }

    private static Scan bytes(final short[][] greys, final Optional<VoxelSize> voxel) {
        final List<byte[]> slices = new ArrayList<>();
        for (final short[] grey : greys) {
            final byte[] slice = new byte[grey.length];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (byte) grey[i];
            }
            slices.add(slice);
        }
        return new MemoryScan("scan", WIDTH, HEIGHT, slices, voxel);
    }

    private static Scan words(final short[][] greys, final double factor, final double added) {
        final List<short[]> slices = new ArrayList<>();
        for (final short[] grey : greys) {
            final short[] slice = new short[grey.length];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (short) (factor * grey[i] + added);
            }
            slices.add(slice);
        }
        return new MemoryScan("scan", WIDTH, HEIGHT, slices, Optional.empty());
    }

    private static TrainedClassifier trained(final Scan scan) {
        final LabelledVoxels voxels = new LabelledVoxels(List.of("dark", "bright"));
        for (int i = 0; i < 60; i++) {
            voxels.add(0, i % 20 + 3, i % 7 + 9, i % DEPTH);
            voxels.add(1, i % 20 + 36, i % 5 + 30, i % DEPTH);
        }
        try (Cores cores = new Cores(2)) {
            return new Training(TrainingSettings.defaults().withTrees(5)).train(
                voxels.rows(scan, FEATURES, FeatureSets.relation(FEATURES), cores, Progress.SILENT), cores, Progress.SILENT).model();
        }
    }

    private static List<String> differences(final TrainedClassifier trained, final Scan scan) {
        final Likeness likeness = new Likeness(trained, "a.model");
        final List<String> all = new ArrayList<>(likeness.differences(scan));
        try (Cores cores = new Cores(2)) {
            all.addAll(likeness.differences(scan, new BlockSegmentation(FEATURES, trained, 1L << 28).labelSlices(scan,
                new ClassLabels(trained.header().classes()), slice -> { }, cores, Progress.SILENT)));
        }
        return all;
    }

    private static void assertOnly(final List<String> differences, final String... words) {
        assertEquals(words.length, differences.size(), differences.toString());
        for (int i = 0; i < words.length; i++) {
            assertTrue(differences.get(i).contains(words[i]), differences.toString());
        }
    }

    @Test
    void anotherScanTakenAlikeIsNotWarnedOf() {
        final TrainedClassifier trained = trained(bytes(greys(1, 6), Optional.of(VoxelSize.cubic(1.7))));
        assertOnly(differences(trained, bytes(greys(2, 6), Optional.of(VoxelSize.cubic(1.7)))));
        assertOnly(differences(trained, bytes(greys(3, 7), Optional.empty())));
        assertEquals(Optional.empty(), new Likeness(trained, "a.model").unknown());
    }

    @Test
    void eachDifferenceIsNamed() {
        final TrainedClassifier trained = trained(bytes(greys(1, 6), Optional.of(new VoxelSize(1.7, 1.7, 2))));
        assertOnly(differences(trained, words(greys(2, 6), 1, 0)), "16-bit unsigned, those trained on are 8-bit unsigned");
        assertOnly(differences(trained, words(greys(2, 6), 257, 0)), "16-bit", "grey values lie between", "3 of 3 features are out of the range seen");
        assertOnly(differences(trained, bytes(greys(2, 6), Optional.of(new VoxelSize(1.7, 1.7, 3)))), "its voxels are 1.7 x 1.7 x 3 µm, those trained on 1.7 x 1.7 x 2 µm");
        // Noise of 20 grey values makes gradients that were not seen, and greys.
        final List<String> noisy = differences(trained, bytes(greys(2, 20), Optional.empty()));
        assertOnly(noisy, "grey values lie between", "features are out of the range seen");
        assertTrue(noisy.get(1).contains("operando_grey in "), noisy.get(1));
    }

    @Test
    void whatWasTrainedOnStaysWithTheModelFile() {
        final TrainedClassifier trained = trained(bytes(greys(1, 6), Optional.of(VoxelSize.cubic(1.7))));
        for (final String name : List.of("a.model", "b.model.gz")) {
            ModelFile.write(folder.resolve(name), trained);
            final TrainedClassifier read = ModelFile.read(folder.resolve(name));
            assertEquals(trained.record().orElseThrow().images(), read.record().orElseThrow().images());
            assertArrayEquals(trained.record().orElseThrow().features().least(), read.record().orElseThrow().features().least());
            assertArrayEquals(trained.record().orElseThrow().features().largest(), read.record().orElseThrow().features().largest());
        }
        ModelFile.write(folder.resolve("c.model"), new TrainedClassifier(trained.header(), trained.classifier(), Optional.empty()));
        final Likeness without = new Likeness(ModelFile.read(folder.resolve("c.model")), "c.model");
        assertTrue(without.unknown().orElseThrow().contains("cannot be checked"), without.unknown().toString());
        assertFalse(without.differences(words(greys(2, 6), 257, 0)).size() > 0);
    }

    @Test
    void scansTrainedOnTogetherSpanTheRange() {
        final TrainedClassifier dark = trained(words(greys(1, 6), 1, 0));
        final TrainedClassifier bright = trained(words(greys(1, 6), 1, 60));
        final TrainedClassifier both = new TrainedClassifier(dark.header(), dark.classifier(), Optional.of(dark.record().orElseThrow().with(bright.record().orElseThrow())));
        assertEquals(2, differences(dark, words(greys(2, 6), 1, 60)).size());
        assertOnly(differences(both, words(greys(2, 6), 1, 60)));
        assertOnly(differences(both, words(greys(2, 6), 1, 30)));
    }
}
