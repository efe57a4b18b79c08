package operando.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import operando.cell.InputException;
import operando.experiment.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code operando demo}: the sample series from start to report. */
@Command(name = "demo", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Evaluates the synthetic sample series, from its stacks to the report.")
final class Demo implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "DIR", description = "results folder")
    private Path folder = Path.of("operando-results");

    @Mixin
    private ComputeOptions machine = new ComputeOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        final Path sample = Path.of(System.getProperty("operando.home", ".")).resolve("sample-stacks").resolve("experiment.yml");
        if (!Files.isRegularFile(sample)) {
            throw new InputException(sample.toString(), "the sample series is not there", "run operando from its repository, or make a"
                + " series with 'operando phantom --out DIR' and run that");
        }
        return RunExperiment.evaluate(Experiment.read(sample), folder, false, machine, spec);
    }
}
