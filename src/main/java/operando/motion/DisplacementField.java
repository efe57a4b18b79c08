package operando.motion;

import java.util.stream.IntStream;

import operando.cell.VoxelSize;
import operando.motion.subvolume.PointStatus;

/**
 * The displacement of material points of one scan in another, on a grid. The point that lies at X in the reference lies
 * at X + u in the other scan; positions are in µm from the outer corner of the first voxel, so that the centre of the
 * voxel k lies at (k + ½) · edge.
 *
 * @param reference      name of the scan whose points are followed
 * @param deformed       name of the scan where they were found
 * @param displacementUm u for x, y, z, then for each point of the grid, µm; NaN where there is none
 * @param errorUm        standard deviation of the same, by noise, interpolation and curvature, µm
 * @param correlation    zero-mean normalised cross-correlation of each match, 0 where there was none
 * @param iterations     steps each match took
 * @param status         why a point has a displacement or none
 * @param jumpUm         beside a discontinuity the displacement of its other side less the point's own, for x, y, z, then for
 *                       each point, µm; NaN elsewhere
 */
public record DisplacementField(String reference, String deformed, VoxelSize voxelSize, PointGrid grid,
                                CorrelationSettings settings, RigidAlignment alignment, float[][] displacementUm,
                                float[][] errorUm, float[] correlation, int[] iterations, PointStatus[] status, float[][] jumpUm) {

    /** A field without discontinuities. */
    public DisplacementField(final String reference, final String deformed, final VoxelSize voxelSize, final PointGrid grid,
        final CorrelationSettings settings, final RigidAlignment alignment, final float[][] displacementUm, final float[][] errorUm,
        final float[] correlation, final int[] iterations, final PointStatus[] status) {
        this(reference, deformed, voxelSize, grid, settings, alignment, displacementUm, errorUm, correlation, iterations, status,
            noJumps(status.length));
    }

    private static float[][] noJumps(final int points) {
        final float[][] none = new float[3][points];
        for (final float[] component : none) {
            java.util.Arrays.fill(component, Float.NaN);
        }
        return none;
    }

    public int size() {
        return grid.size();
    }

    public double xUm(final int point) {
        return (grid.voxelX(point) + 0.5) * voxelSize.xUm();
    }

    public double yUm(final int point) {
        return (grid.voxelY(point) + 0.5) * voxelSize.yUm();
    }

    public double zUm(final int point) {
        return (grid.voxelZ(point) + 0.5) * voxelSize.zUm();
    }

    /** One component (0 x, 1 y, 2 z) of a point's displacement, µm; NaN where there is none. */
    public double displacementUm(final int component, final int point) {
        return displacementUm[component][point];
    }

    /** Length of a point's displacement, µm; NaN where there is none. */
    public double lengthUm(final int point) {
        final double x = displacementUm[0][point];
        final double y = displacementUm[1][point];
        final double z = displacementUm[2][point];
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** The greatest length among the measured points, µm; 0 if there are none. */
    public double longestUm() {
        return IntStream.range(0, size()).filter(point -> status[point].measured()).mapToDouble(this::lengthUm).max().orElse(0);
    }

    /** The mean length of the measured points, µm; not a number if there are none. */
    public double meanLengthUm() {
        return IntStream.range(0, size()).filter(point -> status[point].measured()).mapToDouble(this::lengthUm).average().orElse(Double.NaN);
    }

    public int count(final PointStatus wanted) {
        int count = 0;
        for (final PointStatus each : status) {
            count += each == wanted ? 1 : 0;
        }
        return count;
    }

    /** How many points were measured and are believed. */
    public int measuredCount() {
        return (int) IntStream.range(0, size()).filter(point -> status[point].measured()).count();
    }

    /** The same field with other displacements and statuses. */
    public DisplacementField with(final float[][] newDisplacementUm, final PointStatus[] newStatus) {
        return new DisplacementField(reference, deformed, voxelSize, grid, settings, alignment, newDisplacementUm, errorUm,
            correlation, iterations, newStatus, jumpUm);
    }

    /** The mean rigid motion of the scans taken away: displacement relative to the alignment of the whole. */
    public DisplacementField withoutRigidMotion() {
        final double[] edge = {voxelSize.xUm(), voxelSize.yUm(), voxelSize.zUm()};
        final double[] middle = {grid.firstX() + 0.5 * grid.spacing() * (grid.countX() - 1),
            grid.firstY() + 0.5 * grid.spacing() * (grid.countY() - 1),
            grid.firstZ() + 0.5 * grid.spacing() * (grid.countZ() - 1)};
        final float[][] left = new float[3][size()];
        for (int point = 0; point < size(); point++) {
            final double[] rigid = alignment.at(grid.voxelX(point) - middle[0], grid.voxelY(point) - middle[1],
                grid.voxelZ(point) - middle[2]);
            for (int c = 0; c < 3; c++) {
                left[c][point] = (float) (displacementUm[c][point] - rigid[c] * edge[c]);
            }
        }
        return with(left, status);
    }
}
