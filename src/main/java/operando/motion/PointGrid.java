package operando.motion;

import java.io.Serializable;

import operando.cell.InputException;
import operando.scan.Scan;

/**
 * The points of a displacement field: voxels of the reference on a regular grid, as many as fit with a whole subvolume
 * about each, and centred. Points are numbered x first, then y, then z.
 *
 * @param spacing distance of neighbouring points, voxels
 * @param firstX  voxel of the first point along x
 * @param countX  points along x
 */
public record PointGrid(int spacing, int firstX, int firstY, int firstZ, int countX, int countY, int countZ) implements Serializable {

    /** @throws InputException if the subvolume does not fit into the scan */
    static PointGrid over(final Scan scan, final CorrelationSettings settings) {
        final int side = settings.subvolumeVoxels();
        final int least = Math.min(scan.width(), Math.min(scan.height(), scan.depth()));
        if (side > least) {
            throw new InputException(scan.name(), "a subvolume of " + side + " voxels a side does not fit into "
                + scan.width() + " x " + scan.height() + " x " + scan.depth() + " voxels",
                "give a subvolume of at most " + (least - 1 + least % 2) + " voxels");
        }
        final int step = settings.spacingVoxels();
        final int[] room = {scan.width() - side, scan.height() - side, scan.depth() - side};
        return new PointGrid(step, side / 2 + room[0] % step / 2, side / 2 + room[1] % step / 2,
            side / 2 + room[2] % step / 2, room[0] / step + 1, room[1] / step + 1, room[2] / step + 1);
    }

    /** The points of a box: the numbers of the first along x, y and z, and of the one after the last. */
    PointGrid box(final int[] from, final int[] to) {
        return new PointGrid(spacing, firstX + spacing * from[0], firstY + spacing * from[1], firstZ + spacing * from[2], to[0] - from[0], to[1] - from[1],
            to[2] - from[2]);
    }

    /** Whether there is a point with these numbers along x, y and z. */
    boolean holds(final int i, final int j, final int k) {
        return i >= 0 && j >= 0 && k >= 0 && i < countX && j < countY && k < countZ;
    }

    public int size() {
        return countX * countY * countZ;
    }

    public int index(final int i, final int j, final int k) {
        return (k * countY + j) * countX + i;
    }

    public int i(final int point) {
        return point % countX;
    }

    public int j(final int point) {
        return point / countX % countY;
    }

    public int k(final int point) {
        return point / countX / countY;
    }

    public int voxelX(final int point) {
        return firstX + spacing * i(point);
    }

    public int voxelY(final int point) {
        return firstY + spacing * j(point);
    }

    public int voxelZ(final int point) {
        return firstZ + spacing * k(point);
    }
}
