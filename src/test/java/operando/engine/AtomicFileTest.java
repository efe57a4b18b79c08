package operando.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import operando.ForkedJava;
import operando.cell.InputException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file is there and whole, or not there. */
class AtomicFileTest {

    @TempDir
    private Path folder;

    /** Begins a file in the folder that it is given and never finishes. */
    static final class Endless {

        public static void main(final String[] arguments) throws Exception {
            try (AtomicFile.Unfinished unfinished = AtomicFile.begin(Path.of(arguments[0], "result.txt"))) {
                Files.writeString(unfinished.path(), "half of");
                TimeUnit.MINUTES.sleep(5);
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void failedWriteLeavesTheEarlierFile() throws IOException {
        final Path file = folder.resolve("result.txt");
        AtomicFile.write(file, unfinished -> Files.writeString(unfinished, "earlier"));
        assertThrows(InputException.class, () -> AtomicFile.write(file, unfinished -> {
            Files.writeString(unfinished, "half of");
            throw new IOException("No space left on device");
        }));
        assertEquals("earlier", Files.readString(file));
        assertEquals(List.of("result.txt"), names());
    }

    /** Somebody who may write to the folder plants a link where the unfinished file could come to be. */
    @Test
    void plantedLinkIsNotFollowed() throws IOException {
        final Path victim = Files.writeString(folder.resolve("victim.txt"), "precious");
        final Path file = folder.resolve("result.txt");
        Files.createSymbolicLink(folder.resolve(".result.txt.unfinished"), victim);
        AtomicFile.write(file, unfinished -> Files.writeString(unfinished, "content"));
        assertEquals("precious", Files.readString(victim));
        assertEquals("content", Files.readString(file));
        assertFalse(Files.isSymbolicLink(file));
    }

    @Test
    void aFullDiskIsSaidAndNothingIsLeft() throws IOException {
        final Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "skipped: this system has no /dev/full");
        final InputException refusal = assertThrows(InputException.class,
            () -> AtomicFile.write(folder.resolve("result.txt"), unfinished -> Files.writeString(full, "content")));
        assertTrue(refusal.getMessage().contains("No space left"), refusal.getMessage());
        assertEquals(List.of(), names());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs are ended there without being asked to")
    void endedProgramLeavesNothing() throws IOException, InterruptedException {
        final Process program = new ProcessBuilder(ForkedJava.executable(), "-cp", ForkedJava.classPath(), Endless.class.getName(), folder.toString()).start();
        try {
            for (int i = 0; i < 600 && names().isEmpty() && program.isAlive(); i++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertTrue(names().size() == 1 && names().get(0).matches("\\.result\\.txt\\.[0-9a-f]+\\.unfinished"), names().toString());
            assertEquals(1, AtomicFile.leftovers(folder.resolve("result.txt")).size());
            assertEquals(List.of(), AtomicFile.leftovers(folder.resolve("result")));
            program.destroy();
            assertTrue(program.waitFor(30, TimeUnit.SECONDS));
            assertEquals(List.of(), names());
        } finally {
            program.destroyForcibly();
        }
    }
}
