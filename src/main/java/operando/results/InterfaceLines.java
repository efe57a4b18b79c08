package operando.results;

import java.util.ArrayList;
import java.util.List;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.series.InterfaceMaps;
import operando.text.CsvTable;

/**
 * Where the electrolyte's surface and the collector run in the cross-section that is shown of every scan (Lewis et al., Fig. 5a).
 *
 * @param scan        its name
 * @param pixelUm     distance of the values along x, µm; the first lies at half of it
 * @param interfaceUm height of the electrolyte's surface, µm from the outer face of the first slice; NaN without one
 * @param collectorUm height of the collector's surface, likewise
 */
public record InterfaceLines(String scan, Side side, double pixelUm, double[] interfaceUm, double[] collectorUm) {

    /** The lines of a finished scan at both sides. */
    static List<InterfaceLines> of(final InterfaceMaps maps, final String scan, final int row) {
        final List<InterfaceLines> lines = new ArrayList<>();
        for (final Side side : Side.values()) {
            lines.add(new InterfaceLines(scan, side, maps.voxelSize().xUm(), cut(maps.heightUm(side), maps.width(), row), cut(maps.collectorUm(side), maps.width(), row)));
        }
        return lines;
    }

    private static double[] cut(final float[] map, final int width, final int row) {
        final double[] line = new double[width];
        for (int x = 0; x < width; x++) {
            // Digits beyond those of a float would be rounding.
            line[x] = Double.parseDouble(Float.toString(map[row * width + x]));
        }
        return line;
    }

    /** Writes interface_lines.csv: a row a place along x. */
    static void write(final List<InterfaceLines> lines, final ResultFiles files) {
        final CsvTable table = new CsvTable(List.of(Quantity.SCAN.column(), Quantity.SIDE.column(), "x_um", "interface_um", "collector_um"));
        for (final InterfaceLines line : lines) {
            for (int i = 0; i < line.interfaceUm.length; i++) {
                table.row(List.of(line.scan, line.side.key(), (i + 0.5) * line.pixelUm, line.interfaceUm[i], line.collectorUm[i]));
            }
        }
        table.write(files.interfaceLines());
    }
}
