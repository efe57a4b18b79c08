package operando.scan;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A kind of file that scans come in. {@link ScanFile} asks the formats listed in
 * {@code META-INF/services/operando.scan.ScanFormat}, in that order; a new one is a class in a sub-package of its own and
 * a line there.
 */
public interface ScanFormat {

    /**
     * @param path as the user named it: a file, a folder, or a pattern for files
     * @return the scan; opening it reads its headers, not its pixels
     * @throws UnsupportedFormatException if it is not of this format, so that the next one is asked
     * @throws operando.cell.InputException if it is of this format and cannot be read
     */
    Scan open(Path path);

    /** The several stacks that a file of this format holds, if it is one and holds more than one. */
    default Optional<TimeSeriesFile> series(final Path file) {
        return Optional.empty();
    }
}
