package operando.scan;

import operando.cell.InputException;

/** How the grey values of a scan are stored, and which Java array holds a slice of it. */
public enum PixelType {
    /** {@code byte[]}, 0 to 255. */
    UINT8(1, "8-bit unsigned"),
    /** {@code short[]}, 0 to 65535. */
    UINT16(2, "16-bit unsigned"),
    /** {@code float[]}; also what every other stored type is converted to. */
    FLOAT32(4, "32-bit float");

    private final int bytes;
    private final String displayName;

    PixelType(final int bytes, final String displayName) {
        this.bytes = bytes;
        this.displayName = displayName;
    }

    public String displayName() {
        return displayName;
    }

    public int bytes() {
        return bytes;
    }

    /** A new array for {@code pixels} grey values of this type. */
    public Object newPixels(final int pixels) {
        return switch (this) {
            case UINT8 -> new byte[pixels];
            case UINT16 -> new short[pixels];
            case FLOAT32 -> new float[pixels];
        };
    }

    /** The type that the array {@code pixels} holds. */
    public static PixelType of(final Object pixels) {
        if (pixels instanceof byte[]) {
            return UINT8;
        }
        if (pixels instanceof short[]) {
            return UINT16;
        }
        if (pixels instanceof float[]) {
            return FLOAT32;
        }
        throw new InputException("image", pixels.getClass().getSimpleName() + " pixels are not grey values",
            "convert it to 8-bit, 16-bit or 32-bit grey");
    }

    /** Converts {@code count} pixels from {@code start} to grey values at {@code to[toStart …]}. */
    public static void toFloat(final Object pixels, final int start, final int count, final float[] to,
        final int toStart) {
        if (pixels instanceof byte[] bytes) {
            for (int i = 0; i < count; i++) {
                to[toStart + i] = bytes[start + i] & 0xff;
            }
        } else if (pixels instanceof short[] shorts) {
            for (int i = 0; i < count; i++) {
                to[toStart + i] = shorts[start + i] & 0xffff;
            }
        } else {
            System.arraycopy(pixels, start, to, toStart, count);
        }
    }
}
