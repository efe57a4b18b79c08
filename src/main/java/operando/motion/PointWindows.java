package operando.motion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Boxes about points of a grid that are few or lie apart: a box is halved along its longest side where both halves together
 * have much fewer voxels to be read.
 */
final class PointWindows {

    private static final double FEWER = 0.7;

    private PointWindows() {
    }

    /**
     * @param halo voxels that are read to each side of a point
     * @return the points of each box
     */
    static List<int[]> about(final PointGrid grid, final int[] points, final int halo) {
        return points.length == 0 ? List.of() : split(grid, points, halo).toList();
    }

    private static Stream<int[]> split(final PointGrid grid, final int[] points, final int halo) {
        final int[][] box = box(grid, points);
        int axis = 0;
        for (int c = 1; c < 3; c++) {
            axis = box[1][c] - box[0][c] > box[1][axis] - box[0][axis] ? c : axis;
        }
        final int longest = axis;
        final double middle = (box[0][axis] + box[1][axis]) / 2.0;
        final int[] before = Arrays.stream(points).filter(point -> voxel(grid, point)[longest] <= middle).toArray();
        final int[] after = Arrays.stream(points).filter(point -> voxel(grid, point)[longest] > middle).toArray();
        return after.length > 0 && voxels(box(grid, before), halo) + voxels(box(grid, after), halo) < FEWER * voxels(box, halo)
            ? Stream.concat(split(grid, before, halo), split(grid, after, halo)) : Stream.of(points);
    }

    private static double voxels(final int[][] box, final int halo) {
        double voxels = 1;
        for (int c = 0; c < 3; c++) {
            voxels *= box[1][c] - box[0][c] + 2 * halo + 1;
        }
        return voxels;
    }

    private static int[][] box(final PointGrid grid, final int[] points) {
        final int[][] box = {voxel(grid, points[0]), voxel(grid, points[0])};
        for (final int point : points) {
            final int[] voxel = voxel(grid, point);
            for (int c = 0; c < 3; c++) {
                box[0][c] = Math.min(box[0][c], voxel[c]);
                box[1][c] = Math.max(box[1][c], voxel[c]);
            }
        }
        return box;
    }

    private static int[] voxel(final PointGrid grid, final int point) {
        return new int[] {grid.voxelX(point), grid.voxelY(point), grid.voxelZ(point)};
    }
}
