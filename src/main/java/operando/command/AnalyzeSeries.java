package operando.command;

import java.io.File;
import java.nio.file.Path;

import ij.IJ;
import ij.measure.ResultsTable;
import ij.plugin.BrowserLauncher;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.experiment.Experiment;
import operando.experiment.ExperimentRun;
import operando.experiment.RunOptions;
import operando.report.Report;
import operando.results.Results;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A whole experiment, as an experiment.yml describes it, to tables, maps and a report. */
@Plugin(type = Command.class, label = "Analyze Series")
public final class AnalyzeSeries implements Command {

    @Parameter(label = "Experiment file (.yml)")
    private File experiment;

    @Parameter(label = "Results folder", style = "directory")
    private File output;

    @Parameter(label = "Take over finished scans", required = false)
    private boolean resume;

    @Parameter(label = "Open the report in the browser", required = false)
    private boolean openReport;

    @Parameter(type = ItemIO.OUTPUT, label = "Results")
    private ResultsTable table;

    @Override
    public void run() {
        table = evaluate(experiment.toPath(), output.toPath(), resume, openReport);
    }

    /** Runs an experiment into a folder; its numbers as rows of the Results table, its warnings in the Log. */
    static ResultsTable evaluate(final Path experiment, final Path output, final boolean resume, final boolean openReport) {
        final Progress progress = new ImageJProgress();
        try (Cores cores = Cores.all()) {
            final RunOptions options = new RunOptions(resume, Runtime.getRuntime().maxMemory());
            final Results results = new ExperimentRun(Experiment.read(experiment), output, options).run(cores, progress);
            final Path report = Report.write(results, output);
            results.warnings().forEach(warning -> IJ.log("Warning: " + warning));
            if (openReport) {
                BrowserLauncher.openURL(report.toUri().toString());
            }
            return MeasureRows.add(results.series());
        } catch (final java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
