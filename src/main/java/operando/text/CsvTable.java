package operando.text;

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
            try (Writer writer = Files.newBufferedWriter(unfinished);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get())) {
                printer.printRecord(header);
                printer.printRecords(rows);
            }
        });
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
