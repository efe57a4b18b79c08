package operando.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import operando.cell.InputException;
import operando.engine.Cores;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.scan.Scan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleException;

/** Commands on an open time series. */
class TimePointsTest {

    private static final int SCANS = 2;
    private static ImagePlus series;
    private static List<ImagePlus> alone;

    @BeforeAll
    static void makeSeries() {
        final PhantomSettings defaults = PhantomSettings.defaults();
        final Phantom phantom = new Phantom(defaults.withSize(80, 64, 144).withCycling(defaults.cycling().withScans(SCANS)));
        final ImageStack stack = new ImageStack(80, 64);
        alone = new java.util.ArrayList<>();
        for (int i = 0; i < SCANS; i++) {
            final ImageStack one = new ImageStack(80, 64);
            try (Cores cores = Cores.all(); Scan scan = phantom.inMemory(i, cores)) {
                for (int z = 0; z < scan.depth(); z++) {
                    final Object slice = scan.newSlice();
                    scan.readSlice(z, slice);
                    stack.addSlice(slice(slice));
                    one.addSlice(slice(slice));
                }
            }
            alone.add(calibrated(new ImagePlus("cell t" + (i + 1), one)));
        }
        series = calibrated(new ImagePlus("cell.tif", stack));
        series.setDimensions(1, stack.getSize() / SCANS, SCANS);
        series.setOpenAsHyperStack(true);
    }

    private static ij.process.ImageProcessor slice(final Object pixels) {
        return new ij.process.ByteProcessor(80, 64, (byte[]) pixels);
    }

    private static ImagePlus calibrated(final ImagePlus image) {
        final Calibration calibration = image.getCalibration();
        calibration.setUnit("micron");
        calibration.pixelWidth = 1.7;
        calibration.pixelHeight = 1.7;
        calibration.pixelDepth = 1.7;
        return image;
    }

    @AfterEach
    void clear() {
        WindowManager.setTempCurrentImage(null);
        ResultsTable.getResultsTable().reset();
    }

    private static CommandRun run(final Class<?> command, final ImagePlus image, final String options) {
        try {
            WindowManager.setTempCurrentImage(image);
            final CommandInputs inputs = new CommandInputs(new CommandInfo(command.getName()));
            inputs.take(MacroOptions.parse(options));
            final CommandRun run = new CommandRun(inputs);
            run.run();
            return run;
        } catch (final ModuleException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyTimePointIsMeasuredAsIfItWereAlone() {
        final CommandRun whole = run(SegmentStack.class, series, "thresholds=auto");
        final ResultsTable table = ResultsTable.getResultsTable();
        assertEquals(SCANS, table.size());
        final ImagePlus labels = (ImagePlus) whole.output("labels");
        assertEquals("cell phases", labels.getTitle());
        assertArrayEquals(new int[] {80, 64, 1, 144, SCANS}, labels.getDimensions());
        assertTrue(TimePoints.isLabels(labels));
        for (int i = 0; i < SCANS; i++) {
            assertEquals("cell t" + (i + 1), table.getLabel(i));
            final double contact = table.getValue("contact_fraction_top", i);
            final ImagePlus one = (ImagePlus) run(SegmentStack.class, alone.get(i), "thresholds=auto").output("labels");
            assertEquals(contact, table.getValue("contact_fraction_top", table.size() - 1));
            for (int z = 1; z <= 144; z++) {
                assertArrayEquals((byte[]) one.getStack().getPixels(z), (byte[]) labels.getStack().getPixels(labels.getStackIndex(1, z, i + 1)));
            }
        }
    }

    @Test
    void contactMapsOfASeriesAreSeries() {
        final List<?> maps = (List<?>) run(ContactProjection.class, series, "thresholds=auto").output("projections");
        assertEquals(2, maps.size());
        for (int side = 0; side < 2; side++) {
            final ImagePlus map = (ImagePlus) maps.get(side);
            assertEquals(SCANS, map.getStackSize());
            for (int i = 0; i < SCANS; i++) {
                final ImagePlus one = (ImagePlus) ((List<?>) run(ContactProjection.class, alone.get(i), "thresholds=auto").output("projections")).get(side);
                assertArrayEquals((byte[]) one.getStack().getPixels(1), (byte[]) map.getStack().getPixels(i + 1));
            }
        }
    }

    @Test
    void aStackOpenedAsTimePointsIsOneStack() {
        final ImagePlus folder = new ImagePlus("folder", alone.get(0).getStack());
        folder.setDimensions(1, 1, 144);
        assertEquals(1, TimePoints.count(folder));
        assertSame(folder, TimePoints.of(folder).get(0));
    }

    @Test
    void oneStackIsNotFollowedToItself() {
        final MeasureDisplacement command = new MeasureDisplacement();
        WindowManager.setTempCurrentImage(alone.get(0));
        final InputException refused = assertThrows(InputException.class, () -> run(command.getClass(), alone.get(0), "reference=[cell t1] deformed=[cell t1]"));
        assertTrue(refused.getMessage().contains("both"), refused.getMessage());
    }
}
