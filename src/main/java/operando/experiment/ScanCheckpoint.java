package operando.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import operando.engine.AtomicFile;

/**
 * What is kept of a finished scan so that a resumed run need not compute it again.
 *
 * @param key      hash of the input, the parameters and the version; another key means another computation
 * @param input    hash of the input alone
 * @param values   numbers by column, without those that are missing
 * @param voidRows void voxels in each x–z plane, to find the one that shows most
 * @param warnings one line each
 * @param seconds  how long it took
 */
record ScanCheckpoint(String key, String input, Map<String, Double> values, long[] voidRows, List<String> warnings,
                    double seconds) {

    private static final ObjectMapper JSON = new ObjectMapper();

    void write(final Path file) {
        AtomicFile.write(file, unfinished -> JSON.writeValue(unfinished.toFile(), this));
    }

    /** The finished scan in a file; empty if there is none of this key. A damaged file counts as none. */
    static Optional<ScanCheckpoint> read(final Path file, final String key) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), ScanCheckpoint.class)).filter(scan -> key.equals(scan.key));
        } catch (final IOException e) {
            return Optional.empty();
        }
    }
}
