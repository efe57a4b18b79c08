package operando.segment.learn.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import operando.cell.InputException;
import org.junit.jupiter.api.Test;
import weka.core.Instances;
import weka.core.converters.ArffLoader;

/** Our reader of training data reads what Weka's reads, whatever the names are, and is never stopped by a file. */
class ArffReaderTest {

    private static final Path SHARED = Path.of(System.getProperty("operando.shared", "../shared"), "data");

    private static Path temporary(final String text) throws IOException {
        final Path file = Files.createTempFile("rows", ".arff");
        file.toFile().deleteOnExit();
        return Files.writeString(file, text);
    }

    private static String refused(final Path file) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            final String message = assertThrows(InputException.class, () -> ArffFile.read(file)).getMessage();
            assertEquals(1, message.lines().count());
            return message;
        });
    }

    private static void assertSame(final Path file) throws IOException {
        WekaStart.quietly();
        final Instances weka;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            weka = new ArffLoader.ArffReader(reader).getData();
        }
        final TrainingRows ours = ArffFile.read(file);
        assertEquals(JavaStreamHeader.of(weka), ours.header());
        assertEquals(weka.size(), ours.size());
        for (int row = 0; row < ours.size(); row++) {
            assertEquals((int) weka.instance(row).value(weka.numAttributes() - 1), ours.classes()[row]);
            for (int f = 0; f < ours.rows()[row].length; f++) {
                assertEquals((float) weka.instance(row).value(f), ours.rows()[row][f]);
            }
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(Arbitraries.of("'", "\"", "\\", "%", "{", "}", ",", "?", " ", "\t", "a\nb", "\r", "@data", "it's", "Kuwahara_19_ 10_0", "é"),
            Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(12),
            Arbitraries.strings().withChars('\'', '\\', '"', 'n', 'u', ' ', '%').ofMinLength(1).ofMaxLength(8));
    }

    @Property(tries = 500, seed = "20261121")
    void anyNamesAndNumbersAreReadAsTheyWereWritten(@ForAll("names") final String relation,
        @ForAll @Size(min = 1, max = 4) final List<@net.jqwik.api.From("names") String> features,
        @ForAll @Size(min = 2, max = 3) final List<@net.jqwik.api.From("names") String> classes,
        @ForAll @Size(max = 30) final List<Float> numbers) throws IOException {
        net.jqwik.api.Assume.that(features.stream().distinct().count() == features.size() && classes.stream().distinct().count() == classes.size());
        final ModelHeader header = new ModelHeader(relation, features, classes);
        final float[][] rows = new float[numbers.size() / features.size()][features.size()];
        final int[] classOfRow = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            classOfRow[row] = row % classes.size();
            for (int f = 0; f < features.size(); f++) {
                rows[row][f] = numbers.get(row * features.size() + f);
            }
        }
        final Path file = temporary("");
        ArffFile.write(file, new TrainingRows(header, rows, classOfRow));
        final TrainingRows again = ArffFile.read(file);
        assertEquals(header, again.header());
        assertArrayEquals(rows, again.rows());
        assertArrayEquals(classOfRow, again.classes());
        assertSame(file);
        Files.delete(file);
    }

    @Test
    void variationsThatOthersWriteAreReadAsWekaReadsThem() throws IOException {
        assertSame(temporary("% comment\n@RELATION 'a b'\r\n\r\n@Attribute x REAL % why\n@attribute \"y z\" integer\n@attribute class { p, 'q r' ,s }\n"
            + "@DATA\n1,2,p\n 1e3 , ? , 'q r'\n% none\n-1\t+2.5\ts\n?,?,p"));
    }

    @Test
    void theLineIsNamed() throws IOException {
        final String header = "@relation a\n@attribute x numeric\n@attribute class {p,q}\n@data\n";
        assertTrue(refused(temporary(header + "1,p\n1,r\n")).contains("line 6"));
        assertTrue(refused(temporary(header + "1,p\n\n2\n")).contains("line 7"));
        assertTrue(refused(temporary(header + "x1,p\n")).contains("'x1' in place of a number"));
        assertTrue(refused(temporary(header + "{0 1, 1 p}\n")).contains("sparse"));
        assertTrue(refused(temporary(header + "'1,p\n")).contains("quote"));
        assertTrue(refused(temporary("@relation x\n@attribute a numeric")).contains("ends before its line @data"));
        assertTrue(refused(temporary("@relation x\n@attribute class {p,q\n@data\n")).contains("line 2"));
    }

    @Test
    void zerosAndNoiseAreRefusedBeforeTheyFillTheMemory() throws IOException {
        final Path zeros = temporary("");
        try (java.io.RandomAccessFile sparse = new java.io.RandomAccessFile(zeros.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertTrue(refused(zeros).contains("zero"));
        assertTrue(refused(temporary("a".repeat(3 << 20))).contains("longer than"));
        final byte[] noise = new byte[1 << 20];
        new Random(2).nextBytes(noise);
        assertTrue(refused(Files.write(zeros, noise)).contains("cannot be read"));
        Files.delete(zeros);
    }

    @Test
    void theRealAndTheHostileFiles() throws IOException {
        assumeTrue(Files.isDirectory(SHARED), "skipped: there is no real training data at " + SHARED);
        assertSame(SHARED.resolve("tws-interop/garcialab-1024.arff"));
        assertTrue(refused(SHARED.resolve("hostile/hang.arff")).contains("ends before its line @data"));
        assertTrue(refused(SHARED.resolve("hostile/npe.arff")).contains("line 17"));
    }
}
