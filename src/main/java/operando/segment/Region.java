package operando.segment;

import java.io.Serializable;

import operando.cell.InputException;

/**
 * A part of a scan to which measures are restricted: a box of whole voxels, or the columns of the ellipse (a disc where pixels are
 * square) that the box just holds.
 *
 * @param x      first column along x
 * @param y      first column along y
 * @param width  columns along x
 * @param height columns along y
 * @param fromZ  first slice
 * @param depth  slices
 * @param disc   whether only the columns of the inscribed ellipse count
 */
public record Region(int x, int y, int width, int height, int fromZ, int depth, boolean disc) implements Serializable {

    public Region {
        if (x < 0 || y < 0 || fromZ < 0 || width < 1 || height < 1 || depth < 1) {
            throw new InputException("region of interest", "x " + x + ", y " + y + ", z " + fromZ + " and " + width + " x " + height + " x " + depth
                + " voxels are no part of a scan", "give a region inside of the scans");
        }
    }

    /** Whether a column belongs to it, counted from its own corner. */
    boolean has(final int column, final int row) {
        final double u = (2 * column + 1.0) / width - 1;
        final double v = (2 * row + 1.0) / height - 1;
        return !disc || u * u + v * v <= 1;
    }

    /** Whether a column of the scan belongs to it. */
    boolean hasOfScan(final int column, final int row) {
        return column >= x && row >= y && column < x + width && row < y + height && has(column - x, row - y);
    }
}
