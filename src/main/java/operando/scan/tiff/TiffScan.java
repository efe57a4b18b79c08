package operando.scan.tiff;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.CancelledException;
import operando.engine.InputFile;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.ScanSource;
import operando.scan.StorageInfo;
import operando.scan.TimeSeriesFile;

/**
 * The stack in one TIFF or BigTIFF file. ImageJ's decoder reads neither BigTIFF nor tiles, and not several rows at a
 * time from several threads, so this is our own; its tests compare it with ImageJ's on the files that both read.
 */
final class TiffScan implements Scan {

    private final Path path;
    private final Path file;
    private final FileChannel channel;
    private final TiffPixels pixels = new TiffPixels();
    private final TiffPages pages;

    private TiffScan(final Path path, final FileChannel channel, final TiffPages pages) {
        this.path = path;
        this.file = TimeSeriesFile.file(path);
        this.channel = channel;
        this.pages = pages;
    }

    /**
     * @param path of a file with one stack, or of one stack in a file with several
     * @throws InputException if the file cannot be opened or is no stack that is read here
     */
    public static TiffScan open(final Path path) {
        final Path file = TimeSeriesFile.file(path);
        final OptionalInt point = TimeSeriesFile.point(path);
        FileChannel channel = null;
        TiffScan scan = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            final TiffInput input = new TiffInput(channel, file.toString());
            scan = new TiffScan(path, channel, point.isPresent() ? TiffPages.at(input, point.getAsInt()) : TiffPages.in(input));
            return scan;
        } catch (final IOException e) {
            throw ScanFile.unreadable(file, e);
        } finally {
            if (scan == null && channel != null) {
                closeQuietly(channel);
            }
        }
    }

    /** The several stacks of a file, if it has more than one. */
    static Optional<TimeSeriesFile> series(final Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final TiffPages all = TiffPages.all(new TiffInput(channel, file.toString()));
            final Optional<Integer> points = all.series();
            return points.map(count -> new TimeSeriesFile(file, count, all.description().hoursBetweenFrames()));
        } catch (final IOException e) {
            throw ScanFile.unreadable(file, e);
        }
    }

    private static void closeQuietly(final FileChannel channel) {
        try {
            channel.close();
        } catch (final IOException e) {
            // The file was only read.
        }
    }

    public TiffPages pages() {
        return pages;
    }

    @Override
    public String name() {
        return ScanFile.nameOf(path);
    }

    @Override
    public int width() {
        return pages.first().width();
    }

    @Override
    public int height() {
        return pages.first().height();
    }

    @Override
    public int depth() {
        return pages.count();
    }

    @Override
    public PixelType pixelType() {
        return pages.first().samples().pixelType();
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        return pages.voxelSize();
    }

    @Override
    public StorageInfo storageInfo() {
        return pages.storageInfo();
    }

    @Override
    public ScanSource source() {
        final String stored = path.toAbsolutePath().toString();
        return () -> open(Path.of(stored));
    }

    @Override
    public void readSlice(final int z, final Object slice) {
        readRows(z, 0, height(), slice);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object to) {
        Objects.checkFromIndexSize(y, rows, height());
        try {
            pixels.read(channel, pages.page(z), y, rows, to);
        } catch (final ClosedByInterruptException e) {
            throw new CancelledException();
        } catch (final IOException e) {
            throw new InputException(file.toString(), "slice " + (z + 1) + " of " + depth() + " cannot be read: "
                + InputFile.reason(e), "copy or export the stack again");
        }
    }

    @Override
    public void close() {
        pixels.close();
        closeQuietly(channel);
    }
}
