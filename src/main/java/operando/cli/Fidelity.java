package operando.cli;

import java.nio.file.Path;

import operando.engine.Cores;
import operando.fidelity.FidelityPage;
import operando.fidelity.FidelityRow.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code operando fidelity}: what the papers print beside what this program computes. */
@Command(name = "fidelity", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Computes the figures that the papers print, and says where they differ and why.")
final class Fidelity implements Runnable {

    @Option(names = "--out", paramLabel = "DIR", description = "folder for fidelity.md, fidelity.csv and the synthetic series they rest on")
    private Path folder = Path.of("operando-fidelity");

    @Mixin
    private ComputeOptions machine = new ComputeOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        OutputFile.checkFolder("--out", folder);
        try (Cores cores = machine.cores()) {
            final FidelityPage page = FidelityPage.compute(folder, machine.memoryBytes(), cores, new TerminalProgress(spec.commandLine().getErr()));
            page.write(folder);
            spec.commandLine().getOut().println(page.count(Verdict.AGREES) + " figures agree, " + page.count(Verdict.DIFFERS) + " differ, "
                + page.count(Verdict.NO_NUMBER) + " are printed without a number");
        }
        spec.commandLine().getOut().println("table: " + folder.resolve("fidelity.md"));
    }
}
