package operando.scan.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;

import operando.cell.InputException;
import operando.scan.PixelType;
import operando.scan.UnsupportedFormatException;

/** How a TIFF file stores one grey value, and how it becomes a Java one. */
public enum TiffSamples {
    UINT8(8, "8-bit unsigned", PixelType.UINT8),
    INT8(8, "8-bit signed", PixelType.FLOAT32),
    UINT16(16, "16-bit unsigned", PixelType.UINT16),
    INT16(16, "16-bit signed", PixelType.FLOAT32),
    UINT32(32, "32-bit unsigned", PixelType.FLOAT32),
    INT32(32, "32-bit signed", PixelType.FLOAT32),
    FLOAT32(32, "32-bit float", PixelType.FLOAT32),
    FLOAT64(64, "64-bit float", PixelType.FLOAT32);

    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;
    private static final int FLOATING = 3;
    private static final int UNDEFINED = 4;

    private final int bits;
    private final String displayName;
    private final PixelType pixelType;

    TiffSamples(final int bits, final String displayName, final PixelType pixelType) {
        this.bits = bits;
        this.displayName = displayName;
        this.pixelType = pixelType;
    }

    /** @throws InputException if grey values of this kind are not read */
    static TiffSamples of(final TiffDirectory directory) throws IOException {
        final long bits = directory.number(TiffDirectory.BITS, 1);
        final long format = directory.number(TiffDirectory.SAMPLE_FORMAT, UNSIGNED);
        for (final TiffSamples samples : values()) {
            if (samples.bits == bits && samples.isOfFormat(format)) {
                return samples;
            }
        }
        final String kind = format == FLOATING ? " floating point" : format == SIGNED ? " signed" : "";
        throw new UnsupportedFormatException(directory.input().file(),
            "grey values of " + bits + " bits" + kind + " are not read",
            "save it as 8-bit, 16-bit or 32-bit float grey");
    }

    private boolean isOfFormat(final long format) {
        return switch (this) {
            case UINT8, UINT16, UINT32 -> format == UNSIGNED || format == UNDEFINED;
            case INT8, INT16, INT32 -> format == SIGNED;
            case FLOAT32, FLOAT64 -> format == FLOATING;
        };
    }

    public int bytes() {
        return bits / 8;
    }

    public String displayName() {
        return displayName;
    }

    public PixelType pixelType() {
        return pixelType;
    }

    /**
     * Converts the next {@code count} values of {@code from}, in its byte order, to {@code pixels[at …]}.
     *
     * @throws IOException if a finite 64-bit value does not fit into a 32-bit float
     */
    public void convert(final ByteBuffer from, final Object pixels, final int at, final int count) throws IOException {
        switch (this) {
            case UINT8 -> from.get((byte[]) pixels, at, count);
            case UINT16 -> from.asShortBuffer().get((short[]) pixels, at, count);
            case FLOAT32 -> from.asFloatBuffer().get((float[]) pixels, at, count);
            case FLOAT64 -> convertDoubles(from, (float[]) pixels, at, count);
            default -> convertWhole(from, (float[]) pixels, at, count);
        }
    }

    private void convertWhole(final ByteBuffer from, final float[] pixels, final int at, final int count) {
        for (int i = at; i < at + count; i++) {
            pixels[i] = switch (this) {
                case INT8 -> from.get();
                case INT16 -> from.getShort();
                case INT32 -> from.getInt();
                default -> Integer.toUnsignedLong(from.getInt());
            };
        }
    }

    private static void convertDoubles(final ByteBuffer from, final float[] pixels, final int at, final int count)
        throws IOException {
        for (int i = at; i < at + count; i++) {
            final double grey = from.getDouble();
            pixels[i] = (float) grey;
            if (Float.isInfinite(pixels[i]) && !Double.isInfinite(grey)) {
                throw new IOException("the 64-bit grey value " + grey + " is too large for a 32-bit float");
            }
        }
    }
}
