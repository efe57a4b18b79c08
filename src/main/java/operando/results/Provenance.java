package operando.results;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import operando.engine.AtomicFile;

/** run.json: what was computed from what, with which settings and version; the same for every run of the same input, so times are in {@link RunTimes}. */
public final class Provenance {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Map<String, Object> content = new LinkedHashMap<>();

    /**
     * @param inputs   files that the results came from, beside the scans, by what they are
     * @param finished by row of the time series
     */
    public Provenance(final Results results, final Map<String, Path> inputs, final Map<Integer, ScanCheckpoint> finished) {
        content.put("version", Version.NUMBER);
        content.put("java", System.getProperty("java.version"));
        content.put("timings", "times.csv");
        content.put("experiment", results.name());
        inputs.forEach((what, file) -> content.put(what, named(file)));
        content.put("parameters", results.facts());
        content.put("thresholds", results.thresholdMethod());
        final Map<String, Object> scans = new LinkedHashMap<>();
        finished.forEach((row, scan) -> {
            final Map<String, Object> of = new LinkedHashMap<>();
            of.put("input", scan.input());
            scans.put(results.series().scan(row), of);
        });
        content.put("scans", scans);
        content.put("warnings", results.warnings());
    }

    private static Map<String, String> named(final Path file) {
        final Map<String, String> named = new LinkedHashMap<>();
        named.put("name", file.getFileName().toString());
        named.put("hash", InputHash.of(file));
        return named;
    }

    /** @throws operando.cell.InputException if it cannot be written */
    public void write(final Path file) {
        AtomicFile.write(file, unfinished -> JSON.writeValue(unfinished.toFile(), content));
    }
}
