package operando.scan.imglib2;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import operando.cell.InputException;
import operando.scan.PixelType;
import operando.scan.Scan;

/**
 * A scan as an image of ImgLib2 with the axes x, y, z and the scan's own type: {@link UnsignedByteType}, {@link UnsignedShortType} or
 * {@link FloatType}. Its cells are some rows of a slice, at most about half a megabyte, and are read when a voxel in them is asked for. Several threads
 * may read; what is written into it is lost. The scan stays open as long as the image is in use; its voxel size stands beside the image.
 *
 * <pre>
 * try (Scan scan = ScanFile.open(path)) {
 *     RandomAccessibleInterval&lt;UnsignedShortType&gt; image = ScanAsImage.of(scan, new UnsignedShortType());
 * }
 * </pre>
 */
public final class ScanAsImage {

    private static final int CELL_BYTES = 1 << 19;
    // Enough for a thread each of a large machine to go on with the rows it is at.
    private static final int FEWEST_CELLS = 64;

    private ScanAsImage() {
    }

    /** The scan in its own type; recent cells may take a quarter of the memory that Java may use. */
    public static RandomAccessibleInterval<? extends RealType<?>> of(final Scan scan) {
        return of(scan, Runtime.getRuntime().maxMemory() / 4);
    }

    /**
     * The scan in its own type.
     *
     * @param memoryBytes what recent cells may take; some 64 of them are kept even if they take more, unless Java runs short of memory
     */
    public static RandomAccessibleInterval<? extends RealType<?>> of(final Scan scan, final long memoryBytes) {
        return switch (scan.pixelType()) {
            case UINT8 -> image(scan, new UnsignedByteType(), pixels -> new ByteArray((byte[]) pixels), memoryBytes);
            case UINT16 -> image(scan, new UnsignedShortType(), pixels -> new ShortArray((short[]) pixels), memoryBytes);
            case FLOAT32 -> image(scan, new FloatType(), pixels -> new FloatArray((float[]) pixels), memoryBytes);
        };
    }

    /**
     * The scan in a type that is known beforehand.
     *
     * @throws InputException if the scan's voxels are of another type
     */
    @SuppressWarnings("unchecked")
    public static <T extends RealType<T>> RandomAccessibleInterval<T> of(final Scan scan, final T type) {
        final RandomAccessibleInterval<? extends RealType<?>> image = of(scan);
        if (image.getType().getClass() != type.getClass()) {
            throw new InputException(scan.name(), "its voxels are " + scan.pixelType().displayName() + " and not " + type.getClass().getSimpleName(),
                "ask for " + image.getType().getClass().getSimpleName());
        }
        return (RandomAccessibleInterval<T>) image;
    }

    /** Wraps pixels without copying them. */
    private interface Access<A> {
        A around(Object pixels);
    }

    private static <T extends NativeType<T>, A extends net.imglib2.img.basictypeaccess.DataAccess> LazyCellImg<T, A> image(final Scan scan, final T type,
        final Access<A> access, final long memoryBytes) {
        final PixelType pixelType = scan.pixelType();
        final long rowBytes = (long) scan.width() * pixelType.bytes();
        // So few rows that those of all slices are kept: who walks along z then finds them again.
        final long walkedRows = memoryBytes / 2 / (rowBytes * scan.depth());
        final int rows = (int) Math.max(1, Math.min(Math.min(scan.height(), walkedRows), CELL_BYTES / rowBytes));
        final CellGrid grid = new CellGrid(new long[] {scan.width(), scan.height(), scan.depth()}, new int[] {scan.width(), rows, 1});
        final int cellsInSlice = (scan.height() + rows - 1) / rows;
        final int most = (int) Math.max(FEWEST_CELLS, Math.min(Integer.MAX_VALUE, memoryBytes / (rows * rowBytes)));
        return new LazyCellImg<>(grid, type, new RecentCells<>(Math.multiplyExact(cellsInSlice, scan.depth()), most, index -> {
            final long[] min = new long[grid.numDimensions()];
            final int[] size = new int[grid.numDimensions()];
            grid.getCellDimensions(index, min, size);
            final Object pixels = pixelType.newPixels(size[0] * size[1]);
            scan.readRows((int) min[2], (int) min[1], size[1], pixels);
            return new Cell<>(size, min, access.around(pixels));
        }));
    }
}
