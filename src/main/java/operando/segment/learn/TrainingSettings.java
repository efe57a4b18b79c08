package operando.segment.learn;

import operando.cell.InputException;

/**
 * How a classifier is trained.
 *
 * @param classifier       {@link #EXTRA_TREES}, or Weka's full class name
 * @param options          as one writes them for Weka, blank for none; for a RandomForest added to those below
 * @param trees            of a forest
 * @param featuresPerSplit tried at each node of a forest; 0 for a third of them, or for Weka's ⌊log₂ features⌋ + 1 with a RandomForest
 * @param seed             the same seed and rows give the same classifier, whatever the number of threads
 * @param balanced         whether each class counts the same, however many of its voxels are labelled
 * @param folds            of the cross-validation; 0 for no test
 */
public record TrainingSettings(String classifier, String options, int trees, int featuresPerSplit, int seed, boolean balanced,
                               int folds) {

    /** Extremely randomised trees, {@link operando.segment.learn.forest.ExtraTrees}. */
    public static final String EXTRA_TREES = "extra-trees";

    /** Weka's random forest. */
    public static final String RANDOM_FOREST = "weka.classifiers.trees.RandomForest";

    private static final int MOST_TREES = 10_000;

    /** @throws InputException if a number is out of its range */
    public TrainingSettings {
        if (classifier.isBlank()) {
            throw new InputException("classifier", "has no name", "give " + EXTRA_TREES + " or a class of Weka such as " + RANDOM_FOREST);
        }
        if (classifier.equals(EXTRA_TREES) && !options.isBlank()) {
            throw new InputException("options", EXTRA_TREES + " take none", "leave them out, or choose a class of Weka such as " + RANDOM_FOREST);
        }
        if (trees < 1 || trees > MOST_TREES) {
            throw new InputException("trees", trees + " trees are no forest", "give 1 to " + MOST_TREES + ", usually 200");
        }
        if (featuresPerSplit < 0) {
            throw new InputException("features per split", featuresPerSplit + " is below 0", "give 1 or more, or 0 for Weka's choice");
        }
        if (folds < 0 || folds == 1) {
            throw new InputException("folds", folds + " folds cannot be cross-validated", "give 2 or more, or 0 for no test");
        }
    }

    /** 200 extremely randomised trees, seed 1, classes as they are labelled, 5 folds. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(EXTRA_TREES, "", 200, 0, 1, false, 5);
    }

    /** Whether a forest is grown, which both kinds of model files hold. */
    public boolean isForest() {
        return classifier.equals(EXTRA_TREES) || classifier.equals(RANDOM_FOREST);
    }

    TrainingSettings withoutTest() {
        return new TrainingSettings(classifier, options, trees, featuresPerSplit, seed, balanced, 0);
    }

    public TrainingSettings withClassifier(final String name, final String wekaOptions) {
        return new TrainingSettings(name, wekaOptions, trees, featuresPerSplit, seed, balanced, folds);
    }

    public TrainingSettings withTrees(final int count) {
        return new TrainingSettings(classifier, options, count, featuresPerSplit, seed, balanced, folds);
    }

    public TrainingSettings withFeaturesPerSplit(final int count) {
        return new TrainingSettings(classifier, options, trees, count, seed, balanced, folds);
    }

    public TrainingSettings withSeed(final int number) {
        return new TrainingSettings(classifier, options, trees, featuresPerSplit, number, balanced, folds);
    }

    public TrainingSettings withBalance(final boolean each) {
        return new TrainingSettings(classifier, options, trees, featuresPerSplit, seed, each, folds);
    }
}
