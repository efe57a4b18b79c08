package operando.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import operando.cell.InputException;
import operando.cell.Quantity;
import operando.report.SimulationFiles;
import operando.report.figure.SimulatedVoltageFigure;
import operando.report.plot.FigureFiles;
import operando.results.Results;
import operando.results.ResultsFile;
import operando.results.TimeSeriesFile;
import operando.series.TimeSeries;
import operando.voltage.VoltageDifference;
import operando.voltage.VoltageResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando simulation FOLDER --out DIR}: from a run to other people's simulations, and their voltage back. */
@Command(name = "simulation", mixinStandardHelpOptions = true,
    description = "Writes what a run measured as inputs of simulations, such as PyBaMM's, in SI units; and draws a simulated voltage beside the measured one.")
final class Simulation implements Runnable {

    @Parameters(paramLabel = "FOLDER", description = "results folder that 'operando run' wrote")
    private Path folder;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for cell.csv, current.csv, parameters.csv and the maps as VTK, or for the picture")
    private Path out;

    @Option(names = "--voltage", paramLabel = "SIMULATED.csv", description = "a simulated voltage, with the columns time_h and voltage_predicted_V, to draw instead")
    private Path simulated;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        OutputFile.checkFolder("--out", out);
        final Results results = ResultsFile.read(folder);
        if (simulated == null) {
            final List<String> warnings = new ArrayList<>();
            SimulationFiles.write(results, out, warnings);
            warnings.forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        } else {
            draw(results);
        }
        spec.commandLine().getOut().println("files: " + out);
    }

    private void draw(final Results results) {
        final VoltageResult voltage = results.voltage().orElseThrow(() -> new InputException(folder.toString(), "the run had no cycler's file, so that there is no measured voltage",
            "name it under cycler in experiment.yml and run again"));
        final TimeSeries series = TimeSeriesFile.read(simulated);
        if (!series.hasAny(Quantity.VOLTAGE_PREDICTED)) {
            throw new InputException(simulated.toString(), "has no numbers in the column " + Quantity.VOLTAGE_PREDICTED.column(), "give the simulated voltage in V there");
        }
        final double[] volts = series.values(Quantity.VOLTAGE_PREDICTED);
        FigureFiles.write(new SimulatedVoltageFigure(results, voltage, series.timesH(), volts), out);
        say("measured", VoltageDifference.of(voltage.timesH(), voltage.measuredV(), series.timesH(), volts));
        if (voltage.scenariosV().containsKey(VoltageResult.MEASURED_CONTACT)) {
            say("lumped model's", VoltageDifference.of(voltage.timesH(), voltage.scenariosV().get(VoltageResult.MEASURED_CONTACT), series.timesH(), volts));
        }
    }

    private void say(final String name, final VoltageDifference difference) {
        spec.commandLine().getOut().printf(Locale.ROOT, "simulated less %s voltage, root mean square  %s%n", name, difference.readings() == 0
            ? "not known, since the times have nothing in common" : String.format(Locale.ROOT, "%.4g V over %d readings", difference.rootMeanSquareV(), difference.readings()));
    }
}
