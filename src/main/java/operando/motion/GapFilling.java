package operando.motion;

import operando.motion.subvolume.PointStatus;

/**
 * Gives points without a believable displacement the mean of their neighbours', layer by layer from the measured ones
 * inwards. Nothing else does so: what is filled says so in its status, and is not meant for more than pictures and
 * interpolation.
 */
public final class GapFilling {

    private GapFilling() {
    }

    /** @return the field with every gap filled; as it is if nothing was measured */
    public static DisplacementField fill(final DisplacementField field) {
        final float[][] displacement = new float[3][];
        for (int c = 0; c < 3; c++) {
            displacement[c] = field.displacementUm()[c].clone();
        }
        final PointStatus[] status = field.status().clone();
        final boolean[] known = new boolean[status.length];
        for (int point = 0; point < known.length; point++) {
            known[point] = status[point].measured();
        }
        boolean more = field.count(PointStatus.CONVERGED) > 0;
        while (more) {
            more = false;
            final boolean[] before = known.clone();
            for (int point = 0; point < known.length; point++) {
                if (!before[point] && takeMean(field.grid(), point, before, displacement)) {
                    known[point] = true;
                    status[point] = PointStatus.FILLED;
                    more = true;
                }
            }
        }
        return field.with(displacement, status);
    }

    private static boolean takeMean(final PointGrid grid, final int point, final boolean[] known, final float[][] displacement) {
        final double[] sum = new double[3];
        int count = 0;
        for (int k = Math.max(0, grid.k(point) - 1); k <= Math.min(grid.countZ() - 1, grid.k(point) + 1); k++) {
            for (int j = Math.max(0, grid.j(point) - 1); j <= Math.min(grid.countY() - 1, grid.j(point) + 1); j++) {
                for (int i = Math.max(0, grid.i(point) - 1); i <= Math.min(grid.countX() - 1, grid.i(point) + 1); i++) {
                    final int other = grid.index(i, j, k);
                    if (known[other]) {
                        count++;
                        for (int c = 0; c < 3; c++) {
                            sum[c] += displacement[c][other];
                        }
                    }
                }
            }
        }
        for (int c = 0; c < 3 && count > 0; c++) {
            displacement[c][point] = (float) (sum[c] / count);
        }
        return count > 0;
    }
}
