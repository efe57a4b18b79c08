package operando.scan;

import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;

/**
 * One reconstructed stack, read slice by slice. Axes are x (fastest), y, z; z is the stack axis, also when the file
 * has it elsewhere. Several threads may read different slices at the same time. Nothing here holds the whole stack.
 */
public interface Scan extends AutoCloseable {

    /** The name for messages and results, usually the file's name without its ending. */
    String name();

    int width();

    int height();

    int depth();

    PixelType pixelType();

    /** What the file says of the voxel size, if it says anything. */
    Optional<VoxelSize> voxelSize();

    /**
     * Reads the slice {@code z} in its stored type.
     *
     * @param pixels an array of {@link #pixelType()} with at least width × height elements; filled row by row
     * @throws InputException if the slice cannot be read
     */
    void readSlice(int z, Object pixels);

    /**
     * Reads rows {@code y} … {@code y + rows} − 1 of the slice {@code z} in its stored type into
     * {@code pixels[0 … rows × width − 1]}. Readers that can seek read only those rows.
     *
     * @throws InputException if the slice cannot be read
     */
    default void readRows(final int z, final int y, final int rows, final Object pixels) {
        final Object slice = newSlice();
        readSlice(z, slice);
        System.arraycopy(slice, y * width(), pixels, 0, rows * width());
    }

    /**
     * Reads a block that lies inside the scan as grey values, x fastest, then y, then z.
     *
     * @throws InputException if a slice cannot be read
     */
    default void readBlock(final int x, final int y, final int z, final int width, final int height, final int depth,
        final float[] grey) {
        final Object rows = pixelType().newPixels(height * width());
        for (int k = 0; k < depth; k++) {
            readRows(z + k, y, height, rows);
            for (int j = 0; j < height; j++) {
                PixelType.toFloat(rows, j * width() + x, width, grey, (k * height + j) * width);
            }
        }
    }

    /** A new array that {@link #readSlice} can fill. */
    default Object newSlice() {
        return pixelType().newPixels(Math.multiplyExact(width(), height()));
    }

    /**
     * Scans of one series are compared voxel by voxel, so they have one size.
     *
     * @throws InputException if this scan has another size than {@code other}; it names both
     */
    default void requireSizeOf(final Scan other) {
        if (width() != other.width() || height() != other.height() || depth() != other.depth()) {
            throw new InputException(name(), "the scan is " + width() + " x " + height() + " x " + depth()
                + " voxels and " + other.name() + " is " + other.width() + " x " + other.height() + " x "
                + other.depth(), "crop or reconstruct the scans of a series to one size");
        }
    }

    /** How the scan is stored; a scan in memory is stored in its own type. */
    default StorageInfo storageInfo() {
        final long bytes = (long) width() * height() * depth() * pixelType().bytes();
        return new StorageInfo("memory", pixelType().displayName(), "native", "none", bytes);
    }

    /**
     * How the scan can be opened again by another program, elsewhere.
     *
     * @throws InputException if only this program has it
     */
    default ScanSource source() {
        throw new InputException(name(), "it is in the memory of this program, where another machine cannot read it",
            "save it as a TIFF stack that every machine can read");
    }

    @Override
    default void close() {
    }
}
