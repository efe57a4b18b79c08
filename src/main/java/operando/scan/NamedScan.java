package operando.scan;

import java.util.Optional;

import operando.cell.VoxelSize;

/** A scan under another name, where scans from different folders may have the same. */
public final class NamedScan implements Scan {

    private final Scan scan;
    private final String name;

    /** @param name for messages */
    public NamedScan(final Scan scan, final String name) {
        this.scan = scan;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int width() {
        return scan.width();
    }

    @Override
    public int height() {
        return scan.height();
    }

    @Override
    public int depth() {
        return scan.depth();
    }

    @Override
    public PixelType pixelType() {
        return scan.pixelType();
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        return scan.voxelSize();
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        scan.readSlice(z, pixels);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        scan.readRows(z, y, rows, pixels);
    }

    @Override
    public void readBlock(final int x, final int y, final int z, final int width, final int height, final int depth, final float[] grey) {
        scan.readBlock(x, y, z, width, height, depth, grey);
    }

    @Override
    public StoredForm storedForm() {
        return scan.storedForm();
    }

    @Override
    public void close() {
        scan.close();
    }
}
