package operando.segment.learn.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import operando.cell.InputException;
import org.junit.jupiter.api.Test;

class ForestTest {

    /** Complete trees of random questions; votes of the leaves in eighths, so that ties occur. */
    private static Forest random(final int features, final int classes, final int trees, final int depth, final long seed) {
        final Random random = new Random(seed);
        final List<Tree> all = new ArrayList<>();
        for (int t = 0; t < trees; t++) {
            final int inner = (1 << depth) - 1;
            final int count = 2 * inner + 1;
            final int[] feature = new int[count];
            final double[] threshold = new double[count];
            final int[] first = new int[count];
            final double[][] shares = new double[count][];
            final double[][] votes = new double[count][];
            for (int node = 0; node < count; node++) {
                feature[node] = node < inner ? random.nextInt(features) : Tree.LEAF;
                threshold[node] = random.nextInt(5) == 0 ? Math.round(random.nextGaussian()) : random.nextGaussian();
                first[node] = 2 * node + 1;
                if (node < inner) {
                    shares[node] = new double[] {0.25, 0.75};
                } else {
                    votes[node] = random.ints(classes, 0, 8).mapToDouble(eighths -> eighths * eighths / 8.0).toArray();
                }
            }
            all.add(new Tree(feature, threshold, first, shares, votes));
        }
        return new Forest(features, classes, all);
    }

    private static float[][] features(final int count, final int voxels, final long seed) {
        final Random random = new Random(seed);
        final float[][] features = new float[count][voxels];
        for (final float[] feature : features) {
            for (int v = 0; v < voxels; v++) {
                feature[v] = random.nextInt(4) == 0 ? random.nextInt(3) - 1 : (float) random.nextGaussian();
            }
        }
        return features;
    }

    private static float[] voxel(final float[][] features, final int v) {
        final float[] voxel = new float[features.length];
        for (int f = 0; f < voxel.length; f++) {
            voxel[f] = features[f][v];
        }
        return voxel;
    }

    private static void assertBlockEqualsVoxels(final Forest forest, final float[][] features) {
        final int voxels = features[0].length;
        final byte[] classes = new byte[voxels];
        final float[][] block = new float[forest.classCount()][voxels];
        forest.classify(features, classes);
        forest.probabilities(features, block);
        final double[] one = new double[forest.classCount()];
        for (int v = 0; v < voxels; v++) {
            assertEquals(forest.classOf(voxel(features, v)), classes[v], "voxel " + v);
            forest.probabilities(voxel(features, v), one);
            for (int c = 0; c < one.length; c++) {
                assertEquals((float) one[c], block[c][v]);
            }
        }
    }

    @Test
    void blockOfVoxelsIsVotedOnAsOneVoxelAtATime() {
        assertBlockEqualsVoxels(random(7, 3, 50, 6, 1), features(7, 2003, 2));
        assertBlockEqualsVoxels(random(1, 2, 9, 1, 3), features(1, 5, 4));
        assertBlockEqualsVoxels(random(20, 5, 33, 9, 5), features(20, 257, 6));
        assertBlockEqualsVoxels(random(1024, 2, 8, 4, 7), features(1024, 3, 8));
    }

    @Test
    void votesThatDifferByLessThanTheStepsOfTheFastWayAreCountedExactly() {
        for (final double scale : new double[] {1e-3, 0.3, 1, 1e6}) {
            final List<Tree> trees = new ArrayList<>();
            for (final Tree tree : random(6, 4, 60, 3, 14).trees()) {
                final double[][] votes = tree.votes().clone();
                final Random random = new Random(trees.size());
                for (int node = 0; node < votes.length; node++) {
                    if (votes[node] != null) {
                        votes[node] = random.doubles(4, 0.999 * scale, scale).toArray();
                    }
                }
                trees.add(new Tree(tree.feature(), tree.threshold(), tree.first(), tree.shares(), votes));
            }
            assertBlockEqualsVoxels(new Forest(6, 4, trees), features(6, 500, 15));
        }
    }

    @Test
    void forestOfMoreFeaturesThanTheFastWayHasRoomForStillVotes() {
        assertBlockEqualsVoxels(random(1500, 2, 3, 8, 9), features(1500, 40, 10));
    }

    @Test
    void thresholdBetweenTwoFloatsSplitsThemExactly() {
        final float below = 0.1f;
        final float above = Math.nextUp(below);
        for (final double threshold : new double[] {below, (below + (double) above) / 2, above, -0.0, 1e300, -1e300}) {
            final Tree tree = new Tree(new int[] {0, -1, -1}, new double[] {threshold, 0, 0}, new int[] {1, 0, 0},
                new double[][] {{0.5, 0.5}, null, null}, new double[][] {null, {1, 0}, {0, 1}});
            final Forest forest = new Forest(1, 2, List.of(tree));
            final float[] values = {below, above, 0, -0.0f, Math.nextDown(below), Float.MAX_VALUE, -Float.MAX_VALUE,
                Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
            final byte[] classes = new byte[values.length];
            forest.classify(new float[][] {values}, classes);
            for (int v = 0; v < values.length; v++) {
                assertEquals((double) values[v] < threshold ? 0 : 1, classes[v], values[v] + " < " + threshold);
            }
        }
    }

    @Test
    void voxelThatLacksAFeatureGoesBothWays() {
        final float[][] features = features(7, 300, 11);
        features[3][17] = Float.NaN;
        features[0][299] = Float.NaN;
        assertBlockEqualsVoxels(random(7, 3, 21, 5, 12), features);
    }

    @Test
    void equalVotesGoToTheFirstClass() {
        final Tree leaf = new Tree(new int[] {-1}, new double[1], new int[1], new double[1][], new double[][] {{0, 2, 2}});
        final Forest forest = new Forest(1, 3, List.of(leaf, leaf));
        final byte[] classes = new byte[3];
        forest.classify(new float[1][3], classes);
        assertArrayEquals(new byte[] {1, 1, 1}, classes);
        final Tree silent = new Tree(new int[] {-1}, new double[1], new int[1], new double[1][], new double[][] {{0, 0, 0}});
        final float[][] nothing = new float[3][1];
        new Forest(1, 3, List.of(silent)).probabilities(new float[1][1], nothing);
        assertArrayEquals(new float[3][1], nothing);
    }

    @Test
    void lateTreesThatOutvoteManyEarlyOnesAreHeard() {
        final Tree[] trees = new Tree[40];
        Arrays.fill(trees, new Tree(new int[] {-1}, new double[1], new int[1], new double[1][], new double[][] {{1, 0}}));
        trees[39] = new Tree(new int[] {-1}, new double[1], new int[1], new double[1][], new double[][] {{0, 39.5}});
        final byte[] classes = new byte[10];
        new Forest(1, 2, List.of(trees)).classify(new float[1][10], classes);
        assertArrayEquals(new byte[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, classes);
    }

    @Test
    void treeThatDoesNotFitIsRefused() {
        final Tree wide = random(5, 2, 1, 2, 13).trees().get(0);
        final InputException e = assertThrows(InputException.class, () -> new Forest(5, 3, List.of(wide)));
        assertTrue(e.getMessage().contains("does not fit"), e.getMessage());
        assertThrows(InputException.class, () -> new Forest(1, 2, List.of()));
    }
}
