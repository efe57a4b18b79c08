package operando.cell;

import java.io.Serializable;

/** Edge lengths of a voxel in micrometres. The z axis is the one slices are stacked along. */
public record VoxelSize(double xUm, double yUm, double zUm) implements Serializable {

    /**
     * Sizes closer than this are one size, written with so many digits: over 4000 voxels they differ by less than half a voxel.
     */
    public static final double SAME = 1e-4;

    public VoxelSize {
        if (!(xUm > 0 && yUm > 0 && zUm > 0) || Double.isInfinite(xUm + yUm + zUm)) {
            throw new InputException("voxel size", xUm + " × " + yUm + " × " + zUm + " µm is not a size",
                "give positive lengths in µm");
        }
    }

    public static VoxelSize cubic(final double edgeUm) {
        return new VoxelSize(edgeUm, edgeUm, edgeUm);
    }

    /** Whether another size is the same but for rounding: along each axis within a relative {@value #SAME}. */
    public boolean isSame(final VoxelSize other) {
        return Math.abs(xUm / other.xUm - 1) <= SAME && Math.abs(yUm / other.yUm - 1) <= SAME && Math.abs(zUm / other.zUm - 1) <= SAME;
    }

    public double volumeUm3() {
        return xUm * yUm * zUm;
    }

    /** The area of one column seen along the stack axis. */
    public double pixelAreaUm2() {
        return xUm * yUm;
    }
}
