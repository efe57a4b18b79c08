package operando.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import operando.cell.Side;
import operando.measure.ContactChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Round voids on a wavy interface, seen through windows that lie elsewhere. */
class RegisteredMapsTest {

    /** Voids of radius 7 in a lattice of 23 × 19 pixels. */
    private static double contact(final double x, final double y) {
        return Math.hypot(x - 23 * Math.rint(x / 23), y - 19 * Math.rint(y / 19)) - 7;
    }

    private static double thickness(final double x, final double y) {
        return 3;
    }

    /** Waves of many directions and lengths above 12 pixels, so that no other shift than the true one brings them together. */
    private static double relief(final double x, final double y) {
        final Random random = new Random(4);
        double height = 0;
        for (int wave = 0; wave < 12; wave++) {
            final double direction = Math.PI * random.nextDouble();
            final double number = 0.1 + 0.4 * random.nextDouble();
            height += Math.sin(number * (x * Math.cos(direction) + y * Math.sin(direction)) + 2 * Math.PI * random.nextDouble());
        }
        return 2 * height;
    }

    private static InterfaceMaps window(final double left, final double top, final int width, final int height) {
        return MadeMaps.of(width, height, left, top, RegisteredMapsTest::contact, RegisteredMapsTest::thickness, RegisteredMapsTest::relief);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "2.4, 3.7", "-3.6, 1.3", "4, -6", "-5.25, -2.75"})
    void aWindowThatMovedIsFoundAndChangesNothing(final double x, final double y) {
        final InterfaceMaps earlier = window(20, 20, 140, 120);
        final InterfaceMaps later = window(20 + x, 20 + y, 140, 120);
        final FieldShift shift = FieldShift.between(earlier, later);
        assertEquals(-x, shift.x(), 0.02);
        assertEquals(-y, shift.y(), 0.02);
        final RegisteredMaps registered = RegisteredMaps.of(earlier, later, shift);
        final int width = registered.earlier().width();
        final int height = registered.earlier().height();
        assertEquals(width, registered.later().width());
        assertEquals(height, registered.later().height());
        // What both see is as much narrower as the window moved; up to two pixels of rounding, and one of interpolation, go.
        assertTrue(width <= 140 - Math.abs(x) && width >= 140 - Math.abs(x) - 3, "width " + width);
        assertTrue(height <= 120 - Math.abs(y) && height >= 120 - Math.abs(y) - 3, "height " + height);
        final double truth = share(20 + Math.ceil(Math.abs(x) / 2) + x / 2, 20 + Math.ceil(Math.abs(y) / 2) + y / 2, width, height);
        for (final Side side : Side.values()) {
            final ContactChange change = ContactChange.between(registered.earlier().contact(side), registered.later().contact(side), MadeMaps.VOXEL);
            assertEquals(0, change.lostMm2() + change.gainedMm2(), 1e-12);
            // Smoothing over 3 × 3 pixels takes a quarter of a pixel at most from a rim of which there is 2π 7 a cell of 23 × 19.
            assertEquals(truth, change.keptMm2() / (width * height * MadeMaps.VOXEL.pixelAreaUm2() * 1e-6), 0.25 * 2 * Math.PI * 7 / (23 * 19));
            for (int i = 0; i < width * height; i++) {
                assertEquals(registered.earlier().heightUm(side)[i], registered.later().heightUm(side)[i], 0.25);
                final float voids = registered.earlier().voidThickness(side)[i];
                assertTrue(voids == 0 || voids >= 1.5 - 1e-4 && voids <= 3, "a pixel is void by half or not at all: " + voids);
            }
        }
    }

    private static double share(final double left, final double top, final int width, final int height) {
        int inContact = 0;
        for (int i = 0; i < width * height; i++) {
            inContact += contact(left + i % width, top + i / width) > 0 ? 1 : 0;
        }
        return (double) inContact / (width * height);
    }

    @Test
    void aVoidThatGrowsInAMovedWindowIsSeenWhereItGrew() {
        final InterfaceMaps earlier = window(20, 20, 140, 120);
        final InterfaceMaps later = MadeMaps.of(140, 120, 22.5, 18.5, (x, y) -> contact(x, y) - 3, RegisteredMapsTest::thickness, RegisteredMapsTest::relief);
        final RegisteredMaps registered = RegisteredMaps.of(earlier, later, FieldShift.between(earlier, later));
        final ContactChange change = ContactChange.between(registered.earlier().contact(Side.TOP), registered.later().contact(Side.TOP), MadeMaps.VOXEL);
        assertEquals(0, change.gainedMm2(), 1e-12);
        final double all = registered.earlier().width() * registered.earlier().height() * MadeMaps.VOXEL.pixelAreaUm2() * 1e-6;
        // From radius 7 to radius 10; half a pixel of rim may be missed.
        assertEquals(Math.PI * (100 - 49) / (23 * 19), change.lostMm2() / all, Math.PI * 20 * 0.5 / (23 * 19));
    }

    @Test
    void mapsThatDidNotMoveStayAsTheyAre() {
        final InterfaceMaps maps = window(0, 0, 60, 50);
        assertSame(maps, RegisteredMaps.of(maps, maps, FieldShift.NONE).earlier());
        assertTrue(FieldShift.between(maps, maps).isNone());
    }

    @Test
    void windowsOfTwoSizesAtOnePlaceAreCroppedToTheSmaller() {
        final RegisteredMaps registered = RegisteredMaps.of(window(0, 0, 60, 50), window(0, 0, 48, 55), FieldShift.NONE);
        assertTrue(registered.earlier().width() >= 47 && registered.earlier().width() <= 48);
        assertTrue(registered.earlier().height() >= 49 && registered.earlier().height() <= 50);
        assertEquals(registered.earlier().width(), registered.later().width());
        assertEquals(registered.earlier().height(), registered.later().height());
    }

    @Test
    void flatInterfacesTellNothingOfAShift() {
        final InterfaceMaps flat = MadeMaps.of(60, 50, 0, 0, RegisteredMapsTest::contact, RegisteredMapsTest::thickness, (x, y) -> 0.3 * x - 0.2 * y);
        final InterfaceMaps moved = MadeMaps.of(60, 50, 5, 3, RegisteredMapsTest::contact, RegisteredMapsTest::thickness, (x, y) -> 0.3 * x - 0.2 * y);
        assertTrue(FieldShift.between(flat, moved).isNone());
    }

    @Test
    void betweenPixelsValuesAreLinearAndBeyondTheMapThereAreNone() {
        final float[] map = {0, 1, 2, 10, 11, 12};
        assertEquals(5.75, Bilinear.at(map, 3, 2, 0.75, 0.5), 1e-6);
        assertEquals(12, Bilinear.at(map, 3, 2, 2, 1), 1e-6);
        assertEquals(1.5, Bilinear.at(map, 3, 2, 1.5, 0), 1e-6);
        assertEquals(6, Bilinear.at(map, 3, 2, 1, 0.5), 1e-6);
        for (final double[] beyond : new double[][] {{-0.1, 0}, {0, -0.1}, {2.1, 0}, {0, 1.1}, {3, 0}, {0, 2}}) {
            assertTrue(Double.isNaN(Bilinear.at(map, 3, 2, beyond[0], beyond[1])));
        }
    }
}
