package operando.segment;

import java.util.Optional;

import operando.cell.Side;
import operando.cell.Thresholds;
import operando.scan.Scan;

/**
 * What {@link ColumnSweep} found in one scan.
 *
 * @param name       the scan's name
 * @param width      columns along x
 * @param height     columns along y
 * @param depth      voxels along the stack axis
 * @param thresholds what separated the phases: grey values, or half ranks
 * @param quality    how well the grey values tell the phases apart; none where phases were swept
 * @param crossSectionPixels area of the cell's cross-section in pixels, those at a round cell's rim by their share
 * @param rim        which columns of a cell lie so near to its surroundings that these change their grey values; empty if none do
 */
public record SweepResult(String name, int width, int height, int depth, Thresholds thresholds, Optional<ImageQuality> quality,
                          double crossSectionPixels, boolean[] rim, ElectrodeMaps top, ElectrodeMaps bottom) {

    private static final boolean[] NO_RIM = {};

    static SweepResult of(final Scan scan, final Thresholds thresholds, final ElectrodeMaps top, final ElectrodeMaps bottom) {
        final SweepResult swept = new SweepResult(scan.name(), scan.width(), scan.height(), scan.depth(), thresholds, Optional.empty(), 0, NO_RIM, top, bottom);
        return new SweepResult(swept.name, swept.width, swept.height, swept.depth, thresholds, Optional.empty(), swept.crossSectionColumns(), NO_RIM, top, bottom);
    }

    SweepResult with(final ImageQuality found, final CrossSectionArea.Found area) {
        return new SweepResult(name, width, height, depth, thresholds, Optional.of(found), area.pixels(), area.rim(), top, bottom);
    }

    /** The same without the columns at the rim, to take means from; the cross-section is still that of the whole cell. */
    public SweepResult withoutRim() {
        return rim.length == 0 ? this : new SweepResult(name, width, height, depth, thresholds, quality, crossSectionPixels, NO_RIM, top.without(rim), bottom.without(rim));
    }

    /**
     * The same of a region alone: maps of its size, heights from its first slice.
     *
     * @param pixels area of the cell's cross-section in it
     */
    SweepResult within(final Region region, final double pixels) {
        final boolean[] rimInside = new boolean[rim.length == 0 ? 0 : region.width() * region.height()];
        for (int at = 0; at < rimInside.length; at++) {
            rimInside[at] = rim[(region.y() + at / region.width()) * width + region.x() + at % region.width()];
        }
        return new SweepResult(name, region.width(), region.height(), region.depth(), thresholds, quality, pixels, rimInside, top.within(region), bottom.within(region));
    }

    /** Columns of the cell's cross-section in a region. */
    int crossSectionColumns(final Region region) {
        int count = 0;
        for (int column = 0; column < width * height; column++) {
            count += inCrossSection(column) && region.hasOfScan(column % width, column / width) ? 1 : 0;
        }
        return count;
    }

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
        return crossSectionColumns(whole());
    }

    /** All of the scan. */
    Region whole() {
        return new Region(0, 0, width, height, 0, depth, false);
    }
}
