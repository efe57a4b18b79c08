package operando.scan.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

import operando.cell.InputException;
import operando.scan.UnsupportedFormatException;

/**
 * The bytes of a TIFF or BigTIFF file's header and directories. Nothing is believed that does not lie inside the file,
 * so that a damaged file costs neither memory nor time.
 */
final class TiffInput {

    private static final int HEADER_BYTES = 16;
    private static final long LARGEST_TABLE_BYTES = 1L << 26;

    private final FileChannel channel;
    private final String file;
    private final long size;
    private final ByteOrder order;
    private final boolean big;
    private final long firstDirectory;
    private long tableBytes;

    /** @throws InputException if the file is empty or no TIFF file */
    TiffInput(final FileChannel channel, final String file) throws IOException {
        this.channel = channel;
        this.file = file;
        size = channel.size();
        if (size == 0) {
            throw new InputException(file, "the file is empty", "copy or export it again");
        }
        final ByteBuffer header = ByteBuffer.allocate((int) Math.min(HEADER_BYTES, size));
        fill(channel, header, 0);
        order = orderOf(header);
        header.order(order);
        big = header.getShort(2) == 43;
        if (header.capacity() < (big ? 16 : 8)) {
            throw truncated();
        }
        firstDirectory = big ? header.getLong(8) : Integer.toUnsignedLong(header.getInt(4));
    }

    private ByteOrder orderOf(final ByteBuffer header) {
        if (header.capacity() >= 4) {
            final int magic = header.getInt(0);
            if (magic == 0x49492A00 || magic == 0x49492B00) {
                return ByteOrder.LITTLE_ENDIAN;
            }
            if (magic == 0x4D4D002A || magic == 0x4D4D002B) {
                return ByteOrder.BIG_ENDIAN;
            }
        }
        throw new UnsupportedFormatException(file, "this is no TIFF file", "give a TIFF stack or a folder of TIFF slices");
    }

    String file() {
        return file;
    }

    long size() {
        return size;
    }

    ByteOrder order() {
        return order;
    }

    boolean isBig() {
        return big;
    }

    long firstDirectory() {
        return firstDirectory;
    }

    /**
     * The {@code count} bytes from {@code position}, in the file's byte order.
     *
     * @throws InputException if they do not lie inside the file
     */
    ByteBuffer bytes(final long position, final long count) throws IOException {
        if (position < 0 || count < 0 || count > size || position > size - count) {
            throw truncated();
        }
        if (count > LARGEST_TABLE_BYTES) {
            throw damaged("a table of " + count + " bytes in its header is no table of a stack");
        }
        final ByteBuffer buffer = ByteBuffer.allocate((int) count).order(order);
        fill(channel, buffer, position);
        return buffer.flip();
    }

    /**
     * Accounts for the bytes of one more directory or table of strips. Directories do not overlap and tables are seldom
     * shared, so that all of them are not larger than the file; damaged or hostile files that let thousands of
     * directories share one large table would otherwise take hours.
     *
     * @throws InputException if the directories and tables so far are larger than the file can hold
     */
    void takeForTables(final long bytes) {
        tableBytes += bytes;
        if (tableBytes > Math.max(LARGEST_TABLE_BYTES, size)) {
            throw damaged("its directories overlap: they take " + tableBytes + " bytes of a file of " + size);
        }
    }

    InputException truncated() {
        return new InputException(file, "the file is truncated: it ends after " + size
            + " bytes, before what its header refers to", "copy or export it again");
    }

    InputException damaged(final String what) {
        return new InputException(file, what, "copy or export it again");
    }

    /** Fills the rest of {@code buffer} with the bytes from {@code position}. */
    static void fill(final FileChannel channel, final ByteBuffer buffer, final long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            final int read = channel.read(buffer, at);
            if (read < 0) {
                throw new IOException("the file ends at byte " + at + " in the middle of its data");
            }
            at += read;
        }
    }
}
