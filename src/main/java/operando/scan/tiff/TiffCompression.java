package operando.scan.tiff;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import operando.cell.InputException;
import operando.engine.InputFile;
import operando.scan.UnsupportedFormatException;

/** How the pixels of a TIFF strip or tile are packed. */
enum TiffCompression {
    NONE("none"), LZW("LZW"), DEFLATE("Deflate"), PACK_BITS("PackBits");

    private final String displayName;

    TiffCompression(final String displayName) {
        this.displayName = displayName;
    }

    String displayName() {
        return displayName;
    }

    /** @throws InputException if data compressed in this way is not read */
    static TiffCompression of(final TiffDirectory directory) throws IOException {
        final long code = directory.number(TiffDirectory.COMPRESSION, 1);
        return switch ((int) Math.min(code, Integer.MAX_VALUE)) {
            case 0, 1 -> NONE;
            case 5 -> LZW;
            case 8, 32946 -> DEFLATE;
            case 32773 -> PACK_BITS;
            default -> throw new UnsupportedFormatException(directory.input().file(),
                "TIFF compression " + code + nameOf((int) code) + " is not read",
                "save it uncompressed or with Deflate, LZW or PackBits");
        };
    }

    private static String nameOf(final int code) {
        return switch (code) {
            case 2, 3, 4 -> " (CCITT fax)";
            case 6, 7 -> " (JPEG)";
            case 33003, 33004, 33005, 34712 -> " (JPEG 2000)";
            case 34887 -> " (LERC)";
            case 34925 -> " (LZMA)";
            case 50000, 34926 -> " (Zstandard)";
            case 50001 -> " (WebP)";
            case 50002, 52546 -> " (JPEG XL)";
            default -> "";
        };
    }

    /**
     * Unpacks {@code packed[0 … packedCount − 1]} to exactly {@code count} bytes of {@code to}; what follows them is
     * not looked at.
     *
     * @throws IOException if the data is damaged or ends early
     */
    void unpack(final byte[] packed, final int packedCount, final byte[] to, final int count,
        final Inflater inflater) throws IOException {
        final int unpacked = switch (this) {
            case NONE -> throw new IllegalStateException("nothing to unpack");
            case LZW -> LzwDecoder.decode(packed, packedCount, to, count);
            case DEFLATE -> inflate(packed, packedCount, to, count, inflater);
            case PACK_BITS -> unpackBits(packed, packedCount, to, count);
        };
        if (unpacked < count) {
            throw new IOException("its " + displayName + " data ends after " + unpacked + " of " + count + " bytes");
        }
    }

    private static int inflate(final byte[] packed, final int packedCount, final byte[] to, final int count,
        final Inflater inflater) throws IOException {
        inflater.reset();
        inflater.setInput(packed, 0, packedCount);
        int at = 0;
        try {
            while (at < count) {
                final int more = inflater.inflate(to, at, count - at);
                if (more == 0) {
                    return at;
                }
                at += more;
            }
        } catch (final DataFormatException e) {
            throw new IOException("its Deflate data is damaged (" + InputFile.reason(e) + ")", e);
        }
        return at;
    }

    // TIFF 6.0, section 9.
    private static int unpackBits(final byte[] packed, final int packedCount, final byte[] to, final int count) {
        int from = 0;
        int at = 0;
        while (at < count && from + 1 < packedCount) {
            final int header = packed[from++];
            if (header >= 0) {
                final int run = Math.min(Math.min(header + 1, count - at), packedCount - from);
                System.arraycopy(packed, from, to, at, run);
                from += run;
                at += run;
            } else if (header != -128) {
                final int run = Math.min(1 - header, count - at);
                Arrays.fill(to, at, at + run, packed[from++]);
                at += run;
            }
        }
        return at;
    }
}
