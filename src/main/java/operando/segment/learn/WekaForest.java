package operando.segment.learn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import weka.classifiers.Classifier;
import weka.classifiers.trees.RandomForest;

/** Weka's random forest, with its trees within reach. */
final class WekaForest extends RandomForest {

    private static final long serialVersionUID = 1L;

    /**
     * The trees with the weight of each class in the training data at each leaf. Weka's nodes are out of reach, so that
     * they are taken from a tree's own saved form, one tree at a time for the sake of memory.
     */
    List<Tree> trees() {
        return Stream.of(m_Classifiers).map(WekaForest::data).map(SerialForest::counted).toList();
    }

    private static SerialObject data(final Classifier tree) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(tree);
            out.flush();
            return (SerialObject) new SerialStream(new ByteArrayInputStream(bytes.toByteArray()), name -> true, Long.MAX_VALUE)
                .readObject();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
