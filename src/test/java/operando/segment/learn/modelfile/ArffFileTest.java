package operando.segment.learn.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import operando.cell.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;

class ArffFileTest {

    private static final ModelHeader HEADER = new ModelHeader("TWS-2D-v4.0.0-grayscale",
        List.of("original", "Kuwahara_19_ 10_0"), List.of("class 1", "it's", "électrolyte, α"));
    private static final TrainingRows ROWS = new TrainingRows(HEADER,
        new float[][] {{1.1f, -5.6e13f}, {Float.MIN_VALUE, Float.NaN}, {0.1f + 0.2f, 3}}, new int[] {2, 0, 1});

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgainToTheBit() {
        final Path file = folder.resolve("rows.arff");
        ArffFile.write(file, ROWS);
        final TrainingRows again = ArffFile.read(file);
        assertEquals(HEADER, again.header());
        assertArrayEquals(ROWS.classes(), again.classes());
        assertArrayEquals(ROWS.rows(), again.rows());
    }

    @Test
    void wekaReadsWhatIsWritten() throws Exception {
        final Path file = folder.resolve("rows.arff");
        ArffFile.write(file, ROWS);
        final Instances data = new DataSource(file.toString()).getDataSet();
        assertEquals(3, data.size());
        assertEquals("Kuwahara_19_ 10_0", data.attribute(1).name());
        assertEquals("électrolyte, α", data.instance(0).stringValue(2));
        assertTrue(data.instance(1).isMissing(1));
        assertEquals(1.1f, (float) data.instance(0).value(0));
    }

    @Test
    void realTrainingDataOfTrainableWekaSegmentationIsRead() {
        final Path file = Path.of(System.getProperty("operando.shared", "../shared/data"))
            .resolve("tws-interop/garcialab-1024.arff");
        assumeTrue(Files.isRegularFile(file), "no real data beside the repository: " + file);
        final TrainingRows rows = ArffFile.read(file);
        assertEquals(153, rows.size());
        assertEquals(218, rows.header().features().size());
        assertEquals(List.of("Yes", "No"), rows.header().classes());
    }

    @Test
    void featuresAreMatchedByNameNotByPosition() {
        final ModelHeader swapped = new ModelHeader("other", List.of("Kuwahara_19_ 10_0", "original"), HEADER.classes());
        final TrainingRows matched = ROWS.as(swapped);
        assertArrayEquals(new float[] {-5.6e13f, 1.1f}, matched.rows()[0]);
        final TrainingRows both = ROWS.with(matched);
        assertArrayEquals(both.rows()[0], both.rows()[3]);
        assertArrayEquals(new int[] {2, 0, 1, 2, 0, 1}, both.classes());
    }

    @Test
    void missingFeatureAndOtherClassesAreRefusedByName() {
        assertRefused("features of the model are missing: Sobel",
            () -> ROWS.as(new ModelHeader("other", List.of("original", "Sobel"), HEADER.classes())));
        assertRefused("use the same class names",
            () -> ROWS.as(new ModelHeader("other", HEADER.features(), List.of("class 1", "class 2"))));
    }

    @Test
    void brokenTextIsRefused() throws IOException {
        assertUnread("nonsense", "cannot be read");
        assertUnread("@relation a\n@attribute x numeric\n@attribute class {p,q}\n@data\n1,r\n", "cannot be read");
        assertUnread("@relation a\n@attribute x numeric\n@attribute class {p,q}\n@data\n1\n", "cannot be read");
        assertUnread("@relation a\n@attribute x numeric\n@attribute class {p,q}\n@data\n1,?\n", "has no class");
        assertUnread("@relation a\n@attribute x string\n@attribute class {p,q}\n@data\n", "'x', which is no number");
        assertUnread("@relation a\n@attribute x numeric\n@attribute y numeric\n@data\n", "no class as its last attribute");
        assertUnread("@relation a\n@attribute x numeric\n@attribute class {p}\n@data\n", "decide nothing");
        assertRefused("cannot be read", () -> ArffFile.read(folder.resolve("absent.arff")));
    }

    @Test
    void rowsThatDoNotFitTheHeaderAreRefused() {
        assertRefused("row 1", () -> new TrainingRows(HEADER, new float[][] {{1}}, new int[] {0}));
        assertRefused("row 1", () -> new TrainingRows(HEADER, new float[][] {{1, 2}}, new int[] {3}));
        assertRefused("1 rows have 2 classes", () -> new TrainingRows(HEADER, new float[][] {{1, 2}}, new int[] {0, 1}));
    }

    private void assertUnread(final String text, final String because) throws IOException {
        final Path file = folder.resolve("broken.arff");
        Files.writeString(file, text);
        assertRefused(because, () -> ArffFile.read(file));
    }

    private static void assertRefused(final String because, final org.junit.jupiter.api.function.Executable action) {
        final InputException e = assertThrows(InputException.class, action);
        assertTrue(e.getMessage().contains(because), e.getMessage());
    }
}
