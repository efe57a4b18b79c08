package operando.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import operando.breathing.phasefield.CycleSummary;
import operando.breathing.phasefield.InterfaceReading;
import operando.breathing.regime.RegimeMap;
import operando.breathing.regime.RegimePoint;
import operando.cell.InputException;
import operando.engine.AtomicFile;
import operando.engine.Engine;
import operando.engine.InputFile;
import operando.engine.Progress;
import operando.report.figure.RegimeMapFigure;
import operando.report.plot.FigureFiles;
import operando.text.CsvTable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A regime map on its way into a folder: its table holds every run as soon as it is done, so that a map that was stopped goes on. */
public final class RegimeMapFiles {

    private static final long MOST_BYTES = 1L << 26;
    private static final String TABLE = "regime-map.csv";
    private static final List<String> NUMBERS = List.of("mean_contact", "least_contact", "last_contact", "amplitude", "irreversibility", "memory_um", "overpotential_V", "kinetic_V",
        "interphase_V", "contact_loss_V", "contact_pressure_MPa");

    private RegimeMapFiles() {
    }

    /**
     * Computes a map into regime-map.csv, parameters.csv and regime-map.png and .svg.
     *
     * @param resume whether to take over what the folder has of the same map
     * @throws InputException if the folder has another map and this one is to go on
     */
    public static List<RegimePoint> write(final RegimeMap map, final boolean resume, final Engine engine, final Path folder, final Progress progress) {
        final Path mark = folder.resolve("checkpoint/regime-map.txt");
        final List<RegimePoint> points = new ArrayList<>(resume && Files.exists(mark) ? read(map, mark, folder) : List.of());
        AtomicFile.write(mark, file -> Files.writeString(file, map.identity()));
        InterfaceFiles.writeParameters(map.settings(), folder.resolve("parameters.csv"));
        final List<RegimePoint> all = map.compute(engine, List.copyOf(points), point -> {
            points.add(point);
            table(map, points, folder);
        }, progress);
        table(map, all, folder);
        FigureFiles.write(new RegimeMapFigure(map, all), folder);
        return all;
    }

    private static void table(final RegimeMap map, final List<RegimePoint> points, final Path folder) {
        final List<String> header = new ArrayList<>(List.of("run", map.first().parameter().key(), map.second().parameter().key(), "cycles", "regime"));
        header.addAll(NUMBERS);
        header.add("reason");
        final CsvTable table = new CsvTable(header);
        for (final RegimePoint point : points) {
            final List<Object> row = new ArrayList<>(List.of(point.number(), point.first(), point.second(), map.settings().cycles(), point.regime().words()));
            numbers(point.last()).forEach(row::add);
            row.add(point.reason());
            table.row(row);
        }
        table.write(folder.resolve(TABLE));
    }

    private static List<Double> numbers(final CycleSummary cycle) {
        if (cycle == null) {
            return NUMBERS.stream().map(name -> Double.NaN).toList();
        }
        final InterfaceReading end = cycle.stripped();
        return List.of(cycle.meanContact(), cycle.leastContact(), cycle.lastContact(), cycle.amplitude(), cycle.irreversibility(), cycle.memoryUm(), end.overpotentialV(),
            end.kineticV(), end.interphaseV(), end.contactLossV(), end.contactPressureMPa());
    }

    private static List<RegimePoint> read(final RegimeMap map, final Path mark, final Path folder) {
        if (!InputFile.text(mark, MOST_BYTES, "the mark of a regime map").equals(map.identity())) {
            throw new InputException(folder.toString(), "it holds a map with other settings", "give the same settings, or another folder for --out");
        }
        final Path file = folder.resolve(TABLE);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(InputFile.text(file, MOST_BYTES, TABLE)), CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return parser.getRecords().stream().map(row -> point(map, row)).toList();
        } catch (final IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new InputException(file.toString(), "is no table of a regime map: " + InputFile.reason(e), "delete it and begin again");
        }
    }

    private static RegimePoint point(final RegimeMap map, final CSVRecord row) {
        final int number = Integer.parseInt(row.get("run"));
        final double x = map.first().value(number % map.first().steps());
        final double y = map.second().value(number / map.first().steps());
        if (row.get("memory_um").isEmpty()) {
            return new RegimePoint(number, x, y, null, row.get("reason"));
        }
        final double[] n = NUMBERS.stream().mapToDouble(name -> row.get(name).isEmpty() ? Double.NaN : Double.parseDouble(row.get(name))).toArray();
        final double none = Double.NaN;
        return new RegimePoint(number, x, y, new CycleSummary(map.settings().cycles(), n[0], n[1], n[2], n[3], n[4], n[5],
            new InterfaceReading(none, map.settings().cycles(), none, none, none, none, none, n[6], n[7], n[8], n[9], n[10])), row.get("reason"));
    }
}
