package operando.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import operando.report.Report;
import operando.results.ResultsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando report FOLDER}: figures and report of a run once more. */
@Command(name = "report", mixinStandardHelpOptions = true,
    description = "Draws the figures and writes the report of a run anew, from its results folder alone.")
final class WriteReport implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "results folder that 'operando run' wrote; the scans are not needed")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println("report: " + Report.write(ResultsFile.read(folder), folder));
        return 0;
    }
}
