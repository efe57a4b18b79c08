package operando.command;

import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.report.TrainingReport;
import operando.segment.feature.FeatureSets;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.Training;
import operando.segment.learn.TrainingResult;
import operando.segment.learn.TrainingSettings;
import operando.segment.learn.modelfile.ModelFile;
import operando.segment.learn.modelfile.TrainedClassifier;

/** What is learned from the traces in one image: the classifier of the last training, and what it says. */
final class LabellingSession {

    private static final double OPACITY = 0.35;

    private final ImagePlus image;
    private volatile TrainedClassifier trained;
    private volatile TrainingResult result;
    private volatile VoxelFeatures features;
    private volatile VoxelFeatures ready;
    private Roi preview;
    private TrainedClassifier previewOf;

    LabellingSession(final ImagePlus image) {
        this.image = image;
    }

    /** Trains anew on all traces; how good it is, in words. */
    String train(final Traces traces) {
        final ImagePlusScan scan = new ImagePlusScan(image);
        final Progress progress = new ImageJProgress();
        try (Cores cores = Cores.all()) {
            if (features == null) {
                features = FeatureSets.chosen("auto", List.of(scan), cores, progress.part(0, 0.1));
                ready = features.on(scan, cores, progress.part(0.1, 0.2));
            }
            result = new Training(TrainingSettings.defaults())
                .train(traces.voxels(image).rows(scan, ready, FeatureSets.relation(features), cores, progress.part(0.2, 0.5)), cores, progress.part(0.5, 1));
            trained = result.model();
            return result.test().map(test -> String.format(Locale.ROOT, "Right for %.1f %% of traced pixels not trained on.", 100 * test.accuracy()))
                .orElse("Trained.");
        }
    }

    /** The classes of the slice that is shown, half transparent; empty before training. */
    Optional<Roi> preview(final Function<String, Color> colours) {
        final TrainedClassifier model = trained;
        if (model == null) {
            return Optional.empty();
        }
        if (preview == null || previewOf != model || preview.getPosition() != image.getCurrentSlice()) {
            preview = classified(model, colours, image.getCurrentSlice() - 1);
            previewOf = model;
        }
        return Optional.of(preview);
    }

    private Roi classified(final TrainedClassifier model, final Function<String, Color> colours, final int z) {
        final VoxelBlock slice = VoxelBlock.read(new ImagePlusScan(image), 0, 0, z, image.getWidth(), image.getHeight(), 1, ready.reach(),
            ready.reachAcrossSlices());
        final byte[] classes = new byte[slice.size()];
        model.classifier().classify(ready.of(slice), classes);
        final int[] colourOf = model.header().classes().stream().mapToInt(name -> colours.apply(name).getRGB()).toArray();
        final int[] pixels = new int[classes.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colourOf[classes[i] & 0xff];
        }
        final ImageRoi shown = new ImageRoi(0, 0, new ColorProcessor(image.getWidth(), image.getHeight(), pixels));
        shown.setOpacity(OPACITY);
        shown.setPosition(z + 1);
        return shown;
    }

    /** Segments the whole stack and shows its labels. */
    void apply() {
        try (Cores cores = Cores.all()) {
            ClassImages.of(image, features, trained.classifier(), trained.header().classes(), false, cores, new ImageJProgress()).images()
                .forEach(ImagePlus::show);
        }
    }

    /** Writes the model, and beside it how good it is. */
    void save(final Path file) {
        ModelFile.write(file, trained);
        TrainingReport.write(file, result);
    }
}
