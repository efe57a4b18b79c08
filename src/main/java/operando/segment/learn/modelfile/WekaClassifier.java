package operando.segment.learn.modelfile;

import java.util.Arrays;

import operando.cell.InputException;
import operando.segment.learn.forest.VoxelClassifier;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** Any classifier of Weka by its own method, one voxel at a time. Each thread has a copy, since few of them share. */
public final class WekaClassifier implements VoxelClassifier {

    private record Copy(Classifier classifier, Instances header) {
    }

    private static final long serialVersionUID = 1L;

    private final Classifier classifier;
    private final ModelHeader header;
    private final String where;
    private final transient ThreadLocal<Copy> copies = ThreadLocal.withInitial(this::copy);

    /** @param where the file that it was read from, or what trained it, for messages */
    public WekaClassifier(final Classifier classifier, final ModelHeader header, final String where) {
        this.classifier = classifier;
        this.header = header;
        this.where = where;
    }

    private Object readResolve() {
        return new WekaClassifier(classifier, header, where);
    }

    /** As Weka saves it. */
    Classifier classifier() {
        return classifier;
    }

    @Override
    public int featureCount() {
        return header.features().size();
    }

    @Override
    public int classCount() {
        return header.classes().size();
    }

    @Override
    public void probabilities(final float[] features, final double[] probabilities) {
        final double[] row = new double[features.length];
        for (int f = 0; f < features.length; f++) {
            row[f] = features[f];
        }
        probabilities(row, probabilities);
    }

    @Override
    public void probabilities(final double[] row, final double[] probabilities) {
        final Copy copy = copies.get();
        final double[] values = Arrays.copyOf(row, row.length + 1);
        values[row.length] = Double.NaN;
        final Instance instance = new DenseInstance(1, values);
        instance.setDataset(copy.header);
        System.arraycopy(distribution(copy.classifier, instance), 0, probabilities, 0, probabilities.length);
    }

    // Weka declares any exception at all; a classifier that was built has none for data like that it was built with, so
    // that the model's file is damaged.
    private double[] distribution(final Classifier one, final Instance instance) {
        try {
            final double[] distribution = one.distributionForInstance(instance);
            if (distribution != null && distribution.length == classCount()) {
                return distribution;
            }
        } catch (final Exception | StackOverflowError | OutOfMemoryError e) {
            // A damaged number of classes asks for an array larger than the memory.
            throw broken("cannot classify (" + e.getClass().getSimpleName() + ")", e);
        }
        throw broken("gives no probability for each of its " + classCount() + " classes", null);
    }

    private InputException broken(final String what, final Throwable cause) {
        final InputException exception = new InputException(where, "its " + classifier.getClass().getSimpleName() + " " + what
            + ", so the model is broken", "train it again, or save it anew");
        exception.initCause(cause);
        return exception;
    }

    private Copy copy() {
        synchronized (classifier) {
            try {
                return new Copy(AbstractClassifier.makeCopy(classifier), TrainingRows.instances(header, 0));
            } catch (final Exception | StackOverflowError e) {
                throw broken("cannot be copied (" + e.getClass().getSimpleName() + ")", e);
            }
        }
    }
}
