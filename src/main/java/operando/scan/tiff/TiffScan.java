package operando.scan.tiff;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.CancelledException;
import operando.engine.InputFile;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.ScanSource;
import operando.scan.StorageInfo;

/**
 * The stack in one TIFF or BigTIFF file. ImageJ's decoder reads neither BigTIFF nor tiles, and not several rows at a
 * time from several threads, so this is our own; its tests compare it with ImageJ's on the files that both read.
 */
final class TiffScan implements Scan {

    private final Path file;
    private final FileChannel channel;
    private final TiffPixels pixels = new TiffPixels();
    private final TiffPages pages;

    private TiffScan(final Path file, final FileChannel channel, final TiffPages pages) {
        this.file = file;
        this.channel = channel;
        this.pages = pages;
    }

    /** @throws InputException if the file cannot be opened or is no stack that is read here */
    public static TiffScan open(final Path file) {
        FileChannel channel = null;
        TiffScan scan = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            scan = new TiffScan(file, channel, TiffPages.in(new TiffInput(channel, file.toString())));
            return scan;
        } catch (final IOException e) {
            throw ScanFile.unreadable(file, e);
        } finally {
            if (scan == null && channel != null) {
                closeQuietly(channel);
            }
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
        return ScanFile.nameOf(file);
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
        final String stored = file.toAbsolutePath().toString();
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
