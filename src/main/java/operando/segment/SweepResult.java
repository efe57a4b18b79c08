package operando.segment;

import operando.cell.Side;
import operando.cell.Thresholds;

/**
 * What {@link ColumnSweep} found in one scan.
 *
 * @param name       the scan's name
 * @param width      columns along x
 * @param height     columns along y
 * @param depth      voxels along the stack axis
 * @param thresholds what separated the phases: grey values, or half ranks
 * @param blur       standard deviation of the blur along the stack axis, in voxels; NaN where phases were swept, which have no edges between voxels
 */
public record SweepResult(String name, int width, int height, int depth, Thresholds thresholds, double blur,
                        ElectrodeMaps top, ElectrodeMaps bottom) {

    public ElectrodeMaps side(final Side side) {
        return side == Side.TOP ? top : bottom;
    }

    /** Whether a column belongs to the cell's cross-section: both sweeps met the cell in it, or the only one that met any. */
    public boolean inCrossSection(final int column) {
        final boolean inTop = top.status[column] != 0;
        final boolean inBottom = bottom.status[column] != 0;
        return inTop && inBottom || inTop && bottom.isEmpty() || inBottom && top.isEmpty();
    }

    /** Columns of the cell's cross-section. */
    public int crossSectionColumns() {
        int count = 0;
        for (int column = 0; column < width * height; column++) {
            count += inCrossSection(column) ? 1 : 0;
        }
        return count;
    }
}
