package operando.segment.learn;

import java.util.List;
import java.util.Optional;

import operando.segment.learn.modelfile.TrainedClassifier;

/**
 * A trained classifier and how good it is.
 *
 * @param model       to classify with and to save
 * @param test        of rows that the tree, or the fold's classifier, did not see; empty if no test was asked for, or no
 *                    row was left out. Neighbouring voxels are alike, so that a scan not trained on does worse
 * @param importances of the features, the most important first; empty for other classifiers than RandomForest
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
