package operando.segment.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.segment.feature.LocalFeatures;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.forest.Forest;
import operando.segment.learn.forest.Tree;
import operando.segment.learn.modelfile.TrainingRows;

/** A forest depends on which voxels belong together, not on what they are called. */
class NamesOfClassesTest {

    private static final int WIDTH = 47;
    private static final int HEIGHT = 39;
    private static final int DEPTH = 5;
    private static final VoxelFeatures FEATURES = LocalFeatures.ofBrightness();

    private final Scan scan = stack("scan", 3, 1, 251);
    private final Scan labels = stack("labels", 4, 25, 4);

    /** One voxel in some has a value below the bound, the others 0. */
    private static Scan stack(final String name, final long seed, final int every, final int bound) {
        final Random random = new Random(seed);
        final List<byte[]> slices = new ArrayList<>();
        for (int z = 0; z < DEPTH; z++) {
            final byte[] slice = new byte[WIDTH * HEIGHT];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (byte) (random.nextInt(every) == 0 ? random.nextInt(bound) : 0);
            }
            slices.add(slice);
        }
        return new MemoryScan(name, WIDTH, HEIGHT, slices, Optional.empty());
    }

    private TrainingResult train(final List<Integer> values, final List<String> names, final TrainingSettings settings) {
        try (Cores cores = new Cores(2)) {
            return new Training(settings).train(rows(values, names, cores), cores, Progress.SILENT);
        }
    }

    // Of each class a random choice is taken.
    private TrainingRows rows(final List<Integer> values, final List<String> names, final Cores cores) {
        return LabelledVoxels.in(labels, scan, new TrainingLabels(values, names), 60, 7).rows(scan, FEATURES, "made", cores, Progress.SILENT);
    }

    @Property(seed = "1", tries = 12)
    void sameLabelsGiveTheSameVotesWhateverTheNamesAndTheirOrder(@ForAll final long shuffle, @ForAll @IntRange(min = 1, max = 9) final int seed,
        @ForAll final boolean balanced) {
        final TrainingSettings settings = TrainingSettings.defaults().withTrees(12).withSeed(seed).withBalance(balanced);
        final List<Integer> values = new ArrayList<>(List.of(1, 2, 3));
        final TrainingResult plain = train(values, List.of("class 1", "class 2", "class 3"), settings);
        Collections.shuffle(values, new Random(shuffle));
        final TrainingResult renamed = train(values, values.stream().map(value -> "no. " + (shuffle ^ value)).toList(), settings);
        final Forest forest = (Forest) plain.model().classifier();
        final Forest other = (Forest) renamed.model().classifier();
        for (int t = 0; t < forest.treeCount(); t++) {
            final Tree tree = forest.trees().get(t);
            assertArrayEquals(tree.threshold(), other.trees().get(t).threshold());
            assertArrayEquals(tree.feature(), other.trees().get(t).feature());
        }
        assertSameVotes(forest, other, values);
        assertEquals(plain.test().orElseThrow().accuracy(), renamed.test().orElseThrow().accuracy());
        assertEquals(plain.test().orElseThrow().counts()[1][2], renamed.test().orElseThrow().counts()[values.indexOf(2)][values.indexOf(3)]);
    }

    private static void assertSameVotes(final Forest forest, final Forest other, final List<Integer> values) {
        final Random random = new Random(5);
        for (int voxel = 0; voxel < 300; voxel++) {
            final float[] features = new float[FEATURES.names().size()];
            IntStream.range(0, features.length).forEach(f -> features[f] = random.nextInt(251));
            final double[] votes = new double[3];
            final double[] moved = new double[3];
            forest.probabilities(features, votes);
            other.probabilities(features, moved);
            for (int c = 0; c < 3; c++) {
                // The sum that both are divided by is taken in the order of the classes.
                assertEquals(votes[values.get(c) - 1], moved[c], 4 * Math.ulp(1.0));
            }
        }
    }

    @Property(seed = "1", tries = 5)
    void aTreeOfWekaDoesNotHeedTheNames(@ForAll @IntRange(min = 1, max = 99) final int seed) {
        final TrainingSettings settings = TrainingSettings.defaults().withClassifier("weka.classifiers.trees.RandomTree", "").withSeed(seed);
        final List<Integer> values = List.of(1, 2, 3);
        assertArrayEquals(train(values, List.of("a", "b", "c"), settings).test().orElseThrow().counts(),
            train(values, List.of("x", "yy", "z z"), settings).test().orElseThrow().counts());
    }

    @Property(seed = "1", tries = 1)
    void aVoxelGivenToTwoClassesDoesNotBringTheirOrderIn() {
        try (Cores cores = new Cores(1)) {
            final LabelledVoxels some = new LabelledVoxels(List.of("a", "b"));
            final LabelledVoxels others = new LabelledVoxels(List.of("b", "a"));
            final int[][] voxels = {{5, 5, 2, 0}, {5, 5, 2, 1}, {4, 5, 2, 1}, {9, 1, 4, 0}, {9, 1, 4, 1}, {0, 0, 0, 0}};
            for (final int[] voxel : voxels) {
                some.add(voxel[3], voxel[0], voxel[1], voxel[2]);
                others.add(1 - voxel[3], voxel[0], voxel[1], voxel[2]);
            }
            final TrainingRows one = some.rows(scan, FEATURES, "made", cores, Progress.SILENT);
            final TrainingRows two = others.rows(scan, FEATURES, "made", cores, Progress.SILENT);
            assertArrayEquals(one.rows(), two.rows());
            assertArrayEquals(one.classes(), IntStream.of(two.classes()).map(c -> 1 - c).toArray());
        }
    }
}
