package operando.report;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import operando.breathing.BreathingDescriptors;
import operando.breathing.ChargeCycle;
import operando.breathing.InterphaseMemory;
import operando.breathing.phasefield.CycleSummary;
import operando.breathing.phasefield.InterfaceParameter;
import operando.breathing.phasefield.InterfaceReading;
import operando.breathing.phasefield.InterfaceSettings;
import operando.breathing.phasefield.Plane;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.report.figure.InterfaceFigure;
import operando.report.plot.ColourScale;
import operando.report.plot.FigureFiles;
import operando.report.plot.Movie;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.StackWriter;
import operando.series.TimeSeries;
import operando.text.CsvTable;

/**
 * Writes a simulated interface: its readings in a table that {@code operando breathing} reads as one of a tomogram, its cycles, descriptors
 * and memory, its parameters, a picture, and its maps as stacks and as a movie.
 */
public final class InterfaceFiles {

    /** Every so many readings a map is kept: eight a cycle. */
    public static final int READINGS_A_MAP = 5;

    private static final Side SIDE = Side.TOP;
    private static final int HUNDREDTHS_A_FRAME = 8;
    private static final int LEAST_FRAME = 256;

    private InterfaceFiles() {
    }

    /** Writes timeseries.csv, cycles.csv, descriptors.csv, memory.csv, parameters.csv and interface.png and .svg. */
    public static void write(final InterfaceSettings settings, final List<InterfaceReading> readings, final Path folder) {
        final TimeSeries series = series(readings);
        final List<ChargeCycle> cycles = ChargeCycle.in(series.timesH(), series.values(Quantity.CURRENT_DENSITY), series.values(Quantity.CHARGE));
        final List<BreathingDescriptors> descriptors = new ArrayList<>();
        cycles.forEach(cycle -> descriptors.add(BreathingDescriptors.of(series.timesH(), series.values(Quantity.CONTACT_FRACTION.at(SIDE)), cycle)));
        final ChargeCycle last = cycles.get(cycles.size() - 1);
        BreathingFiles.write(series, List.of(last), List.of(new BreathingFiles.OfSide(SIDE, descriptors,
            InterphaseMemory.of(series.timesH(), series.values(Quantity.INTERPHASE_THICKNESS.at(SIDE))))), folder);
        writeCycles(CycleSummary.of(readings), folder.resolve("cycles.csv"));
        writeParameters(settings, folder.resolve("parameters.csv"));
        FigureFiles.write(new InterfaceFigure(readings), folder);
        writeReadings(readings, folder.resolve("timeseries.csv"));
    }

    private static TimeSeries series(final List<InterfaceReading> readings) {
        final TimeSeries series = new TimeSeries(readings.stream().map(one -> "").toList(), values(readings, InterfaceReading::timeH));
        for (int row = 0; row < readings.size(); row++) {
            final InterfaceReading reading = readings.get(row);
            series.set(row, Quantity.CURRENT_DENSITY, Measured.of(reading.currentMAPerCm2()));
            series.set(row, Quantity.CHARGE, Measured.of(reading.chargeMAhPerCm2()));
            series.set(row, Quantity.CONTACT_FRACTION.at(SIDE), Measured.of(reading.contactFraction()));
            series.set(row, Quantity.INTERPHASE_THICKNESS.at(SIDE), Measured.of(reading.thicknessUm()));
        }
        return series;
    }

    private static double[] values(final List<InterfaceReading> readings, final ToDoubleFunction<InterfaceReading> number) {
        return readings.stream().mapToDouble(number).toArray();
    }

    private static void writeReadings(final List<InterfaceReading> readings, final Path file) {
        CsvTable.write(file, List.of(Quantity.TIME.column(), "cycle", Quantity.CURRENT_DENSITY.column(), Quantity.CHARGE.column(), Quantity.CONTACT_FRACTION.at(SIDE).column(),
            Quantity.CONTACT_FRACTION.at(SIDE.opposite()).column(), Quantity.INTERPHASE_THICKNESS.at(SIDE).column(), "interphase_thickest_um", "overpotential_V", "kinetic_V",
            "interphase_V", "contact_loss_V", "contact_pressure_MPa"), readings.size(), row -> {
                final InterfaceReading r = readings.get(row);
                return List.of(r.timeH(), r.cycle(), r.currentMAPerCm2(), r.chargeMAhPerCm2(), r.contactFraction(), "", r.thicknessUm(), r.thickestUm(), r.overpotentialV(),
                    r.kineticV(), r.interphaseV(), r.contactLossV(), r.contactPressureMPa());
            });
    }

    private static void writeCycles(final List<CycleSummary> cycles, final Path file) {
        final CsvTable table = new CsvTable(List.of("cycle", "mean_contact", "least_contact", "last_contact", "amplitude", "irreversibility", "memory_um", "stripped_overpotential_V",
            "stripped_kinetic_V", "stripped_interphase_V", "stripped_contact_loss_V"));
        cycles.forEach(one -> table.row(List.of(one.cycle(), one.meanContact(), one.leastContact(), one.lastContact(), one.amplitude(), one.irreversibility(), one.memoryUm(),
            one.stripped().overpotentialV(), one.stripped().kineticV(), one.stripped().interphaseV(), one.stripped().contactLossV())));
        table.write(file);
    }

    /** Every parameter with its value, what it is and where its default comes from. */
    static void writeParameters(final InterfaceSettings settings, final Path file) {
        final CsvTable table = new CsvTable(List.of("parameter", "value", "default", "meaning", "source_of_default"));
        table.row(List.of("cells_x", settings.plane().width(), 64, "cells along x", "numerical"));
        table.row(List.of("cells_y", settings.plane().height(), 64, "cells along y", "numerical"));
        table.row(List.of("cell_um", settings.plane().cellUm(), 1.0, "edge of a cell", "numerical"));
        table.row(List.of("seed", settings.seed(), 1, "of the first voids", ""));
        table.row(List.of("tolerance", settings.tolerance(), InterfaceSettings.defaults().tolerance(), "of the contact in a step of time", "numerical"));
        for (final InterfaceParameter parameter : InterfaceParameter.values()) {
            table.row(List.of(parameter.key(), settings.of(parameter), parameter.usual(), parameter.meaning(), parameter.source()));
        }
        table.write(file);
    }

    /** Writes maps, x fastest, as slices of a stack. */
    public static void writeMaps(final Plane plane, final List<float[]> maps, final Path file) {
        try (StackWriter writer = StackWriter.create(file, plane.width(), plane.height(), maps.size(), PixelType.FLOAT32, VoxelSize.cubic(plane.cellUm()))) {
            maps.forEach(writer::write);
        }
    }

    /** Joins the stacks of the cycles into one, NAME.tif, and shows it as a movie, NAME.gif. @param most the number that the brightest colour stands for */
    public static void joinMaps(final Plane plane, final List<Path> stacks, final double most, final String name, final Path folder) {
        final List<float[]> maps = new ArrayList<>();
        for (final Path stack : stacks) {
            try (Scan scan = ScanFile.open(stack)) {
                for (int slice = 0; slice < scan.depth(); slice++) {
                    final float[] map = new float[plane.cells()];
                    scan.readSlice(slice, map);
                    maps.add(map);
                }
            }
        }
        writeMaps(plane, maps, folder.resolve(name + ".tif"));
        final int zoom = Math.max(1, LEAST_FRAME / Math.max(plane.width(), plane.height()));
        Movie.write(maps.size(), number -> picture(plane, maps.get(number), most, zoom), HUNDREDTHS_A_FRAME, folder.resolve(name + ".gif"));
    }

    private static BufferedImage picture(final Plane plane, final float[] map, final double most, final int zoom) {
        final ColourScale colours = new ColourScale(0, most);
        final BufferedImage image = new BufferedImage(plane.width() * zoom, plane.height() * zoom, BufferedImage.TYPE_INT_RGB);
        final int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            final int begin = y / zoom * plane.width();
            Arrays.setAll(row, x -> colours.colour(map[begin + x / zoom]).getRGB());
            image.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return image;
    }
}
