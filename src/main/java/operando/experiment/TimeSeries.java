package operando.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import operando.text.CsvTable;

/**
 * One row of numbers a scan, in named columns; the truth behind timeseries.csv. Units are in the columns' names. A
 * number that is missing is NaN here and an empty field in the file, never 0.
 */
public final class TimeSeries {

    /** The columns that are always there, in this order; others follow in the order in which they are first set. */
    public static final List<String> COLUMNS = List.of(
        "contact_fraction_top", "contact_fraction_bottom", "contact_area_top_mm2", "contact_area_bottom_mm2",
        "void_volume_top_um3", "void_volume_bottom_um3", "lithium_volume_top_um3", "lithium_volume_bottom_um3",
        "interphase_volume_top_um3", "interphase_volume_bottom_um3", "interphase_thickness_top_um",
        "interphase_thickness_bottom_um", "interface_position_top_um", "interface_position_bottom_um",
        "collector_position_top_um", "collector_position_bottom_um", "roughness_top_um", "roughness_bottom_um",
        "stack_thickness_um", "current_density_mA_cm2", "voltage_measured_V", "voltage_predicted_V");

    private final List<PlannedScan> scans;
    private final Map<String, double[]> columns = new LinkedHashMap<>();

    public TimeSeries(final List<PlannedScan> scans) {
        this.scans = List.copyOf(scans);
        COLUMNS.forEach(this::column);
    }

    public int size() {
        return scans.size();
    }

    public String scan(final int row) {
        return scans.get(row).name();
    }

    public double[] timesH() {
        return scans.stream().mapToDouble(PlannedScan::timeH).toArray();
    }

    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** The numbers of a column, a row each; all NaN if nothing was ever set in it. */
    public double[] values(final String column) {
        final double[] values = columns.get(column);
        return values == null ? empty() : values.clone();
    }

    public double value(final int row, final String column) {
        return columns.containsKey(column) ? columns.get(column)[row] : Double.NaN;
    }

    void set(final int row, final String column, final double value) {
        column(column)[row] = value;
    }

    void set(final int row, final Map<String, Double> values) {
        values.forEach((column, value) -> set(row, column, value));
    }

    void write(final Path file) {
        final List<String> header = new ArrayList<>(List.of("scan", "time_h"));
        header.addAll(columns.keySet());
        final CsvTable table = new CsvTable(header);
        for (int row = 0; row < scans.size(); row++) {
            final List<Object> fields = new ArrayList<>(List.of(scan(row), scans.get(row).timeH()));
            for (final double[] column : columns.values()) {
                fields.add(column[row]);
            }
            table.row(fields);
        }
        table.write(file);
    }

    private double[] column(final String name) {
        return columns.computeIfAbsent(name, key -> empty());
    }

    private double[] empty() {
        final double[] empty = new double[scans.size()];
        Arrays.fill(empty, Double.NaN);
        return empty;
    }
}
