package operando.cycler;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import operando.cell.InputException;
import operando.engine.InputFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A cycler's text file: lines of anything, one line of headings, lines of numbers, parted by tabs, commas or
 * semicolons. The line of headings is found by what it says and not by its number: exported headers are cut, miscounted
 * and translated.
 */
final class DelimitedFile {

    private static final char[] SEPARATORS = {'\t', ';', ','};

    private static final int MOST_LINES_BEFORE_HEADINGS = 5000;

    private final String file;

    // Of hundreds of columns; a longer line is the sign of another kind of file.
    private static final int LONGEST_LINE = 1 << 16;

    private static final int LOOKED_AT_FOR_CONTROLS = 1 << 16;

    private static final Pattern REFERENCE = Pattern.compile("Reference electrode\\s*:(.*)");

    private final String text;

    private final Optional<String> statedVoltage;

    DelimitedFile(final String file, final String text, final Optional<String> statedVoltage) {
        this.file = file;
        this.text = text;
        this.statedVoltage = statedVoltage;
    }

    private record Headings(int line, int end, char separator, List<String> names, ColumnChoice choice) {
    }

    /** @throws InputException if it is no file of cycling, or a line of it cannot be read; names the line */
    CyclingRecord record(final OptionalDouble areaCm2) {
        refuseControls();
        final Headings headings = headings();
        final String before = text.substring(0, headings.end);
        titles(before).map(Technique::named).flatMap(Optional::stream).findFirst().ifPresent(technique -> {
            throw technique.refused(file);
        });
        final ColumnChoice choice = headings.choice;
        if (choice.has(RecordedQuantity.FREQUENCY) && !choice.has(RecordedQuantity.MODE)) {
            throw Technique.IMPEDANCE.refused(file);
        }
        choice.check(choice.has(RecordedQuantity.MODE) || titles(before).anyMatch(title -> title.contains("Open Circuit")));
        choice.checkVoltage(before.lines().map(REFERENCE::matcher).filter(Matcher::matches)
            .flatMap(line -> CyclerFacts.namedElectrode(line.group(1)).stream()).findFirst(), "");
        final boolean ours = headings.separator == ',' && headings.names.contains(RecordedQuantity.TIME.example());
        return readings(headings).record(ours ? Readings.Strictness.RISING : Readings.Strictness.STEPS, areaCm2);
    }

    private void refuseControls() {
        for (int i = 0; i < Math.min(text.length(), LOOKED_AT_FOR_CONTROLS); i++) {
            if (text.charAt(i) < '\t') {
                throw new InputException(file, "is no text", "give the file as the cycler exported it: CSV, .mpt or .mpr");
            }
        }
    }

    // A technique's title stands alone on its line; lines that set something have a colon.
    private static Stream<String> titles(final String before) {
        return before.lines().filter(line -> line.indexOf(':') < 0 && line.indexOf('\t') < 0);
    }

    private Headings headings() {
        Headings best = null;
        int line = 0;
        for (int start = 0; start < text.length() && line < MOST_LINES_BEFORE_HEADINGS; line++) {
            final int end = lineEnd(start);
            if (end - start > LONGEST_LINE) {
                throw new InputException(file + ", line " + (line + 1), "is longer than " + LONGEST_LINE + " characters, so this is no table",
                    "give the file as the cycler exported it: CSV, .mpt or .mpr");
            }
            final Headings headings = headings(line + 1, end, text.substring(start, end));
            if (best == null || headings.choice.recognised() > best.choice.recognised()) {
                best = headings;
            }
            if (best.choice.recognised() >= 3 || best.choice.recognised() == 2 && line > best.line + 1) {
                break;
            }
            start = next(end);
        }
        if (best == null || best.choice.recognised() == 0) {
            throw new InputException(file, "has no line of column headings", "give a file with the columns time_h, "
                + "voltage_V, current_density_mA_cm2, or one that EC-Lab exported");
        }
        return best;
    }

    private int lineEnd(final int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int next(final int end) {
        return end + (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n' ? 2 : 1);
    }

    private Headings headings(final int line, final int end, final String content) {
        Headings best = null;
        for (final char separator : SEPARATORS) {
            final List<String> names = names(content, separator);
            final ColumnChoice choice = new ColumnChoice(file + ", line " + line, names, statedVoltage);
            if (best == null || choice.recognised() > best.choice.recognised()) {
                best = new Headings(line, end, separator, names, choice);
            }
        }
        return best;
    }

    private static List<String> names(final String content, final char separator) {
        final List<String> names = new ArrayList<>();
        for (final String cell : content.split(String.valueOf(separator), -1)) {
            final String name = cell.strip();
            final boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
            names.add(quoted ? name.substring(1, name.length() - 1) : name);
        }
        while (names.size() > 1 && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        return names;
    }

    private Readings readings(final Headings headings) {
        final CSVFormat.Builder format = CSVFormat.DEFAULT.builder().setDelimiter(headings.separator)
            .setIgnoreEmptyLines(false);
        if (headings.separator == '\t') {
            format.setQuote(null);
        }
        final Rows rows = new Rows(headings);
        try (CSVParser parser = CSVParser.parse(from(headings.end), format.build())) {
            for (final CSVRecord row : parser) {
                rows.add(row, headings.line + (int) parser.getCurrentLineNumber() - 1);
            }
        } catch (final IOException | UncheckedIOException | IllegalStateException e) {
            throw new InputException(file, "is no table: " + InputFile.reason(e), "give the file as the cycler exported it");
        }
        return rows.readings();
    }

    private StringReader from(final int start) throws IOException {
        final StringReader reader = new StringReader(text);
        reader.skip(start);
        return reader;
    }

    /** The columns that are read, filling up row by row. */
    private final class Rows {

        private final Headings headings;

        private final TimeColumn time;

        private final Map<RecordedQuantity, double[]> columns = new EnumMap<>(RecordedQuantity.class);

        private int[] lines = new int[1024];

        private int size;

        Rows(final Headings headings) {
            this.headings = headings;
            final ColumnName name = headings.choice.column(RecordedQuantity.TIME).orElseThrow().name();
            time = new TimeColumn(name.unitIsRead() ? name.factor() : Double.NaN);
            for (final RecordedQuantity quantity : RecordedQuantity.values()) {
                if (quantity != RecordedQuantity.TIME && headings.choice.has(quantity)) {
                    columns.put(quantity, new double[lines.length]);
                }
            }
        }

        void add(final CSVRecord row, final int line) {
            if (isEmpty(row)) {
                return;
            }
            if (row.size() < headings.names.size()) {
                throw new InputException(file + ", line " + line, "has " + row.size() + " of "
                    + headings.names.size() + " columns", "complete or remove that line; the file may be cut off");
            }
            grow();
            lines[size] = line;
            final ColumnChoice.Column column = headings.choice.column(RecordedQuantity.TIME).orElseThrow();
            final String cell = row.get(column.index()).strip();
            if (!time.add(cell)) {
                if (!column.name().unitIsRead() && !Double.isNaN(NumberParser.parse(cell))) {
                    throw headings.choice.timeWithoutUnit();
                }
                throw noNumber(line, column.name(), cell);
            }
            columns.forEach((quantity, values) -> values[size] = value(row, line, quantity));
            size++;
        }

        private boolean isEmpty(final CSVRecord row) {
            for (final String cell : row) {
                if (!cell.isBlank()) {
                    return row.get(0).startsWith("#");
                }
            }
            return true;
        }

        private void grow() {
            if (size == lines.length) {
                lines = Arrays.copyOf(lines, 2 * size);
                columns.replaceAll((quantity, values) -> Arrays.copyOf(values, 2 * size));
            }
        }

        private double value(final CSVRecord row, final int line, final RecordedQuantity quantity) {
            final ColumnChoice.Column column = headings.choice.column(quantity).orElseThrow();
            final String cell = row.get(column.index());
            final double value = NumberParser.parse(cell);
            if (Double.isNaN(value) && headings.choice.isTaken(quantity)) {
                throw noNumber(line, column.name(), cell);
            }
            return value * column.name().factor();
        }

        private InputException noNumber(final int line, final ColumnName name, final String cell) {
            final String what = cell.isBlank() ? "the column '" + name.heading() + "' is empty"
                : "'" + cell.strip() + "' in the column '" + name.heading() + "' is not a finite number";
            return new InputException(file + ", line " + line, what, "complete or remove that line");
        }

        Readings readings() {
            final int[] at = lines;
            final Readings readings = new Readings(file, headings.choice, reading -> "line " + at[reading]);
            readings.put(RecordedQuantity.TIME, time.hours());
            columns.forEach((quantity, values) -> readings.put(quantity, Arrays.copyOf(values, size)));
            return readings;
        }
    }
}
