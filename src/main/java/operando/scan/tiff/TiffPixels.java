package operando.scan.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.zip.Inflater;

/**
 * Reads rows of slices of open TIFF files, from several threads at a time. Uncompressed rows are read from where they
 * are through a small buffer; of compressed slices only the strips or tiles with those rows are unpacked.
 */
final class TiffPixels {

    // Fits into the second-level cache, and is large enough for a system call to cost nothing.
    private static final int BUFFER_BYTES = 1 << 18;

    private final ArrayDeque<Buffers> idle = new ArrayDeque<>();

    /** What one reading thread needs; kept for the next one. */
    private static final class Buffers {
        private final ByteBuffer rows = ByteBuffer.allocateDirect(BUFFER_BYTES);
        private final Inflater inflater = new Inflater();
        private byte[] packed = new byte[0];
        private byte[] unpacked = new byte[0];
        private byte[] spare = new byte[0];
    }

    /**
     * Reads the rows {@code y} … {@code y + rows} − 1 into {@code pixels[0 …]}.
     *
     * @throws IOException if the data is damaged or cannot be read
     */
    void read(final FileChannel channel, final TiffPage page, final int y, final int rows, final Object pixels) throws IOException {
        final Buffers buffers = take();
        try {
            if (page.contiguous() >= 0) {
                final long rowBytes = (long) page.width() * page.samples().bytes();
                stream(channel, page, page.contiguous() + y * rowBytes, rows * page.width(), pixels, buffers);
            } else {
                readChunks(channel, page, y, rows, pixels, buffers);
            }
        } finally {
            giveBack(buffers);
        }
    }

    private synchronized Buffers take() {
        return idle.isEmpty() ? new Buffers() : idle.pop();
    }

    private synchronized void giveBack(final Buffers buffers) {
        idle.push(buffers);
    }

    synchronized void close() {
        idle.forEach(buffers -> buffers.inflater.end());
        idle.clear();
    }

    private static void stream(final FileChannel channel, final TiffPage page, final long position, final int count,
        final Object pixels, final Buffers buffers) throws IOException {
        final TiffSamples samples = page.samples();
        final ByteBuffer buffer = buffers.rows.order(page.order());
        final int most = BUFFER_BYTES / samples.bytes();
        for (int at = 0; at < count; at += most) {
            final int now = Math.min(most, count - at);
            buffer.clear().limit(now * samples.bytes());
            TiffInput.fill(channel, buffer, position + (long) at * samples.bytes());
            samples.convert(buffer.flip(), pixels, at, now);
        }
    }

    private static void readChunks(final FileChannel channel, final TiffPage page, final int y, final int rows,
        final Object pixels, final Buffers buffers) throws IOException {
        final int across = page.chunksAcross();
        final int first = y / page.chunkHeight() * across;
        final int chunks = ((y + rows - 1) / page.chunkHeight() + 1) * across - first;
        final long[] starts = page.chunkStarts(first, chunks);
        final int[] sizes = page.chunkSizes(first, chunks);
        for (int i = 0; i < chunks; i++) {
            final ByteOrder order = unpack(channel, page, first + i, starts[i], sizes[i], buffers);
            copyRows(page, first + i, ByteBuffer.wrap(buffers.unpacked).order(order), y, rows, pixels);
        }
    }

    private static ByteOrder unpack(final FileChannel channel, final TiffPage page, final int chunk, final long start,
        final int size, final Buffers buffers) throws IOException {
        final int bytes = (int) page.chunkBytes(chunk);
        buffers.unpacked = atLeast(buffers.unpacked, bytes);
        if (page.compression() == TiffCompression.NONE) {
            TiffInput.fill(channel, ByteBuffer.wrap(buffers.unpacked, 0, bytes), start);
            return page.order();
        }
        buffers.packed = atLeast(buffers.packed, size);
        TiffInput.fill(channel, ByteBuffer.wrap(buffers.packed, 0, size), start);
        page.compression().unpack(buffers.packed, size, buffers.unpacked, bytes, buffers.inflater);
        buffers.spare = atLeast(buffers.spare, page.chunkWidth() * page.samples().bytes());
        return page.predictor().undo(buffers.unpacked, page.chunkRows(chunk), page.chunkWidth(),
            page.samples().bytes(), page.order(), buffers.spare);
    }

    // The part of an unpacked chunk that lies inside the slice and inside the rows asked for.
    private static void copyRows(final TiffPage page, final int chunk, final ByteBuffer values, final int y,
        final int rows, final Object pixels) throws IOException {
        final int chunkX = chunk % page.chunksAcross() * page.chunkWidth();
        final int chunkY = chunk / page.chunksAcross() * page.chunkHeight();
        final int width = Math.min(page.chunkWidth(), page.width() - chunkX);
        final int from = Math.max(y, chunkY);
        final int to = Math.min(y + rows, chunkY + page.chunkRows(chunk));
        for (int row = from; row < to; row++) {
            values.position((row - chunkY) * page.chunkWidth() * page.samples().bytes());
            page.samples().convert(values, pixels, (row - y) * page.width() + chunkX, width);
        }
    }

    private static byte[] atLeast(final byte[] bytes, final int count) {
        return bytes.length >= count ? bytes : new byte[count];
    }
}
