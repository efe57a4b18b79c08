package operando.segment.learn.forest;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import operando.cell.InputException;

/**
 * A random forest, whoever trained it: from a model file or just trained. The probability of a class is the sum of the votes for it over
 * all trees, in the order of the trees, divided by the sum over all classes. The votes of a leaf need not sum to 1:
 * those of Trainable Weka Segmentation's forest are the bootstrap weights of the leaf's examples over their number.
 */
public final class Forest implements VoxelClassifier {

    private static final long serialVersionUID = 1L;

    private static final double ROUNDING = 1e-9;

    // A node of a tree, of the flat tree and of its packed votes; half of the nodes are leaves with a number a class.
    private static final long NODE_BYTES = 80;
    private static final long VOTE_BYTES = 4;

    private final int featureCount;
    private final int classCount;
    private final List<Tree> trees;
    private final boolean inDouble;
    private final transient FlatForest flat;
    private final transient PackedLeaves packed;

    /** @throws InputException if a tree asks for a feature or votes for a class that is not there */
    public Forest(final int featureCount, final int classCount, final List<Tree> trees) {
        this(featureCount, classCount, trees, false);
    }

    private Forest(final int featureCount, final int classCount, final List<Tree> trees, final boolean inDouble) {
        this.inDouble = inDouble;
        this.featureCount = featureCount;
        this.classCount = classCount;
        this.trees = List.copyOf(trees);
        if (trees.isEmpty()) {
            throw new InputException("forest", "it has no trees", "train the classifier before saving it");
        }
        trees.forEach(this::check);
        flat = FlatForest.fits(featureCount) ? FlatForest.of(this) : null;
        packed = flat == null ? null : PackedLeaves.orNull(this);
    }

    // What is made for speed is made again where it arrives.
    private Object readResolve() {
        return new Forest(featureCount, classCount, trees, inDouble);
    }

    /** The same forest, which compares the rows of a table without rounding them, as Weka does; voxels are floats anyway. */
    public Forest comparingInDouble() {
        return new Forest(featureCount, classCount, trees, true);
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

    @Override
    public long bytesKept() {
        return nodeCount() * (NODE_BYTES + VOTE_BYTES * classCount);
    }

    public int treeCount() {
        return trees.size();
    }

    public int nodeCount() {
        return trees.stream().mapToInt(Tree::nodeCount).sum();
    }

    public List<Tree> trees() {
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

    /** Whether the votes of each leaf sum to 1, as far as numbers are exact. */
    public boolean hasOneVoteALeaf() {
        return trees.stream().flatMap(tree -> Arrays.stream(tree.votes())).filter(Objects::nonNull).allMatch(votes -> Math.abs(Arrays.stream(votes).sum() - 1) < ROUNDING);
    }

    @Override
    public void probabilities(final double[] row, final double[] probabilities) {
        if (inDouble) {
            vote(row, probabilities);
        } else {
            VoxelClassifier.super.probabilities(row, probabilities);
        }
    }

    @Override
    public void probabilities(final float[] features, final double[] probabilities) {
        final double[] wide = new double[features.length];
        for (int f = 0; f < wide.length; f++) {
            wide[f] = features[f];
        }
        vote(wide, probabilities);
    }

    private void vote(final double[] features, final double[] probabilities) {
        Arrays.fill(probabilities, 0);
        for (final Tree tree : trees) {
            final double[] votes = tree.votesFor(features);
            for (int c = 0; c < classCount; c++) {
                probabilities[c] += votes[c];
            }
        }
        divideBySum(probabilities);
    }

    @Override
    public void classify(final float[][] features, final byte[] classes) {
        if (flat == null) {
            VoxelClassifier.super.classify(features, classes);
            return;
        }
        if (packed == null) {
            new ForestVotes(flat).classify(features, classes);
        } else {
            new PackedVotes(flat, packed).classify(features, classes, v -> classOf(voxel(features, v)));
        }
        lackingFeatures(features, classes.length).forEach(v -> classes[v] = (byte) classOf(voxel(features, v)));
    }

    @Override
    public void probabilities(final float[][] features, final float[][] probabilities) {
        if (flat == null) {
            VoxelClassifier.super.probabilities(features, probabilities);
            return;
        }
        new ForestVotes(flat).probabilities(features, probabilities);
        final double[] ofVoxel = new double[classCount];
        lackingFeatures(features, probabilities[0].length).forEach(v -> {
            probabilities(voxel(features, v), ofVoxel);
            for (int c = 0; c < classCount; c++) {
                probabilities[c][v] = (float) ofVoxel[c];
            }
        });
    }

    private float[] voxel(final float[][] features, final int v) {
        final float[] voxel = new float[featureCount];
        for (int f = 0; f < featureCount; f++) {
            voxel[f] = features[f][v];
        }
        return voxel;
    }

    private IntStream lackingFeatures(final float[][] features, final int voxels) {
        final BitSet lacking = new BitSet();
        for (int f = 0; f < featureCount; f++) {
            for (int v = 0; v < voxels; v++) {
                if (Float.isNaN(features[f][v])) {
                    lacking.set(v);
                }
            }
        }
        return lacking.stream();
    }

    public static void divideBySum(final double[] numbers) {
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
