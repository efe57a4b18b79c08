package operando.segment.learn;

import operando.cell.InputException;

/**
 * How a classifier is trained.
 *
 * @param classifier       Weka's full class name
 * @param options          as one writes them for Weka, blank for none; for a RandomForest added to those below
 * @param trees            of a RandomForest
 * @param featuresPerSplit tried at each node of a RandomForest; 0 for Weka's ⌊log₂ features⌋ + 1
 * @param seed             the same seed and rows give the same classifier, whatever the number of threads
 * @param balanced         whether each class counts the same, however many of its voxels are labelled
 * @param folds            of the cross-validation of other classifiers than RandomForest, which is tested on the rows that
 *                         each tree was not trained on; 0 for no test
 */
public record TrainingSettings(String classifier, String options, int trees, int featuresPerSplit, int seed, boolean balanced,
                               int folds) {

    /** Weka's random forest. */
    public static final String RANDOM_FOREST = "weka.classifiers.trees.RandomForest";

    private static final int MOST_TREES = 10_000;

    /** @throws InputException if a number is out of its range */
    public TrainingSettings {
        if (classifier.isBlank()) {
            throw new InputException("classifier", "has no name", "give a class of Weka such as " + RANDOM_FOREST);
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

    /** A RandomForest of 200 trees, seed 1, classes as they are labelled, 5 folds. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(RANDOM_FOREST, "", 200, 0, 1, false, 5);
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
