package operando.segment.learn;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.engine.CancelledException;
import operando.engine.Cores;
import operando.engine.InputFile;
import operando.engine.MemoryPlan;
import operando.engine.Progress;
import operando.segment.learn.forest.Forest;
import operando.segment.learn.forest.ImpurityDecrease;
import operando.segment.learn.forest.Tree;
import operando.segment.learn.modelfile.ModelHeader;
import operando.segment.learn.modelfile.TrainedClassifier;
import operando.segment.learn.modelfile.TrainingRows;
import operando.segment.learn.modelfile.WekaClassifier;
import operando.segment.learn.modelfile.WekaStart;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.evaluation.Prediction;
import weka.classifiers.trees.RandomForest;
import weka.core.Instances;
import weka.core.Randomizable;
import weka.core.Utils;

/**
 * Trains a classifier of Weka on labelled voxels and tests it on rows that it was not trained on.
 *
 * <pre>
 * TrainingResult result = new Training(TrainingSettings.defaults()).train(rows, cores, progress);
 * ModelFile.write(file, result.model());
 * </pre>
 *
 * The same rows and seed give the same forest whatever the classes are called and in whatever order they are named: it numbers
 * them as they first occur in the rows.
 *
 * Source of the forest: L. Breiman, Machine Learning 45 (2001) 5–32, as Weka implements it.
 */
public final class Training {

    private static final double TRAINED = 0.7;
    private static final long ROW_BYTES = 300;
    private static final long NUMBER_BYTES = 12;
    private static final int ALL_PERCENT = 100;

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
        final Classifier classifier = classifier(memory(rows, settings).bytes(), cores, progress.part(0, TRAINED));
        final int[] order = classifier instanceof WekaForest ? rows.classesByFirstRow() : IntStream.range(0, rows.header().classes().size()).toArray();
        final TrainingRows ordered = rows.withClasses(order);
        final Instances data = settings.balanced() ? ClassBalance.balanced(ordered, classifier, settings.seed()) : ordered.instances();
        progress.report(0, "Training on " + rows.size() + " voxels");
        build(classifier, data);
        progress.report(TRAINED, "Testing the classifier");
        final TrainingResult result = classifier instanceof WekaForest forest ? result(forest, rows, order)
            : new TrainingResult(new TrainedClassifier(rows.header(), new WekaClassifier(classifier, rows.header(), "the trained classifier"),
                Optional.of(rows.origin())),
                crossValidated(classifier, data, rows.header(), progress.part(TRAINED, 1)), List.of());
        progress.report(1, "Testing the classifier");
        return result;
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

    private Classifier classifier(final long rowBytes, final Cores cores, final Progress progress) {
        try {
            final String[] options = Utils.splitOptions(settings.options());
            final Classifier classifier = settings.classifier().equals(TrainingSettings.RANDOM_FOREST) ? forest(options, rowBytes, cores, progress)
                : AbstractClassifier.forName(settings.classifier(), options);
            if (classifier instanceof Randomizable random) {
                random.setSeed(settings.seed());
            }
            return classifier;
        } catch (final Exception e) {
            throw new InputException("classifier " + settings.classifier(), "Weka does not take it with the options '"
                + settings.options() + "' (" + InputFile.reason(e) + ")", "give a class of Weka such as "
                + TrainingSettings.RANDOM_FOREST + " and options that it knows");
        }
    }

    private WekaForest forest(final String[] options, final long rowBytes, final Cores cores, final Progress progress) throws Exception {
        final WekaForest forest = new WekaForest(cores, progress, rowBytes, memoryBytes);
        forest.setOptions(options);
        Utils.checkForRemainingOptions(options);
        if (forest.getBagSizePercent() != ALL_PERCENT) {
            throw new IllegalArgumentException("bags of " + forest.getBagSizePercent() + " % cannot be tested on what they leave out");
        }
        forest.setNumIterations(settings.trees());
        forest.setNumFeatures(settings.featuresPerSplit());
        forest.setCalcOutOfBag(settings.folds() > 0);
        forest.setStoreOutOfBagPredictions(settings.folds() > 0);
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

    /** @param order the number in the header of each class as the forest numbers them */
    private static TrainingResult result(final WekaForest trained, final TrainingRows rows, final int[] order) {
        final ModelHeader header = rows.header();
        final List<Tree> counted = trained.trees();
        final Forest forest = new Forest(header.features().size(), header.classes().size(),
            counted.stream().map(tree -> tree.withVotesThatSumToOne().withClasses(order)).toList());
        return new TrainingResult(new TrainedClassifier(header, forest, Optional.of(rows.origin())), outOfBag(trained, header, order), importances(counted, header));
    }

    private static Optional<ConfusionMatrix> outOfBag(final RandomForest forest, final ModelHeader header, final int[] order) {
        return forest.getCalcOutOfBag() ? counted(forest.getOutOfBagEvaluationObject().predictions(), header, order) : Optional.empty();
    }

    private Optional<ConfusionMatrix> crossValidated(final Classifier classifier, final Instances data, final ModelHeader header,
        final Progress progress) {
        if (settings.folds() == 0 || data.size() < settings.folds()) {
            return Optional.empty();
        }
        try {
            final Evaluation evaluation = new Evaluation(data);
            final Random random = new Random(settings.seed());
            final Instances mixed = new Instances(data);
            mixed.randomize(random);
            mixed.stratify(settings.folds());
            for (int fold = 0; fold < settings.folds(); fold++) {
                progress.report((double) fold / settings.folds(), "Testing the classifier, part " + (fold + 1) + " of " + settings.folds());
                final Instances others = mixed.trainCV(settings.folds(), fold, random);
                final Classifier trained = AbstractClassifier.makeCopy(classifier);
                trained.buildClassifier(others);
                evaluation.setPriors(others);
                evaluation.evaluateModel(trained, mixed.testCV(settings.folds(), fold));
            }
            return counted(evaluation.predictions(), header, IntStream.range(0, header.classes().size()).toArray());
        } catch (final RuntimeException e) {
            throw e;
        } catch (final Exception e) {
            throw new IllegalStateException("Cross-validation failed", e);
        }
    }

    private static Optional<ConfusionMatrix> counted(final List<Prediction> predictions, final ModelHeader header, final int[] order) {
        final List<Prediction> voted = predictions.stream().filter(p -> !Utils.isMissingValue(p.predicted())).toList();
        return voted.isEmpty() ? Optional.empty() : Optional.of(ConfusionMatrix.of(header.classes(),
            voted.stream().mapToInt(p -> order[(int) p.actual()]).toArray(), voted.stream().mapToInt(p -> order[(int) p.predicted()]).toArray()));
    }

    private static List<TrainingResult.FeatureImportance> importances(final List<Tree> counted, final ModelHeader header) {
        final double[] fractions = ImpurityDecrease.fractions(counted, header.features().size());
        return IntStream.range(0, fractions.length)
            .mapToObj(f -> new TrainingResult.FeatureImportance(header.features().get(f), fractions[f]))
            .sorted(Comparator.comparingDouble(TrainingResult.FeatureImportance::fraction).reversed()).toList();
    }
}
