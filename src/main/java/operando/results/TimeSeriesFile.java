package operando.results;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.engine.InputFile;
import operando.series.TimeSeries;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Reads a timeseries.csv, also one that another program wrote: the columns {@code scan} (may be left out), {@code time_h}, and
 * any of those that a {@link Quantity} names, with their standard errors. Other columns are passed over; empty fields are
 * numbers that are not there.
 */
public final class TimeSeriesFile {

    private static final long MOST_BYTES = 1L << 28;
    private static final String WANTED = "a timeseries.csv";

    private TimeSeriesFile() {
    }

    /** @throws InputException if it is no table, has no times, or holds what is no number; names the line */
    public static TimeSeries read(final Path file) {
        final String text = InputFile.text(file, MOST_BYTES, WANTED);
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW).get())) {
            final List<String> header = parser.getHeaderNames();
            if (!header.contains(Quantity.TIME.column())) {
                throw new InputException(file.toString(), "has no column " + Quantity.TIME.column(), "give " + WANTED + " with times in h");
            }
            return series(file, header, parser.getRecords());
        } catch (final IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new InputException(file.toString(), "is no table: " + InputFile.reason(e), "give " + WANTED);
        }
    }

    private static TimeSeries series(final Path file, final List<String> header, final List<CSVRecord> rows) {
        final double[] times = new double[rows.size()];
        for (int row = 0; row < times.length; row++) {
            times[row] = number(file, rows.get(row), Quantity.TIME.column());
            if (!Double.isFinite(times[row]) || row > 0 && times[row] <= times[row - 1]) {
                throw new InputException(place(file, rows.get(row)), "the time " + rows.get(row).get(Quantity.TIME.column()) + " does not follow the one before",
                    "give rows in the order of time");
            }
        }
        final boolean named = header.contains(Quantity.SCAN.column());
        final TimeSeries series = new TimeSeries(rows.stream().map(row -> named ? row.get(Quantity.SCAN.column()) : Long.toString(row.getRecordNumber())).toList(), times);
        for (final String column : header) {
            final Optional<Quantity> quantity = Quantity.ofColumn(column).filter(one -> Quantity.ofScans().contains(one) || !one.hasSides())
                .filter(one -> one != Quantity.TIME && one != Quantity.SCAN);
            if (quantity.isPresent()) {
                final boolean errors = header.contains(quantity.get().errorColumn());
                for (int row = 0; row < times.length; row++) {
                    series.set(row, quantity.get(), Measured.of(number(file, rows.get(row), column),
                        errors ? number(file, rows.get(row), quantity.get().errorColumn()) : Double.NaN));
                }
            }
        }
        return series;
    }

    private static double number(final Path file, final CSVRecord row, final String column) {
        if (!row.isSet(column) || row.get(column).isBlank()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(row.get(column));
        } catch (final NumberFormatException e) {
            throw new InputException(place(file, row), "'" + row.get(column) + "' in the column " + column + " is no number", "correct it, or leave the field empty");
        }
    }

    private static String place(final Path file, final CSVRecord row) {
        return file + ", row " + (row.getRecordNumber() + 1);
    }
}
