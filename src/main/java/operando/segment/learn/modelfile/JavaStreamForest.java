package operando.segment.learn.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import operando.segment.learn.forest.Forest;
import operando.segment.learn.forest.Tree;

/**
 * Finds the forest in the plain data of a saved classifier: hr.irb.fastRandomForest.FastRandomForest, the default of
 * Trainable Weka Segmentation, or weka.classifiers.trees.RandomForest. Fields are found by name, so that versions
 * that store others beside them are read as well.
 */
public final class JavaStreamForest {

    static final String FAST_FOREST = "hr.irb.fastRandomForest.FastRandomForest";
    static final String WEKA_FOREST = "weka.classifiers.trees.RandomForest";

    // Nodes of a crafted file may be the same object over and over, which the size of the file does not bound.
    private static final int BYTES_A_NODE = 150;

    private JavaStreamForest() {
    }

    static boolean isForest(final JavaStreamObject classifier) {
        return classifier.type().name().equals(FAST_FOREST) || classifier.type().name().equals(WEKA_FOREST);
    }

    /** @throws JavaStreamException if it is not trained or not as Weka writes it */
    static Forest read(final JavaStreamObject classifier, final ModelHeader header) {
        return read(classifier, header, Runtime.getRuntime().maxMemory() / BYTES_A_NODE);
    }

    static Forest read(final JavaStreamObject classifier, final ModelHeader header, final long mostNodes) {
        final boolean fast = classifier.type().name().equals(FAST_FOREST);
        final Nodes nodes = new Nodes(fast ? JavaStreamForest::fastVotes : JavaStreamForest::wekaVotes);
        final Forest forest = new Forest(header.features().size(), header.classes().size(), trees(classifier, nodes, mostNodes));
        return fast ? forest : forest.comparingInDouble();
    }

    /** A tree of a Weka RandomForest with the weight of each class in the training data at each leaf. */
    public static Tree counted(final JavaStreamObject tree) {
        return grown(tree, new Nodes(JavaStreamForest::wekaWeights));
    }

    private static Tree grown(final JavaStreamObject tree, final Nodes nodes) {
        try {
            return Tree.of(rootNode(tree), nodes);
        } catch (final IllegalArgumentException e) {
            throw new JavaStreamException(e.getMessage());
        }
    }

    private static List<Tree> trees(final JavaStreamObject classifier, final Nodes nodes, final long mostNodes) {
        // Before Weka 3.7.13 its RandomForest kept its trees in a bagger as well.
        final JavaStreamObject owner = classifier.getOrNull("m_bagger", JavaStreamObject.class);
        final JavaStreamObject ensemble = owner == null ? classifier : owner;
        final Object[] roots = ensemble.getOrNull("m_Classifiers", Object[].class);
        if (roots == null || roots.length == 0) {
            throw new JavaStreamException("holds a forest that has not been trained");
        }
        final List<Tree> trees = new ArrayList<>();
        long count = 0;
        for (final Object root : roots) {
            if (!(root instanceof JavaStreamObject tree)) {
                throw new JavaStreamException("holds a forest with a tree missing");
            }
            trees.add(grown(tree, nodes));
            count += trees.get(trees.size() - 1).nodeCount();
            if (count > mostNodes) {
                throw new JavaStreamException("holds more than " + mostNodes + " nodes, more than the memory has room for");
            }
        }
        return trees;
    }

    // A tree of a FastRandomForest is its own first node.
    private static JavaStreamObject rootNode(final JavaStreamObject tree) {
        if (tree.getOrNull("m_zeroR", JavaStreamObject.class) != null) {
            throw new JavaStreamException("holds a forest that was trained without features");
        }
        return tree.has("m_Tree") ? tree.get("m_Tree", JavaStreamObject.class) : tree;
    }

    private static JavaStreamObject successor(final JavaStreamObject node, final int which) {
        final Object[] successors = node.get("m_Successors", Object[].class);
        if (successors.length != 2 || !(successors[which] instanceof JavaStreamObject next)) {
            throw new JavaStreamException("holds a tree that splits otherwise than in two at a number");
        }
        return next;
    }

    private static double[] shares(final JavaStreamObject node) {
        final double[] shares = node.get("m_Prop", double[].class);
        if (shares.length != 2) {
            throw new JavaStreamException("holds a tree that splits otherwise than in two at a number");
        }
        return shares;
    }

    private static double[] wekaWeights(final JavaStreamObject leaf) {
        return leaf.get("m_ClassDistribution", double[].class);
    }

    private static double[] wekaVotes(final JavaStreamObject leaf) {
        final double[] votes = wekaWeights(leaf).clone();
        Forest.divideBySum(votes);
        return votes;
    }

    private static double[] fastVotes(final JavaStreamObject leaf) {
        return leaf.get("m_ClassProbs", double[].class);
    }

    /** The two kinds of nodes differ only in the votes of their leaves. */
    private record Nodes(Function<JavaStreamObject, double[]> leafVotes) implements Tree.Nodes<JavaStreamObject> {
        @Override
        public int feature(final JavaStreamObject node) {
            return Math.max(Tree.LEAF, node.integer("m_Attribute"));
        }

        @Override
        public double threshold(final JavaStreamObject node) {
            return node.number("m_SplitPoint");
        }

        @Override
        public JavaStreamObject first(final JavaStreamObject node) {
            return successor(node, 0);
        }

        @Override
        public JavaStreamObject second(final JavaStreamObject node) {
            return successor(node, 1);
        }

        @Override
        public double[] shares(final JavaStreamObject node) {
            return JavaStreamForest.shares(node);
        }

        @Override
        public double[] votes(final JavaStreamObject leaf) {
            return leafVotes.apply(leaf);
        }
    }
}
