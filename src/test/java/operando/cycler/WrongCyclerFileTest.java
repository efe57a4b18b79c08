package operando.cycler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Random;

import operando.cell.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another kind of file given as the cycler's is refused in one line, in time in proportion to its length. */
class WrongCyclerFileTest {

    @TempDir
    Path folder;

    private static String refused(final Path file) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            final String message = assertThrows(InputException.class, () -> CyclerFile.read(file, OptionalDouble.of(1))).getMessage();
            assertEquals(1, message.lines().count());
            return message;
        });
    }

    private Path file(final byte[] bytes) throws IOException {
        return Files.write(folder.resolve("wrong"), bytes);
    }

    private Path text(final String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneLongLineIsNoTable() throws IOException {
        assertTrue(refused(text("{\"a\": [1, 2, 3], \"b\": \"x y z\"} ".repeat(10_000))).contains("longer than"));
        assertTrue(refused(text("( [".repeat(20_000) + "\n")).contains("no line of column headings"));
        assertTrue(refused(text("time_h,voltage_V,current_density_mA_cm2\n" + "1:".repeat(30_000) + ",1,1\n")).contains("line 2"));
        assertTrue(refused(text("time_h,voltage_V,current_density_mA_cm2\n" + "9".repeat(60_000) + ",1,1\n")).contains("line 2"));
        assertTrue(refused(text("time_h,voltage_V,current_density_mA_cm2\n\"1,1,1\n" + "2,2,2\n".repeat(100_000))).contains("no table"));
    }

    @Test
    void binaryFilesAreRecognisedByTheirBytes() throws IOException {
        final byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertTrue(refused(file(noise)).contains("is no text"));
        assertTrue(refused(file(new byte[100_000])).contains("is no text"));
        assertTrue(refused(text("II*\0" + "1,2,3\n")).contains("a TIFF image"));
        assertTrue(refused(text("PK\3\4" + "1,2,3\n")).contains("spreadsheet"));
    }

    @Test
    void aFolderIsNoFile() {
        assertTrue(refused(folder).contains("this is a folder"));
    }

    @Test
    void aClockThatWasNotSetIsNamed() throws IOException {
        assertTrue(refused(text("time,voltage_V,current_density_mA_cm2\n1601-01-01 00:00:00,0.1,1\n2021-03-01 10:00:00,0.1,1\n"))
            .contains("line 3: the time jumps by 420 years"));
        final CyclingRecord decades = CyclerFile.read(text("time,voltage_V,current_density_mA_cm2\n2001-01-01 00:00:00,0.1,1\n2011-01-01 00:00:01.5,0.1,1\n"),
            OptionalDouble.empty());
        assertEquals(3652 * 24 + 1.5 / 3600, decades.endH(), 1e-9);
    }

    @Test
    void theHostileFilesAreRefused() {
        final Path hostile = Path.of(System.getProperty("operando.shared", "../shared"), "data", "hostile");
        assumeTrue(Files.isDirectory(hostile), "skipped: the hostile files are not beside this project");
        for (final String name : new String[] {"log.json", "overlap.tif", "hang_onevoxel.tif", "dos.model", "hang.arff", "oom-layers.yml"}) {
            refused(hostile.resolve(name));
        }
        assertTrue(refused(hostile.resolve("dates-1601.csv")).contains("420 years"));
    }
}
