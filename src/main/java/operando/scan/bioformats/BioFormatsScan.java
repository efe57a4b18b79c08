package operando.scan.bioformats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.ScanSource;
import operando.scan.StorageInfo;
import operando.scan.tiff.TiffSamples;

/** A scan in a file that Bio-Formats reads; one thread at a time, at Bio-Formats' speed. */
final class BioFormatsScan implements Scan {

    // Bio-Formats numbers the types of pixels so.
    private static final TiffSamples[] SAMPLES = {TiffSamples.INT8, TiffSamples.UINT8, TiffSamples.INT16,
        TiffSamples.UINT16, TiffSamples.INT32, TiffSamples.UINT32, TiffSamples.FLOAT32, TiffSamples.FLOAT64};

    private final Path file;
    private final BioFormats reader;
    private final TiffSamples samples;
    private final int width;
    private final int height;
    private final int depth;

    private BioFormatsScan(final Path file, final BioFormats reader) {
        this.file = file;
        this.reader = reader;
        refuseSeveralStacks();
        final int type = reader.number("getPixelType");
        if (type < 0 || type >= SAMPLES.length) {
            throw new InputException(file.toString(), "grey values of this type are not read",
                "export it as an 8-bit, 16-bit or 32-bit float TIFF stack");
        }
        samples = SAMPLES[type];
        width = reader.number("getSizeX");
        height = reader.number("getSizeY");
        depth = reader.number("getSizeZ") * reader.number("getSizeT");
        if (depth < 1 || (long) width * height * samples.bytes() > Integer.MAX_VALUE - 8) {
            throw new InputException(file.toString(), width + " x " + height + " x " + depth
                + " voxels are not read through Bio-Formats", "export it as a TIFF stack");
        }
    }

    /** @throws InputException if Bio-Formats cannot read the file, or it is no single stack of grey slices */
    static Scan open(final Path file) {
        final BioFormats reader = BioFormats.open(file);
        BioFormatsScan scan = null;
        try {
            scan = new BioFormatsScan(file, reader);
            return scan;
        } finally {
            if (scan == null) {
                reader.close();
            }
        }
    }

    private void refuseSeveralStacks() {
        if (reader.flag("isRGB")) {
            throw new InputException(file.toString(), "this is a colour image",
                "convert it to 8-bit, 16-bit or 32-bit grey (in ImageJ: Image > Type)");
        }
        if (reader.number("getSeriesCount") > 1 || reader.number("getSizeC") > 1
            || reader.number("getSizeZ") > 1 && reader.number("getSizeT") > 1) {
            throw new InputException(file.toString(), "it holds " + reader.number("getSeriesCount") + " image series of "
                + reader.number("getSizeC") + " channels, " + reader.number("getSizeT") + " time points and "
                + reader.number("getSizeZ") + " slices", "save the scan as a stack of its own");
        }
    }

    @Override
    public String name() {
        return ScanFile.nameOf(file);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public PixelType pixelType() {
        return samples.pixelType();
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        return reader.voxelSize();
    }

    @Override
    public StorageInfo storageInfo() {
        return new StorageInfo(reader.text("getFormat") + " (through Bio-Formats)", samples.displayName(),
            order() == ByteOrder.LITTLE_ENDIAN ? "little-endian" : "big-endian", "left to Bio-Formats", sizeOnDisk());
    }

    private ByteOrder order() {
        return reader.flag("isLittleEndian") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private long sizeOnDisk() {
        try {
            return Files.size(file);
        } catch (final IOException e) {
            throw ScanFile.unreadable(file, e);
        }
    }

    @Override
    public ScanSource source() {
        final String stored = file.toAbsolutePath().toString();
        return () -> open(Path.of(stored));
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        readRows(z, 0, height, pixels);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        Objects.checkIndex(z, depth);
        final byte[] bytes = new byte[rows * width * samples.bytes()];
        reader.readPlane(z, y, width, rows, bytes);
        try {
            samples.convert(ByteBuffer.wrap(bytes).order(order()), pixels, 0, rows * width);
        } catch (final IOException e) {
            throw new InputException(file.toString(), "slice " + (z + 1) + " of " + depth + " cannot be read: "
                + e.getMessage(), "export the stack again");
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
