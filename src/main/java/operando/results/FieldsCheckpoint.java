package operando.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import operando.engine.AtomicFile;

/**
 * Where the cell lies in each scan, kept so that a resumed run need not look for it again.
 *
 * @param key      hash of the inputs, the parameters and the version; another key means another search
 * @param fields   by the names of the scans, in their order; one that cannot be read is missing
 * @param warnings one line each
 */
public record FieldsCheckpoint(String key, Map<String, Field> fields, List<String> warnings) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One scan.
     *
     * @param size   voxels along x, y and z
     * @param corner where the corner of the first scan lies in it, voxels
     */
    public record Field(int[] size, double[] corner) {
    }

    public FieldsCheckpoint {
        fields = new LinkedHashMap<>(fields);
        warnings = List.copyOf(warnings);
    }

    /** @throws operando.cell.InputException if it cannot be written */
    public void write(final Path file) {
        AtomicFile.write(file, unfinished -> JSON.writeValue(unfinished.toFile(), this));
    }

    /** What a file holds; empty if there is nothing of this key. A damaged file counts as none. */
    public static Optional<FieldsCheckpoint> read(final Path file, final String key) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(file.toFile(), FieldsCheckpoint.class)).filter(read -> key.equals(read.key) && read.isWhole());
        } catch (final IOException e) {
            return Optional.empty();
        }
    }

    private boolean isWhole() {
        return !fields.isEmpty() && fields.values().stream().allMatch(field -> field != null && field.size != null && field.size.length == 3
            && field.corner != null && field.corner.length == 3);
    }
}
