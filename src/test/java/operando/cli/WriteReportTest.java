package operando.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A results folder is enough to write the report of its run again. */
class WriteReportTest {

    @TempDir
    static Path folder;

    private static int operando(final StringWriter err, final Object... arguments) {
        return Operando.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new), new PrintWriter(new StringWriter(), true), new PrintWriter(err, true));
    }

    private static Map<Path, byte[]> drawn(final Path results) throws IOException {
        final Map<Path, byte[]> drawn = new TreeMap<>();
        drawn.put(results.resolve("report.html"), Files.readAllBytes(results.resolve("report.html")));
        try (Stream<Path> figures = Files.list(results.resolve("figures"))) {
            for (final Path figure : figures.toList()) {
                drawn.put(figure, Files.readAllBytes(figure));
            }
        }
        return drawn;
    }

    @Test
    void reportIsWrittenAgainToTheByteWithoutTheScans() throws IOException {
        final Path series = folder.resolve("series");
        final Path results = folder.resolve("results");
        assertEquals(0, operando(new StringWriter(), "phantom", "--out", series, "--size", 72, "--scans", 3, "--seed", 4));
        final Path experiment = series.resolve("experiment.yml");
        Files.writeString(experiment, Files.readString(experiment) + "displacement: {spacing_um: 40}\n");
        assertEquals(0, operando(new StringWriter(), "run", experiment, "--out", results));
        final Map<Path, byte[]> first = drawn(results);
        assertTrue(first.keySet().stream().anyMatch(file -> file.endsWith("displacement-over-time.png")), "the displacement is shown");
        for (final Path file : first.keySet()) {
            Files.delete(file);
        }
        Files.move(series, folder.resolve("elsewhere"));
        assertEquals(0, operando(new StringWriter(), "report", results));
        final Map<Path, byte[]> second = drawn(results);
        assertEquals(first.keySet(), second.keySet());
        first.forEach((file, bytes) -> assertArrayEquals(bytes, second.get(file), file.toString()));
    }

    @Test
    void folderWithoutResultsIsRefusedAndNothingIsWritten() throws IOException {
        final StringWriter err = new StringWriter();
        final Path empty = folder.resolve("empty");
        assertEquals(2, operando(err, "report", empty));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertFalse(Files.exists(empty));
        final Path damaged = Files.createDirectories(folder.resolve("damaged/finished")).resolve("results.json.gz");
        for (final byte[] bytes : Arrays.asList(new byte[0], new byte[] {31, -117, 8, 0, 0, 0, 0, 0, 0, 0}, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            final StringWriter said = new StringWriter();
            Files.write(damaged, bytes);
            assertEquals(2, operando(said, "report", folder.resolve("damaged")), said.toString());
            assertEquals(1, said.toString().lines().count(), said.toString());
        }
    }
}
