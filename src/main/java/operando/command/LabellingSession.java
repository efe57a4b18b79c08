package operando.command;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import ij.process.ColorProcessor;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.report.TrainingReport;
import operando.scan.Scan;
import operando.segment.feature.FeatureSets;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.Training;
import operando.segment.learn.TrainingResult;
import operando.segment.learn.TrainingSettings;
import operando.segment.learn.modelfile.ModelFile;
import operando.segment.learn.modelfile.TrainedClassifier;
import operando.segment.learn.modelfile.TrainingRows;
import operando.segment.learn.origin.TrainingRecord;

/** What is learned from the traces in one image, or in a time series: the classifier of the last training, and what it says. */
final class LabellingSession {

    private final ImagePlus image;
    private volatile TrainedClassifier trained;
    private volatile TrainingResult result;
    private volatile VoxelFeatures features;
    private volatile String chosen = "";
    /** The features as each time point needs them. */
    private final Map<Integer, VoxelFeatures> ready = new HashMap<>();
    private String name = "the classifier trained here";
    private byte[] classes;
    private int previewAt;
    private TrainedClassifier previewOf;
    /** The file that holds the classifier. */
    private volatile Optional<Path> stored = Optional.empty();

    LabellingSession(final ImagePlus image) {
        this.image = image;
    }

    /**
     * Trains anew on all traces; how good it is, in words.
     *
     * @param set   of features, as Train Classifier names them
     * @param trees of the forest
     */
    String train(final Traces traces, final String set, final int trees) {
        final Progress progress = new ImageJProgress();
        final List<Integer> points = traces.timePoints(image);
        try (Cores cores = Cores.all()) {
            if (features == null || !set.equals(chosen)) {
                final List<Scan> scans = new ArrayList<>();
                points.forEach(point -> scans.add(scan(point)));
                use(FeatureSets.chosen(set, scans.isEmpty() ? List.of(new ImagePlusScan(image)) : scans, cores, progress.part(0, 0.1)));
                chosen = set;
            }
            // Says so if there are too few.
            traces.voxels(image);
            TrainingRows rows = null;
            for (int i = 0; i < points.size(); i++) {
                final int point = points.get(i);
                final TrainingRows more = traces.voxels(image, point).rows(scan(point), ready(point, cores), FeatureSets.relation(features), cores,
                    progress.part(0.1 + 0.4 * i / points.size(), 0.1 + 0.4 * (i + 1) / points.size()));
                rows = rows == null ? more : rows.with(more);
            }
            result = new Training(TrainingSettings.defaults().withTrees(trees)).train(rows, cores, progress.part(0.5, 1));
            trained = result.model();
            stored = Optional.empty();
            name = "the classifier trained here";
            final String where = trained.record().flatMap(TrainingRecord::untested).isPresent() ? "; borders are not tested, trace some pixels there." : ".";
            return result.test().map(test -> String.format(Locale.ROOT, "Right for %.1f %% of traced pixels, by what was traced elsewhere%s", 100 * test.accuracy(), where))
                .orElse("Trained.");
        }
    }

    private void use(final VoxelFeatures set) {
        features = set;
        synchronized (ready) {
            ready.clear();
        }
    }

    private ImagePlusScan scan(final int point) {
        return new ImagePlusScan(TimePoints.of(image).get(point - 1));
    }

    private VoxelFeatures ready(final int point, final Cores cores) {
        synchronized (ready) {
            return ready.computeIfAbsent(point, key -> features.on(scan(point), cores, Progress.SILENT));
        }
    }

    boolean isTrained() {
        return trained != null;
    }

    /** The classes of the slice that is shown, half transparent; empty before training. Not for the thread of the windows: it computes. */
    synchronized Optional<Roi> preview(final Function<String, Color> colours, final double opacity) {
        final TrainedClassifier model = trained;
        if (model == null) {
            return Optional.empty();
        }
        final int at = image.getCurrentSlice();
        if (classes == null || previewOf != model || previewAt != at) {
            final boolean series = TimePoints.count(image) > 1;
            classes = classified(model, series ? image.getT() : 1, (series ? image.getZ() : at) - 1);
            previewOf = model;
            previewAt = at;
        }
        final int[] colourOf = model.header().classes().stream().mapToInt(name -> colours.apply(name).getRGB()).toArray();
        final int[] pixels = new int[classes.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colourOf[classes[i] & 0xff];
        }
        final ImageRoi shown = new ImageRoi(0, 0, new ColorProcessor(image.getWidth(), image.getHeight(), pixels));
        shown.setOpacity(opacity);
        Traces.place(shown, image);
        return Optional.of(shown);
    }

    private byte[] classified(final TrainedClassifier model, final int point, final int z) {
        try (Cores cores = Cores.all()) {
            final VoxelFeatures here = ready(point, cores);
            final VoxelBlock slice = VoxelBlock.read(scan(point), 0, 0, z, image.getWidth(), image.getHeight(), 1, here.reach(), here.reachAcrossSlices());
            final byte[] found = new byte[slice.size()];
            model.classifier().classify(here.of(slice), found);
            return found;
        }
    }

    /** The macro line that does what {@link #segmented} does, or why there is none. */
    String macroLine() {
        return stored.map(file -> "run(\"Segment Stack (Classifier)...\", \"model=[" + Recorder.fixPath(file.toString()) + "]\");\n")
            .orElse("// Label and Train... applied a model that was not saved; save it before, and the line that applies it is recorded\n");
    }

    /** The labels of the whole stack, or of every time point of a series. */
    ImagePlus segmented() {
        final List<ImagePlus> labels = new ArrayList<>();
        try (Cores cores = Cores.all()) {
            for (final ImagePlus point : TimePoints.of(image)) {
                labels.add(ClassImages.of(point, features, trained, name, false, cores, new ImageJProgress()).images().get(0));
            }
        }
        return labels.size() == 1 ? labels.get(0) : TimePoints.joined(image, labels);
    }

    /** Takes a model that was trained before; its classes. */
    List<String> load(final Path file) {
        final TrainedClassifier read = ModelFile.read(file);
        use(read.header().voxelFeatures(file.toString()));
        chosen = "";
        result = null;
        trained = read;
        stored = Optional.of(file);
        name = file.getFileName().toString();
        return read.header().classes();
    }

    /** Writes the model, and beside it how good it is, where it was trained here. */
    void save(final Path file) {
        ModelFile.write(file, trained);
        stored = Optional.of(file);
        if (result != null) {
            TrainingReport.write(file, result);
        }
    }
}
