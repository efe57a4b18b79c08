package operando.series;

import java.util.List;

import operando.motion.DisplacementField;

/**
 * How the pellet moved over a series.
 *
 * @param firstRow   of the time series, the scan whose points are followed
 * @param rows       of the time series, all but the first scan's
 * @param fromFirst  for each of these rows, the displacement from the first scan
 * @param sectionRow the voxel along y at which the scans' cross-sections are cut
 */
public record DisplacementSeries(int firstRow, List<Integer> rows, List<DisplacementField> fromFirst, int sectionRow) {

    public DisplacementSeries {
        rows = List.copyOf(rows);
        fromFirst = List.copyOf(fromFirst);
    }
}
