package operando.scan;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often slices, or rows of them, are read. */
final class CountedScan extends ScanView {

    private final AtomicInteger readings;

    CountedScan(final Scan scan, final AtomicInteger readings) {
        super(scan);
        this.readings = readings;
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        readings.incrementAndGet();
        super.readSlice(z, pixels);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        readings.incrementAndGet();
        super.readRows(z, y, rows, pixels);
    }
}
