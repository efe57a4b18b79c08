package operando.segment.learn.modelfile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import operando.cell.InputException;
import operando.engine.AtomicFile;

/** Training data as Weka's {@code .arff} text, the "Save data" and "Load data" of Fiji's Trainable Weka Segmentation. */
public final class ArffFile {

    private ArffFile() {
    }

    /**
     * Reads line by line, within bounds.
     *
     * @throws InputException naming the line, if the file is no ARFF, its last attribute is no class, or another one is no
     *                        number
     */
    public static TrainingRows read(final Path file) {
        return ArffReader.read(file);
    }

    /**
     * Reads rows that are to be classified, with all their digits; they need no class.
     *
     * @throws InputException naming the line, if the file is no ARFF, or an attribute but the last is no number
     */
    public static FeatureTable readTable(final Path file) {
        return ArffReader.readTable(file);
    }

    /** Writes every number so that the same one is read again. @throws InputException if the file cannot be written */
    public static void write(final Path file, final TrainingRows data) {
        AtomicFile.write(file, unfinished -> {
            try (BufferedWriter out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
                write(out, data);
            }
        });
    }

    private static void write(final BufferedWriter out, final TrainingRows data) throws IOException {
        final List<String> classes = data.header().classes().stream().map(ArffText::quote).toList();
        out.write("@relation " + ArffText.quote(data.header().relation()) + "\n\n");
        for (final String feature : data.header().features()) {
            out.write("@attribute " + ArffText.quote(feature) + " numeric\n");
        }
        out.write("@attribute class " + classes.stream().collect(Collectors.joining(",", "{", "}")) + "\n\n@data\n");
        for (int row = 0; row < data.size(); row++) {
            for (final float value : data.rows()[row]) {
                out.write((Float.isNaN(value) ? "?" : Float.toString(value)) + ",");
            }
            out.write(classes.get(data.classes()[row]) + "\n");
        }
    }
}
