package operando.scan;

import java.util.Objects;
import java.util.Optional;

import operando.cell.VoxelSize;

/**
 * A scan whose layers are stacked along x or y of the file, seen with the stack axis as z. The other two axes keep
 * their order:
 *
 * <pre>
 * stack axis   x of the view   y of the view   z of the view
 * X            y of the file   z of the file   x of the file
 * Y            x of the file   z of the file   y of the file   (a mirror image: the handedness changes)
 * Z            the scan itself
 * </pre>
 *
 * <p>Slices of the view are gathered slab by slab, and the last two slabs are kept, so that slices read in order cost
 * one reading of the file for each slab along X and, if the file is uncompressed, one reading in all along Y. Several
 * threads may read; more memory means thicker slabs and fewer readings.
 */
public final class AxisView implements Scan {

    private static final int SLABS = 2;
    // Rows of the file turned at a time; their cache lines are used again for the next slices of the slab.
    private static final int TURNED_ROWS = 32;

    /** The slices of the view from {@code from} on. */
    private record Slab(int from, Object[] slices) {

        boolean holds(final int z) {
            return z >= from && z < from + slices.length;
        }
    }

    private final Scan scan;
    private final StackAxis axis;
    private final int slabSlices;
    private Slab latest = new Slab(0, new Object[0]);
    private Slab before = latest;

    private AxisView(final Scan scan, final StackAxis axis, final long memoryBytes) {
        this.scan = scan;
        this.axis = axis;
        final long sliceBytes = (long) width() * height() * pixelType().bytes();
        slabSlices = (int) Math.max(1, Math.min(depth(), memoryBytes / SLABS / sliceBytes));
    }

    /** The scan with {@code axis} as its z axis; slabs may take a quarter of the memory that Java may use. */
    public static Scan along(final Scan scan, final StackAxis axis) {
        return along(scan, axis, Runtime.getRuntime().maxMemory() / 4);
    }

    /**
     * The scan with {@code axis} as its z axis.
     *
     * @param memoryBytes what the slabs may take together; two slices are kept even if they take more
     */
    public static Scan along(final Scan scan, final StackAxis axis, final long memoryBytes) {
        return axis == StackAxis.Z ? scan : new AxisView(scan, axis, memoryBytes);
    }

    @Override
    public String name() {
        return scan.name();
    }

    @Override
    public int width() {
        return axis == StackAxis.X ? scan.height() : scan.width();
    }

    @Override
    public int height() {
        return scan.depth();
    }

    @Override
    public int depth() {
        return axis == StackAxis.X ? scan.width() : scan.height();
    }

    @Override
    public PixelType pixelType() {
        return scan.pixelType();
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        return scan.voxelSize().map(axis::seen);
    }

    @Override
    public StorageInfo storageInfo() {
        return scan.storageInfo();
    }

    @Override
    public ScanSource source() {
        final StackAxis along = axis;
        return scan.source().seen(stored -> AxisView.along(stored, along));
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        readRows(z, 0, height(), pixels);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        Objects.checkIndex(z, depth());
        final Slab slab = slabWith(z);
        System.arraycopy(slab.slices[z - slab.from], y * width(), pixels, 0, rows * width());
    }

    private synchronized Slab slabWith(final int z) {
        if (before.holds(z)) {
            return before;
        }
        if (!latest.holds(z)) {
            final int from = z / slabSlices * slabSlices;
            before = latest;
            latest = new Slab(0, new Object[0]);
            latest = gathered(from, Math.min(slabSlices, depth() - from));
        }
        return latest;
    }

    private Slab gathered(final int from, final int count) {
        final Object[] slices = new Object[count];
        for (int i = 0; i < count; i++) {
            slices[i] = newSlice();
        }
        final Object rows = pixelType().newPixels(axis == StackAxis.X ? scan.width() * scan.height()
            : scan.width() * count);
        for (int fileZ = 0; fileZ < scan.depth(); fileZ++) {
            if (axis == StackAxis.X) {
                scan.readSlice(fileZ, rows);
                turn(rows, from, slices, fileZ * width());
            } else {
                scan.readRows(fileZ, from, count, rows);
                for (int i = 0; i < count; i++) {
                    System.arraycopy(rows, i * width(), slices[i], fileZ * width(), width());
                }
            }
        }
        return new Slab(from, slices);
    }

    // Column from + i of the file's slice becomes the row at {@code at} of slices[i].
    private void turn(final Object rows, final int from, final Object[] slices, final int at) {
        for (int y = 0; y < scan.height(); y += TURNED_ROWS) {
            final int end = Math.min(y + TURNED_ROWS, scan.height());
            for (int i = 0; i < slices.length; i++) {
                switch (pixelType()) {
                    case UINT8 -> turn((byte[]) rows, from + i, (byte[]) slices[i], at, y, end);
                    case UINT16 -> turn((short[]) rows, from + i, (short[]) slices[i], at, y, end);
                    case FLOAT32 -> turn((float[]) rows, from + i, (float[]) slices[i], at, y, end);
                }
            }
        }
    }

    private void turn(final byte[] rows, final int x, final byte[] slice, final int at, final int y, final int end) {
        final int width = scan.width();
        for (int j = y; j < end; j++) {
            slice[at + j] = rows[j * width + x];
        }
    }

    private void turn(final short[] rows, final int x, final short[] slice, final int at, final int y, final int end) {
        final int width = scan.width();
        for (int j = y; j < end; j++) {
            slice[at + j] = rows[j * width + x];
        }
    }

    private void turn(final float[] rows, final int x, final float[] slice, final int at, final int y, final int end) {
        final int width = scan.width();
        for (int j = y; j < end; j++) {
            slice[at + j] = rows[j * width + x];
        }
    }

    @Override
    public void close() {
        scan.close();
    }
}
