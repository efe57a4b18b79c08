package operando.segment.learn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;

import weka.classifiers.trees.RandomForest;

/** What Weka's random forest holds but does not show. */
final class WekaForest {

    private WekaForest() {
    }

    /** The forest as plain data. Weka's nodes are out of reach, so that they are taken from its own saved form. */
    static SerialObject data(final RandomForest forest) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(forest);
            out.flush();
            return (SerialObject) new SerialStream(new ByteArrayInputStream(bytes.toByteArray()), name -> true, Long.MAX_VALUE)
                .readObject();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
