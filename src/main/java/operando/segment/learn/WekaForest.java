package operando.segment.learn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import operando.engine.Cores;
import operando.engine.MemoryPlan;
import operando.engine.Progress;
import operando.segment.learn.forest.Tree;
import operando.segment.learn.modelfile.JavaStreamForest;
import operando.segment.learn.modelfile.JavaStreamObject;
import operando.segment.learn.modelfile.JavaStreamReader;
import weka.classifiers.Classifier;
import weka.classifiers.trees.RandomForest;

/** Weka's random forest, with its trees within reach and grown on our threads, which tell how far they are. */
final class WekaForest extends RandomForest {

    private static final long serialVersionUID = 1L;

    // A node of Weka's, and of ours twice while votes are brought to a sum of one; a number a class in each.
    static final long NODE_BYTES = 300;
    static final long CLASS_BYTES = 24;

    private final transient Cores cores;
    private final transient Progress progress;
    private final transient long rowBytes;
    private final transient long memoryBytes;

    /**
     * @param rowBytes    that the training data take
     * @param memoryBytes that they and the trees may take
     */
    WekaForest(final Cores cores, final Progress progress, final long rowBytes, final long memoryBytes) {
        this.memoryBytes = memoryBytes;
        this.rowBytes = rowBytes;
        this.cores = cores;
        this.progress = progress;
    }

    /** A tree depends on its number alone, not on the thread or the order in which they grow. How large they become, the first one tells. */
    @Override
    protected void buildClassifiers() {
        final AtomicInteger grown = new AtomicInteger();
        grow(0);
        requireMemory();
        cores.forEach(m_Classifiers.length, tree -> {
            if (tree > 0) {
                grow(tree);
            }
            final int done = grown.incrementAndGet();
            progress.report((double) done / m_Classifiers.length, "Growing tree " + done + " of " + m_Classifiers.length);
        });
    }

    private void requireMemory() {
        final int nodes = JavaStreamForest.counted(data(m_Classifiers[0])).nodeCount();
        new MemoryPlan("a forest of " + m_Classifiers.length + " trees with some " + nodes + " nodes each",
            rowBytes + (long) nodes * m_Classifiers.length * (NODE_BYTES + CLASS_BYTES * m_data.numClasses()))
            .require(memoryBytes, "or fewer trees or fewer labelled voxels");
    }

    private void grow(final int tree) {
        try {
            m_Classifiers[tree].buildClassifier(getTrainingSet(tree));
        } catch (final RuntimeException e) {
            throw e;
        } catch (final Exception e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * The trees with the weight of each class in the training data at each leaf. Weka's nodes are out of reach, so that
     * they are taken from a tree's own saved form, one tree at a time for the sake of memory.
     */
    List<Tree> trees() {
        return Stream.of(m_Classifiers).map(WekaForest::data).map(JavaStreamForest::counted).toList();
    }

    private static JavaStreamObject data(final Classifier tree) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(tree);
            out.flush();
            return (JavaStreamObject) new JavaStreamReader(new ByteArrayInputStream(bytes.toByteArray()), name -> true, Long.MAX_VALUE)
                .readObject();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
