package operando.scan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;

import operando.cell.InputException;
import operando.engine.InputFile;

/**
 * Opens a scan from what the user names: a TIFF or BigTIFF stack, a folder with one TIFF file a slice, or a pattern
 * such as {@code recon/recon_*.tiff} for some files of a folder, or one stack of a time series, {@code cell.tif#t3}. Other formats are left to Bio-Formats where it is
 * installed, as it is in Fiji.
 *
 * <pre>
 * try (Scan scan = ScanFile.open(Path.of("scans/t00.tif"))) {
 *     Object slice = scan.newSlice();
 *     scan.readSlice(0, slice);
 * }
 * </pre>
 */
public final class ScanFile {

    private ScanFile() {
    }

    /**
     * @param path a file, a folder, or a path whose last part has {@code *}, {@code ?} or <code>{a,b}</code>
     * @return the scan; opening it reads its headers, not its pixels
     * @throws InputException if there is no such file, or it is no whole stack of grey slices of one size and type
     */
    public static Scan open(final Path path) {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            throw new InputException(path.toString(), "this is no file but a pipe or a device", "give a stack, a folder of slices or a pattern");
        }
        UnsupportedFormatException first = null;
        for (final ScanFormat format : ServiceLoader.load(ScanFormat.class, ScanFormat.class.getClassLoader())) {
            try {
                return format.open(path);
            } catch (final UnsupportedFormatException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new IllegalStateException("no format is listed in META-INF/services") : first;
    }

    /** The several stacks that a file holds, if it is a file that holds more than one. */
    public static Optional<TimeSeriesFile> series(final Path file) {
        for (final ScanFormat format : ServiceLoader.load(ScanFormat.class, ScanFormat.class.getClassLoader())) {
            final Optional<TimeSeriesFile> found = format.series(file);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The file's name without its ending, and with the number of the stack if the path names one of several: {@code cell_t3}. */
    public static String nameOf(final Path path) {
        final Path last = TimeSeriesFile.file(path).toAbsolutePath().normalize().getFileName();
        final OptionalInt point = TimeSeriesFile.point(path);
        return last == null ? path.toString() : last.toString().replaceFirst("(\\.ome)?\\.[A-Za-z0-9]+$", "")
            + (point.isPresent() ? "_t" + point.getAsInt() : "");
    }

    /** The words for a file that cannot be opened. */
    public static InputException unreadable(final Path file, final IOException cause) {
        final InputException exception = cause instanceof NoSuchFileException
            ? new InputException(file.toString(), "there is no such file", "check its name and folder")
            : cause instanceof AccessDeniedException
                ? new InputException(file.toString(), "you may not read it", "change its permissions")
                : new InputException(file.toString(), "it cannot be read: " + InputFile.reason(cause),
                    "check the disk or copy the file again");
        exception.initCause(cause);
        return exception;
    }
}
