package operando.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import operando.cell.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleException;

/** The commands that train and apply a classifier, called as a macro calls them. */
class ClassifierCommandsTest {

    @TempDir
    private Path folder;

    @AfterEach
    void noImageIsLeft() {
        WindowManager.setTempCurrentImage(null);
    }

    private static ImagePlus image(final int depth) {
        final Random random = new Random(depth);
        final ImageStack stack = new ImageStack(34, 23);
        for (int z = 0; z < depth; z++) {
            final FloatProcessor slice = new FloatProcessor(34, 23);
            for (int i = 0; i < 34 * 23; i++) {
                slice.setf(i, (i % 34 < 17 ? 40 : 60) + 6 * random.nextFloat());
            }
            stack.addSlice(slice);
        }
        return new ImagePlus("two halves", stack);
    }

    private static void trace(final ImagePlus image, final String... names) {
        final Overlay overlay = new Overlay();
        for (int i = 0; i < names.length; i++) {
            final Roi roi = new Roi(2 + 17 * i, 3, 6, 9);
            roi.setName(names[i]);
            roi.setPosition(1);
            overlay.add(roi);
        }
        image.setOverlay(overlay);
    }

    private static Object run(final Class<? extends Command> command, final ImagePlus image, final String options) throws ModuleException {
        WindowManager.setTempCurrentImage(image);
        final CommandInputs inputs = new CommandInputs(new CommandInfo(command.getName()));
        inputs.take(MacroOptions.parse(options));
        ((Command) inputs.module().getDelegateObject()).run();
        return inputs.module();
    }

    private void refused(final String words, final Class<? extends Command> command, final ImagePlus image, final String options) throws IOException {
        final List<Path> before = files();
        final String message = assertThrows(InputException.class, () -> run(command, image, options)).getMessage();
        assertTrue(message.contains(words) && message.lines().count() == 1, message);
        assertEquals(before, files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void trainedModelHasItsQualityBesideItAndClassifies() throws Exception {
        final ImagePlus image = image(1);
        trace(image, "dark: 1", "bright: 1");
        run(TrainClassifier.class, image, "features=original,Gaussian_blur_1.0 trees=5 model=[" + folder.resolve("halves.model") + "]");
        assertEquals(Stream.of("halves-importance.csv", "halves-quality.csv", "halves-quality.html", "halves.model").map(folder::resolve).toList(), files());
        run(SegmentClassifier.class, image(3), "model=[" + folder.resolve("halves.model") + "]");
    }

    @Test
    void whatCannotBeTrainedIsOneLine() throws Exception {
        final ImagePlus image = image(1);
        final String model = " model=[" + folder.resolve("x.model") + "]";
        refused("neither labels nor selections", TrainClassifier.class, image, model);
        trace(image, "dark: 1", "bright: 1");
        refused("'model' is missing", TrainClassifier.class, image, "trees=5");
        refused("end it in .model", TrainClassifier.class, image, "model=[" + folder.resolve("scan.tif") + "]");
        refused("feature nope", TrainClassifier.class, image, "features=nope" + model);
        refused("has one slice", TrainClassifier.class, image, "features=stack" + model);
        refused("no image 'labels' is open", TrainClassifier.class, image, "labels=labels" + model);
        image.getProcessor().setf(3, 4, Float.NaN);
        refused("NaN", TrainClassifier.class, image, "features=original" + model);
    }

    @Test
    void whatCannotBeAppliedIsOneLine() throws Exception {
        final Path text = Files.writeString(folder.resolve("text.model"), "no model");
        refused("text.model", SegmentClassifier.class, image(2), "model=[" + text + "]");
        refused("absent.model", SegmentClassifier.class, image(2), "model=[" + folder.resolve("absent.model") + "]");
        refused("'model' is missing", SegmentClassifier.class, image(2), "");
        final ImagePlus deep = image(4);
        trace(deep, "dark: 1", "bright: 1");
        run(TrainClassifier.class, deep, "features=stack trees=3 model=[" + folder.resolve("deep.model") + "]");
        refused("has one slice", SegmentClassifier.class, image(1), "model=[" + folder.resolve("deep.model") + "]");
    }
}
