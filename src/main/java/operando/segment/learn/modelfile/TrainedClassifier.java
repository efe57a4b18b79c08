package operando.segment.learn.modelfile;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.segment.learn.forest.VoxelClassifier;
import operando.segment.learn.origin.TrainingRecord;

/**
 * A classifier with the names of what goes in and what comes out, and what it was trained on: all that a model file holds.
 *
 * @param header     names of features, in the order that the classifier takes them, and of classes
 * @param classifier takes as many features and answers with as many classes as the header names
 * @param records    what it was trained on; none where the file does not say it
 */
public record TrainedClassifier(ModelHeader header, VoxelClassifier classifier, List<TrainingRecord> records) implements Serializable {

    /** @throws InputException if the header names other numbers of features or classes than the classifier takes */
    public TrainedClassifier {
        if (classifier.featureCount() != header.features().size()
            || classifier.classCount() != header.classes().size()) {
            throw new InputException("model " + header.relation(), "its classifier takes " + classifier.featureCount()
                + " features for " + classifier.classCount() + " classes, its header names "
                + header.features().size() + " and " + header.classes().size(), "train the classifier again");
        }
        records = List.copyOf(records);
        if (records.stream().anyMatch(record -> record.features().size() != header.features().size())) {
            throw new InputException("model " + header.relation(), "its record of the training is damaged: it names " + records.get(0).features().size()
                + " features of " + header.features().size(), "train the classifier again");
        }
    }

    public TrainedClassifier(final ModelHeader header, final VoxelClassifier classifier, final Optional<TrainingRecord> record) {
        this(header, classifier, record.stream().toList());
    }

    /** What it was trained on, where the file says it. */
    public Optional<TrainingRecord> record() {
        return records.stream().findFirst();
    }
}
