package operando.segment.feature.block;

import java.io.Serializable;

import operando.cell.VoxelSize;

/**
 * A length in voxels of each axis.
 *
 * @param x voxels along x, and so y and z
 */
public record PerAxis(double x, double y, double z) implements Serializable {

    /** The same along each axis. */
    public static final PerAxis CUBIC = new PerAxis(1, 1, 1);

    /**
     * How many voxels along each axis are as long as one along x. As in Trainable Weka Segmentation nothing is rounded: a
     * ball of radius 1 has no neighbours along z if a voxel is the least bit longer there.
     */
    public static PerAxis asLongAsOneAlongX(final VoxelSize size) {
        return new PerAxis(1, size.xUm() / size.yUm(), size.xUm() / size.zUm());
    }

    public PerAxis times(final double factor) {
        return new PerAxis(x * factor, y * factor, z * factor);
    }
}
