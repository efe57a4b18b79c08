package operando.segment.feature.stack;

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
import operando.segment.feature.block.GaussianDerivative;
import operando.segment.feature.block.PerAxis;
import operando.segment.feature.block.SeparableConvolution.Margin;
import operando.segment.feature.block.TensorEigenvalues;
import operando.segment.feature.block.VolumeDerivatives;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;

/**
 * The 3-D features of Trainable Weka Segmentation 4.0.0, by the same names and definitions; only what is asked for. Sigmas
 * and radii are in voxels along x, and as long along y and z as the scan's voxel size says. If it says nothing, voxels are cubes.
 */
public final class StackFeatures implements VoxelFeatures {

    private static final long serialVersionUID = 1L;

    /** In voxels along x. */
    public static final List<Float> USUAL_SIGMAS = List.of(1f, 2f, 4f, 8f);

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
        for (final float sigma : USUAL_SIGMAS) {
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
    public StackFeatures fitted(final Scan scan, final Cores cores, final Progress progress) {
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
        for (final float integration : integrations(sigma)) {
            reach = Math.max(reach, GaussianDerivative.reach(1, sigma * along) + GaussianDerivative.reach(0, integration * along));
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
                found.put("Gaussian_blur_" + sigma, VolumeDerivatives.smoothed(near, scale.times(sigma)));
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
        return block.around(Math.max(reachAlong.applyAsInt(1), reachAlong.applyAsInt(scale.y())), reachAlong.applyAsInt(scale.z()));
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
        if (wantsAny(List.of("Mean_" + sigma, "Variance_" + sigma))) {
            final BallMeanVariance moments = new BallMeanVariance(ball, block);
            found.put("Mean_" + sigma, moments.mean());
            found.put("Variance_" + sigma, moments.variance());
        }
        final List<String> ranks = List.of("Minimum_" + sigma, "Maximum_" + sigma, "Median_" + sigma);
        if (wantsAny(ranks)) {
            putAll(ranks, BallRankFilter.of(ball, block), found);
        }
    }

    private void findDerivatives(final float sigma, final VoxelBlock block, final Map<String, float[]> found) {
        final VolumeDerivatives derivatives = new VolumeDerivatives(block, scale.times(sigma), smoothingMargin(integrations(sigma)));
        for (int order = 1; order <= StackFeatureNames.LAST_DERIVATIVE; order++) {
            final String name = StackFeatureNames.derivative(order, sigma);
            if (wanted.contains(name)) {
                found.put(name, derivatives.box(order, order, order));
            }
        }
        findCurvatures(sigma, derivatives, found);
        findSlopes(sigma, derivatives, found);
    }

    private void findCurvatures(final float sigma, final VolumeDerivatives derivatives, final Map<String, float[]> found) {
        final boolean wantsHessian = wantsAny(StackFeatureNames.hessian(sigma));
        final String laplacian = "Laplacian_" + sigma;
        if (!wantsHessian && !wanted.contains(laplacian)) {
            return;
        }
        final float[] xx = derivatives.box(2, 0, 0);
        final float[] yy = derivatives.box(0, 2, 0);
        final float[] zz = derivatives.box(0, 0, 2);
        if (wantsHessian) {
            putAll(StackFeatureNames.hessian(sigma), TensorEigenvalues.magnitudes(new float[][] {xx, yy, zz,
                derivatives.box(1, 1, 0), derivatives.box(1, 0, 1), derivatives.box(0, 1, 1)}), found);
        }
        final float[] sum = new float[xx.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = xx[i] + yy[i] + zz[i];
        }
        found.put(laplacian, sum);
    }

    /** The sigmas, in ascending order, by which structure tensors that are wanted are smoothed. */
    private List<Float> integrations(final float sigma) {
        final List<Float> integrations = new ArrayList<>();
        for (final float integration : StackFeatureNames.INTEGRATION_SIGMAS) {
            if (wantsAny(StackFeatureNames.structure(sigma, integration))) {
                integrations.add(integration);
            }
        }
        return integrations;
    }

    // How far around a box the widest of them looks.
    private Margin smoothingMargin(final List<Float> integrations) {
        if (integrations.isEmpty()) {
            return Margin.NONE;
        }
        final PerAxis widest = scale.times(integrations.get(integrations.size() - 1));
        return new Margin(GaussianDerivative.reach(0, widest.x()), GaussianDerivative.reach(0, widest.y()), GaussianDerivative.reach(0, widest.z()));
    }

    private void findSlopes(final float sigma, final VolumeDerivatives derivatives, final Map<String, float[]> found) {
        final List<Float> integrations = integrations(sigma);
        if (integrations.isEmpty() && !wanted.contains("Edges_" + sigma)) {
            return;
        }
        final VoxelBlock[] slopes = {derivatives.slope(1, 0, 0), derivatives.slope(0, 1, 0), derivatives.slope(0, 0, 1)};
        found.put("Edges_" + sigma, lengths(Arrays.stream(slopes).map(slope -> slope.box(slope.read())).toArray(float[][]::new)));
        for (final float integration : integrations) {
            final float[][] tensor = Arrays.stream(new int[][] {{0, 0}, {1, 1}, {2, 2}, {0, 1}, {0, 2}, {1, 2}})
                .map(o -> VolumeDerivatives.smoothedProduct(slopes[o[0]], slopes[o[1]], scale.times(integration))).toArray(float[][]::new);
            putAll(StackFeatureNames.structure(sigma, integration), TensorEigenvalues.magnitudes(tensor), found);
        }
    }

    private static float[] lengths(final float[][] vectors) {
        final float[] lengths = new float[vectors[0].length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (float) Math.sqrt((double) vectors[0][i] * vectors[0][i] + (double) vectors[1][i] * vectors[1][i]
                + (double) vectors[2][i] * vectors[2][i]);
        }
        return lengths;
    }

    private static void putAll(final List<String> keys, final float[][] values, final Map<String, float[]> found) {
        for (int i = 0; i < values.length; i++) {
            found.put(keys.get(i), values[i]);
        }
    }
}
