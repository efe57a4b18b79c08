package operando.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import operando.cell.InputException;
import operando.cell.Side;
import operando.cell.Thresholds;
import operando.engine.CancelledException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.scan.MemoryScan;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.segment.ElectrodeMaps.Status;
import org.junit.jupiter.api.Test;

class ColumnSweepTest {

    private static final Thresholds THRESHOLDS = new Thresholds(60, 100, 145, 200);
    private static final SweepSettings GIVEN = SweepSettings.defaults().withThresholds(THRESHOLDS);
    private static final int WIDTH = 70;
    private static final int HEIGHT = 12;
    private static final int DEPTH = 90;

    /** Layers of a column from the first slice on: grey value, thickness, … */
    private static float[] column(final int... layers) {
        final float[] column = new float[DEPTH];
        int z = 0;
        for (int i = 0; i < layers.length; i += 2) {
            for (int k = 0; k < layers[i + 1]; k++) {
                column[z++] = layers[i];
            }
        }
        assertEquals(DEPTH, z);
        return column;
    }

    private static final float[] CONTACT = column(230, 8, 80, 15, 120, 5, 170, 34, 120, 6, 80, 12, 230, 10);

    private static Scan scan(final Consumer<float[][]> change) {
        final float[][] columns = new float[WIDTH * HEIGHT][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = CONTACT.clone();
        }
        change.accept(columns);
        final List<short[]> slices = new ArrayList<>();
        for (int z = 0; z < DEPTH; z++) {
            final short[] slice = new short[columns.length];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (short) columns[i][z];
            }
            slices.add(slice);
        }
        return new MemoryScan("columns", WIDTH, HEIGHT, slices, Optional.empty());
    }

    private static SweepResult sweep(final Scan scan, final SweepSettings settings) {
        try (Cores cores = Cores.all()) {
            return new ColumnSweep(settings).sweep(scan, cores, Progress.SILENT);
        }
    }

    @Test
    void halfCoveredInterfaceIsHalfInContact() {
        final SweepResult swept = sweep(scan(columns -> {
            for (int i = 0; i < columns.length / 2; i++) {
                columns[i] = column(230, 8, 80, 12, 40, 3, 120, 5, 170, 34, 120, 6, 80, 12, 230, 10);
            }
        }), GIVEN);
        int contact = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            contact += swept.top().inContact(i) ? 1 : 0;
        }
        assertEquals(WIDTH * HEIGHT / 2, contact);
        assertEquals(3, swept.top().voidVoxels(0));
        assertEquals(12, swept.top().lithiumVoxels(0));
        assertEquals(15, swept.top().lithiumVoxels(WIDTH * HEIGHT - 1));
        assertEquals(5, swept.top().interphaseVoxels(0));
        assertEquals(6, swept.bottom().interphaseVoxels(0));
        assertEquals(8, swept.top().collectorHeight(0), 0.5);
        assertEquals(80, swept.bottom().collectorHeight(0), 0.5);
        assertEquals(68, swept.bottom().interfaceHeight(0), 0.5);
    }

    @Test
    void poreInTheElectrolyteIsNoVoid() {
        final SweepResult swept = sweep(scan(columns -> {
            columns[100] = column(230, 8, 80, 15, 120, 5, 170, 4, 40, 6, 170, 24, 120, 6, 80, 12, 230, 10);
        }), GIVEN);
        assertEquals(Status.CONTACT, swept.top().status(100));
        assertEquals(0, swept.top().voidVoxels(100));
    }

    @Test
    void voidUnderLithiumIsAVoidAndDeepUnderItLeavesContact() {
        final Scan scan = scan(columns -> {
            columns[100] = column(230, 8, 80, 8, 40, 3, 80, 4, 120, 5, 170, 34, 120, 6, 80, 12, 230, 10);
            columns[200] = column(230, 8, 80, 6, 40, 3, 80, 6, 120, 5, 170, 34, 120, 6, 80, 12, 230, 10);
            columns[300] = column(230, 8, 80, 6, 40, 1, 80, 8, 120, 5, 170, 34, 120, 6, 80, 12, 230, 10);
        });
        final SweepResult swept = sweep(scan, GIVEN);
        assertEquals(Status.VOID, swept.top().status(100));
        assertEquals(Status.CONTACT, swept.top().status(200));
        for (final int column : new int[] {100, 200}) {
            assertEquals(3, swept.top().voidVoxels(column));
            assertEquals(3, swept.top().voidThickness(column), 0.01);
            assertEquals(12, swept.top().lithiumVoxels(column));
            assertEquals(23, swept.top().interfaceHeight(column), 0.5);
        }
        assertEquals(0, swept.top().voidVoxels(300), "a single dark voxel deep in lithium cannot be told from noise");
        final byte[] labels = new byte[WIDTH * HEIGHT];
        final short[] slice = (short[]) scan.newSlice();
        final StringBuilder seen = new StringBuilder();
        for (int z = 13; z < 24; z++) {
            scan.readSlice(z, slice);
            new SweptLabels(swept).paint(z, slice, labels);
            seen.append(labels[200]);
        }
        assertEquals("12221111113", seen.toString());
    }

    @Test
    void brightSpeckInLithiumIsBridged() {
        final SweepResult swept = sweep(scan(columns -> columns[77] = column(230, 8, 80, 5, 130, 1, 80, 9, 120, 5, 170, 34, 120, 6, 80,
            12, 230, 10)), GIVEN);
        assertEquals(15, swept.top().lithiumVoxels(77));
        assertEquals(Status.CONTACT, swept.top().status(77));
    }

    @Test
    void electrolyteOnTheCollectorHasNoLithium() {
        final SweepResult swept = sweep(scan(columns -> columns[300] = column(230, 8, 170, 54, 120, 6, 80, 12, 230, 10)), GIVEN);
        assertEquals(Status.WITHOUT_LITHIUM, swept.top().status(300));
        assertTrue(swept.inCrossSection(300));
        assertEquals(0, swept.top().lithiumVoxels(300));
    }

    @Test
    void airAroundTheCellIsOutside() {
        final SweepResult swept = sweep(scan(columns -> {
            for (int i = 0; i < columns.length; i++) {
                columns[i] = i % WIDTH < 20 ? column(15, DEPTH) : columns[i];
            }
        }), GIVEN);
        assertEquals((WIDTH - 20) * HEIGHT, swept.crossSectionColumns());
        assertEquals(Status.OUTSIDE, swept.top().status(5));
    }

    @Test
    void withoutCollectorInViewLithiumBeginsAtTheFirstSlice() {
        final SweepResult swept = sweep(scan(columns -> {
            for (int i = 0; i < columns.length; i++) {
                columns[i] = column(80, 15, 120, 5, 170, 44, 120, 6, 80, 20);
            }
        }), GIVEN);
        assertEquals(Status.CONTACT, swept.top().status(0));
        assertEquals(15, swept.top().lithiumVoxels(0));
        assertTrue(Float.isNaN(swept.top().collectorHeight(0)));
        assertEquals(20, swept.bottom().lithiumVoxels(0));
    }

    @Test
    void findsWhatTheLiteralRulesFind() {
        final PhantomSettings settings = PhantomSettings.defaults().withSize(70, 50, 150);
        for (final PixelType type : PixelType.values()) {
            final Phantom phantom = new Phantom(settings.withPicture(settings.picture().withPixelType(type)));
            final SweepSettings sweep = SweepSettings.defaults().withThresholds(phantom.settings().picture().thresholds());
            try (Cores cores = Cores.all()) {
                final Scan scan = phantom.inMemory(7, cores);
                final SweepResult swept = new ColumnSweep(sweep).sweep(scan, cores, Progress.SILENT);
                for (final Side side : Side.values()) {
                    compareWithLiteral(scan, swept.side(side), new LiteralSweep(sweep));
                }
            }
        }
    }

    @Test
    void ofPhasesTheMajorityDecides() {
        final byte[] cell = new byte[DEPTH];
        int z = 0;
        for (final int[] layer : new int[][] {{5, 8}, {1, 12}, {2, 3}, {3, 5}, {4, 34}, {3, 6}, {1, 12}, {5, 10}}) {
            for (int k = 0; k < layer[1]; k++) {
                cell[z++] = (byte) layer[0];
            }
        }
        final byte[] speck = cell.clone();
        // After one wrong voxel of interphase: lithium, lithium, collector, lithium. Their mean rank would be interphase.
        System.arraycopy(new byte[] {3, 1, 1, 5, 1}, 0, speck, 11, 5);
        speck[20] = speck[21] = speck[22] = 1;
        final List<byte[]> slices = new ArrayList<>();
        for (int k = 0; k < DEPTH; k++) {
            final byte[] slice = new byte[WIDTH * HEIGHT];
            java.util.Arrays.fill(slice, cell[k]);
            slice[17] = speck[k];
            slices.add(slice);
        }
        final SweepResult swept;
        try (Cores cores = Cores.all()) {
            swept = new ColumnSweep(SweepSettings.defaults()).sweepPhases(new PhaseRanks(new MemoryScan("labels", WIDTH, HEIGHT, slices, Optional.empty())),
                cores, Progress.SILENT);
        }
        assertEquals(Status.VOID, swept.top().status(0));
        assertEquals(3, swept.top().voidThickness(0), 0);
        assertEquals(23, swept.top().interfaceHeight(0), 0, "labels have no edges between voxels");
        assertEquals(5, swept.top().interphaseThickness(0), 0);
        assertEquals(80, swept.bottom().collectorHeight(0), 0);
        assertTrue(Double.isNaN(swept.top().thinVoidColumns()) && swept.quality().isEmpty(), "labels tell nothing of partial grey values");
        assertEquals(Status.CONTACT, swept.top().status(17));
        assertEquals(15, swept.top().lithiumVoxels(17));
    }

    private static void compareWithLiteral(final Scan scan, final ElectrodeMaps side, final LiteralSweep literal) {
        final float[][] columns = columns(scan, side.side());
        for (int i = 0; i < columns.length; i++) {
            final LiteralSweep.Found found = literal.column(columns[i]);
            assertEquals(found.contact(), side.inContact(i), side.side() + " column " + i);
            assertEquals(found.lithiumTo() - found.lithiumFrom(), side.lithiumVoxels(i) + side.voidVoxels(i), side.side() + " column " + i);
            assertEquals(found.darkVoxels(), side.darkVoidVoxels(i), side.side() + " column " + i);
            assertTrue(side.voidVoxels(i) >= side.darkVoidVoxels(i));
            assertEquals(found.interphaseTo() - found.lithiumTo(), side.interphaseVoxels(i), side.side() + " column " + i);
        }
    }

    private static float[][] columns(final Scan scan, final Side side) {
        final float[][] columns = new float[scan.width() * scan.height()][scan.depth()];
        final Object slice = scan.newSlice();
        final float[] grey = new float[columns.length];
        for (int z = 0; z < scan.depth(); z++) {
            scan.readSlice(z, slice);
            PixelType.toFloat(slice, 0, grey.length, grey, 0);
            for (int i = 0; i < grey.length; i++) {
                columns[i][side == Side.TOP ? z : scan.depth() - 1 - z] = grey[i];
            }
        }
        return columns;
    }

    @Test
    void numberOfThreadsChangesNothing() {
        final Scan scan = new Phantom(PhantomSettings.defaults().withSize(61, 43, 120)).scan(5);
        try (Cores one = new Cores(1); Cores three = new Cores(3)) {
            final SweepResult first = new ColumnSweep(SweepSettings.defaults()).sweep(scan, one, Progress.SILENT);
            final SweepResult second = new ColumnSweep(SweepSettings.defaults()).sweep(scan, three, Progress.SILENT);
            assertArrayEquals(first.top().status, second.top().status);
            assertEquals(first.quality().get().blurVoxels(), second.quality().get().blurVoxels(), 1e-12);
            assertArrayEquals(first.bottom().surface, second.bottom().surface, 1e-5f);
        }
    }

    @Test
    void mistakesAreNamed() {
        final Scan scan = scan(columns -> { });
        assertMessage("do not fit its grey values", () -> sweep(scan, SweepSettings.defaults().withThresholds(new Thresholds(600, 1000, 1450, 2000))));
        assertMessage("no lithium is found", () -> sweep(scan(columns -> {
            for (int i = 0; i < columns.length; i++) {
                columns[i] = i % 2 == 0 ? column(230, 8, 170, 72, 230, 10) : column(230, 8, 130, 72, 230, 10);
            }
        }), GIVEN));
        assertMessage("no lithium", () -> sweep(scan(columns -> {
            for (int i = 0; i < columns.length; i++) {
                columns[i] = column(170, DEPTH);
            }
        }), SweepSettings.defaults()));
        final List<float[]> spoilt = new ArrayList<>();
        for (int z = 0; z < DEPTH; z++) {
            final float[] slice = new float[WIDTH * HEIGHT];
            java.util.Arrays.fill(slice, CONTACT[z]);
            spoilt.add(slice);
        }
        spoilt.get(11)[400] = Float.NaN;
        assertMessage("slice 12 is NaN and not a finite grey value", () -> sweep(new MemoryScan("spoilt", WIDTH, HEIGHT, spoilt, Optional.empty()), GIVEN));
    }

    private static void assertMessage(final String part, final Runnable job) {
        final String message = assertThrows(InputException.class, job::run).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void isCancelled() {
        final Progress never = (fraction, stage) -> {
            if (fraction > 0.3) {
                throw new CancelledException();
            }
        };
        try (Cores cores = Cores.all()) {
            assertThrows(CancelledException.class, () -> new ColumnSweep(GIVEN).sweep(scan(columns -> { }), cores, never));
        }
    }
}
