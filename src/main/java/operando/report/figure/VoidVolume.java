package operando.report.figure;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.series.TimeSeries;

/**
 * Which of the void volumes the report shows, in cards and figures alike: that from partial grey values where the images support it, since thin rims
 * of voids fill no whole voxel; otherwise the voxel count.
 *
 * @param quantity to be asked of a side
 * @param words    how it is made
 */
public record VoidVolume(Quantity quantity, String words) {

    public static VoidVolume of(final TimeSeries series) {
        final boolean subvoxel = series.hasAny(Quantity.VOID_VOLUME_SUBVOXEL.at(Side.TOP)) || series.hasAny(Quantity.VOID_VOLUME_SUBVOXEL.at(Side.BOTTOM));
        return subvoxel ? new VoidVolume(Quantity.VOID_VOLUME_SUBVOXEL, "the sub-voxel estimate") : new VoidVolume(Quantity.VOID_VOLUME, "voxel count");
    }

    /** Which one to trust. */
    public String advice() {
        return quantity == Quantity.VOID_VOLUME_SUBVOXEL
            ? "Of the void volumes, trust the sub-voxel estimate, which the cards and figures show: it takes partly filled voxels by their grey value. The voxel count"
                + " rounds thin rims up to whole voxels; the published count leaves out voxels that blur has brightened, about a third of a thin void. Both stand"
                + " in the table so that results can be compared with others."
            : "The images support no sub-voxel estimate of the void volume; the cards and figures show the voxel count, which is uncertain by about a voxel over the"
                + " area of the voids.";
    }
}
