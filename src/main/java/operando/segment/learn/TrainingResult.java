package operando.segment.learn;

import java.util.List;
import java.util.Optional;

import operando.segment.learn.modelfile.TrainedClassifier;

/**
 * A trained classifier and how good it is.
 *
 * @param model       to classify with and to save
 * @param test        of rows by a classifier that was trained on other parts of the image; empty if no test was asked for, or all
 *                    rows are from one part. A class that is labelled in one part only is not tested
 * @param importances of the features, the most important first; empty for other classifiers than forests
 */
public record TrainingResult(TrainedClassifier model, Optional<ConfusionMatrix> test, List<FeatureImportance> importances) {

    /**
     * How much a feature decides.
     *
     * @param feature  its name
     * @param fraction the decrease of impurity at the nodes that ask for it, of that at all nodes
     */
    public record FeatureImportance(String feature, double fraction) {
    }

    public TrainingResult {
        importances = List.copyOf(importances);
    }
}
