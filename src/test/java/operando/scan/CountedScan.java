package operando.scan;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import operando.cell.VoxelSize;

/** Counts how often slices, or rows of them, are read. */
record CountedScan(Scan scan, AtomicInteger readings) implements Scan {

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
    public void readSlice(final int z, final Object pixels) {
        readings.incrementAndGet();
        scan.readSlice(z, pixels);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        readings.incrementAndGet();
        scan.readRows(z, y, rows, pixels);
    }
}
