package operando.scan.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.AtomicFile;
import operando.engine.CancelledException;

/**
 * Writes an 8-bit stack of {@link operando.cell.Phase} labels in bands of rows, each through all slices, by several threads at a
 * time; shown in the phases' colours, every row packed for itself (PackBits, which every reader of TIFF knows). A band is a strip of
 * every slice. The file is the same whichever thread is the faster, since bands are written in their order, and takes its
 * name when all are written and the writer is closed.
 *
 * <pre>
 * try (LabelWriter writer = LabelWriter.create(file, 200, 100, 50, voxelSize)) {
 *     cores.forEach(writer.bands(), i -&gt; {
 *         LabelWriter.Band band = writer.band(i);
 *         for (int z = 0; z &lt; 50; z++) {
 *             band.add(labels(z, band.firstRow(), band.rows()));
 *         }
 *         band.write();
 *     });
 * }
 * </pre>
 */
public final class LabelWriter implements AutoCloseable {

    private static final int HEADER_BYTES = 16;
    private static final int STRIP_BYTES = 1 << 15;
    /** So that a small stack, too, has work for many threads. */
    private static final int LEAST_BANDS = 16;
    private static final int BUFFER_BYTES = 1 << 18;

    private final Path file;
    private final int width;
    private final int height;
    private final int depth;
    private final int rows;
    private final TiffTrailer trailer;
    private final AtomicFile.Unfinished unfinished;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private long position = HEADER_BYTES;
    private int written;
    private boolean failed;

    /** Some rows of all slices, filled by one thread. */
    public final class Band {

        private final int number;
        private final int[] sizes = new int[depth];
        private byte[] packed;
        private int slices;
        private int end;

        private Band(final int number) {
            this.number = number;
            packed = new byte[2 * PackBits.most(width * rows())];
        }

        public int firstRow() {
            return number * rows;
        }

        public int rows() {
            return Math.min(rows, height - firstRow());
        }

        /**
         * Appends these rows of the next slice.
         *
         * @param labels at least width × rows; not kept
         */
        public void add(final byte[] labels) {
            final int start = end;
            final int room = rows() * PackBits.most(width);
            if (packed.length - end < room) {
                packed = Arrays.copyOf(packed, Math.max(2 * packed.length, end + room));
            }
            for (int row = 0; row < rows(); row++) {
                end = PackBits.pack(labels, row * width, (row + 1) * width, packed, end);
            }
            sizes[slices++] = end - start;
        }

        /**
         * Writes the band once those before it are written.
         *
         * @throws InputException if the disk is full or the file cannot be written
         */
        public void write() {
            if (slices != depth) {
                throw new IllegalStateException(slices + " slices of " + depth);
            }
            LabelWriter.this.write(this);
        }
    }

    private LabelWriter(final Path file, final int width, final int height, final int depth, final VoxelSize voxelSize) {
        this.file = file.toAbsolutePath();
        this.width = width;
        this.height = height;
        this.depth = depth;
        rows = Math.max(1, Math.min(STRIP_BYTES / Math.max(1, width), (height + LEAST_BANDS - 1) / LEAST_BANDS));
        trailer = TiffTrailer.ofLabels(width, height, depth, voxelSize, rows);
        try {
            unfinished = AtomicFile.begin(file);
            channel = FileChannel.open(unfinished.path(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (final IOException e) {
            throw AtomicFile.notWritten(this.file, e);
        }
    }

    /** @throws InputException if the file cannot be made */
    public static LabelWriter create(final Path file, final int width, final int height, final int depth, final VoxelSize voxelSize) {
        return new LabelWriter(file, width, height, depth, voxelSize);
    }

    /** How many bands there are to be written. */
    public int bands() {
        return (height + rows - 1) / rows;
    }

    /** Begins a band; threads begin and write them in rising order, so that none waits for one that nobody has begun. */
    public Band band(final int number) {
        return new Band(number);
    }

    /** Ends the waiting of bands for one that will not come. */
    public synchronized void fail() {
        failed = true;
        notifyAll();
    }

    private synchronized void write(final Band band) {
        try {
            while (written < band.number && !failed) {
                wait();
            }
            if (failed) {
                // Whoever failed says why.
                return;
            }
            for (int z = 0, start = 0; z < depth; z++) {
                trailer.add(z, band.number, position + start, band.sizes[z]);
                start += band.sizes[z];
            }
            for (int at = 0; at < band.end; at += BUFFER_BYTES) {
                drain(buffer.clear().put(band.packed, at, Math.min(BUFFER_BYTES, band.end - at)).flip());
            }
            written++;
            notifyAll();
        } catch (final IOException e) {
            fail();
            throw AtomicFile.notWritten(file, e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private void drain(final ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }

    /**
     * Gives the file its name if all bands were written, and removes what was written if not.
     *
     * @throws InputException if the disk is full or the file cannot be written
     */
    @Override
    public void close() {
        try (unfinished; channel) {
            if (!failed && written == bands()) {
                drain(trailer.directories(position));
                channel.write(trailer.header(), 0);
                channel.close();
                unfinished.finish();
            }
        } catch (final IOException e) {
            throw AtomicFile.notWritten(file, e);
        }
    }
}
