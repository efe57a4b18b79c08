package operando.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.segment.feature.FeatureSets;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.BlockSegmentation;
import operando.segment.learn.ClassLabels;
import operando.segment.learn.LabelledVoxels;
import operando.segment.learn.Training;
import operando.segment.learn.TrainingLabels;
import operando.segment.learn.TrainingResult;
import operando.segment.learn.TrainingSettings;
import operando.segment.learn.modelfile.TrainedClassifier;

/**
 * Mean intersection over union of classes learned from strokes: of each NAME.tif in a folder with NAME-truth.tif, strokes NAME-strokes-K.tif, and, where
 * there is one, another image NAME-held.tif with its truth. Made and compared by src/bench/python/strokes_peer.py.
 *
 * StrokesBenchmark FOLDER FEATURES [CLASSIFIER [FEATURES_PER_SPLIT]]
 */
public final class StrokesBenchmark {

    private static final long MEMORY = 1L << 30;

    private StrokesBenchmark() {
    }

    public static void main(final String[] arguments) throws IOException {
        final Path folder = Path.of(arguments[0]);
        final TrainingSettings plain = arguments.length > 2 ? TrainingSettings.defaults().withClassifier(arguments[2], "") : TrainingSettings.defaults();
        final TrainingSettings settings = arguments.length > 3 ? plain.withFeaturesPerSplit(Integer.parseInt(arguments[3])) : plain;
        final List<Path> drawings;
        try (Stream<Path> all = Files.list(folder)) {
            drawings = all.filter(file -> file.getFileName().toString().matches(".*-strokes-\\d+\\.tif")).sorted().toList();
        }
        try (Cores cores = new Cores(2)) {
            for (final Path drawing : drawings) {
                final String[] name = drawing.getFileName().toString().replace(".tif", "").split("-strokes-");
                System.out.println(name[0] + "," + name[1] + "," + result(folder, name[0], drawing, arguments[1], settings, cores));
            }
        }
    }

    private static String result(final Path folder, final String name, final Path drawing, final String set, final TrainingSettings settings, final Cores cores) {
        try (Scan scan = ScanFile.open(folder.resolve(name + ".tif")); Scan labels = ScanFile.open(drawing)) {
            final VoxelFeatures features = FeatureSets.chosen(set, List.of(scan), cores, Progress.SILENT);
            final TrainingLabels meaning = TrainingLabels.found(List.of(labels));
            final TrainingResult trained = new Training(settings).train(LabelledVoxels.in(labels, scan, meaning, 20_000, 1)
                .rows(scan, features, FeatureSets.relation(features), cores, Progress.SILENT), cores, Progress.SILENT);
            return String.format(Locale.ROOT, "%.4f,%.4f,%.4f", union(folder, name, features, trained.model(), cores),
                Files.exists(folder.resolve(name + "-held.tif")) ? union(folder, name + "-held", features, trained.model(), cores) : Double.NaN,
                trained.test().map(test -> test.scores().stream().mapToDouble(score -> score.dice() / (2 - score.dice())).average().orElse(Double.NaN)).orElse(Double.NaN));
        }
    }

    private static double union(final Path folder, final String name, final VoxelFeatures features, final TrainedClassifier model, final Cores cores) {
        try (Scan scan = ScanFile.open(folder.resolve(name + ".tif")); Scan known = ScanFile.open(folder.resolve(name + "-truth.tif"))) {
            final float[] truth = new float[scan.width() * scan.height()];
            known.readBlock(0, 0, 0, scan.width(), scan.height(), 1, truth);
            final ClassLabels labels = new ClassLabels(model.header().classes());
            final byte[][] found = new byte[1][];
            new BlockSegmentation(features, model, MEMORY).labelSlices(scan, labels, slice -> found[0] = slice, cores, Progress.SILENT);
            return IntStream.range(0, model.header().classes().size()).mapToDouble(c -> union(truth, found[0], labels.label(c))).average().orElse(Double.NaN);
        }
    }

    private static double union(final float[] truth, final byte[] found, final int label) {
        final long[] counts = new long[2];
        IntStream.range(0, truth.length).forEach(i -> {
            final boolean is = truth[i] == label;
            final boolean said = (found[i] & 0xff) == label;
            counts[0] += is && said ? 1 : 0;
            counts[1] += is || said ? 1 : 0;
        });
        return (double) counts[0] / counts[1];
    }
}
