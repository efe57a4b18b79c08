package operando.segment.learn;

import java.util.Arrays;
import java.util.List;

import operando.cell.InputException;

/**
 * A random forest as flat arrays, whoever trained it. The probability of a class is the sum of the votes for it over
 * all trees, in the order of the trees, divided by the sum over all classes. The votes of a leaf need not sum to 1:
 * those of Trainable Weka Segmentation's forest are the bootstrap weights of the leaf's examples over their number.
 */
public final class Forest implements VoxelClassifier {

    private final int featureCount;
    private final int classCount;
    private final List<Tree> trees;

    /** @throws InputException if a tree asks for a feature or votes for a class that is not there */
    Forest(final int featureCount, final int classCount, final List<Tree> trees) {
        this.featureCount = featureCount;
        this.classCount = classCount;
        this.trees = List.copyOf(trees);
        if (trees.isEmpty()) {
            throw new InputException("forest", "it has no trees", "train the classifier before saving it");
        }
        trees.forEach(this::check);
    }

    private void check(final Tree tree) {
        for (int node = 0; node < tree.nodeCount(); node++) {
            final boolean isLeaf = tree.feature()[node] == Tree.LEAF;
            if (isLeaf ? tree.votes()[node] == null || tree.votes()[node].length != classCount
                : tree.feature()[node] < 0 || tree.feature()[node] >= featureCount) {
                throw new InputException("forest", "a tree does not fit its " + featureCount + " features and "
                    + classCount + " classes", "train the classifier again");
            }
        }
    }

    @Override
    public int featureCount() {
        return featureCount;
    }

    @Override
    public int classCount() {
        return classCount;
    }

    public int treeCount() {
        return trees.size();
    }

    public int nodeCount() {
        return trees.stream().mapToInt(Tree::nodeCount).sum();
    }

    List<Tree> trees() {
        return trees;
    }

    /** Whether some tree asks for each feature. */
    public boolean[] usedFeatures() {
        final boolean[] used = new boolean[featureCount];
        for (final Tree tree : trees) {
            for (final int feature : tree.feature()) {
                if (feature != Tree.LEAF) {
                    used[feature] = true;
                }
            }
        }
        return used;
    }

    @Override
    public void probabilities(final float[] features, final double[] probabilities) {
        Arrays.fill(probabilities, 0);
        for (final Tree tree : trees) {
            tree.addVotes(features, 0, 1, probabilities);
        }
        divideBySum(probabilities);
    }

    static void divideBySum(final double[] numbers) {
        double sum = 0;
        for (final double number : numbers) {
            sum += number;
        }
        if (sum > 0) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] /= sum;
            }
        }
    }
}
