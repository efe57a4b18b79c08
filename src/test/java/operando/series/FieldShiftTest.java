package operando.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.ContactChange;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.scan.MemoryScan;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.segment.ColumnSweep;
import operando.segment.SweepSettings;
import org.junit.jupiter.api.Test;

/** The same cell seen through another window has the same contact. */
class FieldShiftTest {

    private static final VoxelSize VOXEL = new VoxelSize(1.6, 1.9, 1.7);

    private static Scan phantom(final int scan, final Cores cores) {
        final PhantomSettings usual = PhantomSettings.defaults();
        return new Phantom(usual.withSeed(77).withSize(150, 134, 220).withVoxelSize(VOXEL).withPicture(usual.picture().withPixelType(PixelType.FLOAT32)))
            .inMemory(scan, cores);
    }

    /** A window of a scan that begins between its voxels; cubic (Catmull–Rom) along x and y. */
    private static Scan window(final Scan scan, final double x, final double y, final int width, final int height) {
        final List<float[]> slices = new ArrayList<>();
        final float[] slice = new float[scan.width() * scan.height()];
        for (int z = 0; z < scan.depth(); z++) {
            scan.readSlice(z, slice);
            final float[] window = new float[width * height];
            for (int i = 0; i < window.length; i++) {
                window[i] = cubic(slice, scan.width(), x + i % width, y + i / width);
            }
            slices.add(window);
        }
        return new MemoryScan("window", width, height, slices, scan.voxelSize());
    }

    private static float cubic(final float[] slice, final int width, final double x, final double y) {
        final double[] u = weights(x - Math.floor(x));
        final double[] v = weights(y - Math.floor(y));
        double sum = 0;
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < 4; i++) {
                sum += u[i] * v[j] * slice[((int) Math.floor(y) + j - 1) * width + (int) Math.floor(x) + i - 1];
            }
        }
        return (float) sum;
    }

    private static double[] weights(final double t) {
        return new double[] {(-t + 2 * t * t - t * t * t) / 2, (2 - 5 * t * t + 3 * t * t * t) / 2, (t + 4 * t * t - 3 * t * t * t) / 2, (t * t * t - t * t) / 2};
    }

    private static InterfaceMaps maps(final Scan scan, final Cores cores) {
        return InterfaceMaps.of(new ColumnSweep(SweepSettings.defaults()).sweep(scan, cores, Progress.SILENT), VOXEL);
    }

    @Test
    void sameScanMovedByPartsOfVoxelsKeepsItsContact() {
        try (Cores cores = Cores.all()) {
            final Scan scan = phantom(6, cores);
            final InterfaceMaps earlier = maps(window(scan, 10, 12, 120, 104), cores);
            final InterfaceMaps later = maps(window(scan, 12.4, 15.7, 120, 104), cores);
            final FieldShift shift = FieldShift.between(earlier, later);
            assertEquals(-2.4, shift.x(), 0.1);
            assertEquals(-3.7, shift.y(), 0.1);
            assertTrue(Math.abs(shift.x() + 2.4) < 5 * shift.error() && shift.error() < 0.1, shift::toString);
            final RegisteredMaps registered = RegisteredMaps.of(earlier, later, shift);
            for (final Side side : Side.values()) {
                final ContactChange change = ContactChange.between(registered.earlier().contact(side), registered.later().contact(side), VOXEL);
                final double contact = change.keptMm2() + change.lostMm2();
                assertEquals(0, change.lostMm2() / contact, 0.003, side + " lost");
                assertEquals(0, change.gainedMm2() / contact, 0.003, side + " gained");
            }
        }
    }

    @Test
    void windowsOfOtherSizeAreComparedWhereBothLook() {
        try (Cores cores = Cores.all()) {
            final Scan scan = phantom(6, cores);
            final InterfaceMaps earlier = maps(window(scan, 20, 9, 110, 90), cores);
            final InterfaceMaps later = maps(window(scan, 13, 14, 121, 104), cores);
            final FieldShift shift = FieldShift.between(earlier, later);
            assertEquals(7, shift.x(), 0.1);
            assertEquals(-5, shift.y(), 0.1);
            final RegisteredMaps registered = RegisteredMaps.of(earlier, later, shift);
            assertEquals(registered.earlier().width(), registered.later().width());
            assertTrue(registered.earlier().width() >= 98 && registered.earlier().height() >= 79, "most of what both see is kept");
            for (final Side side : Side.values()) {
                final ContactChange change = ContactChange.between(registered.earlier().contact(side), registered.later().contact(side), VOXEL);
                assertEquals(0, (change.lostMm2() + change.gainedMm2()) / (change.keptMm2() + change.lostMm2()), 0.006, side.toString());
            }
        }
    }

    @Test
    void changeOfTheCellIsNotTakenForAShift() {
        try (Cores cores = Cores.all()) {
            final InterfaceMaps earlier = maps(phantom(1, cores), cores);
            final InterfaceMaps later = maps(phantom(7, cores), cores);
            final FieldShift shift = FieldShift.between(earlier, later);
            assertTrue(Math.hypot(shift.x(), shift.y()) < 1, shift::toString);
            final RegisteredMaps registered = RegisteredMaps.of(earlier, later, shift);
            final ContactChange plain = ContactChange.between(earlier.contact(Side.BOTTOM), later.contact(Side.BOTTOM), VOXEL);
            final ContactChange moved = ContactChange.between(registered.earlier().contact(Side.BOTTOM), registered.later().contact(Side.BOTTOM), VOXEL);
            assertEquals(plain.changePercent(), moved.changePercent(), 2);
            assertTrue(plain.changePercent() < -10, "the phantom loses contact there: " + plain.changePercent());
        }
    }

    /** Noise in the heights of flat interfaces is no relief: nothing is found in it, and nothing is said of the cell. */
    @Test
    void flatInterfacesTellNothing() {
        final Random random = new Random(8);
        final MadeMaps.Field noise = (x, y) -> 0.7 * MadeMaps.VOXEL.zUm() * random.nextGaussian();
        final InterfaceMaps flat = MadeMaps.of(90, 80, 0, 0, (x, y) -> 1, (x, y) -> 0, noise);
        final MadeMaps.Field bumps = (x, y) -> 1.2 * Math.sin(x / 3.1) * Math.cos(y / 2.7);
        final InterfaceMaps rough = MadeMaps.of(90, 80, 0, 0, (x, y) -> 1, (x, y) -> 0, bumps);
        assertTrue(FieldShift.isFlat(flat));
        assertFalse(FieldShift.isFlat(rough));
        assertTrue(FieldShift.search(flat, flat).isEmpty(), "the same noise would be found again");
        assertTrue(FieldShift.search(flat, rough).isEmpty());
        assertTrue(FieldShift.search(rough, rough).isPresent());
    }
}
