package operando.segment.learn.modelfile;

import java.io.Serializable;

import operando.cell.InputException;
import operando.segment.learn.forest.VoxelClassifier;

/**
 * A classifier with the names of what goes in and what comes out: all that a model file holds.
 *
 * @param header     names of features, in the order that the classifier takes them, and of classes
 * @param classifier takes as many features and answers with as many classes as the header names
 */
public record TrainedClassifier(ModelHeader header, VoxelClassifier classifier) implements Serializable {

    /** @throws InputException if the header names other numbers of features or classes than the classifier takes */
    public TrainedClassifier {
        if (classifier.featureCount() != header.features().size()
            || classifier.classCount() != header.classes().size()) {
            throw new InputException("model " + header.relation(), "its classifier takes " + classifier.featureCount()
                + " features for " + classifier.classCount() + " classes, its header names "
                + header.features().size() + " and " + header.classes().size(), "train the classifier again");
        }
    }
}
