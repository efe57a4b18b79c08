package operando.segment.feature.block;

/** A filter along one axis. */
public interface AxisFilter {

    /** The weights for an axis of {@code length} voxels. */
    Kernel1D on(int length);

    /** The voxel of the axis that stands for one beyond its ends. */
    int inside(int at, int length);
}
