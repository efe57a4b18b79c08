package operando.scan.tiff;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import operando.cell.InputException;
import operando.scan.GreyCalibration;
import operando.scan.Scan;
import operando.scan.ScanFormat;
import operando.scan.SliceCache;
import operando.scan.TimeSeriesFile;

/** TIFF and BigTIFF stacks, and folders or patterns of one TIFF file a slice. */
public final class TiffFormat implements ScanFormat {

    private static final int CHUNKS_OF_ROWS_APART = 4;
    private static final long UNPACKED_BYTES = 1L << 28;

    @Override
    public Scan open(final Path path) {
        if (Files.isDirectory(path)) {
            return SliceSeries.inFolder(path);
        }
        if (!Files.exists(TimeSeriesFile.file(path)) && isPattern(path)) {
            return SliceSeries.matching(path);
        }
        return openFile(path);
    }

    @Override
    public Optional<TimeSeriesFile> series(final Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return TiffScan.series(file);
        } catch (final InputException e) {
            // Whoever opens it is told what is wrong with it.
            return Optional.empty();
        }
    }

    private static Scan openFile(final Path file) {
        final TiffScan stack = TiffScan.open(file);
        return asRead(stack, stack.pages());
    }

    /** What users of a scan with these pages read: grey values, and rows without unpacking their slice each time. */
    static Scan asRead(final Scan scan, final TiffPages pages) {
        final boolean rowsApart = pages.first().compression() == TiffCompression.NONE
            || pages.first().chunkHeight() <= pages.first().height() / CHUNKS_OF_ROWS_APART;
        final Scan rows = rowsApart ? scan : SliceCache.of(scan, UNPACKED_BYTES);
        final StackDescription description = pages.description();
        return description.isCalibrated() ? new GreyCalibration(rows, description.greyOffset(), description.greySlope()) : rows;
    }

    private static boolean isPattern(final Path path) {
        return path.getFileName() != null && path.getFileName().toString().matches(".*[*?{\\[].*");
    }
}
