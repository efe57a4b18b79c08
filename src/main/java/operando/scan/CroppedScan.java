package operando.scan;

/** A box of a scan. */
public final class CroppedScan extends ScanView {

    private final int x;
    private final int y;
    private final int z;
    private final int width;
    private final int height;
    private final int depth;

    /** The box of {@code width × height × depth} voxels from (x, y, z) on, which lies inside of the scan. */
    public CroppedScan(final Scan scan, final int x, final int y, final int z, final int width, final int height, final int depth) {
        super(scan);
        if (x < 0 || y < 0 || z < 0 || x + width > scan.width() || y + height > scan.height() || z + depth > scan.depth()) {
            throw new IllegalArgumentException("a box outside of the scan");
        }
        this.x = x;
        this.y = y;
        this.z = z;
        this.width = width;
        this.height = height;
        this.depth = depth;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public void readSlice(final int slice, final Object pixels) {
        readRows(slice, 0, height, pixels);
    }

    @Override
    public void readRows(final int slice, final int row, final int rows, final Object pixels) {
        final int whole = scan().width();
        final Object read = pixelType().newPixels(rows * whole);
        scan().readRows(z + slice, y + row, rows, read);
        for (int j = 0; j < rows; j++) {
            System.arraycopy(read, j * whole + x, pixels, j * width, width);
        }
    }

    @Override
    public void readBlock(final int fromX, final int fromY, final int fromZ, final int across, final int down, final int deep, final float[] grey) {
        scan().readBlock(x + fromX, y + fromY, z + fromZ, across, down, deep, grey);
    }

    @Override
    public ScanSource source() {
        final int[] box = {x, y, z, width, height, depth};
        return scan().source().seen(whole -> new CroppedScan(whole, box[0], box[1], box[2], box[3], box[4], box[5]));
    }
}
