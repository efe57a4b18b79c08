package operando.segment.learn.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import operando.cell.InputException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.misc.SerializedClassifier;
import weka.classifiers.trees.RandomForest;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;

class ModelFileWriteTest {

    private static Instances rows;
    private static RandomForest weka;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws Exception {
        rows = WekaRows.of(200, 21);
        weka = new RandomForest();
        weka.setNumIterations(15);
        weka.buildClassifier(rows);
    }

    private TrainedClassifier model() throws Exception {
        final Path file = folder.resolve("weka.model");
        SerializationHelper.writeAll(file.toString(), new Object[] {weka, new Instances(rows, 0)});
        return ModelFile.read(file);
    }

    @Test
    void whatIsWrittenIsReadAgainToTheBit() throws Exception {
        final Path file = folder.resolve("ours.model");
        ModelFile.write(file, model());
        assertSameVotes(model(), ModelFile.read(file));
        final Path zipped = folder.resolve("ours.model.gz");
        ModelFile.write(zipped, model());
        assertTrue(Files.size(zipped) < Files.size(file));
        assertSameVotes(model(), ModelFile.read(zipped));
    }

    private static void assertSameVotes(final TrainedClassifier expected, final TrainedClassifier actual) {
        assertEquals(expected.header(), actual.header());
        final Instances unseen = WekaRows.of(200, 22);
        for (int row = 0; row < unseen.size(); row++) {
            unseen.instance(row).setMissing(row % 9 % 5);
            final double[] before = new double[3];
            final double[] after = new double[3];
            expected.classifier().probabilities(WekaRows.features(unseen, row), before);
            actual.classifier().probabilities(WekaRows.features(unseen, row), after);
            assertArrayEquals(before, after, 0.0);
        }
    }

    @Test
    void javaAndWekaDeserialiseWhatIsWritten() throws Exception {
        final Path file = folder.resolve("ours.model");
        ModelFile.write(file, model());
        final FastRandomForest forest;
        final Instances header;
        try (FastRandomForestTwins in = new FastRandomForestTwins(Files.newInputStream(file))) {
            forest = (FastRandomForest) in.readObject();
            header = (Instances) in.readObject();
            assertEquals(-1, in.read());
        }
        assertEquals(rows.relationName(), header.relationName());
        assertTrue(header.equalHeaders(rows), header.equalHeadersMsg(rows));
        assertEquals("lithium metal", header.classAttribute().value(1));
        assertEquals(2, header.classAttribute().indexOfValue("électrolyte"));
        assertSame(header.attribute("Mean 4"), header.attribute(4));
        assertSame(header.attribute(0), forest.m_Info.attribute(0), "the forest's header shares its attributes");
        assertEquals(15, forest.m_numTrees);
        final Instances unseen = WekaRows.of(200, 23);
        for (int row = 0; row < unseen.size(); row++) {
            final double[] sums = new double[3];
            for (final Classifier tree : forest.trees()) {
                assertSame(forest, ((FastRandomTree) tree).m_MotherForest);
                final double[] votes = tree.distributionForInstance(unseen.instance(row));
                for (int c = 0; c < 3; c++) {
                    sums[c] += votes[c];
                }
            }
            Utils.normalize(sums);
            assertArrayEquals(weka.distributionForInstance(unseen.instance(row)), sums, 0.0);
        }
    }

    @Test
    void realModelSurvivesWritingAndReading() {
        final Path data = Path.of(System.getProperty("operando.shared", "../shared/data")).resolve("tws-interop");
        assumeTrue(Files.isDirectory(data), "no real data beside the repository: " + data);
        final TrainedClassifier before = ModelFile.read(data.resolve("garcialab-1024.model"));
        final Path file = folder.resolve("again.model");
        ModelFile.write(file, before);
        final TrainedClassifier after = ModelFile.read(file);
        assertEquals(before.header(), after.header());
        for (final float[] row : ArffFile.read(data.resolve("garcialab-1024.arff")).rows()) {
            final double[] expected = new double[2];
            final double[] actual = new double[2];
            before.classifier().probabilities(row, expected);
            after.classifier().probabilities(row, actual);
            assertArrayEquals(expected, actual, 0.0);
        }
    }

    @Test
    void otherClassifiersOfWekaSurviveWritingAndReading() throws Exception {
        final Path file = folder.resolve("other.model");
        for (final String name : new String[] {"trees.J48", "functions.SMO", "bayes.NaiveBayes", "functions.Logistic", "lazy.IBk",
            "functions.MultilayerPerceptron", "meta.FilteredClassifier", "meta.AdaBoostM1", "trees.LMT", "rules.JRip"}) {
            final Classifier classifier = AbstractClassifier.forName("weka.classifiers." + name, null);
            classifier.buildClassifier(rows);
            SerializationHelper.writeAll(file.toString(), new Object[] {classifier, new Instances(rows, 0)});
            final TrainedClassifier read = ModelFile.read(file);
            ModelFile.write(file, read);
            final TrainedClassifier again = ModelFile.read(file);
            final Object[] byWeka = SerializationHelper.readAll(file.toString());
            assertEquals(classifier.getClass(), byWeka[0].getClass());
            final Instances unseen = WekaRows.of(30, 24);
            for (int row = 0; row < unseen.size(); row++) {
                final double[] votes = new double[3];
                again.classifier().probabilities(WekaRows.features(unseen, row), votes);
                assertArrayEquals(classifier.distributionForInstance(unseen.instance(row)), votes, 0.0, name);
            }
        }
    }

    @Test
    void classifierThatLoadsFilesOfItsOwnIsRefused() throws Exception {
        final Path file = folder.resolve("other.model");
        SerializationHelper.writeAll(file.toString(), new Object[] {new SerializedClassifier(), new Instances(rows, 0)});
        final InputException e = assertThrows(InputException.class, () -> ModelFile.read(file));
        assertTrue(e.getMessage().contains("java.io.File, which no model needs"), e.getMessage());
    }
}
