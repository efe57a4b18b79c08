package operando.cell;

import java.io.Serializable;

/** Edge lengths of a voxel in micrometres. The z axis is the one slices are stacked along. */
public record VoxelSize(double xUm, double yUm, double zUm) implements Serializable {

    public VoxelSize {
        if (!(xUm > 0 && yUm > 0 && zUm > 0) || Double.isInfinite(xUm + yUm + zUm)) {
            throw new InputException("voxel size", xUm + " × " + yUm + " × " + zUm + " µm is not a size",
                "give positive lengths in µm");
        }
    }

    public static VoxelSize cubic(final double edgeUm) {
        return new VoxelSize(edgeUm, edgeUm, edgeUm);
    }

    public double volumeUm3() {
        return xUm * yUm * zUm;
    }

    /** The area of one column seen along the stack axis. */
    public double pixelAreaUm2() {
        return xUm * yUm;
    }
}
