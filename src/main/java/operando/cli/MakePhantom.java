package operando.cli;

import java.nio.file.Path;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.phantom.Phantom;
import operando.phantom.PhantomCell;
import operando.phantom.PhantomCycling;
import operando.phantom.PhantomPicture;
import operando.phantom.PhantomSeries;
import operando.phantom.PhantomSettings;
import operando.scan.PixelType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code operando phantom}: writes a synthetic series with its truth. */
@Command(name = "phantom", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Makes a synthetic series of a symmetric cell, with the truth about it in truth.json.")
final class MakePhantom implements Runnable {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the series")
    private Path folder;

    @Option(names = "--size", paramLabel = "N", description = "voxels along x and y; z has half as many again")
    private int size = 160;

    @Option(names = "--scans", paramLabel = "N", description = "scans over two half cycles")
    private int scans = 10;

    @Option(names = "--seed", paramLabel = "N", description = "another number makes another cell")
    private long seed = 1;

    @Option(names = "--bits", paramLabel = "8|16", description = "bits a voxel")
    private int bits = 8;

    @Option(names = "--noise", paramLabel = "LEVELS", description = "standard deviation of the noise; lithium is 40 levels over a void")
    private double noise = 6;

    @Option(names = "--rings", paramLabel = "LEVELS", description = "standard deviation of ring artefacts")
    private double rings;

    @Option(names = "--drift", paramLabel = "LEVELS", description = "standard deviation of the grey drift from scan to scan")
    private double drift;

    @Option(names = "--round", description = "a cylinder with an outside around it")
    private boolean round;

    @Option(names = "--labels", description = "also the true phase of every voxel, labels/tNN.tif, to train and test classifiers")
    private boolean labels;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        final Phantom phantom = new Phantom(settings());
        try (Cores cores = threads.cores()) {
            final Progress progress = new TerminalProgress(spec.commandLine().getErr());
            final PhantomSeries series = new PhantomSeries(phantom);
            series.write(folder, command(), cores, progress.part(0, labels ? 0.8 : 1));
            if (labels) {
                series.writeLabels(folder, progress.part(0.8, 1));
            }
        }
        spec.commandLine().getOut().println(phantom.scans() + " scans in " + folder.resolve("experiment.yml"));
    }

    private PhantomSettings settings() {
        final PhantomCell cell = PhantomCell.defaults();
        final PhantomPicture picture = PhantomPicture.defaults().withNoise(noise).withRingsAndDrift(rings, drift)
            .withPixelType(pixelType());
        return PhantomSettings.defaults().withSize(size, size, size + size / 2).withSeed(seed)
            .withCycling(PhantomCycling.defaults().withScans(scans)).withCell(round ? cell.asCylinder() : cell)
            .withPicture(picture);
    }

    private PixelType pixelType() {
        return switch (bits) {
            case 8 -> PixelType.UINT8;
            case 16 -> PixelType.UINT16;
            default -> throw new InputException("--bits", bits + " bits cannot be written", "give 8 or 16");
        };
    }

    private String command() {
        return "operando phantom --out " + folder + " --size " + size + " --scans " + scans + " --seed " + seed + " --bits "
            + bits + " --noise " + noise + " --rings " + rings + " --drift " + drift + (round ? " --round" : "") + (labels ? " --labels" : "");
    }
}
