package operando.scan;

import java.util.Optional;

import operando.cell.VoxelSize;

/** A scan seen in another way: everything is that of the scan itself, unless a view says otherwise. */
public abstract class ScanView implements Scan {

    private final Scan scan;

    protected ScanView(final Scan scan) {
        this.scan = scan;
    }

    /** What is looked at. */
    protected final Scan scan() {
        return scan;
    }

    @Override
    public String name() {
        return scan.name();
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
    public StorageInfo storageInfo() {
        return scan.storageInfo();
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
    public void close() {
        scan.close();
    }
}
