package operando.cli;

import java.nio.file.Path;
import java.util.List;

import operando.breathing.phasefield.InterfaceParameter;
import operando.breathing.phasefield.InterfaceSettings;
import operando.breathing.regime.Regime;
import operando.breathing.regime.RegimeAxis;
import operando.breathing.regime.RegimeMap;
import operando.breathing.regime.RegimePoint;
import operando.cell.InputException;
import operando.engine.Cores;
import operando.report.RegimeMapFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code operando breathing regime-map}: the interface model over two of its parameters. */
@Command(name = "regime-map", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Simulates an interface for every pair of values of two parameters, and says whether healing, void growth or the interphase is ahead.")
final class MapRegimes implements Runnable {

    @Mixin
    private InterfaceOptions model = new InterfaceOptions();

    @Option(names = "--first", paramLabel = "NAME,FROM,TO,STEPS[,linear]", description = "the parameter along x; values lie evenly on a logarithmic scale, or a linear one")
    private String first = "stack_pressure_MPa,0.5,20,12";

    @Option(names = "--second", paramLabel = "NAME,FROM,TO,STEPS[,linear]", description = "the parameter along y")
    private String second = "current_density_mA_cm2,0.05,5,12";

    @Option(names = "--resume", description = "take over the runs that the folder already has")
    private boolean resume;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the table and the figure")
    private Path out;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        OutputFile.checkFolder("--out", out);
        final InterfaceSettings settings = model.settings(20);
        final RegimeMap map = new RegimeMap(settings, axis("--first", first), axis("--second", second));
        try (Cores cores = threads.cores()) {
            final List<RegimePoint> points = RegimeMapFiles.write(map, resume, cores, out, new TerminalProgress(spec.commandLine().getErr()));
            for (final Regime regime : Regime.values()) {
                spec.commandLine().getOut().println(regime.words() + ": " + points.stream().filter(point -> point.regime() == regime).count() + " of " + points.size() + " runs");
            }
        }
        spec.commandLine().getOut().println("files: " + out);
    }

    private static RegimeAxis axis(final String option, final String text) {
        final String[] parts = text.split(",");
        final boolean linear = parts.length == 5 && "linear".equalsIgnoreCase(parts[4].strip());
        if (parts.length != 4 && !linear || !parts[3].strip().matches("[0-9]{1,4}")) {
            throw new InputException(option, "'" + text + "' is no axis", "give NAME,FROM,TO,STEPS, such as stack_pressure_MPa,1,20,12");
        }
        return new RegimeAxis(InterfaceParameter.of(parts[0]), InterfaceOptions.number(option, parts[1]), InterfaceOptions.number(option, parts[2]),
            Integer.parseInt(parts[3].strip()), !linear);
    }
}
