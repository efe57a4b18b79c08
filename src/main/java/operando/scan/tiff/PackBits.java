package operando.scan.tiff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Writes bytes as runs and literals (TIFF 6.0, section 9): compression that costs next to nothing for labels, of which neighbours are
 * alike, and that every reader of TIFF must know.
 */
final class PackBits {

    private static final int MOST = 128;
    /** Two alike among literals take no more bytes as literals. */
    private static final int RUN = 3;
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private PackBits() {
    }

    /** The most bytes that {@code count} bytes take. */
    static int most(final int count) {
        return count + (count + MOST - 1) / MOST;
    }

    /**
     * Packs bytes {@code from} … {@code to} − 1, to be unpacked by themselves.
     *
     * @param out with room for {@link #most} bytes from {@code start} on
     * @return where they end in {@code out}
     */
    static int pack(final byte[] bytes, final int from, final int to, final byte[] out, final int start) {
        int at = start;
        int literals = from;
        int i = from;
        while (i < to) {
            final int alike = endOfRun(bytes, i, to);
            if (alike - i >= RUN) {
                at = putLiterals(bytes, literals, i, out, at);
                at = putRun(bytes[i], alike - i, out, at);
                literals = alike;
            }
            i = alike;
        }
        return putLiterals(bytes, literals, to, out, at);
    }

    private static int endOfRun(final byte[] bytes, final int from, final int to) {
        final long eight = (bytes[from] & 0xff) * EACH_BYTE;
        int end = from + 1;
        while (end + Long.BYTES <= to && (long) LONGS.get(bytes, end) == eight) {
            end += Long.BYTES;
        }
        while (end < to && bytes[end] == bytes[from]) {
            end++;
        }
        return end;
    }

    private static int putRun(final byte value, final int count, final byte[] out, final int start) {
        int at = start;
        for (int left = count; left > 0; left -= MOST) {
            out[at++] = (byte) (1 - Math.min(MOST, left));
            out[at++] = value;
        }
        return at;
    }

    private static int putLiterals(final byte[] bytes, final int from, final int to, final byte[] out, final int start) {
        int at = start;
        for (int i = from; i < to; i += MOST) {
            final int count = Math.min(MOST, to - i);
            out[at++] = (byte) (count - 1);
            System.arraycopy(bytes, i, out, at, count);
            at += count;
        }
        return at;
    }
}
