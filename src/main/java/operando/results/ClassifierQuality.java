package operando.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.engine.InputFile;
import operando.segment.learn.ConfusionMatrix;
import operando.segment.learn.TrainingResult;
import operando.segment.learn.TrainingResult.FeatureImportance;
import operando.text.CsvTable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How good a classifier is, as training leaves it in two tables beside the model: NAME-quality.csv and NAME-importance.csv.
 *
 * @param test        of examples that were not trained on; empty if there was no such test
 * @param importances of the features, the most important first; empty if the classifier does not tell
 */
public record ClassifierQuality(Optional<ConfusionMatrix> test, List<FeatureImportance> importances) {

    private static final int MOST_BYTES = 64 << 20;
    private static final String TAKEN_FOR = "taken for ";
    private static final String MEND = "train the model again, or delete the file";

    public ClassifierQuality {
        importances = List.copyOf(importances);
    }

    public static ClassifierQuality of(final TrainingResult result) {
        return new ClassifierQuality(result.test(), result.importances());
    }

    /** The table of classes that belongs to a model file. */
    public static Path testBeside(final Path model) {
        return beside(model, "-quality.csv");
    }

    /** The table of features that belongs to a model file. */
    public static Path importancesBeside(final Path model) {
        return beside(model, "-importance.csv");
    }

    /** The page that shows both tables. */
    public static Path pageBeside(final Path model) {
        return beside(model, "-quality.html");
    }

    private static Path beside(final Path model, final String ending) {
        return model.resolveSibling(model.getFileName().toString().replaceFirst("\\.model(\\.gz)?$", "") + ending);
    }

    /**
     * Writes both tables. Where there is nothing to write, a table of an earlier training is deleted.
     *
     * @throws InputException if a file cannot be written
     */
    public void write(final Path testFile, final Path importancesFile) {
        test.ifPresentOrElse(matrix -> table(matrix).write(testFile), () -> delete(testFile));
        if (importances.isEmpty()) {
            delete(importancesFile);
        } else {
            final CsvTable table = new CsvTable(List.of("feature", "share_of_importance"));
            importances.forEach(one -> table.row(List.of(one.feature(), one.fraction())));
            table.write(importancesFile);
        }
    }

    private static CsvTable table(final ConfusionMatrix matrix) {
        final List<String> columns = new ArrayList<>(List.of("class", "examples", "precision", "recall", "dice"));
        matrix.classes().forEach(name -> columns.add(TAKEN_FOR + name));
        final CsvTable table = new CsvTable(columns);
        for (int c = 0; c < matrix.classes().size(); c++) {
            final ConfusionMatrix.ClassScore score = matrix.scores().get(c);
            final List<Object> row = new ArrayList<>(List.of(score.name(), score.voxels(), score.precision(), score.recall(), score.dice()));
            Arrays.stream(matrix.counts()[c]).forEach(row::add);
            table.row(row);
        }
        return table;
    }

    private static void delete(final Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (final IOException e) {
            throw new InputException(file.toString(), "is of an earlier training and cannot be deleted", "delete it");
        }
    }

    /**
     * Reads the tables that are there.
     *
     * @throws InputException if one is there that is no such table
     */
    public static ClassifierQuality read(final Path testFile, final Path importancesFile) {
        return new ClassifierQuality(rows(testFile).map(rows -> matrix(rows, testFile)),
            rows(importancesFile).map(rows -> importances(rows, importancesFile)).orElse(List.of()));
    }

    private static Optional<List<CSVRecord>> rows(final Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (CSVParser parser = CSVParser.parse(InputFile.text(file, MOST_BYTES, "a table that training writes"), CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return Optional.of(parser.getRecords());
        } catch (final IOException | RuntimeException e) {
            throw broken(file);
        }
    }

    private static ConfusionMatrix matrix(final List<CSVRecord> rows, final Path file) {
        try {
            final List<String> classes = rows.stream().map(row -> row.get("class")).toList();
            final long[][] counts = rows.stream().map(row -> classes.stream()
                .mapToLong(other -> Long.parseLong(row.get(TAKEN_FOR + other))).toArray()).toArray(long[][]::new);
            if (Arrays.stream(counts).flatMapToLong(Arrays::stream).noneMatch(count -> count > 0)) {
                throw broken(file);
            }
            return new ConfusionMatrix(classes, counts);
        } catch (final IllegalArgumentException e) {
            throw broken(file);
        }
    }

    private static List<FeatureImportance> importances(final List<CSVRecord> rows, final Path file) {
        try {
            return rows.stream().map(row -> new FeatureImportance(row.get("feature"), Double.parseDouble(row.get("share_of_importance")))).toList();
        } catch (final IllegalArgumentException e) {
            throw broken(file);
        }
    }

    private static InputException broken(final Path file) {
        return new InputException(file.toString(), "is not the table that training writes", MEND);
    }
}
