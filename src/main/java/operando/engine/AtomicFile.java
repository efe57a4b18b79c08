package operando.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import operando.cell.InputException;

/**
 * Writes a file that is either there and whole or not there: the content goes to a file beside it, which takes the
 * final name when it is complete and vanishes when it is not, also when the user ends the program meanwhile.
 */
public final class AtomicFile {

    private static final String UNFINISHED = ".unfinished";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<Path> IN_THE_MAKING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> IN_THE_MAKING.forEach(AtomicFile::deleteQuietly), "unfinished files"));
    }

    /** Fills the file at the path that it is given. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path unfinished) throws IOException;
    }

    private AtomicFile() {
    }

    /**
     * @throws InputException if the folder cannot be made or written to, or the disk is full
     */
    public static void write(final Path file, final Content content) {
        try (Unfinished unfinished = begin(file)) {
            content.writeTo(unfinished.path());
            unfinished.finish();
        } catch (final IOException e) {
            throw notWritten(file.toAbsolutePath(), e);
        }
    }

    /**
     * Begins a file that is filled over a longer time; for writers that {@link #write} does not suit.
     *
     * @throws IOException if the folder cannot be made
     */
    public static Unfinished begin(final Path file) throws IOException {
        final Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        // A name that nobody can know beforehand, made anew: a link that lies in wait is not followed.
        final Path path = whole.resolveSibling("." + whole.getFileName() + "." + Long.toHexString(RANDOM.nextLong()) + UNFINISHED);
        Files.createFile(path);
        return new Unfinished(whole, path);
    }

    /** What programs that were killed have left of a file, in a folder in which no other is at work. */
    public static List<Path> leftovers(final Path file) {
        final String begin = "." + file.getFileName() + ".";
        try (Stream<Path> beside = Files.list(file.toAbsolutePath().getParent())) {
            return beside.filter(path -> path.getFileName().toString().startsWith(begin)
                && path.getFileName().toString().substring(begin.length()).matches("[0-9a-f]+\\" + UNFINISHED)).toList();
        } catch (final IOException e) {
            return List.of();
        }
    }

    /** A file in the making: {@link #finish} gives it its name, {@link #close} without it lets it vanish. */
    public static final class Unfinished implements AutoCloseable {

        private final Path whole;
        private final Path path;

        private Unfinished(final Path whole, final Path path) {
            this.whole = whole;
            this.path = path;
            IN_THE_MAKING.add(path);
        }

        /** Where to write until the file is whole. */
        public Path path() {
            return path;
        }

        /** Gives the file its final name, in place of an older one. */
        public void finish() throws IOException {
            Files.move(path, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            IN_THE_MAKING.remove(path);
        }

        @Override
        public void close() {
            deleteQuietly(path);
            IN_THE_MAKING.remove(path);
        }
    }

    /** The words for a file that could not be written; for writers that fill a file over a longer time. */
    public static InputException notWritten(final Path file, final IOException cause) {
        final InputException exception = new InputException(file.toString(),
            "cannot be written (" + reason(cause) + ")", "choose a folder that you may write to and that has room");
        exception.initCause(cause);
        return exception;
    }

    private static String reason(final IOException e) {
        return e.getClass() == IOException.class ? InputFile.reason(e) : e.getClass().getSimpleName() + ": " + InputFile.reason(e);
    }

    private static void deleteQuietly(final Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (final IOException e) {
            // The failure that left it behind is already on its way to the user.
        }
    }
}
