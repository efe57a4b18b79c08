package operando.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

import operando.breathing.fullcell.ReducedBenchmark;
import operando.engine.Cores;
import operando.report.BenchmarkFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code operando breathing benchmark}: full cells discharged over the simulated interface. */
@Command(name = "benchmark", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Discharges full cells over the simulated interface: what conductivity and cathode interphase do to the voltage, and which of two cells has the higher energy density at which C-rate.")
final class RunBenchmark implements Runnable {

    @Mixin
    private InterfaceOptions model = new InterfaceOptions();

    @Option(names = "--seeds", paramLabel = "N", description = "of the first voids; their spread makes the error bars")
    private int seeds = 10;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the tables and figures")
    private Path out;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        OutputFile.checkFolder("--out", out);
        final ReducedBenchmark benchmark = ReducedBenchmark.defaults(model.settings(1)).withSeeds(seeds);
        try (Cores cores = threads.cores()) {
            final ReducedBenchmark.Result result = benchmark.compute(cores, new TerminalProgress(spec.commandLine().getErr()));
            BenchmarkFiles.write(benchmark, result, out);
            print(benchmark, result);
        }
        spec.commandLine().getOut().println("files: " + out);
    }

    private void print(final ReducedBenchmark benchmark, final ReducedBenchmark.Result result) {
        final PrintWriter terminal = spec.commandLine().getOut();
        for (final ReducedBenchmark.Claim claim : result.claims()) {
            if (claim.lowestMSPerCm() == benchmark.cell().conductivityMSPerCm()) {
                terminal.printf(Locale.ROOT, "%.1f mA/cm2: 100-fold conductivity above %.2g mS/cm %+.2f %%, 10 to 200 ohm cm2 at the cathode -%.1f %%%n", claim.currentMAPerCm2(),
                    claim.lowestMSPerCm(), claim.conductivityPercent(), claim.interphasePercent());
            }
        }
        terminal.printf(Locale.ROOT, "the thin cell overtakes at %s; with full contact and no interphase at the anode at %s%n", rate(result.crossing()), rate(result.idealCrossing()));
    }

    private static String rate(final double rate) {
        return Double.isNaN(rate) ? "no rate that was tried" : String.format(Locale.ROOT, "%.3g C", rate);
    }
}
