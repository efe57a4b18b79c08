package operando.segment.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import operando.cell.InputException;
import operando.engine.CancelledException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.segment.learn.forest.Forest;
import operando.segment.learn.forest.VoxelClassifier;
import operando.segment.learn.modelfile.ModelHeader;
import operando.segment.learn.modelfile.TrainingRows;
import operando.segment.learn.modelfile.WekaRows;
import org.junit.jupiter.api.Test;
import weka.classifiers.trees.RandomForest;
import weka.core.Instances;

class TrainingTest {

    private static final ModelHeader HEADER = new ModelHeader("test", List.of("noise", "signal", "weak"), List.of("dark", "bright"));
    private static final TrainingSettings SETTINGS = TrainingSettings.defaults().withTrees(60);

    /** The second feature of a bright voxel is 1 larger on average than of a dark one, standard deviation 0.5. */
    private static TrainingRows rows(final int dark, final int bright, final long seed) {
        final Random random = new Random(seed);
        final float[][] rows = new float[dark + bright][];
        final int[] classes = new int[dark + bright];
        for (int row = 0; row < rows.length; row++) {
            classes[row] = row < dark ? 0 : 1;
            rows[row] = new float[] {(float) random.nextGaussian(), (float) (classes[row] + 0.5 * random.nextGaussian()),
                (float) (classes[row] + 2 * random.nextGaussian())};
        }
        return new TrainingRows(HEADER, rows, classes);
    }

    private static TrainingResult train(final TrainingRows rows, final TrainingSettings settings, final int threads) {
        try (Cores cores = new Cores(threads)) {
            return new Training(settings).train(rows, cores, Progress.SILENT);
        }
    }

    @Test
    void trainedForestVotesAsWekasToTheBit() throws Exception {
        final TrainingRows rows = rows(150, 170, 1);
        final VoxelClassifier ours = train(rows, SETTINGS.withClassifier(TrainingSettings.RANDOM_FOREST, "").withSeed(5), 2).model().classifier();
        final RandomForest weka = new RandomForest();
        weka.setNumIterations(60);
        weka.setSeed(5);
        weka.buildClassifier(rows.instances());
        final Instances unseen = rows(40, 60, 2).instances();
        for (int row = 0; row < unseen.size(); row++) {
            final double[] votes = new double[2];
            ours.probabilities(WekaRows.features(unseen, row), votes);
            assertArrayEquals(weka.distributionForInstance(unseen.instance(row)), votes, 0.0);
        }
    }

    @Test
    void crossValidationOfATableAgreesWithRowsNeverSeen() {
        final TrainingResult result = train(rows(1000, 1000, 3), SETTINGS, 2);
        final ConfusionMatrix test = result.test().orElseThrow();
        final TrainingRows unseen = rows(1000, 1000, 4);
        final int[] predicted = new int[unseen.size()];
        for (int row = 0; row < predicted.length; row++) {
            predicted[row] = result.model().classifier().classOf(unseen.rows()[row]);
        }
        final double onUnseen = ConfusionMatrix.of(HEADER.classes(), unseen.classes(), predicted).accuracy();
        assertEquals(2000, test.voxels());
        // Two counts of 2000 of a share near 0.82: four standard deviations of their difference.
        assertEquals(onUnseen, test.accuracy(), 4 * Math.sqrt(2 * 0.82 * 0.18 / 2000));
    }

    @Test
    void featureThatDecidesIsTheMostImportant() {
        final List<TrainingResult.FeatureImportance> importances = train(rows(300, 300, 5), SETTINGS, 1).importances();
        assertEquals(List.of("signal", "weak", "noise"), importances.stream().map(TrainingResult.FeatureImportance::feature).toList());
        assertTrue(importances.get(0).fraction() > 0.5, importances.toString());
        assertEquals(1, importances.stream().mapToDouble(TrainingResult.FeatureImportance::fraction).sum(), 1e-12);
    }

    @Test
    void sameSeedGivesTheSameForestWhateverTheThreadsAndAnotherSeedAnother() {
        final TrainingRows rows = rows(100, 120, 6);
        final Forest one = (Forest) train(rows, SETTINGS, 1).model().classifier();
        final Forest two = (Forest) train(rows, SETTINGS, 2).model().classifier();
        final Forest other = (Forest) train(rows, SETTINGS.withSeed(99), 2).model().classifier();
        for (int t = 0; t < one.treeCount(); t++) {
            assertArrayEquals(one.trees().get(t).threshold(), two.trees().get(t).threshold());
        }
        assertTrue(one.nodeCount() != other.nodeCount()
            || !java.util.Arrays.equals(one.trees().get(0).threshold(), other.trees().get(0).threshold()));
    }

    @Test
    void balanceRaisesTheRecallOfTheRareClass() {
        final TrainingRows rows = rows(1900, 100, 7);
        for (final String classifier : List.of(TrainingSettings.EXTRA_TREES, TrainingSettings.RANDOM_FOREST, "weka.classifiers.lazy.KStar")) {
            final TrainingRows some = !classifier.contains("lazy") ? rows : rows(190, 10, 8);
            final TrainingSettings settings = SETTINGS.withClassifier(classifier, "");
            final double plain = brightRecall(train(some, settings, 2));
            final double balanced = brightRecall(train(some, settings.withBalance(true), 2));
            assertTrue(balanced > plain, classifier + " " + plain + " " + balanced);
        }
    }

    private static double brightRecall(final TrainingResult result) {
        final TrainingRows unseen = rows(0, 500, 9);
        int found = 0;
        for (final float[] row : unseen.rows()) {
            found += result.model().classifier().classOf(row);
        }
        return found / 500.0;
    }

    @Test
    void otherClassifierOfWekaIsCrossValidatedAndVotesFromSeveralThreads() {
        final TrainingResult result = train(rows(200, 200, 10), SETTINGS.withClassifier("weka.classifiers.functions.Logistic", "-R 1e-6"), 2);
        assertEquals(400, result.test().orElseThrow().voxels());
        assertTrue(result.test().orElseThrow().accuracy() > 0.8);
        assertTrue(result.importances().isEmpty());
        final VoxelClassifier classifier = result.model().classifier();
        final float[][] features = {{0, 0}, {-1, 2}, {0, 0}};
        final byte[][] classes = new byte[8][2];
        try (Cores cores = new Cores(2)) {
            cores.forEach(8, i -> classifier.classify(features, classes[i]));
        }
        for (final byte[] each : classes) {
            assertArrayEquals(new byte[] {0, 1}, each);
        }
    }

    @Test
    void trainingIsCancelledBetweenTreesAndBetweenPartsOfTheTest() {
        for (final String classifier : List.of(TrainingSettings.EXTRA_TREES, TrainingSettings.RANDOM_FOREST, "weka.classifiers.functions.Logistic")) {
            final AtomicInteger reports = new AtomicInteger();
            final Progress impatient = (fraction, stage) -> {
                if (stage.contains(" of ") && reports.incrementAndGet() >= 2) {
                    throw new CancelledException();
                }
            };
            try (Cores cores = new Cores(1)) {
                final Training training = new Training(SETTINGS.withClassifier(classifier, ""));
                assertThrows(CancelledException.class, () -> training.train(rows(50, 50, 11), cores, impatient), classifier);
            }
            // Of 60 trees and of 5 parts; tasks that the pool has already handed out go on until their next report.
            assertTrue(reports.get() < (classifier.endsWith("Logistic") ? 3 : 40), classifier + " " + reports);
        }
    }

    /** Rows of some parts of an image: in each part all are alike, but in no other. */
    private static TrainingRows alikeInParts(final int parts) {
        final Random random = new Random(14);
        final float[][] rows = new float[40 * parts][];
        final int[] classes = new int[rows.length];
        final int[] blocks = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            blocks[row] = row / 40;
            classes[row] = blocks[row] % 2;
            // Tells the part, and nothing of the class: those of its neighbours are the other one.
            rows[row] = new float[] {blocks[row] + 0.1f * random.nextFloat(), random.nextFloat(), random.nextFloat()};
        }
        return new TrainingRows(HEADER, rows, classes, blocks, new TrainingRows(HEADER, rows, classes).origin());
    }

    @Test
    void whatStrokesCannotKnowIsNotSaidToBeRight() {
        final TrainingRows rows = alikeInParts(20);
        // Row by row one would find the part again, and its class with it.
        final TrainingSettings settings = SETTINGS.withFeaturesPerSplit(3);
        assertTrue(train(new TrainingRows(HEADER, rows.rows(), rows.classes()), settings, 2).test().orElseThrow().accuracy() > 0.99);
        final ConfusionMatrix inBlocks = train(rows, settings, 2).test().orElseThrow();
        assertTrue(inBlocks.accuracy() < 0.6, () -> "" + inBlocks.accuracy());
        assertEquals(800, inBlocks.voxels());
    }

    @Test
    void aClassThatIsLabelledInOnePartOnlyIsNotTested() {
        final ConfusionMatrix test = train(alikeInParts(3), SETTINGS, 1).test().orElseThrow();
        assertEquals(80, test.scores().get(0).voxels());
        assertEquals(0, test.scores().get(1).voxels());
        assertTrue(Double.isNaN(test.scores().get(1).recall()));
        assertTrue(train(alikeInParts(2), SETTINGS, 1).test().isEmpty());
        assertTrue(train(rows(50, 50, 15), new TrainingSettings(TrainingSettings.EXTRA_TREES, "", 10, 0, 1, false, 0), 1).test().isEmpty());
    }

    @Test
    void whereStrokesLeaveAGapTheBorderIsFoundInItsMiddle() {
        final float[][] rows = new float[400][];
        final int[] classes = new int[rows.length];
        final Random random = new Random(16);
        for (int row = 0; row < rows.length; row++) {
            classes[row] = row % 2;
            rows[row] = new float[] {random.nextFloat(), classes[row] * 10 + random.nextFloat(), random.nextFloat()};
        }
        // Of the 60 trees a share is for the bright class that grows evenly from 1 to 10: the middle has 0.5 ± four standard deviations.
        final VoxelClassifier classifier = train(new TrainingRows(HEADER, rows, classes), SETTINGS.withFeaturesPerSplit(3), 2).model().classifier();
        for (final float at : new float[] {2.8f, 5.5f, 8.2f}) {
            final double[] votes = new double[2];
            classifier.probabilities(new float[] {0.5f, at, 0.5f}, votes);
            assertEquals((at - 1) / 9, votes[1], 4 * Math.sqrt(0.25 / 60));
        }
    }

    @Test
    void scoresAreThoseOfTheTextbook() {
        final ConfusionMatrix matrix = new ConfusionMatrix(List.of("a", "b", "c"), new long[][] {{6, 2, 0}, {1, 3, 0}, {0, 0, 0}});
        final ConfusionMatrix.ClassScore a = matrix.scores().get(0);
        assertEquals(new ConfusionMatrix.ClassScore("a", 8, 6.0 / 7, 6.0 / 8, 12.0 / 15), a);
        assertEquals(0.75, matrix.accuracy());
        assertTrue(Double.isNaN(matrix.scores().get(2).recall()));
        assertThrows(InputException.class, () -> new ConfusionMatrix(List.of("a", "b"), new long[][] {{1, 2}}));
    }

    @Test
    void rowsThatCannotTrainAreRefused() {
        assertRefused("class 'bright': has no labelled voxel", rows(10, 0, 11), SETTINGS);
        final TrainingRows infinite = rows(5, 5, 12);
        infinite.rows()[3][2] = Float.POSITIVE_INFINITY;
        assertRefused("feature 'weak': is infinite", infinite, SETTINGS);
        assertRefused("Weka does not take it", rows(5, 5, 13), SETTINGS.withClassifier("weka.classifiers.trees.Oak", ""));
        assertRefused("Weka does not take it", rows(5, 5, 13), SETTINGS.withClassifier(TrainingSettings.RANDOM_FOREST, "-nonsense 3"));
        assertThrows(InputException.class, () -> SETTINGS.withClassifier(TrainingSettings.EXTRA_TREES, "-K 3"));
        assertRefused("cannot be trained", rows(5, 5, 13), SETTINGS.withClassifier("weka.classifiers.functions.LinearRegression", ""));
    }

    private static void assertRefused(final String because, final TrainingRows rows, final TrainingSettings settings) {
        final InputException e = assertThrows(InputException.class, () -> train(rows, settings, 1));
        assertTrue(e.getMessage().contains(because), e.getMessage());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThrows(InputException.class, () -> SETTINGS.withTrees(0));
        assertThrows(InputException.class, () -> SETTINGS.withFeaturesPerSplit(-1));
        assertThrows(InputException.class, () -> SETTINGS.withClassifier(" ", ""));
        assertThrows(InputException.class, () -> new TrainingSettings("a", "", 1, 0, 1, true, 1));
    }
}
