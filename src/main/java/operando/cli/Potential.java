package operando.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.potential.FieldLimit;
import operando.potential.PotentialProfile;
import operando.potential.PotentialSolver;
import operando.potential.ProfileSummary;
import operando.potential.ValidityWarning;
import operando.potential.design.DesignMap;
import operando.potential.design.DesignSweep;
import operando.potential.design.LayersFile;
import operando.potential.published.PublishedFigure;
import operando.report.PotentialFiles;
import operando.report.PotentialFiles.Compared;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando potential}: the Li⁰ potential in a layered electrolyte, or a published figure of it. */
@Command(name = "potential", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Computes the potential of neutral lithium across a layered electrolyte, and where lithium may precipitate inside.")
final class Potential implements Runnable {

    @Parameters(arity = "0..1", paramLabel = "layers.yml", description = "the layers, the boundary potentials, and a sweep of designs if wanted")
    private Path file;

    @Option(names = "--figure", paramLabel = "NAME", description = "a figure of Kim and Li (2, 2a, 3, 3b … 8d, S2, S3; 8 for 8a to 8d; or all) beside the values printed there")
    private String figure;

    @Option(names = "--out", paramLabel = "DIR", description = "folder for figures and tables")
    private Path folder = Path.of("operando-potential");

    @Mixin
    private ComputeOptions machine = new ComputeOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if ((file == null) == (figure == null)) {
            throw new InputException("operando potential", file == null ? "nothing to compute" : "a file and a figure",
                "give either layers.yml or --figure NAME");
        }
        if (file != null) {
            compute(LayersFile.read(file));
        } else {
            publish(PublishedFigure.namesUnder(figure));
        }
        out().println("files: " + folder);
    }

    private void compute(final LayersFile.Content content) {
        final PotentialProfile profile = FieldLimit.require(PotentialSolver.solve(content.stack()));
        final Optional<DesignMap> designs = content.sweep().map(this::designs);
        PotentialFiles.write(content.name(), profile, content.mechanics(), folder);
        designs.ifPresent(map -> PotentialFiles.write(map, folder));
        for (final ProfileSummary.Row row : ProfileSummary.of(profile, content.mechanics())) {
            out().printf(Locale.ROOT, "%-48s %-12.6g %s%n", row.quantity(), row.value(), row.unit());
        }
        for (final ValidityWarning range : ValidityWarning.of(profile)) {
            spec.commandLine().getErr().printf(Locale.ROOT, "warning: x/L %.4g to %.4g: %s, so σ_Li is hardly constant%n",
                range.stretch().from(), range.stretch().to(), range.reason().words());
        }
    }

    private DesignMap designs(final DesignSweep sweep) {
        try (Cores cores = machine.cores()) {
            return sweep.map(cores, new TerminalProgress(spec.commandLine().getErr()));
        }
    }

    private void publish(final List<String> names) {
        out().printf(Locale.ROOT, "%-7s %-24s %-24s %-9s %-9s %s%n", "figure", "curve", "quantity", "paper", "here", "deviation");
        for (final String name : names) {
            PotentialFiles.writePublished(name, folder).forEach(this::print);
        }
    }

    private void print(final Compared value) {
        final String number = value.printed().isValue() ? "%." + value.printed().quantity().decimals() + "f" : "%.6f";
        out().printf(Locale.ROOT, "%-7s %-24s %-24s %-9s %-9s %s%n", value.figure(), value.curve(),
            value.printed().quantity().words(), value.printed().words(), String.format(Locale.ROOT, number, value.computed()),
            value.printed().isValue() ? String.format(Locale.ROOT, "%+.4f", value.deviation()) : "");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
