package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model on a table, as a user would train and apply it. */
class SegmentRowsTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int operando(final Object... arguments) {
        return Operando.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private Path rows(final String name, final long seed) throws IOException {
        final StringBuilder text = new StringBuilder("@relation made\n@attribute length numeric\n@attribute width numeric\n@attribute kind {short,'quite long'}\n@data\n");
        final Random random = new Random(seed);
        for (int row = 0; row < 120; row++) {
            text.append(row % 2 * 10 + random.nextGaussian()).append(',').append(random.nextGaussian()).append(',').append(row % 2 == 0 ? "short" : "'quite long'").append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void rowsGoInAndClassesComeOut() throws IOException {
        final Path model = folder.resolve("made.model");
        assertEquals(0, operando("train", "--data", rows("train.arff", 1), "--out", model, "--trees", 20, "--plain-weka"), err::toString);
        final Path table = folder.resolve("classes.csv");
        assertEquals(0, operando("segment", "--data", rows("other.arff", 2), "--model", model, "--out", table), err::toString);
        final List<String> lines = Files.readAllLines(table);
        assertEquals("row,class,probability of short,probability of quite long", lines.get(0));
        assertEquals(121, lines.size());
        for (int row = 0; row < 120; row++) {
            assertTrue(lines.get(row + 1).startsWith(row + 1 + (row % 2 == 0 ? ",short," : ",quite long,")), lines.get(row + 1));
        }
        assertTrue(out.toString().contains("rows_quite_long"), out.toString());
    }

    @Test
    void whatDoesNotFitIsOneLine() throws IOException {
        final Path model = folder.resolve("made.model");
        final Path rows = rows("train.arff", 1);
        assertEquals(0, operando("train", "--data", rows, "--out", model, "--trees", 3), err::toString);
        refused("neither a stack nor rows", "segment", "--model", model, "--out", folder.resolve("a.csv"));
        refused("no classifier is given", "segment", "--data", rows, "--out", folder.resolve("a.csv"));
        refused("ends in .csv", "segment", "--data", rows, "--model", model, "--out", folder.resolve("a.tif"));
        refused("also read", "segment", "--data", rows, "--model", model, "--out", rows);
        refused("leave --plain-weka out", "train", "--data", rows, "--out", folder.resolve("b.model"), "--plain-weka", "--classifier", "weka.classifiers.trees.J48");
        assertFalse(Files.exists(folder.resolve("a.csv")) || Files.exists(folder.resolve("b.model")));
    }

    private void refused(final String words, final Object... arguments) {
        assertEquals(2, operando(arguments), err::toString);
        assertTrue(err.toString().lines().reduce((a, b) -> b).orElse("").contains(words), err.toString());
    }
}
