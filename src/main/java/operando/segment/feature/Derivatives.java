package operando.segment.feature;

import java.util.Arrays;

import operando.segment.feature.block.GreyVolume;
import operando.segment.feature.block.TensorEigenvalues;
import operando.segment.feature.block.VoxelBlock;

/**
 * First and second derivatives of a smoothed volume by central differences, in units of grey values a sigma. Beyond the
 * border the nearest voxel goes on; an axis of one voxel has no derivatives.
 */
final class Derivatives {

    private final VoxelBlock block;
    private final GreyVolume smooth;
    private final float sigma;

    /** @param smooth with at least one voxel around the box, or the scan's end */
    Derivatives(final VoxelBlock smooth, final double sigma) {
        this.block = smooth;
        this.smooth = smooth.read();
        this.sigma = (float) sigma;
    }

    private interface At {
        void voxel(Neighbours at, int to);
    }

    private void forEachOfBox(final At use) {
        final Neighbours at = new Neighbours();
        int to = 0;
        for (int k = 0; k < block.depth(); k++) {
            for (int j = 0; j < block.height(); j++) {
                for (int i = 0; i < block.width(); i++) {
                    at.move(block.left() + i, block.up() + j, block.before() + k);
                    use.voxel(at, to++);
                }
            }
        }
    }

    /** The gradient's magnitude. */
    float[] gradient() {
        final float[] magnitude = new float[block.size()];
        forEachOfBox((at, to) -> {
            final float x = at.alongX();
            final float y = at.alongY();
            final float z = at.alongZ();
            magnitude[to] = sigma * (float) Math.sqrt(x * x + y * y + z * z);
        });
        return magnitude;
    }

    /** The Hessian's eigenvalues, the largest first. */
    float[][] hessian() {
        final float[][] tensor = new float[6][block.size()];
        final float scale = sigma * sigma;
        forEachOfBox((at, to) -> {
            tensor[0][to] = scale * at.twice(at.x0, at.x1);
            tensor[1][to] = scale * at.twice(at.y0, at.y1);
            tensor[2][to] = scale * at.twice(at.z0, at.z1);
            tensor[3][to] = scale * at.mixed(at.x0, at.x1, at.y0, at.y1);
            tensor[4][to] = scale * at.mixed(at.x0, at.x1, at.z0, at.z1);
            tensor[5][to] = scale * at.mixed(at.y0, at.y1, at.z0, at.z1);
        });
        return TensorEigenvalues.of(tensor);
    }

    /** The eigenvalues of the products of first derivatives, smoothed, the largest first. */
    float[][] structure(final Blur blur) {
        final VoxelBlock[] slopes = slopes();
        final int[][] pairs = {{0, 0}, {1, 1}, {2, 2}, {0, 1}, {0, 2}, {1, 2}};
        final float[][] tensor = new float[pairs.length][];
        for (int p = 0; p < pairs.length; p++) {
            tensor[p] = blur.of(slopes[pairs[p][0]].times(slopes[pairs[p][1]]), 0).read().grey();
        }
        return TensorEigenvalues.of(tensor);
    }

    private VoxelBlock[] slopes() {
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
        return Arrays.stream(all).map(slope -> block.with(block.left(), block.up(), block.before(), slope)).toArray(VoxelBlock[]::new);
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
