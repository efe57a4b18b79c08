package operando.segment.learn;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import operando.cell.InputException;
import operando.engine.WholeFile;

/**
 * A {@code .model} file as Weka and Fiji's Trainable Weka Segmentation save it: a classifier and the header of the data
 * that it was trained on. Forests are read as plain data, without making any object that the file asks for.
 */
public final class ModelFile {

    private static final String MEND = "give a .model file that Trainable Weka Segmentation, Weka or this program saved";

    // A node of a tree makes about four entries and takes about 250 bytes while the file is being read.
    private static final int BYTES_AN_ENTRY = 80;

    private static final Set<String> JAVA_CLASSES = Set.of("java.util.ArrayList", "java.util.Hashtable",
        "java.util.HashMap", "java.util.Random", "java.util.Properties", "java.lang.Number", "java.lang.Integer",
        "java.lang.Double", "java.lang.Boolean", "java.lang.String", "java.lang.Enum", "java.lang.Object");

    private ModelFile() {
    }

    /**
     * Reads a FastRandomForest or a Weka RandomForest, compressed with gzip or not.
     *
     * @throws InputException if the file cannot be read, is broken, cut short or goes on after its end, holds anything
     *                        that no model needs, or another kind of classifier
     */
    public static TrainedClassifier read(final Path file) {
        try (InputStream in = open(file)) {
            return read(in);
        } catch (final SerialFormatException e) {
            throw new InputException(file.toString(), e.getMessage(), MEND);
        } catch (final InputException e) {
            throw e.within(file.toString());
        } catch (final IOException e) {
            throw new InputException(file.toString(), "cannot be read (" + e.getClass().getSimpleName() + " "
                + e.getMessage() + ")", MEND);
        }
    }

    /**
     * Writes a forest as a FastRandomForest, which Trainable Weka Segmentation loads as one of its own; compressed if the
     * name ends in {@code .gz}.
     *
     * @throws InputException if the file cannot be written or the classifier is no forest
     */
    public static void write(final Path file, final TrainedClassifier model) {
        if (!(model.classifier() instanceof Forest forest)) {
            throw new InputException(file.toString(), "only a forest can be written as a FastRandomForest", "train a RandomForest");
        }
        WholeFile.write(file, unfinished -> {
            try (OutputStream out = new BufferedOutputStream(output(file, unfinished), 1 << 16)) {
                FastForestWriter.write(out, model.header(), forest);
            }
        });
    }

    private static OutputStream output(final Path file, final Path unfinished) throws IOException {
        final OutputStream out = Files.newOutputStream(unfinished);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    private static TrainedClassifier read(final InputStream in) throws IOException {
        final SerialStream stream = new SerialStream(in, ModelFile::isAllowed,
            Runtime.getRuntime().maxMemory() / BYTES_AN_ENTRY);
        if (!(stream.readObject() instanceof SerialObject classifier)) {
            throw new SerialFormatException("holds no classifier");
        }
        if (!SerialForest.isForest(classifier)) {
            throw new SerialFormatException("holds a " + classifier.type().name() + ", which is no forest");
        }
        final ModelHeader header = SerialHeader.read(stream.readObject());
        if (in.read() >= 0) {
            throw new SerialFormatException("goes on after the end of the model");
        }
        return new TrainedClassifier(header, SerialForest.read(classifier, header));
    }

    private static InputStream open(final Path file) throws IOException {
        final InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.mark(2);
            final boolean isZipped = in.read() == 0x1F && in.read() == 0x8B;
            in.reset();
            return isZipped ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
        } catch (final IOException e) {
            in.close();
            throw e;
        }
    }

    private static boolean isAllowed(final String className) {
        return className.length() == 1 || className.startsWith("weka.") || className.startsWith("hr.irb.fastRandomForest.")
            || JAVA_CLASSES.contains(className);
    }
}
