package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arguments in the wrong order or of the wrong kind: exit code 2 and one short line, at once. */
class WrongArgumentTest {

    @TempDir
    Path folder;

    private static String refused(final String... arguments) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            final StringWriter errors = new StringWriter();
            assertEquals(2, Operando.run(arguments, new PrintWriter(new StringWriter()), new PrintWriter(errors, true)), errors.toString());
            final String message = errors.toString();
            assertEquals(1, message.lines().count(), message);
            assertTrue(message.length() < 1000, message);
            return message;
        });
    }

    private String file(final String name, final String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1).toString();
    }

    @Test
    void aStackInPlaceOfTheExperimentIsNotReadWhole() throws IOException {
        final String stack = file("big.tif", "II*\0");
        try (RandomAccessFile large = new RandomAccessFile(stack, "rw")) {
            large.setLength(20L << 30);
        }
        assertTrue(refused("run", stack).contains("a TIFF image"));
        assertTrue(refused("run", file("small.tif", "II*\0\1\2\3")).contains("a TIFF image"));
    }

    @Test
    void aTableInPlaceOfTheExperimentIsNotPrinted() throws IOException {
        final String message = refused("run", file("cycling.csv", "time_h,voltage_V,current_density_mA_cm2\n" + "0.1,0.2,0.3\n".repeat(5000)));
        assertFalse(message.contains("0.2,0.3 0.1,0.2,0.3 0.1,0.2"), message);
    }

    @Test
    void aFolderIsNoExperiment() {
        assertTrue(refused("run", "/").contains("folder"));
        assertTrue(refused("run", folder.toString()).contains("folder"));
    }

    @Test
    void aZeroInAPatternIsNamedWithItsLine() throws IOException {
        for (final String pattern : new String[] {"a\\0*.tif", "a\\0.tif", "\\0/*.tif", "*".repeat(300)}) {
            assertTrue(refused("run", file("experiment.yml", "scans: {pattern: \"" + pattern + "\", interval_h: 1}\n")).contains("line 1"));
            assertTrue(refused("run", file("experiment.yml", "scans: [{file: \"" + pattern + "\", time_h: 1}]\n")).contains("line 1"));
        }
        assertTrue(refused("info", folder.resolve("none").toString()).contains("no such file"));
    }
}
