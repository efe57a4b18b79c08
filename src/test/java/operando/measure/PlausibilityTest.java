package operando.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.phantom.Phantom;
import operando.phantom.PhantomPicture;
import operando.phantom.PhantomSettings;
import operando.scan.AxisView;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.scan.StackAxis;
import operando.segment.ColumnSweep;
import operando.segment.SweepResult;
import operando.segment.SweepSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an image does not support is not known, and said; nothing is 0 for want of knowledge. */
class PlausibilityTest {

    private static final Cores CORES = Cores.all();
    private static final PhantomSettings SETTINGS = PhantomSettings.defaults().withSeed(91).withSize(84, 76, 200);
    private static final int SCAN = 2;

    @AfterAll
    static void close() {
        CORES.close();
    }

    private static Scan phantom(final double noise, final double blurUm) {
        final PhantomPicture usual = SETTINGS.picture();
        return new Phantom(SETTINGS.withPicture(new PhantomPicture(usual.outside(), usual.voids(), usual.lithium(), usual.interphase(), usual.electrolyte(),
            usual.collector(), usual.grains(), usual.grainUm(), blurUm, noise, 0, 0, usual.subColumns(), usual.pixelType()))).inMemory(SCAN, CORES);
    }

    private static Scan slices(final Scan scan, final int from, final int to) {
        final List<Object> slices = new ArrayList<>();
        for (int z = from; z < to; z++) {
            final Object slice = scan.newSlice();
            scan.readSlice(z, slice);
            slices.add(slice);
        }
        return new MemoryScan("part", scan.width(), scan.height(), slices, scan.voxelSize());
    }

    private static SweepResult sweep(final Scan scan) {
        return new ColumnSweep(SweepSettings.defaults()).sweep(scan, CORES, Progress.SILENT);
    }

    private static String doubts(final Scan scan) {
        final SweepResult swept = sweep(scan);
        return String.join("; ", Plausibility.doubts(swept, ScanMeasures.of(swept, SETTINGS.voxelSize()), SETTINGS.voxelSize()));
    }

    @Test
    void goodScanRaisesNoDoubt() {
        assertEquals("", doubts(phantom(6, 1.2)));
    }

    @Test
    void noiseAndBlurLeaveOutWhatTheyHide() {
        final double contact = new Phantom(SETTINGS).truth(SCAN).top().contactFraction();
        for (final double noise : new double[] {8, 10, 20, 30}) {
            final SideMeasures top = ScanMeasures.of(sweep(phantom(noise, 1.2)), SETTINGS.voxelSize()).top();
            assertFalse(top.contactFractionSubvoxel().isPresent(), "noise " + noise);
            assertFalse(top.voidVolumeUm3().isPresent(), "noise " + noise);
            if (top.contactFraction().isPresent()) {
                assertEquals(contact, top.contactFraction().value(), 0.12, "noise " + noise);
            }
            assertFalse(top.lithiumVolumeUm3().isPresent(), "what noise makes of voids it takes from lithium, noise " + noise);
            assertEquals(noise < 20, top.interphaseThicknessUm().isPresent(), "noise " + noise);
            assertTrue(top.contactFractionSubvoxel().reason().contains("contrast to noise"), top.contactFractionSubvoxel().reason());
        }
        assertTrue(doubts(phantom(9, 1.2)).contains("filters: auto"));
        final SideMeasures blurred = ScanMeasures.of(sweep(phantom(6, 2.9)), SETTINGS.voxelSize()).bottom();
        assertTrue(blurred.contactFraction().reason().contains("too blurred"), blurred.contactFraction().toString());
    }

    @Test
    void wrongStackAxisIsNamed() {
        final Scan scan = phantom(6, 1.2);
        for (final StackAxis axis : new StackAxis[] {StackAxis.X, StackAxis.Y}) {
            final String message = assertThrows(InputException.class, () -> sweep(AxisView.along(scan, axis))).getMessage();
            assertTrue(message.contains("stack axis"), message);
        }
    }

    @Test
    void electrodeThatIsNotInViewHasNoNumbers() {
        final double contact = new Phantom(SETTINGS).truth(SCAN).top().contactFraction();
        for (final int to : new int[] {95, 120, 140}) {
            final Scan half = slices(phantom(6, 1.2), 0, to);
            final ScanMeasures measures = ScanMeasures.of(sweep(half), SETTINGS.voxelSize());
            assertEquals(contact, measures.top().contactFractionSubvoxel().value(), 0.03, "slices up to " + to);
            for (final var number : measures.numbers().entrySet()) {
                final boolean bottom = number.getKey().column().contains("_bottom");
                assertTrue(!bottom || !number.getValue().isPresent(), number.toString());
            }
            assertTrue(doubts(half).contains("this electrode is not in view"), doubts(half));
        }
    }

    @Test
    void noVolumeIsNegative() {
        for (final double noise : new double[] {0, 3, 6, 7, 8}) {
            ScanMeasures.of(sweep(phantom(noise, 1.2)), SETTINGS.voxelSize()).numbers().forEach((quantity, number) -> {
                if (quantity.column().endsWith("_um3")) {
                    assertTrue(!number.isPresent() || number.value() >= 0, quantity + " " + number);
                }
            });
        }
    }
}
