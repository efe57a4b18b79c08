package operando.segment.learn.modelfile;

import java.io.IOException;
import java.io.OutputStream;

import operando.segment.learn.forest.Forest;
import operando.segment.learn.forest.Tree;

/**
 * Writes a forest as Trainable Weka Segmentation saves its default classifier, a FastRandomForest with the header of its
 * training data behind it.
 */
final class FastForestWriter {

    private final JavaStreamWriter out;
    private final ModelHeader header;
    private final HeaderWriter headers;
    private int forestHandle;

    private FastForestWriter(final OutputStream stream, final ModelHeader header) throws IOException {
        this.out = new JavaStreamWriter(stream);
        this.header = header;
        this.headers = new HeaderWriter(out, header);
    }

    static void write(final OutputStream stream, final TrainedClassifier model, final Forest forest) throws IOException {
        final FastForestWriter writer = new FastForestWriter(stream, model.header());
        writer.writeForest(forest);
        writer.headers.write();
        if (model.record().isPresent()) {
            writer.out.text(model.record().get().text());
        }
    }

    private void writeForest(final Forest forest) throws IOException {
        forestHandle = out.object(WekaClasses.FOREST);
        writeClassifierSettings();
        final int featuresASplit = 1 + (int) (Math.log(header.features().size()) / Math.log(2));
        out.integers(featuresASplit, 0, 0);
        out.values().writeBoolean(false);
        out.integers(featuresASplit, forest.treeCount(), 1);
        out.nothing();
        headers.write();
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
        out.numbers(tree.votes()[node]);
        out.reference(forestHandle);
        out.numbers(tree.shares()[node]);
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
}
