package operando.scan;

/**
 * A reconstruction whose slices are no numbers outside of a round (or any other) field of view, the same in every slice: there it gets the
 * lowest grey value of its middle slice, as dark as what surrounds a cell, so that a sweep finds nothing there. A voxel that is no number
 * elsewhere stays so, and is refused by {@link NaNCheckedScan}. For following displacements it is not made, since the mask does not move
 * with the material.
 */
public final class RoundMask extends ScanView {

    /** By row of a slice: numbers begin at {@code from} and end before {@code to}. */
    private final int[] from;
    private final int[] to;
    private final float lowest;

    private RoundMask(final Scan scan, final int[] from, final int[] to, final float lowest) {
        super(scan);
        this.from = from;
        this.to = to;
        this.lowest = lowest;
    }

    /** The scan itself, unless all four corners of its middle slice are no numbers. */
    public static Scan filled(final Scan scan) {
        if (scan.pixelType() != PixelType.FLOAT32) {
            return scan;
        }
        final int width = scan.width();
        final int height = scan.height();
        final float[] slice = new float[width * height];
        scan.readSlice(scan.depth() / 2, slice);
        if (!(Float.isNaN(slice[0]) && Float.isNaN(slice[width - 1]) && Float.isNaN(slice[(height - 1) * width]) && Float.isNaN(slice[height * width - 1]))) {
            return scan;
        }
        final int[] from = new int[height];
        final int[] to = new int[height];
        float lowest = Float.POSITIVE_INFINITY;
        for (int y = 0; y < height; y++) {
            to[y] = width;
            while (from[y] < width && Float.isNaN(slice[y * width + from[y]])) {
                from[y]++;
            }
            while (to[y] > from[y] && Float.isNaN(slice[y * width + to[y] - 1])) {
                to[y]--;
            }
            for (int x = from[y]; x < to[y]; x++) {
                lowest = Math.min(lowest, slice[y * width + x]);
            }
        }
        return Float.isFinite(lowest) ? new RoundMask(scan, from, to, lowest) : scan;
    }

    @Override
    public ScanSource source() {
        return scan().source().seen(RoundMask::filled);
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        scan().readSlice(z, pixels);
        fill(0, height(), (float[]) pixels);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        scan().readRows(z, y, rows, pixels);
        fill(y, rows, (float[]) pixels);
    }

    private void fill(final int first, final int rows, final float[] pixels) {
        for (int row = 0; row < rows; row++) {
            final int y = first + row;
            for (int x = 0; x < width(); x++) {
                if ((x < from[y] || x >= to[y]) && Float.isNaN(pixels[row * width() + x])) {
                    pixels[row * width() + x] = lowest;
                }
            }
        }
    }
}
