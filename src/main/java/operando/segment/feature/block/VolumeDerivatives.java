package operando.segment.feature.block;

import java.util.HashMap;
import java.util.Map;

import operando.segment.feature.block.SeparableConvolution.Margin;

/**
 * Derivatives of what a Gaussian smooths, of a box and what lies around it. What several of them have in common along x, or
 * along x and y, is computed once.
 */
public final class VolumeDerivatives {

    private static final int ORDERS = 16;

    private final VoxelBlock block;
    private final PerAxis sigma;
    private final Margin margin;
    private final Map<Integer, VoxelBlock> alongX = new HashMap<>();
    private final Map<Integer, VoxelBlock> alongY = new HashMap<>();

    /** @param margin voxels around the box that first derivatives along one axis are to have, where there are any */
    public VolumeDerivatives(final VoxelBlock block, final PerAxis sigma, final Margin margin) {
        this.block = block;
        this.sigma = sigma;
        this.margin = margin;
    }

    /** Of the box alone. */
    public float[] box(final int x, final int y, final int z) {
        return SeparableConvolution.alongZ(alongY(x, y), new GaussianDerivative(z, sigma.z()), Margin.NONE).read().grey();
    }

    /** A derivative of first order, with the margin. */
    public VoxelBlock slope(final int x, final int y, final int z) {
        return SeparableConvolution.alongZ(alongY(x, y), new GaussianDerivative(z, sigma.z()), margin);
    }

    private VoxelBlock alongY(final int x, final int y) {
        return alongY.computeIfAbsent(x * ORDERS + y, orders ->
            SeparableConvolution.alongY(alongX(x), new GaussianDerivative(y, sigma.y()), x + y > 1 ? Margin.NONE : margin));
    }

    private VoxelBlock alongX(final int x) {
        return alongX.computeIfAbsent(x, order -> SeparableConvolution.alongX(block, new GaussianDerivative(x, sigma.x()), x > 1 ? Margin.NONE : margin));
    }

    /** The first and last slice twice: from there on volumes are mirrored when they are differentiated. */
    public static VoxelBlock padded(final VoxelBlock block) {
        final GreyVolume read = block.read();
        final int slice = read.width() * read.height();
        final GreyVolume padded = GreyVolume.of(read.width(), read.height(), read.depth() + 2);
        System.arraycopy(read.grey(), 0, padded.grey(), 0, slice);
        System.arraycopy(read.grey(), 0, padded.grey(), slice, read.grey().length);
        System.arraycopy(read.grey(), read.grey().length - slice, padded.grey(), padded.grey().length - slice, slice);
        return block.with(block.left(), block.up(), block.before() + 1, padded);
    }

    /** The smoothing of volumes, of the box alone. */
    public static float[] smoothed(final VoxelBlock block, final PerAxis sigma) {
        return SeparableConvolution.all(block, GaussianDerivative.smoothing(sigma.x()), GaussianDerivative.smoothing(sigma.y()),
            GaussianDerivative.smoothing(sigma.z()), Margin.NONE).read().grey();
    }

    /** The product of two images of the same place, smoothed, of the box alone. */
    public static float[] smoothedProduct(final VoxelBlock one, final VoxelBlock two, final PerAxis sigma) {
        return SeparableConvolution.all(one.times(two), new GaussianDerivative(0, sigma.x()), new GaussianDerivative(0, sigma.y()),
            new GaussianDerivative(0, sigma.z()), Margin.NONE).read().grey();
    }
}
