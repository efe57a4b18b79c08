package operando.segment.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the forest in the plain data of a saved classifier: hr.irb.fastRandomForest.FastRandomForest, the default of
 * Trainable Weka Segmentation, or weka.classifiers.trees.RandomForest. Fields are found by name, so that versions
 * that store others beside them are read as well.
 */
final class SerialForest {

    static final String FAST_FOREST = "hr.irb.fastRandomForest.FastRandomForest";
    static final String WEKA_FOREST = "weka.classifiers.trees.RandomForest";

    // Nodes of a crafted file may be the same object over and over, which the size of the file does not bound.
    private static final int BYTES_A_NODE = 150;

    private SerialForest() {
    }

    static boolean isForest(final SerialObject classifier) {
        return classifier.type().name().equals(FAST_FOREST) || classifier.type().name().equals(WEKA_FOREST);
    }

    /** @throws SerialFormatException if it is not trained or not as Weka writes it */
    static Forest read(final SerialObject classifier, final ModelHeader header) {
        return read(classifier, header, Runtime.getRuntime().maxMemory() / BYTES_A_NODE);
    }

    static Forest read(final SerialObject classifier, final ModelHeader header, final long mostNodes) {
        final boolean fast = classifier.type().name().equals(FAST_FOREST);
        final Nodes nodes = new Nodes(fast ? SerialForest::fastVotes : SerialForest::wekaVotes);
        return new Forest(header.features().size(), header.classes().size(), trees(classifier, nodes, mostNodes));
    }

    /** A tree of a Weka RandomForest with the weight of each class in the training data at each leaf. */
    static Tree counted(final SerialObject tree) {
        return Tree.of(rootNode(tree), new Nodes(SerialForest::wekaWeights));
    }

    private static List<Tree> trees(final SerialObject classifier, final Nodes nodes, final long mostNodes) {
        // Before Weka 3.7.13 its RandomForest kept its trees in a bagger as well.
        final SerialObject owner = classifier.getOrNull("m_bagger", SerialObject.class);
        final SerialObject ensemble = owner == null ? classifier : owner;
        final Object[] roots = ensemble.getOrNull("m_Classifiers", Object[].class);
        if (roots == null || roots.length == 0) {
            throw new SerialFormatException("holds a forest that has not been trained");
        }
        final List<Tree> trees = new ArrayList<>();
        long count = 0;
        for (final Object root : roots) {
            if (!(root instanceof SerialObject tree)) {
                throw new SerialFormatException("holds a forest with a tree missing");
            }
            trees.add(Tree.of(rootNode(tree), nodes));
            count += trees.get(trees.size() - 1).nodeCount();
            if (count > mostNodes) {
                throw new SerialFormatException("holds more than " + mostNodes + " nodes, more than the memory has room for");
            }
        }
        return trees;
    }

    // A tree of a FastRandomForest is its own first node.
    private static SerialObject rootNode(final SerialObject tree) {
        if (tree.getOrNull("m_zeroR", SerialObject.class) != null) {
            throw new SerialFormatException("holds a forest that was trained without features");
        }
        return tree.has("m_Tree") ? tree.get("m_Tree", SerialObject.class) : tree;
    }

    private static SerialObject successor(final SerialObject node, final int which) {
        final Object[] successors = node.get("m_Successors", Object[].class);
        if (successors.length != 2 || !(successors[which] instanceof SerialObject next)) {
            throw new SerialFormatException("holds a tree that splits otherwise than in two at a number");
        }
        return next;
    }

    private static double[] shares(final SerialObject node) {
        final double[] shares = node.get("m_Prop", double[].class);
        if (shares.length != 2) {
            throw new SerialFormatException("holds a tree that splits otherwise than in two at a number");
        }
        return shares;
    }

    private static double[] wekaWeights(final SerialObject leaf) {
        return leaf.get("m_ClassDistribution", double[].class);
    }

    private static double[] wekaVotes(final SerialObject leaf) {
        final double[] votes = wekaWeights(leaf).clone();
        Forest.divideBySum(votes);
        return votes;
    }

    private static double[] fastVotes(final SerialObject leaf) {
        return leaf.get("m_ClassProbs", double[].class);
    }

    /** The two kinds of nodes differ only in the votes of their leaves. */
    private record Nodes(Function<SerialObject, double[]> leafVotes) implements Tree.Nodes<SerialObject> {
        @Override
        public int feature(final SerialObject node) {
            return Math.max(Tree.LEAF, node.integer("m_Attribute"));
        }

        @Override
        public double threshold(final SerialObject node) {
            return node.number("m_SplitPoint");
        }

        @Override
        public SerialObject first(final SerialObject node) {
            return successor(node, 0);
        }

        @Override
        public SerialObject second(final SerialObject node) {
            return successor(node, 1);
        }

        @Override
        public double[] shares(final SerialObject node) {
            return SerialForest.shares(node);
        }

        @Override
        public double[] votes(final SerialObject leaf) {
            return leafVotes.apply(leaf);
        }
    }
}
