package operando.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import operando.cell.InputException;
import operando.engine.InputFile;
import operando.scan.TimeSeriesFile;

/**
 * What tells one input from another. A file of up to 64 MB is hashed whole (SHA-256); of a larger one, or of a folder of
 * slices that is larger, the size, the time of its last change and 64 pieces spread over it are hashed, so that
 * recognising a finished scan does not take as long as reading it.
 */
public final class InputHash {

    private static final long WHOLE_BYTES = 64L << 20;
    private static final int PIECES = 64;
    private static final int PIECE_BYTES = 1 << 16;

    private InputHash() {
    }

    /**
     * @param path a file, a folder, or a pattern of files in a folder
     * @return {@code sha256:…}, or {@code sha256-of-samples:…}
     */
    public static String of(final Path path) {
        try {
            final List<Path> files = files(TimeSeriesFile.file(path));
            long bytes = 0;
            for (final Path file : files) {
                bytes += Files.size(file);
            }
            final boolean whole = bytes <= WHOLE_BYTES;
            final MessageDigest digest = sha256();
            // The stacks of one file differ in their number only.
            TimeSeriesFile.point(path).ifPresent(point -> digest.update(("#t" + point).getBytes(StandardCharsets.UTF_8)));
            final int pieces = Math.max(2, PIECES / Math.max(1, files.size()));
            for (final Path file : files) {
                if (files.size() > 1) {
                    digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                }
                if (whole) {
                    addWhole(digest, file);
                } else {
                    addSamples(digest, file, pieces);
                }
            }
            return (whole ? "sha256:" : "sha256-of-samples:") + HexFormat.of().formatHex(digest.digest());
        } catch (final IOException e) {
            throw new InputException(path.toString(), "it cannot be read: " + InputFile.reason(e),
                "check that it is there and may be read");
        }
    }

    /** The SHA-256 of a text. */
    public static String ofText(final String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Path> files(final Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        final Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
        final String pattern = Files.isDirectory(path) ? "*" : path.getFileName().toString();
        try (Stream<Path> found = Files.list(folder)) {
            final var matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern);
            return found.filter(file -> Files.isRegularFile(file) && matcher.matches(file.getFileName())).sorted().toList();
        }
    }

    private static void addWhole(final MessageDigest digest, final Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            final ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
    }

    private static void addSamples(final MessageDigest digest, final Path file, final int pieces) throws IOException {
        final long size = Files.size(file);
        digest.update((size + " " + Files.getLastModifiedTime(file).toMillis()).getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file)) {
            final ByteBuffer buffer = ByteBuffer.allocate(PIECE_BYTES);
            for (int piece = 0; piece < pieces; piece++) {
                buffer.clear();
                final long at = Math.max(0, (size - PIECE_BYTES) * piece / (pieces - 1));
                while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
                    continue;
                }
                digest.update(buffer.flip());
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
