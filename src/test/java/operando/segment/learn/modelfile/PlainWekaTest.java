package operando.segment.learn.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.segment.learn.TableClasses;
import operando.segment.learn.Training;
import operando.segment.learn.TrainingSettings;
import operando.segment.learn.forest.Forest;
import operando.segment.learn.forest.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.trees.RandomForest;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.converters.ConverterUtils.DataSource;

/** Models and rows that go to Weka and come from it, with no class of Trainable Weka Segmentation in between. */
class PlainWekaTest {

    @TempDir
    private Path folder;

    private static TrainedClassifier trained(final int trees) {
        final Instances rows = WekaRows.of(250, 31);
        final float[][] features = IntStream.range(0, rows.size()).mapToObj(row -> WekaRows.features(rows, row)).toArray(float[][]::new);
        final int[] classes = rows.stream().mapToInt(row -> (int) row.classValue()).toArray();
        try (Cores cores = new Cores(2)) {
            return new Training(TrainingSettings.defaults().withTrees(trees))
                .train(new TrainingRows(JavaStreamHeader.of(rows), features, classes), cores, Progress.SILENT).model();
        }
    }

    @Test
    void wekaItselfLoadsTheForestAndVotesTheSame() throws Exception {
        final TrainedClassifier ours = trained(20);
        final Path file = folder.resolve("plain.model");
        ModelFile.writeForWeka(file, ours);
        final TrainedClassifier again = ModelFile.read(file);
        assertEquals(ours.header(), again.header());
        assertTrue(again.record().isPresent());
        final Object[] read = SerializationHelper.readAll(file.toString());
        assertEquals(RandomForest.class, read[0].getClass());
        final Instances header = (Instances) read[1];
        final Instances unseen = WekaRows.of(300, 32);
        assertTrue(header.equalHeaders(unseen), header.equalHeadersMsg(unseen));
        for (int row = 0; row < unseen.size(); row++) {
            unseen.instance(row).setMissing(row % 11 % 5);
            final double[] byWeka = ((Classifier) read[0]).distributionForInstance(unseen.instance(row));
            final double[] votes = new double[3];
            again.classifier().probabilities(WekaRows.features(unseen, row), votes);
            assertArrayEquals(byWeka, votes, 0.0);
            ours.classifier().probabilities(WekaRows.features(unseen, row), votes);
            assertArrayEquals(byWeka, votes, 1e-14);
        }
        assertTrue(read[0].toString().contains("Bagging with 20 iterations"), read[0].toString());
        // What Weka loaded it can save and copy.
        assertEquals(RandomForest.class, AbstractClassifier.makeCopy((Classifier) read[0]).getClass());
        assertThrows(InputException.class, () -> ModelFile.writeForWeka(folder.resolve("plain.model.gz"), ours));
    }

    @Test
    void aForestWithOtherVotesIsNoForestOfWeka() {
        final Tree heavy = new Tree(new int[] {Tree.LEAF}, new double[1], new int[1], new double[1][], new double[][] {{0.5, 3}});
        final TrainedClassifier fast = new TrainedClassifier(new ModelHeader("a", List.of("f"), List.of("b", "c")), new Forest(1, 2, List.of(heavy)), List.of());
        final Path file = folder.resolve("x.model");
        assertThrows(InputException.class, () -> ModelFile.writeForWeka(file, fast));
        assertTrue(Files.notExists(file));
    }

    /** Numbers with one digit behind the point, where a float is never what the text says. */
    private static Instances tenths(final int rows, final long seed) {
        final ArrayList<Attribute> attributes = new ArrayList<>(List.of(new Attribute("petal length"), new Attribute("width"), new Attribute("height"),
            new Attribute("class", List.of("setosa", "iris versicolor", "virginica"))));
        final Instances data = new Instances("flowers", attributes, rows);
        data.setClassIndex(3);
        final Random random = new Random(seed);
        for (int row = 0; row < rows; row++) {
            final int c = random.nextInt(3);
            final double[] values = {Math.round(10 * (c + 1.5 * random.nextGaussian())) / 10.0, Math.round(10 * (random.nextGaussian() - c)) / 10.0,
                Math.round(10 * random.nextGaussian()) / 10.0, c};
            data.add(new DenseInstance(1, values));
        }
        return data;
    }

    @Test
    void rowsOfATableGetTheClassesThatWekaGivesThemToTheLastRow() throws Exception {
        final Path model = folder.resolve("flowers.model");
        final Path rows = folder.resolve("rows.arff");
        final Instances unseen = tenths(420, 2);
        Files.writeString(rows, unseen.toString());
        final Instances asWekaReads = DataSource.read(rows.toString());
        asWekaReads.setClassIndex(3);
        for (final String name : new String[] {"trees.J48", "trees.RandomForest", "trees.RandomTree", "trees.REPTree", "rules.JRip", "functions.Logistic"}) {
            final Classifier weka = AbstractClassifier.forName("weka.classifiers." + name, null);
            weka.buildClassifier(tenths(300, 1));
            SerializationHelper.writeAll(model.toString(), new Object[] {weka, new Instances(unseen, 0)});
            try (Cores cores = new Cores(2)) {
                final TableClasses found = TableClasses.of(ArffFile.readTable(rows), ModelFile.read(model), cores, Progress.SILENT);
                for (int row = 0; row < unseen.size(); row++) {
                    assertArrayEquals(weka.distributionForInstance(asWekaReads.instance(row)), found.probabilities()[row], 0.0, name + ", row " + row);
                    assertEquals(weka.classifyInstance(asWekaReads.instance(row)), found.classes()[row], name + ", row " + row);
                }
                assertEquals(420, IntStream.range(0, 3).mapToLong(c -> found.counts()[c]).sum());
            }
        }
    }

    @Test
    void rowsNeedNoClassAndAreMatchedByTheNamesOfFeatures() throws Exception {
        final TrainedClassifier ours = trained(5);
        final Path rows = Files.writeString(folder.resolve("few.arff"), "@relation few\n@attribute 'Mean 4' real\n@attribute Hessian_1.0 numeric\n@attribute original numeric\n"
            + "@attribute Sobel_filter_0.0 numeric\n@attribute Gaussian_blur_1.0 numeric\n@data\n1,2,?,4,5\n-60.5,3,90,-30,-40\n");
        try (Cores cores = new Cores(1)) {
            final TableClasses found = TableClasses.of(ArffFile.readTable(rows), ours, cores, Progress.SILENT);
            final double[] votes = new double[3];
            ours.classifier().probabilities(new float[] {90, -40, -30, 3, -60.5f}, votes);
            assertArrayEquals(votes, found.probabilities()[1], 0.0);
            final Path lacking = Files.writeString(folder.resolve("lacking.arff"), "@relation few\n@attribute original numeric\n@data\n1\n");
            final InputException e = assertThrows(InputException.class, () -> TableClasses.of(ArffFile.readTable(lacking), ours, cores, Progress.SILENT));
            assertTrue(e.getMessage().contains("lacking.arff") && e.getMessage().contains("Mean 4"), e.getMessage());
        }
    }
}
