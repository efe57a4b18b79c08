package operando.motion;

import operando.motion.LocalPrediction.Prediction;
import operando.motion.subvolume.Match;
import operando.motion.subvolume.PointStatus;

/**
 * Tells points that could not be followed because their subvolume partly leaves the scan from those that were lost inside
 * it, by where the points about them say they are.
 */
final class OutsideTest {

    // The voxel beside a sample that interpolation needs.
    private static final int MARGIN = 1;

    private OutsideTest() {
    }

    /**
     * @param radius half the subvolume's side, voxels
     * @param size   of the deformed scan along each axis, voxels
     */
    static void mark(final PointGrid grid, final Match[] matches, final int radius, final int[] size, final PointStatus[] status) {
        final double[][] displacement = new double[3][matches.length];
        final boolean[] known = new boolean[matches.length];
        for (int point = 0; point < matches.length; point++) {
            known[point] = status[point].measured();
            for (int c = 0; c < 3; c++) {
                displacement[c][point] = matches[point].warp().p[c][0];
            }
        }
        final double[][] range = range(displacement, known);
        final LocalPrediction prediction = new LocalPrediction(grid, displacement, new double[] {1, 1, 1});
        for (int n = 0; n < status.length; n++) {
            final int point = n;
            if (status[point] == PointStatus.NOT_CONVERGED && staysWhateverMotion(grid, point, range, radius, size)) {
                continue;
            }
            if (status[point] == PointStatus.NOT_CONVERGED || status[point] == PointStatus.OUTSIDE) {
                prediction.at(point, known).ifPresent(there -> {
                    final double room = room(grid, point, there, radius, size);
                    // What the match itself saw leave stays so if it is close.
                    status[point] = room < 0 || room < 1 && status[point] == PointStatus.OUTSIDE ? PointStatus.OUTSIDE : PointStatus.NOT_CONVERGED;
                });
            }
        }
    }

    /** The least and the greatest displacement of each component, as far again to both sides. */
    private static double[][] range(final double[][] displacement, final boolean[] known) {
        final double[][] range = new double[3][];
        for (int c = 0; c < 3; c++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int point = 0; point < known.length; point++) {
                if (known[point]) {
                    least = Math.min(least, displacement[c][point]);
                    most = Math.max(most, displacement[c][point]);
                }
            }
            range[c] = new double[] {2 * least - most, 2 * most - least};
        }
        return range;
    }

    private static boolean staysWhateverMotion(final PointGrid grid, final int point, final double[][] range, final int radius, final int[] size) {
        final int[] voxel = {grid.voxelX(point), grid.voxelY(point), grid.voxelZ(point)};
        boolean stays = true;
        for (int c = 0; c < 3; c++) {
            stays &= voxel[c] + range[c][0] - radius - MARGIN > 0 && voxel[c] + range[c][1] + radius + MARGIN < size[c] - 1;
        }
        return stays;
    }

    /** Voxels between the moved subvolume and the nearest face of the scan, negative where it reaches beyond. */
    private static double room(final PointGrid grid, final int point, final Prediction there, final int radius, final int[] size) {
        final int[] voxel = {grid.voxelX(point), grid.voxelY(point), grid.voxelZ(point)};
        double room = Double.POSITIVE_INFINITY;
        for (int c = 0; c < 3; c++) {
            final double moved = voxel[c] + there.value()[c];
            room = Math.min(room, Math.min(moved - radius - MARGIN, size[c] - 1 - MARGIN - moved - radius));
        }
        return room;
    }
}
