package operando.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntBinaryOperator;

import operando.cell.Side;
import org.junit.jupiter.api.Test;

/** A void of known shape in a flat surface: its rim, which darkens no voxel, is found with its thickness. */
class ThinVoidCorrectionTest {

    private static final int WIDTH = 31;
    private static final int HEIGHT = 23;
    private static final float FLAT = 12.25f;
    private static final float DEEP = 3;
    // (P − L) / (L − V) = 65 / 42: a thin void of thickness t looks like a surface that lies deeper by t · 42/65.
    private static final PartialVolumeModel MODEL = new PartialVolumeModel(new PhaseGreys(21, 63, 128, 171, 230), 1.3);
    private static final float DEEPER = 42f / 65;

    /** Status of columns by (x, y); voids are {@link #DEEP} thick. */
    private static ElectrodeMaps maps(final IntBinaryOperator status) {
        final ElectrodeMaps maps = new ElectrodeMaps(Side.TOP, WIDTH, HEIGHT, 60);
        for (int column = 0; column < maps.columns(); column++) {
            maps.status[column] = (byte) status.applyAsInt(column % WIDTH, column / WIDTH);
            maps.surface[column] = maps.hasInterface(column) ? FLAT : Float.NaN;
            maps.voidThickness[column] = maps.status(column) == ElectrodeMaps.Status.VOID ? DEEP : 0;
        }
        return maps;
    }

    private static int status(final boolean isVoid) {
        return (isVoid ? ElectrodeMaps.Status.VOID : ElectrodeMaps.Status.CONTACT).ordinal();
    }

    /** How many columns (x, y) lies outside a void that spans x 10 to 16 and y 8 to 12; 0 inside. */
    private static int outside(final int x, final int y) {
        return Math.max(Math.max(10 - x, x - 16), Math.max(Math.max(8 - y, y - 12), 0));
    }

    @Test
    void theRimOfAVoidHasTheThicknessThatItsSurfaceSeemsTooDeepBy() {
        final ElectrodeMaps maps = maps((x, y) -> status(outside(x, y) == 0));
        final float[] wedge = {DEEP, 0.6f, 0.2f};
        double volume = 0;
        for (int column = 0; column < maps.columns(); column++) {
            final int away = outside(column % WIDTH, column / WIDTH);
            if (away == 1 || away == 2) {
                maps.surface[column] += DEEPER * wedge[away];
                volume += wedge[away];
            }
        }
        new ThinVoidCorrection(maps, MODEL).find();
        for (int column = 0; column < maps.columns(); column++) {
            final int away = outside(column % WIDTH, column / WIDTH);
            assertEquals(FLAT, maps.surface[column], 1e-5);
            assertEquals(away < wedge.length ? wedge[away] : 0, maps.voidThickness[column], 1e-5);
        }
        // Beside the void a wedge is as high as the mean of the last column of the void and the first of the rim.
        assertEquals(2 * volume / ((DEEP + 0.6) / 2), maps.thinVoidColumns(), 1e-3);
    }

    @Test
    void whatLiesDeepFartherFromTheVoidIsTheSurfaceItself() {
        final ElectrodeMaps maps = maps((x, y) -> status(outside(x, y) == 0));
        for (int column = 0; column < maps.columns(); column++) {
            maps.surface[column] += outside(column % WIDTH, column / WIDTH) == 3 ? 1 : 0;
        }
        new ThinVoidCorrection(maps, MODEL).find();
        final int beside = 10 * WIDTH + 19;
        assertEquals(FLAT + 1, maps.surface[beside]);
        assertEquals(0, maps.voidThickness[beside]);
        // The rim then lies above what is around it, and its thickness is negative, lest noise add up to voids.
        assertTrue(maps.voidThickness[10 * WIDTH + 18] < 0);
        assertEquals(0, maps.thinVoidColumns());
    }

    @Test
    void nearerColumnsCountMoreByTheFourthPowerOfTheDistance() {
        // One rim column between a void to its left and, two columns on, contact to its right; everything else is outside.
        final int y = 7;
        final ElectrodeMaps maps = maps((column, row) -> row != y ? ElectrodeMaps.Status.OUTSIDE.ordinal()
            : column == 4 || column == 5 ? ElectrodeMaps.Status.VOID.ordinal()
            : column == 6 || column == 8 ? ElectrodeMaps.Status.CONTACT.ordinal() : ElectrodeMaps.Status.WITHOUT_LITHIUM.ordinal());
        final int row = y * WIDTH;
        maps.surface[row + 4] = 10;
        maps.surface[row + 5] = 11;
        maps.surface[row + 6] = 14;
        maps.surface[row + 8] = 13;
        new ThinVoidCorrection(maps, MODEL).find();
        final double expected = (10 / 16.0 + 11 + 13 / 16.0) / (1 + 2 / 16.0);
        assertEquals(expected, maps.surface[row + 6], 1e-5);
        assertEquals((14 - expected) / DEEPER, maps.voidThickness[row + 6], 1e-4);
        assertEquals(13, maps.surface[row + 8]);
    }

    @Test
    void aVoidOfASingleColumnHasNoRim() {
        final ElectrodeMaps maps = maps((x, y) -> status(x == 15 && y == 11));
        maps.surface[11 * WIDTH + 16] += 1;
        new ThinVoidCorrection(maps, MODEL).find();
        assertEquals(FLAT + 1, maps.surface[11 * WIDTH + 16]);
        assertEquals(0, maps.thinVoidColumns());
    }

    @Test
    void columnsAtTheEndsOfRowsAreNoNeighbours() {
        // The last column of a row and the first of the next.
        final ElectrodeMaps maps = maps((x, y) -> status(x == WIDTH - 1 && y == 5 || x == 0 && y == 6));
        maps.surface[5 * WIDTH + WIDTH - 2] += 1;
        new ThinVoidCorrection(maps, MODEL).find();
        assertEquals(FLAT + 1, maps.surface[5 * WIDTH + WIDTH - 2]);
        assertEquals(0, maps.thinVoidColumns());
    }

    @Test
    void voidsInTheCornersHaveRimsAsWell() {
        for (final int[] corner : new int[][] {{0, 0, 1, 0}, {WIDTH - 1, 0, WIDTH - 1, 1}, {0, HEIGHT - 1, 0, HEIGHT - 2}, {WIDTH - 1, HEIGHT - 1, WIDTH - 2, HEIGHT - 1}}) {
            final ElectrodeMaps maps = maps((x, y) -> status(x == corner[0] && y == corner[1] || x == corner[2] && y == corner[3]));
            double volume = 0;
            for (int column = 0; column < maps.columns(); column++) {
                final int x = column % WIDTH;
                final int y = column / WIDTH;
                final int away = Math.min(Math.max(Math.abs(x - corner[0]), Math.abs(y - corner[1])), Math.max(Math.abs(x - corner[2]), Math.abs(y - corner[3])));
                if (away == 1 || away == 2) {
                    maps.surface[column] += DEEPER * 0.5f;
                    volume += 0.5;
                }
            }
            new ThinVoidCorrection(maps, MODEL).find();
            assertEquals(2 * volume / ((DEEP + 0.5) / 2), maps.thinVoidColumns(), 1e-3);
        }
    }
}
