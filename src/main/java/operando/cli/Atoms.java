package operando.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import operando.atoms.EnvironmentSettings;
import operando.atoms.LocalEnvironments;
import operando.atoms.change.Interface;
import operando.atoms.phase.PhaseDescription;
import operando.cell.InputException;
import operando.cell.Measured;
import operando.engine.Cores;
import operando.report.AtomsFiles;
import operando.report.AtomsTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando atoms TRAJECTORY --out DIR}: which phases a trajectory of molecular dynamics holds, where and when. */
@Command(name = "atoms", mixinStandardHelpOptions = true, showDefaultValues = true, subcommands = {AtomsSample.class, AtomsSpectra.class},
    description = "Finds the phases in a trajectory of molecular dynamics by the atoms' local environments, without labels, and how they grow.")
final class Atoms implements Runnable {

    @Parameters(arity = "0..1", paramLabel = "TRAJECTORY", description = "extended XYZ or a LAMMPS dump, also gzipped")
    private Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "folder for tables and figures")
    private Path out;

    @Mixin
    private AtomsOptions options = new AtomsOptions();

    @Option(names = "--averaging", paramLabel = "ANGSTROM", description = "descriptors are averaged over the neighbours within it; 0 for none")
    private double averaging = EnvironmentSettings.defaults().averagingAngstrom();

    @Option(names = "--method", paramLabel = "NAME", description = "mixture (of Gaussians, their number by the Bayesian information criterion) or density (with atoms of no class)")
    private EnvironmentSettings.Method method = EnvironmentSettings.defaults().method();

    @Option(names = "--prominence", paramLabel = "X", description = "a class's environments are e^X times as dense as the pass to another")
    private double prominence = EnvironmentSettings.defaults().prominence();

    @Option(names = "--samples", paramLabel = "N", description = "atoms to learn the classes from")
    private int samples = EnvironmentSettings.defaults().samples();

    @Option(names = "--seed", paramLabel = "N", description = "another number draws other atoms to learn from")
    private long seed = EnvironmentSettings.defaults().seed();

    @Mixin
    private ComputeOptions machine = new ComputeOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (file == null || out == null) {
            throw new InputException("operando atoms", file == null ? "no trajectory" : "no --out", "give both: operando atoms trajectory.extxyz --out phases");
        }
        OutputFile.checkFolder("--out", out);
        final EnvironmentSettings settings = options.environments().withAveraging(averaging).withMethod(method).withProminence(prominence).withSamples(samples).withSeed(seed);
        try (Cores cores = machine.cores(); AtomsTable table = new AtomsTable(out.resolve("atoms.csv"))) {
            final LocalEnvironments.Result result = LocalEnvironments.in(file, options.trajectory(), settings, table::add, cores, new TerminalProgress(spec.commandLine().getErr()));
            table.finish();
            AtomsFiles.write(result, out);
            print(result);
        }
    }

    private void print(final LocalEnvironments.Result result) {
        final PrintWriter terminal = spec.commandLine().getOut();
        terminal.printf(Locale.ROOT, "%d frames, %d classes%n", result.frames().size(), result.phases().size());
        for (final PhaseDescription phase : result.phases()) {
            final String crystalline = phase.crystalline().isPresent() ? phase.isCrystalline() ? "crystalline" : "not crystalline" : "order not known (" + phase.crystalline().reason() + ")";
            terminal.printf(Locale.ROOT, "%d  %-26s share %.3f, %s, %s Å³ per Li, nearest %s%n", phase.number() + 1, phase.composition().formula(), phase.share(), crystalline,
                text(phase.volumePerLiA3()), phase.nearestDistance().isPresent() ? String.format(Locale.ROOT, "%s (%.4f)", phase.nearest().formula(), phase.nearestDistance().value()) : "not known");
        }
        final List<Interface> interfaces = result.frames().get(result.frames().size() - 1).interfaces();
        interfaces.forEach(one -> terminal.printf(Locale.ROOT, "interface %d | %d at %s Å in the last frame%n", one.lower() + 1, one.upper() + 1, text(one.positionA())));
        result.growth().stream().filter(growth -> growth.law().exponent().isPresent()).forEach(growth -> terminal.printf(Locale.ROOT,
            "class %d grows as t^%.2f (95 %%: %.2f to %.2f)%n", growth.of() + 1, growth.law().exponent().value(), growth.law().exponentFrom(), growth.law().exponentTo()));
        terminal.println("files: " + out);
    }

    private static String text(final Measured number) {
        return number.isPresent() ? String.format(Locale.ROOT, "%.2f +- %.2f", number.value(), number.standardError()) : "not known (" + number.reason() + ")";
    }
}
