package operando.segment.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.engine.CancelledException;
import operando.engine.Cores;
import operando.engine.InputFile;
import operando.engine.MemoryPlan;
import operando.engine.Progress;
import operando.segment.learn.forest.ExtraTrees;
import operando.segment.learn.forest.Forest;
import operando.segment.learn.forest.ImpurityDecrease;
import operando.segment.learn.forest.Tree;
import operando.segment.learn.forest.VoxelClassifier;
import operando.segment.learn.modelfile.ModelHeader;
import operando.segment.learn.modelfile.TrainedClassifier;
import operando.segment.learn.modelfile.TrainingRows;
import operando.segment.learn.modelfile.WekaClassifier;
import operando.segment.learn.modelfile.WekaStart;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.Randomizable;
import weka.core.Utils;

/**
 * Trains extremely randomised trees or a classifier of Weka on labelled voxels, and tests them by cross-validation in blocks of the image.
 *
 * <pre>
 * TrainingResult result = new Training(TrainingSettings.defaults()).train(rows, cores, progress);
 * ModelFile.write(file, result.model());
 * </pre>
 *
 * The same rows and seed give the same forest whatever the classes are called and in whatever order they are named: it numbers
 * them as they first occur in the rows.
 *
 * Source of the random forest: L. Breiman, Machine Learning 45 (2001) 5–32, as Weka implements it.
 */
public final class Training {

    private static final double TRAINED = 0.7;
    private static final long ROW_BYTES = 300;
    private static final long NUMBER_BYTES = 12;
    private static final int ALL_PERCENT = 100;
    private static final int SHARE_TRIED = 3;
    private static final int SHARE_TESTED = 4;
    private static final int LEAST_TREES = 20;

    private final TrainingSettings settings;
    private final long memoryBytes;

    public Training(final TrainingSettings settings) {
        this(settings, Runtime.getRuntime().maxMemory());
    }

    /** @param memoryBytes that may be used */
    public Training(final TrainingSettings settings, final long memoryBytes) {
        this.settings = settings;
        this.memoryBytes = memoryBytes;
    }

    /** What the rows need here and in Weka, which keeps each number as a double, and for each tree of a forest whether it saw a row. */
    public static MemoryPlan memory(final TrainingRows rows, final TrainingSettings settings) {
        return new MemoryPlan("training on " + rows.size() + " voxels with " + rows.header().features().size() + " features",
            rows.size() * (ROW_BYTES + NUMBER_BYTES * rows.header().features().size() + settings.trees()));
    }

    /**
     * @throws InputException if the forest will not fit into memory, known from its first tree, a class has no rows, a feature is infinite, or Weka knows no such classifier or refuses its
     *                        options or the rows
     */
    public TrainingResult train(final TrainingRows rows, final Cores cores, final Progress progress) {
        WekaStart.quietly();
        require(rows);
        final int[] order = settings.isForest() ? rows.classesByFirstRow() : IntStream.range(0, rows.header().classes().size()).toArray();
        final TrainingRows ordered = rows.withClasses(order);
        progress.report(0, "Training on " + rows.size() + " voxels");
        final Fitted fitted = fit(ordered, settings.trees(), cores, progress.part(0, TRAINED));
        progress.report(TRAINED, "Testing the classifier");
        final Optional<ConfusionMatrix> test = crossValidated(ordered, rows.header(), order, cores, progress.part(TRAINED, 1));
        progress.report(1, "Testing the classifier");
        final VoxelClassifier classifier = fitted.counted.isEmpty() ? fitted.classifier : forest(fitted.counted, rows.header(), order);
        return new TrainingResult(new TrainedClassifier(rows.header(), classifier, Optional.of(rows.origin())), test, importances(fitted.counted, rows.header()));
    }

    /** @param counted the trees of a forest, with the weight of each class at their leaves */
    private record Fitted(VoxelClassifier classifier, List<Tree> counted) {
    }

    private Fitted fit(final TrainingRows rows, final int trees, final Cores cores, final Progress progress) {
        if (settings.classifier().equals(TrainingSettings.EXTRA_TREES)) {
            return fitted(extraTrees(rows, trees, cores, progress), rows.header());
        }
        final Classifier classifier = classifier(trees, memory(rows, settings).bytes(), cores, progress);
        build(classifier, settings.balanced() ? ClassBalance.balanced(rows, classifier, settings.seed()) : rows.instances());
        return classifier instanceof WekaForest forest ? fitted(forest.trees(), rows.header())
            : new Fitted(new WekaClassifier(classifier, rows.header(), "the trained classifier"), List.of());
    }

    private static Fitted fitted(final List<Tree> counted, final ModelHeader header) {
        return new Fitted(forest(counted, header, IntStream.range(0, header.classes().size()).toArray()), counted);
    }

    /** @param order the number in the header of each class as the trees number them */
    private static Forest forest(final List<Tree> counted, final ModelHeader header, final int[] order) {
        return new Forest(header.features().size(), header.classes().size(), counted.stream().map(tree -> tree.withVotesThatSumToOne().withClasses(order)).toList());
    }

    private List<Tree> extraTrees(final TrainingRows rows, final int trees, final Cores cores, final Progress progress) {
        final int most = settings.balanced() ? Arrays.stream(rows.counts()).filter(count -> count > 0).min().orElseThrow() : rows.size();
        final int features = rows.header().features().size();
        final int tried = settings.featuresPerSplit() > 0 ? Math.min(features, settings.featuresPerSplit()) : (features + SHARE_TRIED - 1) / SHARE_TRIED;
        final ExtraTrees growing = new ExtraTrees(rows.rows(), rows.classes(), rows.header().classes().size(), tried, most);
        final Tree[] grown = new Tree[trees];
        final AtomicInteger done = new AtomicInteger();
        grown[0] = growing.grow(settings.seed(), 0);
        // How large they become, the first one tells.
        new MemoryPlan("a forest of " + trees + " trees with some " + grown[0].nodeCount() + " nodes each", memory(rows, settings).bytes()
            + (long) grown[0].nodeCount() * trees * (WekaForest.NODE_BYTES + WekaForest.CLASS_BYTES * rows.header().classes().size()))
            .require(memoryBytes, "or fewer trees or fewer labelled voxels");
        cores.forEach(trees, tree -> {
            if (tree > 0) {
                grown[tree] = growing.grow(settings.seed(), tree);
            }
            progress.report((double) done.incrementAndGet() / trees, "Growing tree " + done.get() + " of " + trees);
        });
        return List.of(grown);
    }

    private static void require(final TrainingRows rows) {
        final int[] counts = rows.counts();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] == 0) {
                throw new InputException("class '" + rows.header().classes().get(c) + "'", "has no labelled voxel",
                    "label some voxels of it or leave the class out");
            }
        }
        for (final float[] row : rows.rows()) {
            for (int f = 0; f < row.length; f++) {
                if (Float.isInfinite(row[f])) {
                    throw new InputException("feature '" + rows.header().features().get(f) + "'", "is infinite in a labelled voxel",
                        "leave that feature out");
                }
            }
        }
    }

    private Classifier classifier(final int trees, final long rowBytes, final Cores cores, final Progress progress) {
        try {
            final String[] options = Utils.splitOptions(settings.options());
            final Classifier classifier = settings.classifier().equals(TrainingSettings.RANDOM_FOREST) ? forest(options, trees, rowBytes, cores, progress)
                : AbstractClassifier.forName(settings.classifier(), options);
            if (classifier instanceof Randomizable random) {
                random.setSeed(settings.seed());
            }
            return classifier;
        } catch (final Exception e) {
            throw new InputException("classifier " + settings.classifier(), "Weka does not take it with the options '"
                + settings.options() + "' (" + InputFile.reason(e) + ")", "give " + TrainingSettings.EXTRA_TREES + ", or a class of Weka such as "
                + TrainingSettings.RANDOM_FOREST + " and options that it knows");
        }
    }

    private WekaForest forest(final String[] options, final int trees, final long rowBytes, final Cores cores, final Progress progress) throws Exception {
        final WekaForest forest = new WekaForest(cores, progress, rowBytes, memoryBytes);
        forest.setOptions(options);
        Utils.checkForRemainingOptions(options);
        if (forest.getBagSizePercent() != ALL_PERCENT) {
            throw new IllegalArgumentException("bags of " + forest.getBagSizePercent() + " % cannot be tested on what they leave out");
        }
        forest.setNumIterations(trees);
        forest.setNumFeatures(settings.featuresPerSplit());
        return forest;
    }

    private void build(final Classifier classifier, final Instances data) {
        try {
            classifier.buildClassifier(data);
        } catch (final CancelledException | InputException e) {
            throw e;
        } catch (final Exception e) {
            // Weka's classifiers throw whatever they like at options and data that do not suit them.
            final InputException refused = new InputException("classifier " + settings.classifier(), "cannot be trained on these voxels"
                + (settings.options().isBlank() ? "" : " with the options '" + settings.options() + "'") + " (" + InputFile.reason(e) + ")",
                "choose another classifier or other options, such as " + TrainingSettings.RANDOM_FOREST + " without any");
            refused.initCause(e);
            throw refused;
        }
    }

    // A class that is not there to train on cannot be found, so that nothing is said of its voxels. Fewer trees tell well enough.
    private Optional<ConfusionMatrix> crossValidated(final TrainingRows rows, final ModelHeader header, final int[] order, final Cores cores, final Progress progress) {
        final Folds folds = Folds.of(rows, settings.folds());
        if (settings.folds() == 0 || folds.count() < 2) {
            return Optional.empty();
        }
        final long[][] counts = new long[order.length][order.length];
        for (int fold = 0; fold < folds.count(); fold++) {
            progress.report((double) fold / folds.count(), "Testing the classifier, part " + (fold + 1) + " of " + folds.count());
            final TrainingRows others = rows.at(folds.trained(fold));
            final int[] there = others.counts();
            if (Arrays.stream(there).filter(count -> count > 0).count() < 2) {
                continue;
            }
            final VoxelClassifier trained = fit(others, Math.max(Math.min(LEAST_TREES, settings.trees()), settings.trees() / SHARE_TESTED), cores, Progress.SILENT).classifier;
            for (final int row : folds.tested(fold)) {
                final int actual = rows.classes()[row];
                if (there[actual] > 0) {
                    counts[order[actual]][order[trained.classOf(rows.rows()[row])]]++;
                }
            }
        }
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum() == 0 ? Optional.empty() : Optional.of(new ConfusionMatrix(header.classes(), counts));
    }

    private static List<TrainingResult.FeatureImportance> importances(final List<Tree> counted, final ModelHeader header) {
        if (counted.isEmpty()) {
            return List.of();
        }
        final double[] fractions = ImpurityDecrease.fractions(counted, header.features().size());
        return IntStream.range(0, fractions.length)
            .mapToObj(f -> new TrainingResult.FeatureImportance(header.features().get(f), fractions[f]))
            .sorted(Comparator.comparingDouble(TrainingResult.FeatureImportance::fraction).reversed()).toList();
    }
}
