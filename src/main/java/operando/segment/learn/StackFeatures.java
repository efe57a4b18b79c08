package operando.segment.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleToIntFunction;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.Scan;

/**
 * The 3-D features of Trainable Weka Segmentation 4.0.0, by the same names and definitions; only what is asked for. Sigmas
 * and radii are in voxels along x, and as long along y and z as the scan's voxel size says. If it says nothing, voxels are cubes.
 */
public final class StackFeatures implements VoxelFeatures {

    private static final float LARGEST_SIGMA = 32;

    private final List<String> names;
    private final Set<String> wanted;
    private final TreeSet<Float> sigmas;
    private final PerAxis scale;

    private StackFeatures(final List<String> names, final TreeSet<Float> sigmas, final PerAxis scale) {
        this.names = List.copyOf(names);
        this.sigmas = sigmas;
        this.scale = scale;
        wanted = new HashSet<>(names);
    }

    /** What Trainable Weka Segmentation computes unless told otherwise: grey value, means and variances of balls. */
    public static StackFeatures defaults() {
        final List<String> names = new ArrayList<>(List.of(StackFeatureNames.ORIGINAL));
        for (final float sigma : new float[] {1, 2, 4, 8}) {
            names.add("Mean_" + sigma);
            names.add("Variance_" + sigma);
        }
        return named(names);
    }

    /**
     * Features of these names, in this order.
     *
     * @throws InputException naming a feature that cannot be computed
     */
    public static StackFeatures named(final List<String> names) {
        final TreeSet<Float> sigmas = StackFeatureNames.sigmas(names, LARGEST_SIGMA);
        final Set<String> known = new HashSet<>(StackFeatureNames.all(sigmas));
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new InputException("feature " + name, "nothing here computes it", "train with others");
        });
        return new StackFeatures(names, sigmas, PerAxis.CUBIC);
    }

    @Override
    public List<String> names() {
        return names;
    }

    /** With sigmas and radii as the scan's voxel size wants them. */
    @Override
    public StackFeatures on(final Scan scan, final Cores cores, final Progress progress) {
        if (scan.depth() == 1) {
            throw new InputException(scan.name(), "has one slice, and these features look at the slices above and below",
                "give a stack, or train with 2-D features such as slice");
        }
        return new StackFeatures(names, sigmas, scan.voxelSize().map(PerAxis::asLongAsOneAlongX).orElse(PerAxis.CUBIC));
    }

    @Override
    public int reach() {
        return Math.max(reach(1), reach(scale.y()));
    }

    // At least 1, so that a set of grey values alone counts as 3-D.
    @Override
    public int reachAcrossSlices() {
        return Math.max(1, reach(scale.z()));
    }

    private int reach(final double along) {
        int reach = 0;
        for (final float sigma : sigmas) {
            reach = Math.max(reach, wantsAny(StackFeatureNames.ball(sigma)) ? (int) (float) (sigma * along) : 0);
            reach = Math.max(reach, wantsBlur(sigma) ? GaussianDerivative.smoothingReach(sigma * along) : 0);
            reach = Math.max(reach, derivativeReach(sigma, along));
        }
        return reach;
    }

    private int derivativeReach(final float sigma, final double along) {
        int reach = 0;
        for (int order = 1; order <= StackFeatureNames.LAST_DERIVATIVE; order++) {
            if (wanted.contains(StackFeatureNames.derivative(order, sigma))) {
                reach = Math.max(reach, GaussianDerivative.reach(order, sigma * along));
            }
        }
        if (wantsAny(StackFeatureNames.hessian(sigma)) || wanted.contains("Laplacian_" + sigma) || wanted.contains("Edges_" + sigma)) {
            reach = Math.max(reach, GaussianDerivative.reach(2, sigma * along));
        }
        for (final float integration : StackFeatureNames.INTEGRATION_SIGMAS) {
            if (wantsAny(StackFeatureNames.structure(sigma, integration))) {
                reach = Math.max(reach, GaussianDerivative.reach(1, sigma * along) + GaussianDerivative.reach(0, integration * along));
            }
        }
        return reach;
    }

    private boolean wantsAny(final List<String> some) {
        return some.stream().anyMatch(wanted::contains);
    }

    private boolean wantsBlur(final float sigma) {
        return wanted.contains("Gaussian_blur_" + sigma) || sigmas.stream().anyMatch(other ->
            wanted.contains(StackFeatureNames.difference(sigma, other)) || wanted.contains(StackFeatureNames.difference(other, sigma)));
    }

    @Override
    public float[][] of(final VoxelBlock block) {
        final Map<String, float[]> found = new HashMap<>();
        found.put(StackFeatureNames.ORIGINAL, block.box(block.read()));
        for (final float sigma : sigmas) {
            if (wantsBlur(sigma)) {
                final VoxelBlock near = around(block, along -> GaussianDerivative.smoothingReach(sigma * along));
                found.put("Gaussian_blur_" + sigma, near.box(VolumeDerivatives.smoothed(near.read(), scale.times(sigma))));
            }
            if (derivativeReach(sigma, 1) > 0) {
                findDerivatives(sigma, VolumeDerivatives.padded(around(block, along -> derivativeReach(sigma, along))), found);
            }
            findBalls(sigma, around(block, along -> (int) (float) (sigma * along)), found);
        }
        findDifferences(found);
        return names.stream().map(found::get).toArray(float[][]::new);
    }

    /** The same box with no more around it than what {@code reachAlong} says for the scale of an axis. */
    private VoxelBlock around(final VoxelBlock block, final DoubleToIntFunction reachAlong) {
        final GreyVolume read = block.read();
        final int reach = Math.max(reachAlong.applyAsInt(1), reachAlong.applyAsInt(scale.y()));
        final int across = reachAlong.applyAsInt(scale.z());
        final int left = Math.min(block.left(), reach);
        final int up = Math.min(block.up(), reach);
        final int before = Math.min(block.before(), across);
        final int fromX = block.left() - left;
        final int fromY = block.up() - up;
        final int fromZ = block.before() - before;
        final GreyVolume cut = GreyVolume.of(Math.min(read.width() - fromX, left + block.width() + reach),
            Math.min(read.height() - fromY, up + block.height() + reach), Math.min(read.depth() - fromZ, before + block.depth() + across));
        for (int z = 0; z < cut.depth(); z++) {
            for (int y = 0; y < cut.height(); y++) {
                System.arraycopy(read.grey(), read.index(fromX, fromY + y, fromZ + z), cut.grey(), cut.index(0, y, z), cut.width());
            }
        }
        return new VoxelBlock(block.x(), block.y(), block.z(), block.width(), block.height(), block.depth(), left, up, before, cut);
    }

    private void findDifferences(final Map<String, float[]> found) {
        for (final float less : sigmas) {
            for (final float sigma : sigmas.tailSet(less, false)) {
                if (wanted.contains(StackFeatureNames.difference(less, sigma))) {
                    final float[] difference = found.get("Gaussian_blur_" + sigma).clone();
                    final float[] taken = found.get("Gaussian_blur_" + less);
                    for (int i = 0; i < difference.length; i++) {
                        difference[i] -= taken[i];
                    }
                    found.put(StackFeatureNames.difference(less, sigma), difference);
                }
            }
        }
    }

    private void findBalls(final float sigma, final VoxelBlock block, final Map<String, float[]> found) {
        final Ball ball = new Ball(scale.times(sigma));
        if (wanted.contains("Mean_" + sigma)) {
            found.put("Mean_" + sigma, BallMoments.mean(ball, block));
        }
        if (wanted.contains("Variance_" + sigma)) {
            found.put("Variance_" + sigma, BallMoments.variance(ball, block));
        }
        final List<String> ranks = List.of("Minimum_" + sigma, "Maximum_" + sigma, "Median_" + sigma);
        if (wantsAny(ranks)) {
            putAll(ranks, BallRanks.of(ball, block), found);
        }
    }

    private void findDerivatives(final float sigma, final VoxelBlock block, final Map<String, float[]> found) {
        final GreyVolume volume = block.read();
        for (int order = 1; order <= StackFeatureNames.LAST_DERIVATIVE; order++) {
            final String name = StackFeatureNames.derivative(order, sigma);
            if (wanted.contains(name)) {
                found.put(name, block.box(VolumeDerivatives.derivative(volume, scale.times(sigma), order, order, order)));
            }
        }
        if (wantsAny(StackFeatureNames.hessian(sigma)) || wanted.contains("Laplacian_" + sigma)) {
            final float[][] second = Arrays.stream(new int[][] {{2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {1, 1, 0}, {1, 0, 1}, {0, 1, 1}})
                .map(o -> block.box(VolumeDerivatives.derivative(volume, scale.times(sigma), o[0], o[1], o[2]))).toArray(float[][]::new);
            putAll(StackFeatureNames.hessian(sigma), VolumeDerivatives.magnitudes(second), found);
            final float[] laplacian = new float[second[0].length];
            for (int i = 0; i < laplacian.length; i++) {
                laplacian[i] = second[0][i] + second[1][i] + second[2][i];
            }
            found.put("Laplacian_" + sigma, laplacian);
        }
        findSlopes(sigma, block, found);
    }

    private void findSlopes(final float sigma, final VoxelBlock block, final Map<String, float[]> found) {
        final List<String> tensors = new ArrayList<>();
        for (final float integration : StackFeatureNames.INTEGRATION_SIGMAS) {
            tensors.addAll(StackFeatureNames.structure(sigma, integration));
        }
        if (!wantsAny(tensors) && !wanted.contains("Edges_" + sigma)) {
            return;
        }
        final GreyVolume[] slope = {VolumeDerivatives.derivative(block.read(), scale.times(sigma), 1, 0, 0),
            VolumeDerivatives.derivative(block.read(), scale.times(sigma), 0, 1, 0), VolumeDerivatives.derivative(block.read(), scale.times(sigma), 0, 0, 1)};
        final float[][] at = Arrays.stream(slope).map(block::box).toArray(float[][]::new);
        final float[] edges = new float[at[0].length];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = (float) Math.sqrt((double) at[0][i] * at[0][i] + (double) at[1][i] * at[1][i] + (double) at[2][i] * at[2][i]);
        }
        found.put("Edges_" + sigma, edges);
        for (final float integration : StackFeatureNames.INTEGRATION_SIGMAS) {
            final List<String> three = StackFeatureNames.structure(sigma, integration);
            if (wantsAny(three)) {
                final float[][] tensor = Arrays.stream(new int[][] {{0, 0}, {1, 1}, {2, 2}, {0, 1}, {0, 2}, {1, 2}})
                    .map(o -> block.box(VolumeDerivatives.derivative(VolumeDerivatives.product(slope[o[0]], slope[o[1]]), scale.times(integration), 0, 0, 0)))
                    .toArray(float[][]::new);
                putAll(three, VolumeDerivatives.magnitudes(tensor), found);
            }
        }
    }

    private static void putAll(final List<String> keys, final float[][] values, final Map<String, float[]> found) {
        for (int i = 0; i < values.length; i++) {
            found.put(keys.get(i), values[i]);
        }
    }
}
