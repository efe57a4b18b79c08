package operando.segment;

import java.util.ArrayDeque;
import java.util.Arrays;

import operando.cell.Side;
import operando.scan.PixelType;
import operando.scan.Scan;

/**
 * The slices over some rows of a scan. They are read when they are first needed and kept until the sweeps from both sides
 * are done, so that none is read twice and those in the middle of the electrolyte not at all.
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

    /** The first column's number in the scan. */
    int first() {
        return firstRow * scan.width();
    }

    int count() {
        return rows * scan.width();
    }

    int depth() {
        return slices.length;
    }

    /**
     * Turns slices into columns.
     *
     * @param from    first height along the sweep from {@code side}
     * @param to      height after the last
     * @param column  first column, counted from these rows' first
     * @param columns how many
     * @param values  filled from {@code start} + height on for the first column, {@code stride} further on for each next one
     */
    void fill(final Side side, final int from, final int to, final int column, final int columns, final float[] values, final int start, final int stride) {
        for (int height = from; height < to; height++) {
            fill(slice(side == Side.TOP ? height : slices.length - 1 - height), column, columns, values, start + height, stride);
        }
    }

    private static void fill(final Object slice, final int column, final int columns, final float[] values, final int start, final int stride) {
        if (slice instanceof short[] shorts) {
            for (int i = 0, at = start; i < columns; i++, at += stride) {
                values[at] = shorts[column + i] & 0xffff;
            }
        } else if (slice instanceof byte[] bytes) {
            for (int i = 0, at = start; i < columns; i++, at += stride) {
                values[at] = bytes[column + i] & 0xff;
            }
        } else {
            final float[] floats = (float[]) slice;
            for (int i = 0, at = start; i < columns; i++, at += stride) {
                values[at] = floats[column + i];
            }
        }
    }

    private Object slice(final int z) {
        if (slices[z] == null) {
            final Object slice = memory.take();
            scan.readRows(z, firstRow, rows, slice);
            slices[z] = slice;
        }
        return slices[z];
    }

    /** Gives the memory of the slices to the next rows. */
    void release() {
        for (final Object slice : slices) {
            if (slice != null) {
                memory.spare.addFirst(slice);
            }
        }
        Arrays.fill(slices, null);
    }
}
