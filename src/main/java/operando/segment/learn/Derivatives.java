package operando.segment.learn;

import java.util.List;

/**
 * First and second derivatives of a smoothed volume by central differences, in units of grey values a sigma. Beyond the
 * border the nearest voxel goes on; an axis of one voxel has no derivatives.
 */
final class Derivatives {

    private final GreyVolume smooth;
    private final float sigma;

    Derivatives(final GreyVolume smooth, final double sigma) {
        this.smooth = smooth;
        this.sigma = (float) sigma;
    }

    /** The gradient's magnitude in the block. */
    float[] gradient(final VoxelBlock block) {
        final float[] magnitude = new float[block.size()];
        final Neighbours at = new Neighbours();
        int to = 0;
        for (int k = 0; k < block.depth(); k++) {
            for (int j = 0; j < block.height(); j++) {
                for (int i = 0; i < block.width(); i++) {
                    at.move(block.left() + i, block.up() + j, block.before() + k);
                    final float x = at.alongX();
                    final float y = at.alongY();
                    final float z = at.alongZ();
                    magnitude[to++] = sigma * (float) Math.sqrt(x * x + y * y + z * z);
                }
            }
        }
        return magnitude;
    }

    /** The Hessian's eigenvalues in the block, the largest first. */
    List<float[]> hessian(final VoxelBlock block) {
        final List<float[]> values = List.of(new float[block.size()], new float[block.size()], new float[block.size()]);
        final double[] three = new double[3];
        final double scale = sigma * sigma;
        final Neighbours at = new Neighbours();
        int to = 0;
        for (int k = 0; k < block.depth(); k++) {
            for (int j = 0; j < block.height(); j++) {
                for (int i = 0; i < block.width(); i++) {
                    at.move(block.left() + i, block.up() + j, block.before() + k);
                    SymmetricTensor.eigenvalues(at.twice(at.x0, at.x1), at.twice(at.y0, at.y1), at.twice(at.z0, at.z1),
                        at.mixed(at.x0, at.x1, at.y0, at.y1), at.mixed(at.x0, at.x1, at.z0, at.z1),
                        at.mixed(at.y0, at.y1, at.z0, at.z1), three);
                    for (int e = 0; e < three.length; e++) {
                        values.get(e)[to] = (float) (scale * three[e]);
                    }
                    to++;
                }
            }
        }
        return values;
    }

    /** The eigenvalues in the block of the products of first derivatives, smoothed, the largest first. */
    List<float[]> structure(final VoxelBlock block, final Blur blur) {
        final GreyVolume[] gradient = gradients();
        final float[][] tensor = new float[6][];
        int product = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = a; b < 3; b++) {
                tensor[product++] = block.box(blur.of(product(gradient[a], gradient[b])));
            }
        }
        final List<float[]> values = List.of(new float[block.size()], new float[block.size()], new float[block.size()]);
        final double[] three = new double[3];
        for (int i = 0; i < block.size(); i++) {
            SymmetricTensor.eigenvalues(tensor[0][i], tensor[3][i], tensor[5][i], tensor[1][i], tensor[2][i], tensor[4][i], three);
            for (int e = 0; e < three.length; e++) {
                values.get(e)[i] = (float) three[e];
            }
        }
        return values;
    }

    private GreyVolume[] gradients() {
        final GreyVolume[] all = {smooth.sameSize(), smooth.sameSize(), smooth.sameSize()};
        final Neighbours at = new Neighbours();
        int to = 0;
        for (int z = 0; z < smooth.depth(); z++) {
            for (int y = 0; y < smooth.height(); y++) {
                for (int x = 0; x < smooth.width(); x++) {
                    at.move(x, y, z);
                    all[0].grey()[to] = sigma * at.alongX();
                    all[1].grey()[to] = sigma * at.alongY();
                    all[2].grey()[to++] = sigma * at.alongZ();
                }
            }
        }
        return all;
    }

    private static GreyVolume product(final GreyVolume a, final GreyVolume b) {
        final GreyVolume product = a.sameSize();
        for (int i = 0; i < product.grey().length; i++) {
            product.grey()[i] = a.grey()[i] * b.grey()[i];
        }
        return product;
    }

    /** A voxel and the distances, in the array, to the nearest voxels before and after it along each axis. */
    private final class Neighbours {

        private final float[] grey = smooth.grey();
        private int here;
        private int x0;
        private int x1;
        private int y0;
        private int y1;
        private int z0;
        private int z1;

        void move(final int x, final int y, final int z) {
            final int row = smooth.width();
            final int slice = row * smooth.height();
            here = smooth.index(x, y, z);
            x0 = x > 0 ? -1 : 0;
            x1 = x < smooth.width() - 1 ? 1 : 0;
            y0 = y > 0 ? -row : 0;
            y1 = y < smooth.height() - 1 ? row : 0;
            z0 = z > 0 ? -slice : 0;
            z1 = z < smooth.depth() - 1 ? slice : 0;
        }

        float alongX() {
            return (grey[here + x1] - grey[here + x0]) / 2;
        }

        float alongY() {
            return (grey[here + y1] - grey[here + y0]) / 2;
        }

        float alongZ() {
            return (grey[here + z1] - grey[here + z0]) / 2;
        }

        float twice(final int before, final int after) {
            return grey[here + after] - 2 * grey[here] + grey[here + before];
        }

        float mixed(final int before, final int after, final int up, final int down) {
            return (grey[here + after + down] - grey[here + after + up] - grey[here + before + down] + grey[here + before + up]) / 4;
        }
    }
}
