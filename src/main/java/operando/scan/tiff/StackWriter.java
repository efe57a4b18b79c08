package operando.scan.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.AtomicFile;
import operando.scan.PixelType;

/**
 * Writes a stack slice by slice as a TIFF file that ImageJ opens with its voxel size; as BigTIFF when it grows beyond
 * 4 GB. The file takes its name when all slices are written and the writer is closed; until then, and if writing fails
 * or stops, there is no file of that name (an older one stays).
 *
 * <pre>
 * try (StackWriter writer = StackWriter.create(file, 200, 100, 50, PixelType.UINT16, voxelSize)) {
 *     for (int z = 0; z &lt; 50; z++) {
 *         writer.write(slice(z));
 *     }
 * }
 * </pre>
 */
public final class StackWriter implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 18;
    // Room for the header of either format; which one it is shows only at the end.
    private static final int HEADER_BYTES = 16;

    private final Path file;
    private final TiffTrailer trailer;
    private final PixelType type;
    private final int pixelsPerSlice;
    private final AtomicFile.Unfinished unfinished;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer packed;
    private final Deflater deflater;
    private long position = HEADER_BYTES;
    private boolean failed;

    private StackWriter(final Path file, final TiffTrailer trailer, final PixelType type, final boolean compressed) {
        this.file = file.toAbsolutePath();
        this.trailer = trailer;
        this.type = type;
        pixelsPerSlice = Math.multiplyExact(trailer.width(), trailer.height());
        deflater = compressed ? new Deflater(Deflater.BEST_SPEED) : null;
        packed = compressed ? ByteBuffer.allocateDirect(BUFFER_BYTES) : null;
        try {
            unfinished = AtomicFile.begin(file);
            channel = FileChannel.open(unfinished.path(), StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (final IOException e) {
            throw AtomicFile.notWritten(this.file, e);
        }
    }

    /**
     * Begins an uncompressed stack of grey values.
     *
     * @throws InputException if the file cannot be made
     */
    public static StackWriter create(final Path file, final int width, final int height, final int depth,
        final PixelType type, final VoxelSize voxelSize) {
        return new StackWriter(file, new TiffTrailer(width, height, depth, type, voxelSize, false), type, false);
    }

    /**
     * Begins an 8-bit stack of {@link operando.cell.Phase} labels, compressed with Deflate and shown in the phases'
     * colours.
     *
     * @throws InputException if the file cannot be made
     */
    public static StackWriter createLabels(final Path file, final int width, final int height, final int depth,
        final VoxelSize voxelSize) {
        return new StackWriter(file, new TiffTrailer(width, height, depth, PixelType.UINT8, voxelSize, true),
            PixelType.UINT8, true);
    }

    /**
     * Appends the next slice.
     *
     * @param slice {@code byte[]}, {@code short[]} or {@code float[]} of the stack's type with at least width × height
     *              elements, row by row; not kept
     * @throws InputException if the disk is full or the file cannot be written
     */
    public void write(final Object slice) {
        if (PixelType.of(slice) != type) {
            throw new IllegalArgumentException("a slice of " + PixelType.of(slice) + " in a stack of " + type);
        }
        final long start = position;
        try {
            if (deflater != null) {
                deflate((byte[]) slice);
            } else {
                copy(slice);
            }
        } catch (final IOException e) {
            failed = true;
            throw AtomicFile.notWritten(file, e);
        }
        trailer.add(start, position - start);
    }

    private void copy(final Object slice) throws IOException {
        final int most = BUFFER_BYTES / type.bytes();
        for (int at = 0; at < pixelsPerSlice; at += most) {
            final int now = Math.min(most, pixelsPerSlice - at);
            buffer.clear().limit(now * type.bytes());
            switch (type) {
                case UINT8 -> buffer.duplicate().put((byte[]) slice, at, now);
                case UINT16 -> buffer.asShortBuffer().put((short[]) slice, at, now);
                case FLOAT32 -> buffer.asFloatBuffer().put((float[]) slice, at, now);
            }
            drain(buffer);
        }
    }

    private void deflate(final byte[] slice) throws IOException {
        deflater.reset();
        deflater.setInput(slice, 0, pixelsPerSlice);
        deflater.finish();
        while (!deflater.finished()) {
            packed.clear();
            deflater.deflate(packed);
            drain(packed.flip());
        }
    }

    private void drain(final ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }

    /**
     * Gives the file its name if all slices were written, and removes what was written if not.
     *
     * @throws InputException if the disk is full or the file cannot be written
     */
    @Override
    public void close() {
        try (unfinished; channel) {
            if (!failed && trailer.isComplete()) {
                drain(trailer.directories(position));
                channel.write(trailer.header(), 0);
                channel.close();
                unfinished.finish();
            }
        } catch (final IOException e) {
            throw AtomicFile.notWritten(file, e);
        } finally {
            if (deflater != null) {
                deflater.end();
            }
        }
    }
}
