package operando.motion.subvolume;

import java.util.Optional;

import operando.engine.Cores;

/**
 * A block of the reference scan with the slopes of the cubic spline through it. Axes x (fastest), y, z.
 *
 * @param slopeX derivative along x at each voxel centre, grey values a voxel
 * @param counts where given, the voxels whose motion is asked for; others are left out of every sum
 */
public record ReferenceVolume(int width, int height, int depth, float[] grey, float[] slopeX, float[] slopeY, float[] slopeZ,
                       Optional<MaskBlock> counts) {

    public static ReferenceVolume of(final float[] grey, final int width, final int height, final int depth,
        final Optional<MaskBlock> counts, final Cores cores) {
        return new ReferenceVolume(width, height, depth, grey,
            SplineVolume.derivative(grey, width, height, depth, 0, cores),
            SplineVolume.derivative(grey, width, height, depth, 1, cores),
            SplineVolume.derivative(grey, width, height, depth, 2, cores), counts);
    }

    public boolean holds(final int x, final int y, final int z, final int radius) {
        return x >= radius && y >= radius && z >= radius && x + radius < width && y + radius < height
            && z + radius < depth;
    }
}
