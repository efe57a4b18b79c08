package operando.measure;

import operando.cell.InputException;
import operando.cell.VoxelSize;

/**
 * How the contact of one side changed between two scans (docs/methods/measures.md).
 *
 * @param keptMm2       in contact at both times
 * @param gainedMm2     in contact only later
 * @param lostMm2       in contact only earlier
 * @param changePercent of the earlier contact area; NaN if there was none
 * @param map           a value a column: {@link #NEITHER}, {@link #KEPT}, {@link #GAINED}, {@link #LOST}
 */
public record ContactChange(double keptMm2, double gainedMm2, double lostMm2, double changePercent, byte[] map) {

    /** Without contact at both times. */
    public static final byte NEITHER = 0;
    public static final byte KEPT = 1;
    public static final byte GAINED = 2;
    public static final byte LOST = 3;

    private static final double MM2_PER_UM2 = 1e-6;

    /**
     * @param earlier contact map, a value a column, 0 without contact
     * @param later   contact map of the same columns
     * @throws InputException if the maps differ in size
     */
    public static ContactChange between(final byte[] earlier, final byte[] later, final VoxelSize voxelSize) {
        if (earlier.length != later.length) {
            throw new InputException("contact maps", earlier.length + " and " + later.length + " columns cannot be compared",
                "give maps of scans of one size");
        }
        final long[] counts = new long[4];
        final byte[] map = new byte[earlier.length];
        for (int column = 0; column < map.length; column++) {
            if (earlier[column] != 0) {
                map[column] = later[column] != 0 ? KEPT : LOST;
            } else {
                map[column] = later[column] != 0 ? GAINED : NEITHER;
            }
            counts[map[column]]++;
        }
        final double mm2 = voxelSize.pixelAreaUm2() * MM2_PER_UM2;
        final double before = counts[KEPT] + counts[LOST];
        return new ContactChange(counts[KEPT] * mm2, counts[GAINED] * mm2, counts[LOST] * mm2,
            before == 0 ? Double.NaN : 100 * (counts[GAINED] - counts[LOST]) / before, map);
    }
}
