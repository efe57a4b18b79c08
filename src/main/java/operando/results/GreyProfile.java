package operando.results;

import java.util.List;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.scan.Scan;
import operando.series.InterfaceMaps;
import operando.text.CsvTable;

/**
 * Grey values along the stack axis across one interface, as the mean of 3 × 3 columns, in grey values of the scan as it is (Lewis et al., Fig. S5).
 *
 * @param scan     its name
 * @param xUm      middle of the columns
 * @param yUm      middle of the columns
 * @param heightUm of the voxels' middles, µm from the electrolyte's surface in this scan, positive into the electrolyte
 * @param grey     a value a height
 */
public record GreyProfile(String scan, Side side, double xUm, double yUm, double[] heightUm, double[] grey) {

    /** How far to both sides of the electrolyte's surface the profile reaches. */
    private static final double REACH_UM = 40;

    /**
     * The profile at a column, without which there is no interface; the columns about it may be without.
     *
     * @param x column along x, not at the border
     * @param y column along y, not at the border
     */
    static GreyProfile of(final Scan scan, final String name, final InterfaceMaps maps, final Side side, final int x, final int y) {
        final double dz = maps.voxelSize().zUm();
        final double surface = maps.heightUm(side)[y * maps.width() + x];
        final int from = (int) Math.max(0, Math.floor((surface - REACH_UM) / dz));
        final int to = (int) Math.min(scan.depth(), Math.ceil((surface + REACH_UM) / dz));
        final float[] block = new float[9 * (to - from)];
        scan.readBlock(x - 1, y - 1, from, 3, 3, to - from, block);
        final double[] heights = new double[to - from];
        final double[] grey = new double[to - from];
        for (int i = 0; i < grey.length; i++) {
            heights[i] = ((from + i + 0.5) * dz - surface) * (side == Side.TOP ? 1 : -1);
            for (int column = 0; column < 9; column++) {
                grey[i] += block[9 * i + column] / 9;
            }
        }
        return new GreyProfile(name, side, (x + 0.5) * maps.voxelSize().xUm(), (y + 0.5) * maps.voxelSize().yUm(), heights, grey);
    }

    /** Writes grey_profiles.csv: a row a voxel. */
    static void write(final List<GreyProfile> profiles, final ResultFiles files) {
        final CsvTable table = new CsvTable(List.of(Quantity.SCAN.column(), Quantity.SIDE.column(), "x_um", "y_um", "height_um", "grey"));
        for (final GreyProfile profile : profiles) {
            for (int i = 0; i < profile.grey.length; i++) {
                table.row(List.of(profile.scan, profile.side.key(), profile.xUm, profile.yUm, profile.heightUm[i], profile.grey[i]));
            }
        }
        table.write(files.greyProfiles());
    }
}
