package operando.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Label and Train has learned can be saved, loaded beside another image, and applied there. */
class LabellingSessionTest {

    private static final int HALF = 20;

    @TempDir
    private Path folder;

    /** Two time points of five slices, dark at the left and bright at the right, with noise. */
    private static ImagePlus series(final long seed) {
        final Random random = new Random(seed);
        final ImagePlus image = IJ.createHyperStack("series", 2 * HALF, 26, 1, 5, 2, 8);
        image.getCalibration().setUnit("micron");
        for (int slice = 1; slice <= image.getStackSize(); slice++) {
            final ImageProcessor pixels = image.getStack().getProcessor(slice);
            for (int i = 0; i < pixels.getPixelCount(); i++) {
                pixels.set(i, (int) (i % pixels.getWidth() < HALF ? 60 + 6 * random.nextGaussian() : 180 + 6 * random.nextGaussian()));
            }
        }
        return image;
    }

    private static Traces traces() {
        final Traces traces = new Traces();
        traces.addClass("class 1");
        traces.addClass("class 2");
        for (int t = 1; t <= 2; t++) {
            final Roi dark = new Roi(3, 4, 6, 9);
            final Roi bright = new Roi(HALF + 4, 5, 7, 8);
            dark.setPosition(1, 3, t);
            bright.setPosition(1, 3, t);
            traces.add("class 1", dark);
            traces.add("class 2", bright);
        }
        traces.rename("class 1", "dark");
        return traces;
    }

    @Test
    void aModelThatWasSavedAndLoadedGivesTheSameLabels() {
        final LabellingSession session = new LabellingSession(series(1));
        assertFalse(session.isTrained());
        session.train(traces(), "slice", 12);
        assertTrue(session.macroLine().startsWith("//"), "what is not saved cannot be done again by a macro");
        final Path model = folder.resolve("a model.model");
        session.save(model);
        assertEquals("run(\"Segment Stack (Classifier)...\", \"model=[" + model + "]\");\n", session.macroLine().replace("\\\\", "\\"));
        final ImagePlus other = series(2);
        final LabellingSession loaded = new LabellingSession(other);
        assertEquals(List.of("dark", "class 2"), loaded.load(model));
        assertTrue(loaded.isTrained());
        final ImagePlus labels = loaded.segmented();
        assertEquals(2, labels.getNFrames());
        assertEquals(5, labels.getNSlices());
        for (int slice = 1; slice <= 10; slice++) {
            final ImageProcessor pixels = labels.getStack().getProcessor(slice);
            final int dark = pixels.get(3, 13);
            assertTrue(pixels.get(HALF + 12, 13) != dark, "two labels in slice " + slice);
            assertEquals(dark, pixels.get(HALF - 6, 20));
        }
        final LabellingSession again = new LabellingSession(other);
        again.load(model);
        again.save(folder.resolve("copy.model"));
        assertArrayEquals((byte[]) labels.getStack().getPixels(7), (byte[]) again.segmented().getStack().getPixels(7));
    }
}
