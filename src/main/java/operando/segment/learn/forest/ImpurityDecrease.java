package operando.segment.learn.forest;

import java.util.List;

/**
 * How much each feature decides in a forest: at each node that asks for it, the entropy of the classes of the training
 * data there, −Σ n_c log₂(n_c / n), less that of its two branches; summed over all nodes of all trees, as a fraction of the
 * sum over all features. Weka's own number is an average over nodes, large for a feature that only splits leftovers.
 *
 * Source: L. Breiman et al., Classification and Regression Trees, 1984, section 5.3, with entropy as the impurity.
 */
public final class ImpurityDecrease {

    private ImpurityDecrease() {
    }

    /** @param trees whose leaves hold the training data's weight of each class */
    public static double[] fractions(final List<Tree> trees, final int featureCount) {
        final double[] decreases = new double[featureCount];
        trees.forEach(tree -> add(tree, decreases));
        Forest.divideBySum(decreases);
        return decreases;
    }

    // Branches stand behind the node that they part from.
    private static void add(final Tree tree, final double[] decreases) {
        final double[][] weights = tree.votes().clone();
        for (int node = tree.nodeCount() - 1; node >= 0; node--) {
            if (tree.feature()[node] != Tree.LEAF) {
                final double[] first = weights[tree.first()[node]];
                final double[] second = weights[tree.first()[node] + 1];
                weights[node] = new double[first.length];
                for (int c = 0; c < first.length; c++) {
                    weights[node][c] = first[c] + second[c];
                }
                decreases[tree.feature()[node]] += entropy(weights[node]) - entropy(first) - entropy(second);
            }
        }
    }

    private static double entropy(final double[] weights) {
        double sum = 0;
        double entropy = 0;
        for (final double weight : weights) {
            sum += weight;
            entropy -= timesLog(weight);
        }
        return (entropy + timesLog(sum)) / Math.log(2);
    }

    private static double timesLog(final double weight) {
        return weight > 0 ? weight * Math.log(weight) : 0;
    }
}
