package operando.cli;

import java.nio.file.Path;
import java.util.Locale;

import operando.atoms.sample.SampleFiles;
import operando.atoms.sample.SampleSettings;
import operando.atoms.sample.SampleTrajectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code operando atoms sample --out DIR}: a trajectory whose truth is known. */
@Command(name = "sample", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Makes a trajectory of an interphase that grows between lithium and Li6PS5Cl, with its truth.")
final class AtomsSample implements Runnable {

    private static final SampleSettings DEFAULTS = SampleSettings.defaults();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for " + SampleFiles.TRAJECTORY + " and " + SampleFiles.TRUTH)
    private Path out;

    @Option(names = "--width", paramLabel = "ANGSTROM", description = "of the cell along x")
    private double width = DEFAULTS.widthAngstrom();

    @Option(names = "--depth", paramLabel = "ANGSTROM", description = "of the cell along y")
    private double depth = DEFAULTS.depthAngstrom();

    @Option(names = "--layer", paramLabel = "ANGSTROM", description = "thickness of each of the six layers at first")
    private double layer = DEFAULTS.layerAngstrom();

    @Option(names = "--frames", paramLabel = "N", description = "frames, 10 ps apart")
    private int frames = DEFAULTS.frames();

    @Option(names = "--vibration", paramLabel = "ANGSTROM", description = "standard deviation of each component of an atom's displacement")
    private double vibration = DEFAULTS.vibrationAngstrom();

    @Option(names = "--growth", paramLabel = "ANGSTROM", description = "how much the disordered phase has grown at the end")
    private double growth = DEFAULTS.growthAngstrom();

    @Option(names = "--seed", paramLabel = "N", description = "another number makes another cell")
    private long seed = DEFAULTS.seed();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        OutputFile.checkFolder("--out", out);
        final SampleTrajectory sample = new SampleTrajectory(DEFAULTS.withSize(width, depth, layer).withFrames(frames).withVibration(vibration).withGrowth(growth).withSeed(seed));
        SampleFiles.write(sample, out, new TerminalProgress(spec.commandLine().getErr()));
        spec.commandLine().getOut().printf(Locale.ROOT, "%d atoms, %d frames: %s%n", sample.atoms(), sample.frames(), out.resolve(SampleFiles.TRAJECTORY));
    }
}
