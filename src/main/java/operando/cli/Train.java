package operando.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.report.TrainingReport;
import operando.scan.NamedScan;
import operando.scan.Scan;
import operando.segment.feature.FeatureSets;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.ConfusionMatrix;
import operando.segment.learn.LabelledVoxels;
import operando.segment.learn.Training;
import operando.segment.learn.TrainingLabels;
import operando.segment.learn.TrainingResult;
import operando.segment.learn.TrainingSettings;
import operando.segment.learn.modelfile.ArffFile;
import operando.segment.learn.modelfile.ModelFile;
import operando.segment.learn.modelfile.TrainingRows;
import operando.segment.learn.origin.TrainingRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando train STACK LABELS … --out MODEL}: a classifier from labelled voxels of one stack or more. */
@Command(name = "train", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Trains a classifier on labelled voxels; Fiji's Trainable Weka Segmentation reads the model, too.")
final class Train implements Runnable {


    @Parameters(arity = "0..*", paramLabel = "STACK LABELS", description = "stacks, each followed by its labels, 0 where unlabelled")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "MODEL", description = "model file (.model); how good it is goes beside it: NAME-quality.html, NAME-quality.csv, NAME-importance.csv")
    private Path out;

    @Option(names = "--classes", paramLabel = "NAMES", description = "names of the labels 1, 2, …, such as lithium,void,interphase,electrolyte; or phases, for the labels that this program writes; if not given, classes are called after their labels")
    private String classes;

    @Option(names = "--features", paramLabel = "SET", description = FeatureSets.CHOICES)
    private String features = "auto";

    @Option(names = "--data", paramLabel = "ARFF", description = "also train on these rows, as saved before or by Trainable Weka Segmentation")
    private Path data;

    @Option(names = "--save-data", paramLabel = "ARFF", description = "write the rows trained on")
    private Path saveData;

    @Option(names = "--most-per-class", paramLabel = "N", description = "of so many labelled voxels of a class in a stack all are taken, of more a random choice")
    private int most = 20_000;

    @Option(names = "--classifier", paramLabel = "CLASS", description = "extra-trees, or the class name of a Weka classifier, such as weka.classifiers.trees.RandomForest")
    private String classifier = TrainingSettings.EXTRA_TREES;

    @Option(names = "--options", paramLabel = "TEXT", description = "the classifier's options, as Weka writes them")
    private String options = "";

    @Option(names = "--trees", paramLabel = "N", description = "trees of a forest")
    private int trees = 200;

    @Option(names = "--features-per-split", paramLabel = "N", description = "features tried at each split; 0 for a third of them, or with Weka's RandomForest for the logarithm of their number and one")
    private int featuresPerSplit;

    @Option(names = "--balance", description = "let small classes count as much as large ones")
    private boolean balance;

    @Option(names = "--plain-weka", description = "write a random forest as Weka's own, which Weka loads without Trainable Weka Segmentation; this program reads both")
    private boolean plainWeka;

    @Option(names = "--seed", paramLabel = "N", description = "another number grows another forest")
    private int seed = 1;

    @Mixin
    private ScanOptions scanOptions = new ScanOptions();

    @Mixin
    private ComputeOptions machine = new ComputeOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (files.size() % 2 != 0 || files.isEmpty() && data == null) {
            throw new InputException("operando train", files.size() + " files are not stacks with labels", "give STACK LABELS, again and again, or --data");
        }
        if (most < 1) {
            throw new InputException("--most-per-class", most + " voxels teach nothing", "give 1 or more, such as 20000");
        }
        if (plainWeka && !TrainingSettings.defaults().withClassifier(classifier, options).isForest()) {
            throw new InputException("--plain-weka", "another classifier than a forest is Weka's own in any case", "leave --plain-weka out");
        }
        checkOutputs();
        final long memoryBytes = machine.memoryBytes();
        final Progress progress = new TerminalProgress(spec.commandLine().getErr());
        try (Cores cores = machine.cores()) {
            final TrainingRows rows = rows(cores, progress.part(0, 0.5));
            final TrainingSettings settings = TrainingSettings.defaults().withClassifier(classifier, options).withTrees(trees)
                .withFeaturesPerSplit(featuresPerSplit).withSeed(seed).withBalance(balance);
            Training.memory(rows, settings).require(memoryBytes, "or take fewer voxels with --most-per-class");
            if (saveData != null) {
                ArffFile.write(saveData, rows);
            }
            final TrainingResult result = new Training(settings, memoryBytes).train(rows, cores, progress.part(0.5, 1));
            if (plainWeka) {
                ModelFile.writeForWeka(out, result.model());
            } else {
                ModelFile.write(out, result.model());
            }
            final Path page = TrainingReport.write(out, result);
            result.test().ifPresentOrElse(this::report, () -> spec.commandLine().getErr().println(
                "Note: how good the model is, is not known: all labels are in one part of the image, so that nothing is left to test it on"));
            result.model().record().flatMap(TrainingRecord::untested).ifPresent(untested -> spec.commandLine().getErr().println("Note: " + untested));
            spec.commandLine().getOut().println("report: " + page);
        }
    }

    private void checkOutputs() {
        final List<Path> read = new ArrayList<>(files);
        if (data != null) {
            read.add(data);
        }
        OutputFile.check("--out", out, read);
        if (saveData != null) {
            read.add(out);
            OutputFile.check("--save-data", saveData, read);
        }
    }

    private TrainingRows rows(final Cores cores, final Progress progress) {
        final TrainingRows saved = data == null ? null : ArffFile.read(data);
        if (files.isEmpty()) {
            return saved;
        }
        final List<Scan> scans = new ArrayList<>();
        try {
            files.forEach(file -> scans.add(new NamedScan(scanOptions.open(file), file.toString())));
            final TrainingLabels meaning = saved != null ? TrainingLabels.named(saved.header().classes()) : TrainingLabels.chosen(classes, every(scans, 1));
            final VoxelFeatures set = saved != null ? saved.header().voxelFeatures(data.toString())
                : FeatureSets.chosen(features, every(scans, 0), cores, progress.part(0, 0.1));
            TrainingRows all = saved;
            for (int i = 0; i < scans.size(); i += 2) {
                final TrainingRows more = LabelledVoxels.in(scans.get(i + 1), scans.get(i), meaning, most, seed)
                    .rows(scans.get(i), set, FeatureSets.relation(set), cores, progress.part(0.1 + 0.9 * i / scans.size(), 0.1 + 0.9 * (i + 2) / scans.size()));
                all = all == null ? more : all.with(more);
            }
            return all;
        } finally {
            scans.forEach(Scan::close);
        }
    }

    private static List<Scan> every(final List<Scan> scans, final int from) {
        final List<Scan> every = new ArrayList<>();
        for (int i = from; i < scans.size(); i += 2) {
            every.add(scans.get(i));
        }
        return every;
    }

    private void report(final ConfusionMatrix test) {
        final PrintWriter terminal = spec.commandLine().getOut();
        terminal.printf(Locale.ROOT, "%-24s %10s %10s %10s %10s%n", "class", "examples", "precision", "recall", "dice");
        for (final ConfusionMatrix.ClassScore score : test.scores()) {
            terminal.printf(Locale.ROOT, "%-24s %10d %10.4f %10.4f %10.4f%n", score.name(), score.voxels(), score.precision(), score.recall(), score.dice());
        }
        terminal.printf(Locale.ROOT, "right of the examples, tested by what was trained elsewhere: %.2f %%%n", 100 * test.accuracy());
    }
}
