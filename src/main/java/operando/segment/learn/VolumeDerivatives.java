package operando.segment.learn;

/** Gaussian smoothing and derivatives of a volume, along x, then y, then z, with floats between them. */
final class VolumeDerivatives {

    private VolumeDerivatives() {
    }

    private static GreyVolume of(final GreyVolume volume, final GaussianDerivative alongX, final GaussianDerivative alongY,
        final GaussianDerivative alongZ) {
        final int width = volume.width();
        final int height = volume.height();
        final int depth = volume.depth();
        final float[] x = alongX.alongX(plane(width, height * depth, volume.grey())).grey();
        final GreyVolume y = volume.sameSize();
        for (int z = 0; z < depth; z++) {
            final float[] slice = java.util.Arrays.copyOfRange(x, z * width * height, (z + 1) * width * height);
            System.arraycopy(alongY.alongY(plane(width, height, slice)).grey(), 0, y.grey(), z * width * height, slice.length);
        }
        return new GreyVolume(width, height, depth, alongZ.alongY(plane(width * height, depth, y.grey())).grey());
    }

    private static SlicePlane plane(final int width, final int height, final float[] grey) {
        return new SlicePlane(width, height, 0, 0, width, height, grey);
    }

    /** The first and last slice twice: from there on volumes are mirrored when they are differentiated. */
    static VoxelBlock padded(final VoxelBlock block) {
        final GreyVolume read = block.read();
        final int slice = read.width() * read.height();
        final GreyVolume padded = GreyVolume.of(read.width(), read.height(), read.depth() + 2);
        System.arraycopy(read.grey(), 0, padded.grey(), 0, slice);
        System.arraycopy(read.grey(), 0, padded.grey(), slice, read.grey().length);
        System.arraycopy(read.grey(), read.grey().length - slice, padded.grey(), padded.grey().length - slice, slice);
        return new VoxelBlock(block.x(), block.y(), block.z(), block.width(), block.height(), block.depth(), block.left(), block.up(),
            block.before() + 1, padded);
    }

    static GreyVolume smoothed(final GreyVolume volume, final PerAxis sigma) {
        return of(volume, GaussianDerivative.smoothing(sigma.x()), GaussianDerivative.smoothing(sigma.y()), GaussianDerivative.smoothing(sigma.z()));
    }

    /** Derivative of the orders along x, y and z, each by the voxel of its axis. */
    static GreyVolume derivative(final GreyVolume volume, final PerAxis sigma, final int x, final int y, final int z) {
        return of(volume, new GaussianDerivative(x, sigma.x()), new GaussianDerivative(y, sigma.y()), new GaussianDerivative(z, sigma.z()));
    }

    static GreyVolume product(final GreyVolume one, final GreyVolume two) {
        final GreyVolume product = one.sameSize();
        for (int i = 0; i < product.grey().length; i++) {
            product.grey()[i] = one.grey()[i] * two.grey()[i];
        }
        return product;
    }

    /** Magnitudes of the eigenvalues of xx, yy, zz, xy, xz, yz, the largest first. */
    static float[][] magnitudes(final float[][] tensor) {
        final int count = tensor[0].length;
        final float[][] magnitudes = new float[3][count];
        final double[] eigenvalues = new double[3];
        for (int i = 0; i < count; i++) {
            SymmetricTensor.eigenvalues(tensor[0][i], tensor[1][i], tensor[2][i], tensor[3][i], tensor[4][i], tensor[5][i], eigenvalues);
            for (int k = 0; k < 3; k++) {
                eigenvalues[k] = Math.abs(eigenvalues[k]);
            }
            java.util.Arrays.sort(eigenvalues);
            for (int k = 0; k < 3; k++) {
                magnitudes[k][i] = (float) eigenvalues[2 - k];
            }
        }
        return magnitudes;
    }
}
