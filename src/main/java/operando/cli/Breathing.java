package operando.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import operando.breathing.BreathingDescriptors;
import operando.breathing.ChargeCycle;
import operando.breathing.InterphaseMemory;
import operando.cell.InputException;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.report.BreathingFiles;
import operando.results.TimeSeriesFile;
import operando.series.TimeSeries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando breathing timeseries.csv --out DIR}: how contact breathes over each cycle, and how the interphase grows. */
@Command(name = "breathing", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Describes how the contact of each side breathes over every cycle, and how its interphase grows; or simulates it.",
    subcommands = {SimulateInterface.class, MapRegimes.class, RunBenchmark.class})
final class Breathing implements Runnable {

    @Parameters(arity = "0..1", paramLabel = "timeseries.csv", description = "a table of a run, or another with time_h, contact_fraction_top, contact_fraction_bottom, current_density_mA_cm2 and charge_mAh_cm2")
    private Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "folder for descriptors.csv, memory.csv and the pictures")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (file == null || out == null) {
            throw new InputException("operando breathing", file == null ? "no table is given" : "--out is missing", "give timeseries.csv and --out DIR, or a command such as simulate; see --help");
        }
        OutputFile.checkFolder("--out", out);
        final TimeSeries series = TimeSeriesFile.read(file);
        for (final Quantity needed : List.of(Quantity.CURRENT_DENSITY, Quantity.CHARGE)) {
            if (!series.hasAny(needed)) {
                throw new InputException(file.toString(), "has no numbers in the column " + needed.column() + ", so that there are no cycles",
                    "run the experiment with the cycler's file, or add the column");
            }
        }
        final List<ChargeCycle> cycles = ChargeCycle.in(series.timesH(), series.values(Quantity.CURRENT_DENSITY), series.values(Quantity.CHARGE));
        if (cycles.isEmpty()) {
            throw new InputException(file.toString(), "holds no full cycle of two half cycles", "give a series over at least one full cycle");
        }
        final List<BreathingFiles.OfSide> sides = Arrays.stream(Side.values()).map(side -> ofSide(series, cycles, side)).toList();
        BreathingFiles.write(series, cycles, sides, out);
        sides.forEach(this::print);
        spec.commandLine().getOut().println("files: " + out);
    }

    private static BreathingFiles.OfSide ofSide(final TimeSeries series, final List<ChargeCycle> cycles, final Side side) {
        final List<BreathingDescriptors> found = new ArrayList<>();
        cycles.forEach(cycle -> found.add(BreathingDescriptors.of(series.timesH(), series.values(Quantity.CONTACT_FRACTION.at(side)), cycle)));
        return new BreathingFiles.OfSide(side, found, InterphaseMemory.of(series.timesH(), series.values(Quantity.INTERPHASE_THICKNESS.at(side))));
    }

    private void print(final BreathingFiles.OfSide side) {
        final PrintWriter terminal = spec.commandLine().getOut();
        for (final BreathingDescriptors cycle : side.cycles()) {
            terminal.printf(Locale.ROOT, "%-6s cycle %d: mean %s, amplitude %s, phase lag %s deg, irreversibility %s%n", side.side().key(), cycle.cycle(), text(cycle.mean()),
                text(cycle.amplitude()), text(cycle.phaseLagDeg()), text(cycle.irreversibility()));
        }
    }

    private static String text(final Measured number) {
        return number.isPresent() ? String.format(Locale.ROOT, "%.3g +- %.2g", number.value(), number.standardError()) : "not known (" + number.reason() + ")";
    }
}
