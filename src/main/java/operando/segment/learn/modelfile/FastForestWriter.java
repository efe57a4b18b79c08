package operando.segment.learn.modelfile;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import operando.segment.learn.forest.Forest;
import operando.segment.learn.forest.Tree;

/**
 * Writes a forest as Trainable Weka Segmentation saves its default classifier, a FastRandomForest with the header of its
 * training data behind it.
 */
final class FastForestWriter {

    private static final double LOAD_FACTOR_INVERSE = 4.0 / 3;

    private final JavaStreamWriter out;
    private final ModelHeader header;
    private int forestHandle;
    private int attributesHandle;

    private FastForestWriter(final OutputStream stream, final ModelHeader header) throws IOException {
        this.out = new JavaStreamWriter(stream);
        this.header = header;
    }

    static void write(final OutputStream stream, final TrainedClassifier model, final Forest forest) throws IOException {
        final FastForestWriter writer = new FastForestWriter(stream, model.header());
        writer.writeForest(forest);
        writer.writeHeader();
        if (model.record().isPresent()) {
            writer.out.text(model.record().get().text());
        }
    }

    private void writeForest(final Forest forest) throws IOException {
        forestHandle = out.object(WekaClasses.FOREST);
        writeClassifierSettings();
        final int featuresASplit = 1 + (int) (Math.log(header.features().size()) / Math.log(2));
        writeIntegers(featuresASplit, 0, 0);
        out.values().writeBoolean(false);
        writeIntegers(featuresASplit, forest.treeCount(), 1);
        out.nothing();
        writeHeader();
        out.nothing();
        writeBagging(forest);
    }

    private void writeClassifierSettings() throws IOException {
        out.values().writeBoolean(false);
        out.values().writeBoolean(false);
        out.values().writeInt(2);
        out.text("100");
    }

    private void writeBagging(final Forest forest) throws IOException {
        out.object(WekaClasses.BAGGING);
        writeClassifierSettings();
        writeUnusedTree();
        out.values().writeInt(forest.treeCount());
        out.array(WekaClasses.CLASSIFIERS, forest.treeCount());
        for (final Tree tree : forest.trees()) {
            writeNode(tree, 0);
        }
        out.values().writeInt(1);
        out.values().writeInt(100);
        out.values().writeBoolean(false);
        out.values().writeDouble(0);
        out.values().writeBoolean(false);
        out.nothing();
    }

    private void writeUnusedTree() throws IOException {
        writeNodeBegin(Tree.LEAF, Double.NaN);
        out.nothing();
        out.reference(forestHandle);
        out.nothing();
        out.nothing();
    }

    // As deep on the stack as the tree, like whatever reads it.
    private void writeNode(final Tree tree, final int node) throws IOException {
        final boolean isLeaf = tree.feature()[node] == Tree.LEAF;
        writeNodeBegin(tree.feature()[node], isLeaf ? Double.NaN : tree.threshold()[node]);
        writeNumbers(tree.votes()[node]);
        out.reference(forestHandle);
        writeNumbers(tree.shares()[node]);
        if (isLeaf) {
            out.nothing();
        } else {
            out.array(WekaClasses.TREES, 2);
            writeNode(tree, tree.first()[node]);
            writeNode(tree, tree.first()[node] + 1);
        }
    }

    private void writeNodeBegin(final int feature, final double threshold) throws IOException {
        out.object(WekaClasses.TREE);
        writeClassifierSettings();
        out.values().writeInt(feature);
        out.values().writeDouble(threshold);
    }

    private void writeNumbers(final double[] numbersOrNull) throws IOException {
        if (numbersOrNull == null) {
            out.nothing();
            return;
        }
        out.array(WekaClasses.DOUBLES, numbersOrNull.length);
        for (final double number : numbersOrNull) {
            out.values().writeDouble(number);
        }
    }

    private void writeHeader() throws IOException {
        out.object(WekaClasses.INSTANCES);
        writeIntegers(header.features().size(), 0);
        if (attributesHandle == 0) {
            writeAttributes();
        } else {
            out.reference(attributesHandle);
        }
        beginList(0);
        out.end();
        writePairs(WekaClasses.MAP, names());
        out.text(header.relation());
    }

    private void writeAttributes() throws IOException {
        attributesHandle = beginList(header.features().size() + 1);
        for (int f = 0; f < header.features().size(); f++) {
            writeAttributeBegin(f, 0);
            out.nothing();
            out.nothing();
            out.text(header.features().get(f));
        }
        writeAttributeBegin(header.features().size(), 1);
        out.object(WekaClasses.NOMINAL);
        writePairs(WekaClasses.TABLE, places(header.classes()));
        beginList(header.classes().size());
        for (final String name : header.classes()) {
            out.text(name);
        }
        out.end();
        out.nothing();
        out.text("class");
        out.end();
    }

    private void writeAttributeBegin(final int index, final int type) throws IOException {
        out.object(WekaClasses.ATTRIBUTE);
        writeIntegers(index, type);
        out.values().writeDouble(1);
    }

    private Map<String, Integer> names() {
        final Map<String, Integer> names = places(header.features());
        names.put("class", header.features().size());
        return names;
    }

    private static Map<String, Integer> places(final List<String> names) {
        return IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, place -> place));
    }

    private int beginList(final int size) throws IOException {
        final int handle = out.object(WekaClasses.LIST);
        out.values().writeInt(size);
        out.block(size);
        return handle;
    }

    private void writePairs(final JavaStreamClass type, final Map<String, Integer> pairs) throws IOException {
        out.object(type);
        final int buckets = Integer.highestOneBit(Math.max(16, (int) (LOAD_FACTOR_INVERSE * pairs.size()))) << 1;
        out.values().writeFloat(0.75f);
        out.values().writeInt((int) (buckets / LOAD_FACTOR_INVERSE));
        out.block(buckets, pairs.size());
        for (final Map.Entry<String, Integer> pair : pairs.entrySet()) {
            out.text(pair.getKey());
            out.object(WekaClasses.INTEGER);
            out.values().writeInt(pair.getValue());
        }
        out.end();
    }

    private void writeIntegers(final int... numbers) throws IOException {
        for (final int number : numbers) {
            out.values().writeInt(number);
        }
    }
}
