package operando.results;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.engine.InputFile;
import operando.text.CsvTable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How often grey values occur, in bins of one width; the outermost thousandth at either end is left out.
 *
 * @param grey   the middle of each bin
 * @param voxels in each bin
 */
public record GreyHistogram(double[] grey, double[] voxels) {

    private static final int BINS = 200;
    private static final double OUTERMOST = 0.001;
    private static final long MOST_BYTES = 1L << 22;
    private static final List<String> COLUMNS = List.of("grey_value", "voxels");

    static GreyHistogram of(final List<float[]> parts) {
        final int count = parts.stream().mapToInt(part -> part.length).sum();
        final float[] all = new float[count];
        int filled = 0;
        for (final float[] part : parts) {
            System.arraycopy(part, 0, all, filled, part.length);
            filled += part.length;
        }
        final float[] sorted = SortedGreys.of(all);
        final double least = sorted[(int) (OUTERMOST * (count - 1))];
        final double span = sorted[(int) ((1 - OUTERMOST) * (count - 1))] - least;
        // Whole grey values fill bins of a whole width evenly.
        final boolean whole = parts.stream().allMatch(GreyHistogram::whole);
        final double width = whole ? Math.max(1, Math.ceil(span / BINS)) : Math.max(Math.ulp((float) Math.abs(least)), span / BINS);
        final double[] grey = new double[Math.max(1, Math.min(BINS, (int) Math.ceil((span + (whole ? 1 : 0)) / width)))];
        Arrays.setAll(grey, bin -> least + (bin + 0.5) * width - (whole ? 0.5 : 0));
        final double[] voxels = new double[grey.length];
        for (final float value : sorted) {
            final int bin = (int) Math.floor((value - least) / width);
            if (bin >= 0 && bin < voxels.length) {
                voxels[bin]++;
            }
        }
        return new GreyHistogram(grey, voxels);
    }

    private static boolean whole(final float[] values) {
        for (final float value : values) {
            if (value != Math.rint(value)) {
                return false;
            }
        }
        return true;
    }

    void write(final Path file) {
        final CsvTable table = new CsvTable(COLUMNS);
        for (int bin = 0; bin < grey.length; bin++) {
            table.row(List.of(grey[bin], (long) voxels[bin]));
        }
        table.write(file);
    }

    /**
     * The histogram in a file; empty if the scan has none.
     *
     * @throws InputException if the file is no such table
     */
    public static Optional<GreyHistogram> read(final Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(InputFile.text(file, MOST_BYTES, "a histogram")),
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            final List<CSVRecord> rows = parser.getRecords();
            return Optional.of(new GreyHistogram(rows.stream().mapToDouble(row -> Double.parseDouble(row.get(COLUMNS.get(0)))).toArray(),
                rows.stream().mapToDouble(row -> Double.parseDouble(row.get(COLUMNS.get(1)))).toArray()));
        } catch (final IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new InputException(file.toString(), "is not the histogram that a run writes", "run again");
        }
    }
}
