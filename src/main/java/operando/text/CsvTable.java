package operando.text;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import operando.engine.AtomicFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table on its way into a CSV file: comma, decimal point, UTF-8, missing numbers as empty fields. */
public final class CsvTable {

    /** More digits than any quantity here has, fewer than would show rounding of binary numbers. */
    private static final MathContext DIGITS = new MathContext(10);

    private final List<String> header;
    private final List<List<Object>> rows = new ArrayList<>();

    public CsvTable(final List<String> header) {
        this.header = header;
    }

    /** @param fields numbers or texts; NaN and infinite numbers become empty fields */
    public void row(final List<Object> fields) {
        if (fields.size() != header.size()) {
            throw new IllegalArgumentException(fields.size() + " fields for " + header.size() + " columns");
        }
        rows.add(fields.stream().map(CsvTable::field).toList());
    }

    public void write(final Path file) {
        AtomicFile.write(file, unfinished -> {
            try (CSVPrinter printer = printer(unfinished, header)) {
                printer.printRecords(rows);
            }
        });
    }

    /** The fields of one row, as {@link #row} takes them. */
    @FunctionalInterface
    public interface Row {
        List<Object> fields(int number);
    }

    /** Writes a table of so many rows, each made when it is written: for tables that are longer than memory would hold as text. */
    public static void write(final Path file, final List<String> header, final int rows, final Row row) {
        AtomicFile.write(file, unfinished -> {
            try (CSVPrinter printer = printer(unfinished, header)) {
                for (int number = 0; number < rows; number++) {
                    printer.printRecord(row.fields(number).stream().map(CsvTable::field).toList());
                }
            }
        });
    }

    private static CSVPrinter printer(final Path file, final List<String> header) throws IOException {
        final Writer writer = Files.newBufferedWriter(file);
        final CSVPrinter printer = new CSVPrinter(writer, CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get());
        printer.printRecord(header);
        return printer;
    }

    private static Object field(final Object value) {
        return value instanceof Double number ? text(number) : value;
    }

    public static String text(final double number) {
        if (!Double.isFinite(number)) {
            return "";
        }
        final BigDecimal rounded = new BigDecimal(number, DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : Math.abs(rounded.precision() - rounded.scale()) > 15
            ? rounded.toString() : rounded.toPlainString();
    }
}
