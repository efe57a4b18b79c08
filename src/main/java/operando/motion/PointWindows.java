package operando.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import operando.motion.subvolume.ShapeFunction;
import operando.scan.Scan;

/**
 * Boxes about points of a grid, and where those points are looked for in the deformed scan. A box is halved along its longest side
 * where both halves together have much fewer voxels to be read, as with points that are few or lie apart, and where its points may have
 * moved so far from each other that they lie in more voxels of the deformed scan than there is memory for.
 */
final class PointWindows {

    private static final double FEWER = 0.7;

    private final PointGrid grid;
    private final int halo;
    private final IntFunction<List<ShapeFunction>> starts;
    private final int[] size;
    private final long most;

    /**
     * @param halo   voxels that are read to each side of a point
     * @param starts with which each point will be looked for, the likeliest first
     * @param scan   the deformed one
     * @param most   voxels of it that may be read for one box, enough for those about a point
     */
    PointWindows(final PointGrid grid, final int halo, final IntFunction<List<ShapeFunction>> starts, final Scan scan, final long most) {
        this.grid = grid;
        this.halo = halo;
        this.starts = starts;
        this.most = most;
        size = new int[] {scan.width(), scan.height(), scan.depth()};
    }

    /** The points of each box. */
    List<int[]> about(final int[] points) {
        return points.length == 0 ? List.of() : split(points).toList();
    }

    private Stream<int[]> split(final int[] points) {
        final int[][] box = box(points);
        int axis = 0;
        for (int c = 1; c < 3; c++) {
            axis = box[1][c] - box[0][c] > box[1][axis] - box[0][axis] ? c : axis;
        }
        final int longest = axis;
        final double middle = (box[0][axis] + box[1][axis]) / 2.0;
        final int[] before = Arrays.stream(points).filter(point -> voxel(point)[longest] <= middle).toArray();
        final int[] after = Arrays.stream(points).filter(point -> voxel(point)[longest] > middle).toArray();
        return after.length > 0 && (voxels(withHalo(box(before))) + voxels(withHalo(box(after))) < FEWER * voxels(withHalo(box)) || voxels(moved(points)) > most)
            ? Stream.concat(split(before), split(after)) : Stream.of(points);
    }

    /**
     * The voxels of the deformed scan in which the points of a box are looked for: the first along each axis, and the one after the last.
     * Of the starts of a single point that lie farther apart than there is memory for, the likeliest are reached.
     */
    int[][] deformed(final int[] points) {
        int[][] box = moved(points);
        if (points.length == 1 && voxels(box) > most) {
            final List<ShapeFunction> reached = new ArrayList<>();
            for (final ShapeFunction start : starts.apply(points[0])) {
                reached.add(start);
                if (voxels(moved(box(points), range(reached.stream()))) > most) {
                    reached.remove(reached.size() - 1);
                }
            }
            box = moved(box(points), range(reached.stream()));
        }
        return box;
    }

    private int[][] moved(final int[] points) {
        // Between points of a whole block that are matched first the others follow; their own starts would say the same.
        final int[] coarsest = points.length == grid.size() ? Arrays.stream(points).filter(point -> BlockCorrelation.isCoarsest(grid, point)).toArray() : points;
        return moved(box(points), range(Arrays.stream(coarsest).boxed().flatMap(point -> starts.apply(point).stream())));
    }

    private int[][] moved(final int[][] box, final double[][] range) {
        final int[][] read = withHalo(box);
        final int[][] moved = new int[2][3];
        for (int c = 0; c < 3; c++) {
            moved[0][c] = Math.max(0, Math.min(size[c] - 4, read[0][c] + (int) Math.floor(range[0][c])));
            moved[1][c] = Math.min(size[c], Math.max(moved[0][c] + 4, read[1][c] + (int) Math.ceil(range[1][c])));
        }
        return moved;
    }

    private static double[][] range(final Stream<ShapeFunction> motions) {
        final double[][] range = new double[2][3];
        Arrays.fill(range[0], Double.MAX_VALUE);
        Arrays.fill(range[1], -Double.MAX_VALUE);
        motions.forEach(motion -> {
            for (int c = 0; c < 3; c++) {
                range[0][c] = Math.min(range[0][c], motion.p[c][0]);
                range[1][c] = Math.max(range[1][c], motion.p[c][0]);
            }
        });
        return range;
    }

    /** The voxels about points that are read: the first along each axis, and the one after the last; beyond the scan, too. */
    int[][] read(final int[] points) {
        return withHalo(box(points));
    }

    private int[][] withHalo(final int[][] box) {
        final int[][] read = new int[2][3];
        for (int c = 0; c < 3; c++) {
            read[0][c] = box[0][c] - halo;
            read[1][c] = box[1][c] + halo + 1;
        }
        return read;
    }

    private static double voxels(final int[][] box) {
        double voxels = 1;
        for (int c = 0; c < 3; c++) {
            voxels *= box[1][c] - box[0][c];
        }
        return voxels;
    }

    private int[][] box(final int[] points) {
        final int[][] box = {voxel(points[0]), voxel(points[0])};
        for (final int point : points) {
            final int[] voxel = voxel(point);
            for (int c = 0; c < 3; c++) {
                box[0][c] = Math.min(box[0][c], voxel[c]);
                box[1][c] = Math.max(box[1][c], voxel[c]);
            }
        }
        return box;
    }

    private int[] voxel(final int point) {
        return new int[] {grid.voxelX(point), grid.voxelY(point), grid.voxelZ(point)};
    }
}
