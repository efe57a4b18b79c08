package operando.segment;

import java.util.ArrayDeque;

import operando.cell.Side;
import operando.scan.PixelType;
import operando.scan.Scan;

/**
 * The columns over some rows of a scan. Slices are read when they are first needed and kept until the sweeps from both
 * sides are done, so that none is read twice and those in the middle of the electrolyte not at all.
 */
final class GreyColumns {

    private final Scan scan;
    private final int firstRow;
    private final int rows;
    private final Memory memory;
    private final Object[] slices;

    /** Arrays for slices, used again and again. */
    static final class Memory {

        private final ArrayDeque<Object> spare = new ArrayDeque<>();
        private final PixelType type;
        private final int pixels;

        Memory(final PixelType type, final int pixels) {
            this.type = type;
            this.pixels = pixels;
        }

        private Object take() {
            final Object slice = spare.pollFirst();
            return slice == null ? type.newPixels(pixels) : slice;
        }
    }

    GreyColumns(final Scan scan, final int firstRow, final int rows, final Memory memory) {
        this.scan = scan;
        this.firstRow = firstRow;
        this.rows = rows;
        this.memory = memory;
        slices = new Object[scan.depth()];
    }

    int firstColumn() {
        return firstRow * scan.width();
    }

    int count() {
        return rows * scan.width();
    }

    int depth() {
        return slices.length;
    }

    /** The columns as the sweep from a side meets them: height 0 is the slice at that end of the stack. */
    View from(final Side side) {
        return new View(side == Side.BOTTOM);
    }

    /** Gives the memory of the slices to the next rows. */
    void release() {
        for (final Object slice : slices) {
            if (slice != null) {
                memory.spare.addFirst(slice);
            }
        }
        java.util.Arrays.fill(slices, null);
    }

    /** Columns seen from one end of the stack. */
    final class View {

        private final boolean reversed;

        private View(final boolean reversed) {
            this.reversed = reversed;
        }

        int depth() {
            return slices.length;
        }

        int count() {
            return GreyColumns.this.count();
        }

        int firstColumn() {
            return GreyColumns.this.firstColumn();
        }

        int slice(final int height) {
            return reversed ? slices.length - 1 - height : height;
        }

        /** The grey values at one height, in the scan's type. */
        Object at(final int height) {
            final int z = slice(height);
            if (slices[z] == null) {
                final Object slice = memory.take();
                scan.readRows(z, firstRow, rows, slice);
                slices[z] = slice;
            }
            return slices[z];
        }

        float grey(final int height, final int column) {
            final Object slice = at(height);
            if (slice instanceof short[] shorts) {
                return shorts[column] & 0xffff;
            }
            if (slice instanceof byte[] bytes) {
                return bytes[column] & 0xff;
            }
            return ((float[]) slice)[column];
        }

        /** The mean of up to {@code count} grey values of a column from a height on; NaN beyond the stack. */
        float mean(final int from, final int count, final int column) {
            final int to = Math.min(from + count, slices.length);
            float sum = 0;
            for (int height = Math.max(0, from); height < to; height++) {
                sum += grey(height, column);
            }
            return to > from ? sum / (to - Math.max(0, from)) : Float.NaN;
        }
    }
}
