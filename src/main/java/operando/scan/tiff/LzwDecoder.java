package operando.scan.tiff;

import java.io.IOException;

/**
 * The LZW of TIFF 6.0, section 13: codes of 9 to 12 bits, the highest bit first, each width left one code early. Every
 * string in the table is one that was just put out, with one byte more, so the table holds only places in the output.
 */
final class LzwDecoder {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST_STRING = 258;
    private static final int TABLE = 4096;

    private LzwDecoder() {
    }

    /**
     * @return how many bytes were decoded, at most {@code count}
     * @throws IOException if a code is met that cannot be
     */
    static int decode(final byte[] packed, final int packedCount, final byte[] to, final int count)
        throws IOException {
        final int[] start = new int[TABLE];
        final int[] length = new int[TABLE];
        int next = FIRST_STRING;
        int width = 9;
        int at = 0;
        int previousStart = 0;
        int previousLength = 0;
        int bits = 0;
        int bitCount = 0;
        int from = 0;
        while (at < count) {
            while (bitCount < width && from < packedCount) {
                bits = bits << 8 | packed[from++] & 0xff;
                bitCount += 8;
            }
            if (bitCount < width) {
                return at;
            }
            bitCount -= width;
            final int code = bits >>> bitCount & (1 << width) - 1;
            bits &= (1 << bitCount) - 1;
            if (code == END) {
                return at;
            }
            if (code == CLEAR) {
                next = FIRST_STRING;
                width = 9;
                previousLength = 0;
                continue;
            }
            if (previousLength > 0 && next < TABLE) {
                start[next] = previousStart;
                length[next++] = previousLength + 1;
            }
            if (code >= next) {
                throw new IOException("its LZW data is damaged (code " + code + " before its string)");
            }
            final int stringLength = Math.min(code < CLEAR ? 1 : length[code], count - at);
            if (code < CLEAR) {
                to[at] = (byte) code;
            } else {
                // Byte by byte: a string may end with the byte that it begins with here.
                final int string = start[code];
                for (int i = 0; i < stringLength; i++) {
                    to[at + i] = to[string + i];
                }
            }
            previousStart = at;
            previousLength = stringLength;
            at += stringLength;
            if (next >= (1 << width) - 1 && width < 12) {
                width++;
            }
        }
        return at;
    }
}
