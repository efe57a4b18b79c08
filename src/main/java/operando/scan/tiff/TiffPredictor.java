package operando.scan.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Turns the differences between neighbours in a row, which some TIFF files pack instead of the grey values, back into
 * the values (TIFF 6.0, section 14; TIFF Technical Note 3 for floating point).
 */
enum TiffPredictor {
    NONE, DIFFERENCES, FLOATING_POINT;

    /**
     * Works on rows of {@code width} samples of {@code sampleBytes} bytes each, in place.
     *
     * @param spare at least one row of bytes
     * @return the byte order that the values are in afterwards
     */
    ByteOrder undo(final byte[] bytes, final int rows, final int width, final int sampleBytes, final ByteOrder order,
        final byte[] spare) {
        final int rowBytes = width * sampleBytes;
        switch (this) {
            case DIFFERENCES -> {
                final ByteBuffer values = ByteBuffer.wrap(bytes).order(order);
                for (int row = 0; row < rows; row++) {
                    sum(values, row * rowBytes, width, sampleBytes);
                }
                return order;
            }
            case FLOATING_POINT -> {
                for (int row = 0; row < rows; row++) {
                    sumBytes(bytes, row * rowBytes, rowBytes);
                    interleave(bytes, row * rowBytes, width, sampleBytes, spare);
                }
                return ByteOrder.BIG_ENDIAN;
            }
            default -> {
                return order;
            }
        }
    }

    private static void sum(final ByteBuffer values, final int start, final int width, final int sampleBytes) {
        final int end = start + width * sampleBytes;
        switch (sampleBytes) {
            case 1 -> sumBytes(values.array(), start, width);
            case 2 -> {
                for (int at = start + 2; at < end; at += 2) {
                    values.putShort(at, (short) (values.getShort(at) + values.getShort(at - 2)));
                }
            }
            case 4 -> {
                for (int at = start + 4; at < end; at += 4) {
                    values.putInt(at, values.getInt(at) + values.getInt(at - 4));
                }
            }
            default -> {
                for (int at = start + 8; at < end; at += 8) {
                    values.putLong(at, values.getLong(at) + values.getLong(at - 8));
                }
            }
        }
    }

    private static void sumBytes(final byte[] bytes, final int start, final int count) {
        for (int at = start + 1; at < start + count; at++) {
            bytes[at] += bytes[at - 1];
        }
    }

    // A packed row holds the highest bytes of all values, then the next lower ones, and so on.
    private static void interleave(final byte[] bytes, final int start, final int width, final int sampleBytes,
        final byte[] spare) {
        System.arraycopy(bytes, start, spare, 0, width * sampleBytes);
        for (int x = 0; x < width; x++) {
            for (int b = 0; b < sampleBytes; b++) {
                bytes[start + x * sampleBytes + b] = spare[b * width + x];
            }
        }
    }
}
