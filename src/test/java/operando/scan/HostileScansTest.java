package operando.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import operando.cell.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacks made to take for ever are refused in one line within ten seconds. */
class HostileScansTest {

    private static final int IFD_ENTRY = 12;

    @TempDir
    Path folder;

    private static String refused(final Path file) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            final String message = assertThrows(InputException.class, () -> ScanFile.open(file).close()).getMessage();
            assertEquals(1, message.lines().count());
            return message;
        });
    }

    @Test
    void directoriesThatOverlapAreRefused() throws IOException {
        // Each directory claims 65535 tags and so runs through all that follow it.
        final int directories = 8000;
        final int step = 18;
        final ByteBuffer file = ByteBuffer.allocate(8 + directories * step + 65535 * IFD_ENTRY + 6).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x002A4949).putInt(8);
        for (int i = 0; i < directories; i++) {
            file.putShort(8 + i * step, (short) 0xffff);
        }
        for (int i = 0; i < directories; i++) {
            final int next = 8 + i * step + 2 + 65535 * IFD_ENTRY;
            file.putInt(next, i == directories - 1 ? 0 : 8 + (i + 1) * step);
        }
        assertTrue(refused(Files.write(folder.resolve("overlap.tif"), file.array())).contains("overlap"));
    }

    @Test
    void directoriesThatShareOneLargeTableAreRefused() throws IOException {
        final int directories = 5000;
        final int strips = 100_000;
        final int table = 8;
        final int first = table + 4 * strips;
        final int length = 2 + 8 * IFD_ENTRY + 4;
        final ByteBuffer file = ByteBuffer.allocate(first + directories * length).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x002A4949).putInt(first);
        for (int strip = 0; strip < strips; strip++) {
            file.putInt(8);
        }
        for (int i = 0; i < directories; i++) {
            file.putShort((short) 8);
            tag(file, 256, 4, 1, 1);
            tag(file, 257, 4, 1, strips);
            tag(file, 258, 3, 1, 8);
            tag(file, 259, 3, 1, 1);
            tag(file, 273, 4, strips, table);
            tag(file, 277, 3, 1, 1);
            tag(file, 278, 4, 1, 1);
            tag(file, 339, 3, 1, 1);
            file.putInt(i == directories - 1 ? 0 : first + (i + 1) * length);
        }
        assertTrue(refused(Files.write(folder.resolve("shared.tif"), file.array())).contains("overlap"));
    }

    private static void tag(final ByteBuffer file, final int tag, final int type, final int count, final int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    @Test
    void aPipeThatNobodyWritesToIsRefused() throws IOException, InterruptedException {
        final Path pipe = folder.resolve("pipe.tif");
        final Process mkfifo;
        try {
            mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        } catch (final IOException e) {
            assumeTrue(false, "skipped: this system has no named pipes");
            return;
        }
        assumeTrue(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0, "skipped: this system has no named pipes");
        assertTrue(refused(pipe).contains("a pipe or a device"));
    }

    @Test
    void theHostileStackIsRefused() {
        final Path hostile = Path.of(System.getProperty("operando.shared", "../shared"), "data", "hostile");
        assumeTrue(Files.isDirectory(hostile), "skipped: the hostile files are not beside this project");
        assertTrue(refused(hostile.resolve("overlap.tif")).contains("overlap"));
    }
}
