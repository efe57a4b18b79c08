package operando.segment.learn.modelfile;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import operando.cell.InputException;
import operando.engine.AtomicFile;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ArffLoader.ArffReader;

/** Training data as Weka's {@code .arff} text, the "Save data" and "Load data" of Fiji's Trainable Weka Segmentation. */
public final class ArffFile {

    private static final String MEND = "give the .arff training data that Trainable Weka Segmentation or this program saved";

    private ArffFile() {
    }

    /** @throws InputException if the file is no ARFF, its last attribute is no class, or another one is no number */
    public static TrainingRows read(final Path file) {
        final Instances data = load(file);
        final int last = data.numAttributes() - 1;
        if (last < 1 || !data.attribute(last).isNominal()) {
            throw new InputException(file.toString(), "has no class as its last attribute", MEND);
        }
        for (int a = 0; a < last; a++) {
            if (!data.attribute(a).isNumeric() || data.attribute(a).isDate()) {
                throw new InputException(file.toString(), "has the attribute '" + data.attribute(a).name() + "', which is no number",
                    MEND);
            }
        }
        final float[][] rows = new float[data.size()][last];
        final int[] classes = new int[data.size()];
        for (int row = 0; row < rows.length; row++) {
            final Instance instance = data.instance(row);
            if (instance.isMissing(last)) {
                throw new InputException(file + ", row " + (row + 1), "has no class", "leave out rows without a class");
            }
            for (int f = 0; f < last; f++) {
                rows[row][f] = (float) instance.value(f);
            }
            classes[row] = (int) instance.value(last);
        }
        try {
            return new TrainingRows(JavaStreamHeader.of(data), rows, classes);
        } catch (final InputException e) {
            throw e.within(file.toString());
        }
    }

    private static Instances load(final Path file) {
        WekaStart.quietly();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new ArffReader(reader).getData();
        } catch (final CharacterCodingException e) {
            throw new InputException(file.toString(), "is not UTF-8 text", MEND);
        } catch (final IOException | IllegalArgumentException e) {
            throw new InputException(file.toString(), "cannot be read (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                + ")", MEND);
        }
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
        final List<String> classes = data.header().classes().stream().map(Utils::quote).toList();
        out.write("@relation " + Utils.quote(data.header().relation()) + "\n\n");
        for (final String feature : data.header().features()) {
            out.write("@attribute " + Utils.quote(feature) + " numeric\n");
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
