package operando.segment.feature.slice;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import operando.cell.InputException;
import operando.scan.Scan;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;

/**
 * The 2-D features of Trainable Weka Segmentation 4.0.0, by the same names and definitions; each slice by itself, and only
 * what is asked for. A smoothing is shared by all features that begin with it. Some features depend on the whole slice; they
 * need to be made ready {@link #on} a scan, or else take what was read around a box as the slice.
 *
 * <pre>
 * float[][] values = SliceFeatures.of(FeatureSettings.defaults()).of(block);
 * </pre>
 */
public final class SliceFeatures implements VoxelFeatures {

    // Nominal sigmas of smoothing, gradient, Hessian and differences are this much larger than those of the Gaussian.
    private static final double SMOOTHING = 0.4;

    private static final long serialVersionUID = 1L;

    private final FeatureSettings settings;
    private final List<String> names;
    private final boolean onceDefined;
    private final transient Set<String> wanted;
    private final transient WholeSliceFeatures ofWholeSlices;
    private final transient RangedTextures ranged;
    private final transient Optional<WholeSlices> slices;

    private SliceFeatures(final FeatureSettings settings, final List<String> names, final boolean onceDefined,
        final Optional<WholeSlices> slices) {
        this.settings = settings;
        this.onceDefined = onceDefined;
        this.slices = slices;
        this.names = List.copyOf(names);
        wanted = new HashSet<>(names);
        ofWholeSlices = new WholeSliceFeatures(wanted);
        ranged = new RangedTextures(settings, wanted);
    }

    /** All features of these settings, in the order of Trainable Weka Segmentation. */
    public static SliceFeatures of(final FeatureSettings settings) {
        return new SliceFeatures(settings, settings.names(), false, Optional.empty());
    }

    /**
     * Features of these names, in this order.
     *
     * @throws InputException naming a feature that cannot be computed
     */
    public static SliceFeatures named(final List<String> names) {
        return new SliceFeatures(FeatureSettings.forNames(names), names, false, Optional.empty());
    }

    /** The same with the eigenvalues of the Hessian as models expect them that are older than version 3.2.25. */
    public SliceFeatures asBeforeVersion3225() {
        return new SliceFeatures(settings, names, true, slices);
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public VoxelFeatures reading(final Scan scan, final int threads) {
        return needsWholeSlices() ? new SliceFeatures(settings, names, onceDefined, Optional.of(new WholeSlices(scan, ofWholeSlices, threads))) : this;
    }

    private Object readResolve() {
        return new SliceFeatures(settings, names, onceDefined, Optional.empty());
    }

    private boolean needsWholeSlices() {
        return !ofWholeSlices.names().isEmpty() || ranged.isWanted();
    }

    @Override
    public long bytesKept() {
        return slices.map(WholeSlices::bytes).orElse(0L);
    }

    @Override
    public int reachAcrossSlices() {
        return 0;
    }

    @Override
    public int reach() {
        int reach = settings.has(FeatureGroup.MEMBRANE_PROJECTIONS) ? settings.membranePatchSize() / 2 : 0;
        reach = Math.max(reach, settings.startsUnsmoothed() ? reachAt(0) : 0);
        for (final float sigma : settings.sigmas()) {
            reach = Math.max(reach, reachAt(sigma));
        }
        return Math.max(Math.max(reach, ranged.reach()), new SliceTextures(settings, wanted).reach());
    }

    private int reachAt(final float sigma) {
        final int blurred = sigma == 0 ? 0 : isCoarse(sigma) ? DownsampledGaussian.reach(SMOOTHING * sigma) : GaussianBlur.reach(SMOOTHING * sigma);
        if (wantsHessian(sigma)) {
            return blurred + 2;
        }
        if (wanted.contains(FeatureNames.sobel(sigma))) {
            return blurred + 1;
        }
        return wantsBlur(sigma) ? blurred : 0;
    }

    private static boolean isCoarse(final float sigma) {
        return SMOOTHING * sigma > DownsampledGaussian.LARGEST_FINE_SIGMA;
    }

    private boolean wantsHessian(final float sigma) {
        return FeatureNames.hessian(sigma).stream().anyMatch(wanted::contains);
    }

    private boolean wantsBlur(final float sigma) {
        return wanted.contains(FeatureNames.blur(sigma)) || settings.sigmas().stream().anyMatch(other ->
            wanted.contains(FeatureNames.difference(sigma, other)) || wanted.contains(FeatureNames.difference(other, sigma)));
    }

    @Override
    public float[][] of(final VoxelBlock block) {
        final int slice = block.width() * block.height();
        final float[][] values = new float[names.size()][];
        for (int z = 0; z < block.depth(); z++) {
            final SlicePlane plane = SlicePlane.of(block, z);
            final Map<String, float[]> found = inSlice(plane, block.x(), block.y());
            if (needsWholeSlices()) {
                findOfWholeSlice(plane, block, z, found);
            }
            for (int i = 0; i < values.length; i++) {
                final float[] one = found.get(names.get(i));
                if (block.depth() == 1) {
                    values[i] = one;
                    continue;
                }
                values[i] = values[i] == null ? new float[block.size()] : values[i];
                System.arraycopy(one, 0, values[i], z * slice, slice);
            }
        }
        return values;
    }

    private void findOfWholeSlice(final SlicePlane plane, final VoxelBlock block, final int z, final Map<String, float[]> found) {
        final boolean known = slices.isPresent();
        final WholeSlice slice = known ? slices.get().of(block.z() + z) : new WholeSlice(plane::asWhole, own -> own, ofWholeSlices);
        slice.cut(known ? block.x() : block.left(), known ? block.y() : block.up(), block.width(), block.height(), found);
        ranged.find(plane, slice, found);
    }

    private Map<String, float[]> inSlice(final SlicePlane plane, final int x, final int y) {
        final Map<String, float[]> found = new HashMap<>();
        found.put(FeatureNames.ORIGINAL, plane.box());
        if (settings.startsUnsmoothed()) {
            findGradients(0, plane.around(2), found);
        }
        for (final float sigma : settings.sigmas()) {
            if (reachAt(sigma) > 0) {
                findSmoothed(sigma, plane, x, y, found);
            }
        }
        findDifferences(found);
        new SliceTextures(settings, wanted).find(plane, found);
        if (settings.has(FeatureGroup.MEMBRANE_PROJECTIONS)) {
            final float[][] membranes = new MembraneProjections(settings.membranePatchSize(), settings.membraneThickness()).of(plane);
            for (int p = 0; p < membranes.length; p++) {
                found.put(FeatureNames.membrane(settings, p), membranes[p]);
            }
        }
        return found;
    }

    private void findSmoothed(final float sigma, final SlicePlane plane, final int x, final int y, final Map<String, float[]> found) {
        final SlicePlane near = plane.around(reachAt(sigma));
        final SlicePlane smooth = isCoarse(sigma) ? new DownsampledGaussian(SMOOTHING * sigma).of(near, x - near.left(), y - near.up())
            : new GaussianBlur(SMOOTHING * sigma).of(near);
        if (wantsBlur(sigma)) {
            found.put(FeatureNames.blur(sigma), smooth.box());
        }
        findGradients(sigma, smooth.around(2), found);
    }

    private void findGradients(final float sigma, final SlicePlane smooth, final Map<String, float[]> found) {
        final boolean hessian = wantsHessian(sigma);
        if (!hessian && !wanted.contains(FeatureNames.sobel(sigma))) {
            return;
        }
        final SlicePlane down = SliceGradient.down(smooth);
        final SlicePlane across = SliceGradient.across(smooth);
        found.put(FeatureNames.sobel(sigma), SliceGradient.magnitude(down.box(), across.box()));
        if (hessian) {
            final float[][] eight = SliceHessian.of(SliceGradient.down(down).box(), SliceGradient.across(down).box(),
                SliceGradient.across(across).box());
            if (onceDefined) {
                SliceHessian.spreadAsOnceDefined(eight);
            }
            for (int i = 0; i < eight.length; i++) {
                found.put(FeatureNames.hessian(sigma).get(i), eight[i]);
            }
        }
    }

    private void findDifferences(final Map<String, float[]> found) {
        for (final float sigma : settings.sigmas()) {
            for (final float less : settings.sigmas()) {
                final String name = FeatureNames.difference(sigma, less);
                if (less < sigma && wanted.contains(name)) {
                    found.put(name, difference(found.get(FeatureNames.blur(less)), found.get(FeatureNames.blur(sigma))));
                }
            }
        }
    }

    private static float[] difference(final float[] from, final float[] taken) {
        final float[] difference = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            difference[i] = from[i] - taken[i];
        }
        return difference;
    }
}
