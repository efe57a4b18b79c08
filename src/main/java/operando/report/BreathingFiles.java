package operando.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import operando.breathing.BreathingDescriptors;
import operando.breathing.ChargeCycle;
import operando.breathing.InterphaseMemory;
import operando.cell.Measured;
import operando.cell.Side;
import operando.report.figure.BreathingFigure;
import operando.report.plot.FigureFiles;
import operando.series.TimeSeries;
import operando.text.CsvTable;

/** Writes the descriptors of breathing and memory as tables, and the loop of each cycle as a picture. */
public final class BreathingFiles {

    /** What was found at one side. */
    public record OfSide(Side side, List<BreathingDescriptors> cycles, InterphaseMemory memory) {
    }

    private BreathingFiles() {
    }

    /** Writes descriptors.csv, memory.csv and breathing-N.png and .svg; a number that is not known is empty, with its reason in the last column. */
    public static void write(final TimeSeries series, final List<ChargeCycle> cycles, final List<OfSide> sides, final Path folder) {
        final CsvTable descriptors = new CsvTable(List.of("side", "cycle", "mean", "mean_se", "amplitude", "amplitude_se", "phase_lag_deg", "phase_lag_deg_se", "phase_lag_h",
            "phase_lag_h_se", "irreversibility", "irreversibility_se", "loop_area", "loop_area_se", "degrees_of_freedom", "reason"));
        final CsvTable memory = new CsvTable(List.of("side", "h_0_um", "h_0_um_se", "h_f_um", "h_f_um_se", "tau_h", "tau_h_se", "k_um_per_root_h", "k_um_per_root_h_se",
            "residual_um", "reason"));
        for (final OfSide one : sides) {
            for (final BreathingDescriptors cycle : one.cycles()) {
                descriptors.row(row(List.of(one.side().key(), cycle.cycle()), List.of(cycle.mean(), cycle.amplitude(), cycle.phaseLagDeg(), cycle.phaseLagH(),
                    cycle.irreversibility(), cycle.loopAreaMAhPerCm2()), List.of(cycle.freedom(), reason(cycle.mean(), cycle.phaseLagDeg()))));
            }
            final InterphaseMemory law = one.memory();
            memory.row(row(List.of(one.side().key()), List.of(law.initialUm(), law.fastUm(), law.timeConstantH(), law.slowUmPerRootH()),
                List.of(law.residualUm().value(), reason(law.initialUm(), law.fastUm()))));
        }
        cycles.forEach(cycle -> FigureFiles.write(new BreathingFigure(series, cycle), folder));
        memory.write(folder.resolve("memory.csv"));
        descriptors.write(folder.resolve("descriptors.csv"));
    }

    private static List<Object> row(final List<Object> before, final List<Measured> numbers, final List<Object> after) {
        final List<Object> row = new ArrayList<>(before);
        numbers.forEach(number -> {
            row.add(number.value());
            row.add(number.standardError());
        });
        row.addAll(after);
        return row;
    }

    private static String reason(final Measured first, final Measured second) {
        return first.isPresent() ? second.reason() : first.reason();
    }
}
