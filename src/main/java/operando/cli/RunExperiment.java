package operando.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.experiment.Experiment;
import operando.experiment.ExperimentRun;
import operando.experiment.RegionOfInterest;
import operando.experiment.RunOptions;
import operando.report.Headline;
import operando.report.Report;
import operando.results.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando run experiment.yml}: a whole experiment to tables, maps and a report. */
@Command(name = "run", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Evaluates an experiment: phases, contact, volumes, and the voltage that the contact predicts, with a report.")
final class RunExperiment implements Callable<Integer> {

    private static final double RUN_SHARE = 0.95;

    @Parameters(paramLabel = "experiment.yml", description = "which scans were taken when, the cycler's file, and how to evaluate them")
    private Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "results folder; if not given, operando-results beside the experiment file")
    private Path folder;

    @Option(names = "--resume", description = "take over the scans that an earlier run into the same folder has finished")
    private boolean resume;

    @Option(names = "--roi", paramLabel = "REGION", description = "restrict every measure to a box or disc that follows the cell, such as box_um=100,100,440,440 (x, y of two"
        + " corners), box_voxels=..., disc_um=500,500,340 (middle, diameter); wins over the experiment file")
    private String roi;

    @Mixin
    private ComputeOptions machine = new ComputeOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        final Path out = folder != null ? folder : file.toAbsolutePath().resolveSibling("operando-results");
        final Experiment read = Experiment.read(file);
        return evaluate(roi == null ? read : read.withRoi(RegionOfInterest.of(roi)), out, resume, machine, spec);
    }

    /**
     * Runs an experiment and writes its report, with progress on the terminal and the headlines at the end.
     *
     * @return the exit code: 0, or {@link Operando#GAPS} if a scan was left out
     */
    static int evaluate(final Experiment experiment, final Path out, final boolean resume, final ComputeOptions machine,
        final CommandSpec spec) {
        final Progress progress = new TerminalProgress(spec.commandLine().getErr());
        final Results results;
        final Path report;
        try (Cores cores = machine.cores()) {
            results = new ExperimentRun(experiment, out, new RunOptions(resume, machine.memoryBytes())).run(cores, progress.part(0, RUN_SHARE));
            progress.report(RUN_SHARE, "Report");
            report = Report.write(results, out);
            progress.report(1, "Report");
        }
        results.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        for (final Headline headline : Headline.of(results)) {
            spec.commandLine().getOut().printf(Locale.ROOT, "%-48s %s%s%n", headline.name(), headline.value(),
                headline.note().isEmpty() ? "" : "  (" + headline.note() + ")");
        }
        spec.commandLine().getOut().println("report: " + report);
        if (results.leftOut().isEmpty()) {
            return 0;
        }
        spec.commandLine().getErr().println("done, with gaps: " + results.leftOut().size() + " of " + results.series().size() + " scans left out ("
            + String.join(", ", results.leftOut()) + ")");
        return Operando.GAPS;
    }
}
