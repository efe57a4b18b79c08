package operando.engine;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import operando.cell.InputException;

/**
 * A file that a user named, read whole and within a bound. Every reader of small files goes through here, so that a wrong
 * path (a scan of 20 GB, a named pipe that never ends, a folder) is refused at once and with one word, whoever reads.
 *
 * <pre>{@code
 * byte[] bytes = InputFile.bytes(Path.of("cycling.mpr"), 1 << 30, "the cycler's file");
 * }</pre>
 */
public final class InputFile {

    /** As ISO 8859-1, the first bytes of kinds of files that are often given in place of another. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("II*\0", "a TIFF image");
        KINDS.put("MM\0*", "a TIFF image");
        KINDS.put("II+\0", "a BigTIFF image");
        KINDS.put("MM\0+", "a BigTIFF image");
        KINDS.put("\u0089PNG", "a PNG image");
        KINDS.put("\u00ff\u00d8\u00ff", "a JPEG image");
        KINDS.put("\u0089HDF", "an HDF5 file");
        KINDS.put("PK\3\4", "a ZIP file or a spreadsheet");
        KINDS.put("\u001f\u008b", "a gzip file");
        KINDS.put("%PDF", "a PDF file");
        KINDS.put("\u00d0\u00cf\u0011\u00e0", "an old spreadsheet");
        KINDS.put("\u00ac\u00ed\0\5", "a serialised Java object, such as a model");
        KINDS.put("\u00ca\u00fe\u00ba\u00be", "a Java class");
        KINDS.put("\u007fELF", "a program");
        KINDS.put("SQLite format 3", "a database");
        KINDS.put("BIO-LOGIC MODULAR FILE", "a Bio-Logic .mpr file");
    }

    private static final int HEAD_BYTES = 4096;

    private InputFile() {
    }

    /**
     * All bytes of the file.
     *
     * @param mostBytes longer files are refused before they are read
     * @param wanted    what the file should be, for the message: "an experiment.yml"
     * @throws InputException if there is no such file, it is a folder, a pipe or a device, too long, or not to be read
     */
    public static byte[] bytes(final Path file, final long mostBytes, final String wanted) {
        require(file, wanted);
        try (InputStream in = Files.newInputStream(file)) {
            final long length = Files.size(file);
            if (length > mostBytes) {
                throw new InputException(file.toString(), "the file has " + length + " bytes" + kind(in.readNBytes(HEAD_BYTES))
                    .map(kind -> " and is " + kind).orElse("") + ", and at most " + mostBytes + " are read here", "give the path of " + wanted);
            }
            return in.readNBytes((int) Math.min(mostBytes, Integer.MAX_VALUE - 8));
        } catch (final IOException e) {
            throw unreadable(file, e, wanted);
        }
    }

    /**
     * All text of the file, which must be UTF-8; a byte order mark is dropped.
     *
     * @throws InputException as {@link #bytes} does, and if it is another kind of file or another encoding
     */
    public static String text(final Path file, final long mostBytes, final String wanted) {
        final byte[] bytes = bytes(file, mostBytes, wanted);
        kind(bytes).ifPresent(kind -> {
            throw new InputException(file.toString(), "the file is " + kind, "give the path of " + wanted);
        });
        try {
            final String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (final CharacterCodingException e) {
            throw new InputException(file.toString(), "the file is not UTF-8 text", "give the path of " + wanted + ", saved as UTF-8");
        }
    }

    /** @throws InputException if there is no such file, or it is a folder, a pipe or a device, which may never end */
    public static void require(final Path file, final String wanted) {
        if (Files.isRegularFile(file)) {
            return;
        }
        final String what = Files.isDirectory(file) ? "this is a folder" : Files.exists(file) ? "this is no file but a pipe or a device"
            : "there is no such file";
        throw new InputException(file.toString(), "cannot be read: " + what, "give the path of " + wanted);
    }

    /** What kind of binary file begins with these bytes, with its article; empty where they are text or not known. */
    public static Optional<String> kind(final byte[] head) {
        final String start = new String(head, 0, Math.min(head.length, 32), StandardCharsets.ISO_8859_1);
        return KINDS.entrySet().stream().filter(kind -> start.startsWith(kind.getKey())).map(Map.Entry::getValue).findFirst();
    }

    /** The complaint that a file could not be read. */
    public static InputException unreadable(final Path file, final Exception e, final String wanted) {
        return new InputException(file.toString(), "the file cannot be read: " + reason(e), "give the path of " + wanted + " that you may read");
    }

    /** Why reading failed, in words: Java's messages are often a class name, a path or nothing. */
    public static String reason(final Throwable e) {
        if (e instanceof UncheckedIOException && e.getCause() != null) {
            return reason(e.getCause());
        }
        if (e instanceof EOFException) {
            return "it ends too early";
        }
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return "it is not there";
        }
        if (e instanceof AccessDeniedException) {
            return "you may not read it";
        }
        if (e instanceof NotDirectoryException) {
            return "it is no folder";
        }
        if (e instanceof FileSystemLoopException) {
            return "its links go round in a circle";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not text in UTF-8";
        }
        if (e instanceof ClosedByInterruptException) {
            return "reading was interrupted";
        }
        final String message = e instanceof FileSystemException of ? of.getReason() : e.getMessage();
        return message == null || message.isBlank() || message.equals("null")
            ? "its content does not fit together (" + e.getClass().getSimpleName() + ")" : message;
    }
}
