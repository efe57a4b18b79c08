package operando.segment.learn.modelfile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import operando.cell.InputException;
import operando.engine.AtomicFile;
import operando.engine.InputFile;
import operando.segment.learn.forest.Forest;
import operando.segment.learn.origin.TrainingRecord;
import weka.classifiers.Classifier;
import weka.core.Instances;

/**
 * A {@code .model} file as Weka and Fiji's Trainable Weka Segmentation save it: a classifier and the header of the data
 * that it was trained on. Forests are read as plain data, without making any object that the file asks for.
 */
public final class ModelFile {

    private static final String MEND = "give a .model file that Trainable Weka Segmentation, Weka or this program saved";

    private static final String GOES_ON = "goes on after the end of the model";

    // A node of a tree makes about four entries and takes about 250 bytes while the file is being read.
    private static final int BYTES_AN_ENTRY = 80;

    private ModelFile() {
    }

    /**
     * Reads a classifier, compressed with gzip or not. A FastRandomForest and a Weka RandomForest become a {@link Forest};
     * another classifier of Weka works through its own method.
     *
     * @throws InputException if the file cannot be read, is broken, cut short or goes on after its end, or holds anything
     *                        that no model needs
     */
    public static TrainedClassifier read(final Path file) {
        try (InputStream in = open(file)) {
            final Content content = content(in, AllowedClasses::asData);
            return new TrainedClassifier(content.header, JavaStreamForest.isForest(content.classifier)
                ? JavaStreamForest.read(content.classifier, content.header) : readOther(file), content.record);
        } catch (final JavaStreamException e) {
            throw new InputException(file.toString(), e.getMessage(), MEND);
        } catch (final InputException e) {
            throw e.within(file.toString());
        } catch (final IOException e) {
            throw new InputException(file.toString(), "cannot be read: " + InputFile.reason(e), MEND);
        }
    }

    /**
     * Writes a forest as a FastRandomForest, which Trainable Weka Segmentation loads as one of its own, another classifier
     * as Weka does; compressed if the name ends in {@code .gz}.
     *
     * @throws InputException if the file cannot be written
     */
    public static void write(final Path file, final TrainedClassifier model) {
        write(file, out -> write(out, model));
    }

    /**
     * Writes a forest as Weka's own RandomForest, which Weka loads without Trainable Weka Segmentation.
     *
     * @throws InputException if the model is no forest whose leaves have one vote each, or the file cannot be written
     */
    public static void writeForWeka(final Path file, final TrainedClassifier model) {
        if (!(model.classifier() instanceof Forest forest) || !forest.hasOneVoteALeaf()) {
            throw new InputException("model " + model.header().relation(), "Weka's RandomForest cannot hold it: it is no forest whose leaves have one vote each",
                "train a random forest here, or keep the file as it is");
        }
        if (file.toString().endsWith(".gz")) {
            throw new InputException(file.toString(), "Weka reads no compressed model", "give a name that ends in .model");
        }
        write(file, out -> WekaForestWriter.write(out, model, forest));
    }

    /** Writes the content of a file. */
    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private static void write(final Path file, final Body body) {
        AtomicFile.write(file, unfinished -> {
            try (OutputStream out = new BufferedOutputStream(output(file, unfinished), 1 << 16)) {
                body.write(out);
            }
        });
    }

    private static void write(final OutputStream out, final TrainedClassifier model) throws IOException {
        if (model.classifier() instanceof Forest forest) {
            FastForestWriter.write(out, model, forest);
        } else if (model.classifier() instanceof WekaClassifier other) {
            try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
                objects.writeObject(other.classifier());
                objects.writeObject(TrainingRows.instances(model.header(), 0));
                if (model.record().isPresent()) {
                    objects.writeObject(model.record().get().text());
                }
            }
        } else {
            throw new InputException("model " + model.header().relation(), "its classifier is neither a forest nor one of Weka",
                "train it here before saving it");
        }
    }

    private static OutputStream output(final Path file, final Path unfinished) throws IOException {
        final OutputStream out = Files.newOutputStream(unfinished);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    /** The file's two objects as plain data, and what this program writes behind them. */
    private record Content(JavaStreamObject classifier, ModelHeader header, Optional<TrainingRecord> record, long entries) {
    }

    private static Content content(final InputStream in, final Predicate<String> isAllowed) throws IOException {
        final JavaStreamReader stream = new JavaStreamReader(in, isAllowed, mostEntries());
        if (!(stream.readObject() instanceof JavaStreamObject classifier)
            || !classifier.type().is(WekaClasses.CLASSIFIER.name())) {
            throw new JavaStreamException("holds no classifier");
        }
        final ModelHeader header = JavaStreamHeader.read(stream.readObject());
        final Optional<TrainingRecord> record = record(in, stream);
        if (in.read() >= 0) {
            throw new JavaStreamException(GOES_ON);
        }
        return new Content(classifier, header, record, stream.entries());
    }

    private static Optional<TrainingRecord> record(final InputStream in, final JavaStreamReader stream) throws IOException {
        in.mark(1);
        final int next = in.read();
        in.reset();
        if (next < 0) {
            return Optional.empty();
        }
        if (JavaStreamReader.isText(next) && stream.readObject() instanceof String text && TrainingRecord.isRecord(text)) {
            return Optional.of(TrainingRecord.read(text));
        }
        throw new JavaStreamException(GOES_ON);
    }

    // The whole file is looked at as data before Java makes any object of it.
    private static WekaClassifier readOther(final Path file) throws IOException {
        final long entries;
        try (InputStream in = open(file)) {
            entries = content(in, AllowedClasses::asObject).entries;
        }
        WekaStart.quietly();
        try (ObjectInputStream in = new ObjectInputStream(open(file))) {
            in.setObjectInputFilter(AllowedClasses.filter(entries));
            if (in.readObject() instanceof Classifier classifier && in.readObject() instanceof Instances header) {
                return new WekaClassifier(classifier, JavaStreamHeader.of(header), file.toString());
            }
            throw new JavaStreamException("holds no classifier");
        } catch (final InvalidClassException e) {
            // The class is not told where an array or a table is larger than the file.
            throw new JavaStreamException("is broken, or holds " + (e.classname == null ? "larger tables than its entries" : "a " + e.classname)
                + ", which no model needs");
        } catch (final ClassNotFoundException e) {
            throw new JavaStreamException("needs the class " + e.getMessage() + ", which is not here");
        } catch (final RuntimeException | StackOverflowError e) {
            throw e instanceof JavaStreamException known ? known
                : new JavaStreamException("is broken (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static long mostEntries() {
        return Runtime.getRuntime().maxMemory() / BYTES_AN_ENTRY;
    }

    private static InputStream open(final Path file) throws IOException {
        InputFile.require(file, "a .model file");
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
}
