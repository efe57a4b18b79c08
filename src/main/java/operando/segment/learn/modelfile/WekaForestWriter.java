package operando.segment.learn.modelfile;

import java.io.IOException;
import java.io.OutputStream;

import operando.segment.learn.forest.Forest;
import operando.segment.learn.forest.Tree;

/** Writes a forest as Weka saves its own RandomForest, with the header of its training data behind it. */
final class WekaForestWriter {

    private final JavaStreamWriter out;
    private final HeaderWriter headers;
    private final int featuresASplit;
    private int headerHandle;

    private WekaForestWriter(final OutputStream stream, final ModelHeader header) throws IOException {
        this.out = new JavaStreamWriter(stream);
        this.headers = new HeaderWriter(out, header);
        this.featuresASplit = 1 + (int) (Math.log(header.features().size()) / Math.log(2));
    }

    /** The votes of each leaf sum to 1, to which Weka divides them. */
    static void write(final OutputStream stream, final TrainedClassifier model, final Forest forest) throws IOException {
        final WekaForestWriter writer = new WekaForestWriter(stream, model.header());
        writer.writeForest(forest);
        writer.out.reference(writer.headerHandle);
        if (model.record().isPresent()) {
            writer.out.text(model.record().get().text());
        }
    }

    private void writeForest(final Forest forest) throws IOException {
        out.object(WekaClasses.WEKA_FOREST);
        writeClassifierSettings();
        writeTreeBegin();
        out.nothing();
        out.nothing();
        out.integers(forest.treeCount());
        out.array(WekaClasses.CLASSIFIERS, forest.treeCount());
        for (final Tree tree : forest.trees()) {
            writeTree(tree);
        }
        out.integers(1, 1, 100);
        out.values().writeBoolean(true);
    }

    private void writeClassifierSettings() throws IOException {
        out.values().writeBoolean(false);
        out.values().writeBoolean(false);
        out.values().writeInt(2);
        out.text("100");
    }

    private int writeTreeBegin() throws IOException {
        final int handle = out.object(WekaClasses.WEKA_TREE);
        writeClassifierSettings();
        out.integers(featuresASplit, 0, 0, 1);
        out.values().writeDouble(1);
        out.values().writeDouble(1e-3);
        return handle;
    }

    private void writeTree(final Tree tree) throws IOException {
        final int handle = writeTreeBegin();
        if (headerHandle == 0) {
            headerHandle = headers.write();
        } else {
            out.reference(headerHandle);
        }
        writeNode(tree, 0, handle);
    }

    // As deep on the stack as the tree, like whatever reads it.
    private void writeNode(final Tree tree, final int node, final int handle) throws IOException {
        final boolean isLeaf = tree.feature()[node] == Tree.LEAF;
        out.object(WekaClasses.WEKA_NODE);
        out.values().writeInt(tree.feature()[node]);
        out.values().writeDouble(isLeaf ? Double.NaN : tree.threshold()[node]);
        out.numbers(tree.votes()[node]);
        out.numbers(tree.shares()[node]);
        if (isLeaf) {
            out.nothing();
        } else {
            out.array(WekaClasses.WEKA_NODES, 2);
            writeNode(tree, tree.first()[node], handle);
            writeNode(tree, tree.first()[node] + 1, handle);
        }
        out.reference(handle);
    }
}
