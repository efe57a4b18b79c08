package operando.segment.learn.feature;

/** A filter along one axis. */
interface AxisFilter {

    /** The weights for an axis of {@code length} voxels. */
    AxisTaps on(int length);

    /** The voxel of the axis that stands for one beyond its ends. */
    int inside(int at, int length);
}
