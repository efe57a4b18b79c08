package operando.command;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.scan.Scan;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes a small synthetic cell that cycles and opens it as a time series. */
@Plugin(type = Command.class, label = "Open Sample Series")
public final class OpenSampleSeries implements Command {

    @Parameter(label = "Voxels along x and y", min = "24")
    private int size = 96;

    @Parameter(label = "Scans over two half cycles", min = "1")
    private int scans = 4;

    @Parameter(label = "Seed (another number makes another cell)")
    private int seed = 1;

    @Parameter(type = ItemIO.OUTPUT)
    private ImagePlus series;

    @Override
    public void run() {
        final PhantomSettings defaults = PhantomSettings.defaults();
        final Phantom phantom = new Phantom(defaults.withSize(size, size, size + size / 2).withSeed(seed)
            .withCycling(defaults.cycling().withScans(scans)));
        final ImageStack stack = new ImageStack(size, size);
        final Progress progress = new ImageJProgress();
        try (Cores cores = Cores.all()) {
            for (int i = 0; i < scans; i++) {
                progress.report((double) i / scans, "Scan " + (i + 1) + " of " + scans);
                add(phantom.inMemory(i, cores), stack);
            }
        }
        series = new ImagePlus("Operando sample series", stack);
        series.setDimensions(1, stack.size() / scans, scans);
        series.setOpenAsHyperStack(scans > 1);
        series.setPosition(1, TellingSlice.of(stack, stack.size() / scans), 1);
        final Calibration calibration = series.getCalibration();
        calibration.setUnit("micron");
        calibration.pixelWidth = defaults.voxelSize().xUm();
        calibration.pixelHeight = defaults.voxelSize().yUm();
        calibration.pixelDepth = defaults.voxelSize().zUm();
    }

    private static void add(final Scan scan, final ImageStack stack) {
        for (int z = 0; z < scan.depth(); z++) {
            final Object slice = scan.newSlice();
            scan.readSlice(z, slice);
            stack.addSlice(scan.name() + " z " + (z + 1), slice);
        }
    }
}
