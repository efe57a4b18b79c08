package operando.segment.learn.modelfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import operando.cell.InputException;
import operando.engine.InputLines;
import operando.segment.learn.modelfile.ArffText.Word;

/**
 * Reads the numbers and the class of an {@code .arff} file line by line. Weka's own reader takes any attribute and any
 * length, but waits for ever for a header that ends too early, and names no line; this one reads what Trainable Weka
 * Segmentation saves, and says on which line it reads something else.
 */
final class ArffReader {

    static final String MEND = "give the .arff training data that Trainable Weka Segmentation or this program saved";

    private static final String WANTED = ".arff training data";

    private static final int LONGEST_LINE = 1 << 21;

    private static final int MOST_FEATURES = 100_000;

    private static final Set<String> NUMBERS = Set.of("numeric", "real", "integer");

    private final Path file;

    private final InputLines lines;

    private String relation;

    private final List<String> features = new ArrayList<>();

    // Null until the last attribute was a class.
    private List<String> classes;

    private String className;

    private final List<double[]> rows = new ArrayList<>();

    private final boolean needsClasses;

    private int[] classOfRow = new int[1024];

    private long rowsThatFit;

    private ArffReader(final Path file, final InputLines lines, final boolean needsClasses) {
        this.needsClasses = needsClasses;
        this.file = file;
        this.lines = lines;
    }

    /** @throws InputException if the file is no ARFF, its last attribute is no class, or another one is no number */
    static TrainingRows read(final Path file) {
        try (InputLines lines = new InputLines(file, LONGEST_LINE, WANTED)) {
            final ArffReader reader = new ArffReader(file, lines, true);
            reader.readHeader();
            reader.readRows();
            return reader.result();
        }
    }

    /**
     * Only what is to be classified: there need be no class, and no row need have one.
     *
     * @throws InputException if the file is no ARFF, or an attribute but the last is no number
     */
    static FeatureTable readTable(final Path file) {
        try (InputLines lines = new InputLines(file, LONGEST_LINE, ".arff rows")) {
            final ArffReader reader = new ArffReader(file, lines, false);
            reader.readHeader();
            reader.readRows();
            return new FeatureTable(file.toString(), reader.features, reader.rows.toArray(new double[0][]));
        }
    }

    private TrainingRows result() {
        try {
            final float[][] values = new float[rows.size()][features.size()];
            for (int row = 0; row < values.length; row++) {
                for (int f = 0; f < values[row].length; f++) {
                    values[row][f] = (float) rows.get(row)[f];
                }
            }
            return new TrainingRows(new ModelHeader(relation, features, classes), values, Arrays.copyOf(classOfRow, values.length));
        } catch (final InputException e) {
            throw e.within(file.toString());
        }
    }

    private void readHeader() {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            final List<Word> words = words(line.get());
            if (words.isEmpty()) {
                continue;
            }
            final Word keyword = words.get(0);
            if (keyword.is("@relation") && relation == null && words.size() == 2) {
                relation = words.get(1).text();
            } else if (keyword.is("@attribute") && relation != null && words.size() > 2) {
                addAttribute(words);
            } else if (keyword.is("@data") && relation != null && words.size() == 1) {
                requireClass();
                return;
            } else {
                throw unread("a line of the header that is none of @relation, @attribute and @data");
            }
        }
        throw new InputException(file.toString(), "cannot be read: it ends before its line @data", MEND);
    }

    private void addAttribute(final List<Word> words) {
        if (classes != null) {
            throw noNumber(className);
        }
        final String name = words.get(1).text();
        final Word type = words.get(2);
        if (type.is("{")) {
            if (words.size() < 4 || !words.get(words.size() - 1).is("}")) {
                throw unread("a list of classes without its closing brace");
            }
            className = name;
            final List<Word> names = words.subList(3, words.size() - 1);
            if (names.stream().anyMatch(word -> word.is("{") || word.is("}"))) {
                throw unread("a brace within the list of classes");
            }
            classes = names.stream().map(Word::text).toList();
        } else if (!type.isQuoted() && NUMBERS.contains(type.text().toLowerCase(Locale.ROOT))) {
            features.add(name);
            if (features.size() > MOST_FEATURES) {
                throw unread("more than " + MOST_FEATURES + " features");
            }
        } else {
            throw noNumber(name);
        }
    }

    private InputException noNumber(final String name) {
        return lines.wrong("has the attribute '" + name + "', which is no number", MEND);
    }

    private void requireClass() {
        if (needsClasses && classes == null || features.isEmpty()) {
            throw lines.wrong("has no class as its last attribute", MEND);
        }
    }

    private void readRows() {
        final Map<String, Integer> numbers = new HashMap<>();
        for (int c = 0; classes != null && c < classes.size(); c++) {
            numbers.putIfAbsent(classes.get(c), c);
        }
        // Training takes the numbers as floats as well.
        rowsThatFit = Runtime.getRuntime().maxMemory() / 2 / (12L * features.size() + 48);
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            final List<Word> words = words(line.get());
            if (!words.isEmpty()) {
                addRow(words, numbers);
            }
        }
    }

    private void addRow(final List<Word> words, final Map<String, Integer> numbers) {
        if (words.get(0).is("{")) {
            throw unread("a sparse row");
        }
        final int named = features.size() + (classes == null ? 0 : 1);
        if (words.size() != named) {
            throw unread(words.size() + " values where " + named + " are named");
        }
        if (rows.size() == rowsThatFit) {
            throw unread("more rows than fit into " + (Runtime.getRuntime().maxMemory() >> 20) + " MB: give Java more memory (-Xmx)");
        }
        final double[] row = new double[features.size()];
        for (int f = 0; f < row.length; f++) {
            row[f] = value(words.get(f));
        }
        if (needsClasses) {
            addClass(words.get(row.length), numbers);
        }
        rows.add(row);
    }

    private void addClass(final Word last, final Map<String, Integer> numbers) {
        if (last.is("?")) {
            throw lines.wrong("has no class", "leave out rows without a class");
        }
        final Integer number = numbers.get(last.text());
        if (number == null) {
            throw unread("the class '" + last.text() + "', which the header does not name");
        }
        if (rows.size() == classOfRow.length) {
            classOfRow = Arrays.copyOf(classOfRow, 2 * classOfRow.length);
        }
        classOfRow[rows.size()] = number;
    }

    private double value(final Word word) {
        if (word.is("?")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(word.text());
        } catch (final NumberFormatException e) {
            throw unread("'" + word.text() + "' in place of a number");
        }
    }

    private List<Word> words(final String line) {
        return ArffText.words(line).orElseThrow(() -> unread("a quote that is not closed"));
    }

    private InputException unread(final String what) {
        return lines.wrong("cannot be read: it has " + what, MEND);
    }
}
