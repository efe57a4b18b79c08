package operando.scan;

import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;

/**
 * A scan that is already in memory.
 *
 * @param slices one {@code byte[]}, {@code short[]} or {@code float[]} a slice, all of one type, each with
 *               width × height elements
 */
public record MemoryScan(String name, int width, int height, List<?> slices, Optional<VoxelSize> voxelSize)
    implements Scan {

    public MemoryScan {
        if (slices.isEmpty()) {
            throw new InputException(name, "the stack has no slices", "give a stack with at least one slice");
        }
        slices = List.copyOf(slices);
    }

    @Override
    public ScanSource source() {
        return ScanSource.Pixels.of(this);
    }

    @Override
    public int depth() {
        return slices.size();
    }

    @Override
    public PixelType pixelType() {
        return PixelType.of(slices.get(0));
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        System.arraycopy(slices.get(z), 0, pixels, 0, width * height);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        System.arraycopy(slices.get(z), y * width, pixels, 0, rows * width);
    }
}
