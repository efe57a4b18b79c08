package operando.results;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.engine.AtomicFile;

/**
 * What is kept of a finished scan so that a resumed run need not compute it again.
 *
 * @param key      hash of the input, the parameters and the version; another key means another computation
 * @param input    hash of the input alone
 * @param numbers  by the name of their columns
 * @param files    fingerprints of the files that belong to it, by their paths in the results folder
 * @param voidRows void voxels in each x–z plane, to find the one that shows most
 * @param warnings one line each
 */
public record ScanCheckpoint(String key, String input, Map<String, Measured> numbers, Map<String, String> files, long[] voidRows, List<String> warnings) implements Serializable {

    // Whether a number is there is told by the number.
    private static final ObjectMapper JSON = JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

    /** The numbers by what they are. */
    public Map<Quantity, Measured> quantities() {
        final Map<Quantity, Measured> quantities = new LinkedHashMap<>();
        numbers.forEach((column, number) -> Quantity.ofColumn(column).ifPresent(quantity -> quantities.put(quantity, number)));
        return quantities;
    }

    /** @throws operando.cell.InputException if it cannot be written */
    public void write(final Path file) {
        AtomicFile.write(file, unfinished -> JSON.writeValue(unfinished.toFile(), this));
    }

    /** The finished scan in a file; empty if there is none of this key. A damaged file counts as none. */
    public static Optional<ScanCheckpoint> read(final Path file, final String key) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(file.toFile(), ScanCheckpoint.class)).filter(scan -> key.equals(scan.key) && scan.isWhole());
        } catch (final IOException e) {
            return Optional.empty();
        }
    }

    private boolean isWhole() {
        return input != null && numbers != null && files != null && voidRows != null && warnings != null && !numbers.containsValue(null)
            && !files.containsValue(null) && !warnings.contains(null);
    }

    /** Whether its files are those that it was written with. */
    public boolean hasItsFiles(final ResultFiles folder, final String scan) {
        return files.equals(fingerprints(folder, scan));
    }

    /** The fingerprints of the files of a scan that are there, but for the checkpoint itself. */
    public static Map<String, String> fingerprints(final ResultFiles folder, final String scan) {
        final Map<String, String> fingerprints = new LinkedHashMap<>();
        for (final Path file : folder.ofScan(scan)) {
            if (Files.isRegularFile(file) && !file.equals(folder.finished(scan))) {
                fingerprints.put(folder.folder().relativize(file).toString().replace('\\', '/'), InputHash.of(file));
            }
        }
        return fingerprints;
    }
}
