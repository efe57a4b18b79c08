package operando.scan;

import operando.cell.InputException;

/**
 * A scan of floating-point grey values that refuses to hand out one that is no number or infinite. Whoever segments or
 * correlates a scan reads it through this, since one such voxel spoils every mean it enters, silently.
 */
public final class NaNCheckedScan extends ScanView {

    private static final int EXPONENT = 0x7f800000;

    private NaNCheckedScan(final Scan scan) {
        super(scan);
    }

    /** The scan itself if its grey values are whole numbers, otherwise one that checks them as they are read. */
    public static Scan of(final Scan scan) {
        return scan.pixelType() == PixelType.FLOAT32 && !(scan instanceof NaNCheckedScan) ? new NaNCheckedScan(scan) : scan;
    }

    @Override
    public ScanSource source() {
        return scan().source().seen(NaNCheckedScan::new);
    }

    /** @throws InputException if a voxel of the slice is no finite number; it names the voxel */
    @Override
    public void readSlice(final int z, final Object pixels) {
        scan().readSlice(z, pixels);
        check(z, 0, height(), (float[]) pixels);
    }

    /** @throws InputException if a voxel of the rows is no finite number; it names the voxel */
    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        scan().readRows(z, y, rows, pixels);
        check(z, y, rows, (float[]) pixels);
    }

    private boolean isMasked(final float[] pixels, final int row) {
        return Float.isNaN(pixels[row * width()]) && Float.isNaN(pixels[(row + 1) * width() - 1]) && width() > 1;
    }

    private void check(final int z, final int y, final int rows, final float[] pixels) {
        final int count = rows * width();
        int spoilt = 0;
        for (int i = 0; i < count; i++) {
            // Negative if and only if the exponent is the one of infinities and of what is no number.
            spoilt |= EXPONENT - 1 - (Float.floatToRawIntBits(pixels[i]) & Integer.MAX_VALUE);
        }
        if (spoilt < 0) {
            int i = 0;
            while (Float.isFinite(pixels[i])) {
                i++;
            }
            if (isMasked(pixels, i / width())) {
                throw new InputException(name(), "both ends of row " + (y + i / width()) + " of slice " + (z + 1)
                    + " are no numbers, as in a reconstruction with a round mask", "fill the mask with the grey value of air (numpy: stack[isnan(stack)] = air)");
            }
            throw new InputException(name(), "the voxel x " + i % width() + ", y " + (y + i / width()) + " of slice "
                + (z + 1) + " is " + pixels[i] + " and not a finite grey value",
                "export the reconstruction again with such voxels filled in");
        }
    }
}
