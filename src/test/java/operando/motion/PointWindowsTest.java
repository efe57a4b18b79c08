package operando.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import operando.cell.VoxelSize;
import operando.motion.subvolume.ShapeFunction;
import operando.scan.Scan;
import org.junit.jupiter.api.Test;

/** What is read of the deformed scan for a window of points holds where they are looked for, and is bounded however they moved. */
class PointWindowsTest {

    private static final int HALO = 12;
    private static final PointGrid GRID = new PointGrid(9, 40, 35, 30, 8, 7, 6);
    private static final Scan SCAN = VolumeCorrelationTest.scan("deformed", new float[230 * 190 * 150], 230, 190, 150, new VoxelSize(1.1, 1.3, 1.7));
    private static final int[] ALL = IntStream.range(0, GRID.size()).toArray();
    // Of a whole block: 63 + 2 · 12 + 1 voxels along x, and so on, and 16 for what its points move against each other.
    private static final long MOST = (63L + 25 + 16) * (54 + 25 + 16) * (45 + 25 + 16);

    private static PointWindows windows(final IntFunction<List<ShapeFunction>> starts) {
        return new PointWindows(GRID, HALO, starts, SCAN, MOST);
    }

    private static ShapeFunction start(final double x, final double y, final double z) {
        return ShapeFunction.shifted(HALO, x, y, z);
    }

    private static long voxels(final int[][] box) {
        return (long) (box[1][0] - box[0][0]) * (box[1][1] - box[0][1]) * (box[1][2] - box[0][2]);
    }

    private static void assertHolds(final int[][] box, final int point, final ShapeFunction start) {
        final int[] at = {GRID.voxelX(point), GRID.voxelY(point), GRID.voxelZ(point)};
        final int[] size = {SCAN.width(), SCAN.height(), SCAN.depth()};
        for (int c = 0; c < 3; c++) {
            final double moved = at[c] + start.p[c][0];
            assertTrue(box[0][c] <= Math.max(0, moved - HALO) && Math.min(size[c], moved + HALO) <= box[1][c], "axis " + c + " of point " + point);
        }
    }

    @Test
    void pointsThatMoveAboutAlikeAreReadAtOnce() {
        final Random random = new Random(3);
        final List<int[]> found = windows(point -> List.of(start(-7 + 12 * random.nextDouble(), 3, 2 * random.nextDouble()))).about(ALL);
        assertEquals(1, found.size());
        assertArrayEquals(ALL, found.get(0));
    }

    @Test
    void halvesThatMovedFarApartAreReadOneAfterTheOther() {
        final IntFunction<List<ShapeFunction>> starts = point -> List.of(GRID.i(point) < 4 ? start(-40, 5, 0) : start(30, -20, 8));
        final PointWindows windows = windows(starts);
        final List<int[]> found = windows.about(ALL);
        assertEquals(2, found.size(), "one window a half");
        for (final int[] window : found) {
            assertTrue(voxels(windows.deformed(window)) <= MOST);
            Arrays.stream(window).forEach(point -> assertHolds(windows.deformed(window), point, starts.apply(point).get(0)));
        }
    }

    @Test
    void whatIsReadIsBoundedForAnyMotion() {
        for (int seed = 0; seed < 30; seed++) {
            final int look = seed;
            final double far = 3 * seed + 1;
            final IntFunction<List<ShapeFunction>> starts = point -> {
                final Random random = new Random(1000L * look + point);
                return random.doubles(3, -far, far).mapToObj(d -> start(d, random.nextGaussian() * far / 4, random.nextGaussian() * far / 4)).toList();
            };
            final PointWindows windows = windows(starts);
            final List<int[]> found = windows.about(ALL);
            assertArrayEquals(ALL, found.stream().flatMapToInt(Arrays::stream).sorted().toArray(), "every point is in one window");
            for (final int[] window : found) {
                assertTrue(voxels(windows.deformed(window)) <= MOST, voxels(windows.deformed(window)) + " voxels for " + window.length + " points");
                Arrays.stream(window).filter(point -> window.length > 1 && (window.length < ALL.length || BlockCorrelation.isCoarsest(GRID, point)))
                    .forEach(point -> starts.apply(point).forEach(start -> assertHolds(windows.deformed(window), point, start)));
            }
        }
    }

    @Test
    void ofStartsOfOnePointThatLieTooFarApartTheLikeliestIsReached() {
        final List<ShapeFunction> starts = List.of(start(60, 50, 40), start(58, 51, 42), start(-70, -50, -40));
        final PointWindows windows = new PointWindows(GRID, HALO, point -> starts, SCAN, 30L * 30 * 30);
        final int[][] box = windows.deformed(new int[] {170});
        assertTrue(voxels(box) <= 30 * 30 * 30);
        assertHolds(box, 170, starts.get(0));
        assertHolds(box, 170, starts.get(1));
    }
}
