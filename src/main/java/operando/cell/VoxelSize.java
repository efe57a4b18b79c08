package operando.cell;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Edge lengths of a voxel in micrometres. The z axis is the one slices are stacked along. */
public record VoxelSize(double xUm, double yUm, double zUm) implements Serializable {

    /**
     * Sizes closer than this are one size, written with so many digits: over 4000 voxels they differ by less than half a voxel.
     */
    public static final double SAME = 1e-4;

    /** A wider field of view than 100 mm, or a voxel of half a millimetre, shows no electrode's voids. */
    private static final double WIDEST_UM = 1e5;
    private static final double LARGEST_EDGE_UM = 500;
    /** The smallest fields of view, of X-ray microscopes, are ten times wider. */
    private static final double NARROWEST_UM = 1;
    private static final double MOST_UNEQUAL = 50;

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

    /**
     * What makes this size of the voxels of a scan doubtful, in a sentence with the likely cause: a field of view that no tomography of a cell
     * has, which a length in another unit gives; or nothing.
     *
     * @param width voxels of the scan along x, as height along y and depth along z
     */
    public Optional<String> doubt(final int width, final int height, final int depth) {
        final double viewUm = Math.max(width * xUm, Math.max(height * yUm, depth * zUm));
        final double edgeUm = Math.max(xUm, Math.max(yUm, zUm));
        final double leastUm = Math.min(xUm, Math.min(yUm, zUm));
        if (viewUm > WIDEST_UM || edgeUm > LARGEST_EDGE_UM) {
            return Optional.of(doubt(edgeUm, viewUm, viewUm / 1e3 <= WIDEST_UM ? "nm" : "pm", viewUm / 1e3 <= WIDEST_UM ? 1e-3 : 1e-6));
        }
        if (viewUm < NARROWEST_UM) {
            return Optional.of(doubt(edgeUm, viewUm, viewUm * 1e3 >= NARROWEST_UM ? "mm" : "m", viewUm * 1e3 >= NARROWEST_UM ? 1e3 : 1e6));
        }
        return edgeUm > MOST_UNEQUAL * leastUm ? Optional.of("a voxel of " + digits(xUm) + " x " + digits(yUm) + " x " + digits(zUm) + " µm is "
            + Math.round(edgeUm / leastUm) + " times as long as it is thin; probably its edges are in different units") : Optional.empty();
    }

    private static String doubt(final double edgeUm, final double viewUm, final String unit, final double factor) {
        return "a voxel of " + digits(edgeUm) + " µm makes a field of view of " + digits(viewUm / 1e3) + " mm, which no tomography of a cell has; probably the size was given in "
            + unit + ", " + digits(edgeUm * factor) + " µm";
    }

    private static String digits(final double number) {
        return new BigDecimal(number, new MathContext(4)).stripTrailingZeros().toPlainString();
    }

    public double volumeUm3() {
        return xUm * yUm * zUm;
    }

    /** The area of one column seen along the stack axis. */
    public double pixelAreaUm2() {
        return xUm * yUm;
    }
}
