package operando.series;

import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.segment.SweepResult;

/**
 * The maps of both interfaces of a scan, seen along the stack axis: a value a column, x fastest, the top's first.
 *
 * @param width              columns along x
 * @param height             columns along y
 * @param voxelSize          of the scan; x and y are the pixel of the maps
 * @param contact            255 in contact, 0 not
 * @param voidThickness      of the void at the interface, in voxels along the stack axis; 0 without one
 * @param heightUm           of the electrolyte's surface, µm from the outer face of the first slice; NaN without an interface
 * @param collectorUm        height of the current collector's surface, likewise; NaN where it is not in view
 * @param interphaseUm      thickness of the interphase, µm; NaN without an interface
 */
public record InterfaceMaps(int width, int height, VoxelSize voxelSize, byte[][] contact, float[][] voidThickness, float[][] heightUm,
                            float[][] collectorUm, float[][] interphaseUm) {

    private static final byte CONTACT = (byte) 255;

    public static InterfaceMaps of(final SweepResult swept, final VoxelSize voxelSize) {
        return of(swept, voxelSize, 0);
    }

    /** @param fromZ slices of the stack before the first that was swept */
    public static InterfaceMaps of(final SweepResult swept, final VoxelSize voxelSize, final int fromZ) {
        final int columns = swept.width() * swept.height();
        final byte[][] contact = new byte[2][columns];
        final float[][] voids = new float[2][columns];
        final float[][] heights = new float[2][columns];
        final float[][] collectors = new float[2][columns];
        final float[][] interphases = new float[2][columns];
        for (final Side side : Side.values()) {
            final int of = side.ordinal();
            for (int column = 0; column < columns; column++) {
                interphases[of][column] = swept.side(side).interphaseThickness(column) * (float) voxelSize.zUm();
                final boolean inside = swept.inCrossSection(column);
                contact[of][column] = inside && swept.side(side).inContact(column) ? CONTACT : 0;
                voids[of][column] = inside && swept.side(side).voidVoxels(column) > 0 ? Math.max(0, swept.side(side).voidThickness(column)) : 0;
                heights[of][column] = (swept.side(side).interfaceHeight(column) + fromZ) * (float) voxelSize.zUm();
                collectors[of][column] = inside ? (swept.side(side).collectorHeight(column) + fromZ) * (float) voxelSize.zUm() : Float.NaN;
            }
        }
        return new InterfaceMaps(swept.width(), swept.height(), voxelSize, contact, voids, heights, collectors, interphases);
    }

    /** The contact of a side: 255 in contact, 0 not. */
    public byte[] contact(final Side side) {
        return contact[side.ordinal()];
    }

    /** The thickness of voids at a side, voxels. */
    public float[] voidThickness(final Side side) {
        return voidThickness[side.ordinal()];
    }

    /** The height of the interface of a side, µm. */
    public float[] heightUm(final Side side) {
        return heightUm[side.ordinal()];
    }

    /** The thickness of the interphase at a side, µm. */
    public float[] interphaseUm(final Side side) {
        return interphaseUm[side.ordinal()];
    }

    /** The height of the current collector's surface at a side, µm. */
    public float[] collectorUm(final Side side) {
        return collectorUm[side.ordinal()];
    }
}
