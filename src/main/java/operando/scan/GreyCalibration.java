package operando.scan;

/**
 * A scan whose stored values stand for grey values on a straight line, grey = offset + slope · stored. ImageJ saves
 * signed 16-bit stacks in this way and shows the grey values, so thresholds read off its status bar are in them.
 */
public final class GreyCalibration extends ScanView {

    private final float offset;
    private final float slope;

    public GreyCalibration(final Scan stored, final double offset, final double slope) {
        super(stored);
        this.offset = (float) offset;
        this.slope = (float) slope;
    }

    @Override
    public PixelType pixelType() {
        return PixelType.FLOAT32;
    }

    @Override
    public StorageInfo storageInfo() {
        final StorageInfo form = scan().storageInfo();
        return new StorageInfo(form.format(), form.samples() + " (calibrated: " + offset + " + " + slope + " x stored)",
            form.byteOrder(), form.compression(), form.bytes());
    }

    @Override
    public ScanSource source() {
        final float first = offset;
        final float rise = slope;
        return scan().source().seen(stored -> new GreyCalibration(stored, first, rise));
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        readRows(z, 0, height(), pixels);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        final int count = rows * width();
        final Object values = scan().pixelType().newPixels(count);
        scan().readRows(z, y, rows, values);
        final float[] grey = (float[]) pixels;
        PixelType.toFloat(values, 0, count, grey, 0);
        for (int i = 0; i < count; i++) {
            grey[i] = offset + slope * grey[i];
        }
    }
}
