package operando.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import operando.cell.InputException;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.phantom.Phantom;
import operando.phantom.PhantomCycling;
import operando.phantom.PhantomSettings;
import operando.results.Results;
import operando.scan.CroppedScan;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows on one cell that drift and differ in size show the same part of it, and a region of interest follows the cell. */
class FieldsOfViewTest {

    private static final VoxelSize VOXEL = new VoxelSize(1.7, 1.9, 1.6);
    private static final int SCANS = 4;
    /** Where the window of each scan begins and how large it is: x, y, width, height. */
    private static final int[][] WINDOWS = {{6, 8, 92, 84}, {11, 5, 92, 84}, {3, 12, 100, 90}, {8, 8, 88, 80}};
    /** What all windows show: x 11 to 96, y 12 to 88. */
    private static final int[] COMMON = {11, 12, 85, 76};

    @TempDir
    static Path folder;

    private static final Cores CORES = new Cores(2);

    @BeforeAll
    static void write() throws IOException {
        final Phantom phantom = new Phantom(PhantomSettings.defaults().withSize(112, 104, 140).withVoxelSize(VOXEL).withSeed(41)
            .withCycling(PhantomCycling.defaults().withScans(SCANS)));
        for (int i = 0; i < SCANS; i++) {
            final Scan scan = phantom.inMemory(i, CORES);
            crop(scan, WINDOWS[i], folder.resolve("moving" + i + ".tif"));
            crop(scan, COMMON, folder.resolve("common" + i + ".tif"));
        }
    }

    private static void crop(final Scan scan, final int[] window, final Path file) {
        final Scan part = new CroppedScan(scan, window[0], window[1], 0, window[2], window[3], scan.depth());
        try (StackWriter writer = StackWriter.create(file, part.width(), part.height(), part.depth(), part.pixelType(), VOXEL)) {
            for (int z = 0; z < part.depth(); z++) {
                final Object slice = part.newSlice();
                part.readSlice(z, slice);
                writer.write(slice);
            }
        }
    }

    private static Results run(final String scans, final String out, final String more) {
        return run(scans, out, more, Progress.SILENT);
    }

    private static Results run(final String scans, final String out, final String more, final Progress progress) {
        final List<String> lines = new ArrayList<>(List.of("thresholds: {void: 60, lithium: 100, interphase: 145, collector: 205}", "scans:"));
        for (int i = 0; i < SCANS; i++) {
            lines.add(String.format(Locale.ROOT, "  - {file: %s%d.tif, time_h: %d}", scans, i, i));
        }
        lines.add(more);
        try {
            final Path file = Files.write(folder.resolve(out + ".yml"), lines);
            return new ExperimentRun(Experiment.read(file), folder.resolve(out), new RunOptions(true, RunOptions.defaults().memoryBytes())).run(CORES, progress);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] map(final Path file) {
        try (Scan scan = ScanFile.open(file)) {
            final byte[] pixels = new byte[scan.width() * scan.height()];
            scan.readSlice(0, pixels);
            return pixels;
        }
    }

    @Test
    void scansOfDifferentSizeAreEvaluatedWhereAllShowTheCell() {
        final Results moving = run("moving", "moving-out", "");
        final Results common = run("common", "common-out", "");
        for (int i = 0; i < SCANS; i++) {
            assertEquals(COMMON[2] * COMMON[3] * VOXEL.pixelAreaUm2() * 1e-6, moving.series().value(i, Quantity.CROSS_SECTION), 1e-12);
            for (final Side side : Side.values()) {
                assertArrayEquals(map(common.files().contactMap(side, "common" + i)), map(moving.files().contactMap(side, "moving" + i)));
                for (final Quantity quantity : List.of(Quantity.CONTACT_FRACTION, Quantity.LITHIUM_VOLUME, Quantity.INTERPHASE_VOLUME, Quantity.VOID_VOLUME)) {
                    assertEquals(common.series().value(i, quantity.at(side)), moving.series().value(i, quantity.at(side)),
                        1e-9 * common.series().value(i, quantity.at(side)), quantity + " of scan " + i);
                }
                // Grey values for partial volumes come from the whole scan, which is another one.
                assertEquals(common.series().value(i, Quantity.INTERPHASE_THICKNESS.at(side)), moving.series().value(i, Quantity.INTERPHASE_THICKNESS.at(side)), 0.05);
            }
            assertEquals(common.series().value(i, Quantity.STACK_THICKNESS), moving.series().value(i, Quantity.STACK_THICKNESS), 0.05);
        }
        for (int i = 0; i < common.contactSteps().size(); i++) {
            assertEquals(common.contactSteps().get(i).lostMm2(), moving.contactSteps().get(i).lostMm2(), 1e-12);
        }
    }

    @Test
    void fieldsOfViewAreNotLookedForAgainByAResumedRun() throws IOException {
        final List<String> stages = new ArrayList<>();
        final Progress listening = (fraction, stage) -> stages.add(stage);
        final Results first = run("moving", "resumed-out", "", listening);
        assertTrue(stages.stream().anyMatch(stage -> stage.startsWith("field of view")));
        stages.clear();
        final Results second = run("moving", "resumed-out", "", listening);
        assertTrue(stages.stream().noneMatch(stage -> stage.startsWith("field of view")), stages.toString());
        assertEquals(first.warnings(), second.warnings());
        assertEquals(first.series().value(2, Quantity.LITHIUM_VOLUME.at(Side.TOP)), second.series().value(2, Quantity.LITHIUM_VOLUME.at(Side.TOP)), 0);
        Files.writeString(second.files().fieldsOfView(), "{\"key\": 1");
        stages.clear();
        run("moving", "resumed-out", "", listening);
        assertTrue(stages.stream().anyMatch(stage -> stage.startsWith("field of view")), "a damaged file counts as none");
    }

    @Test
    void regionFollowsTheCell() {
        final Results whole = run("common", "whole-out", "");
        // The first window begins at 6, 8; the same columns of the common one begin 15 and 10 further in.
        final Results region = run("moving", "region-out", "roi: {box_voxels: [20, 14, 60, 50]}");
        final double columns = 40 * 36;
        for (int i = 0; i < SCANS; i++) {
            assertEquals(columns * VOXEL.pixelAreaUm2() * 1e-6, region.series().value(i, Quantity.CROSS_SECTION), 1e-12);
            for (final Side side : Side.values()) {
                final byte[] all = map(whole.files().contactMap(side, "common" + i));
                final byte[] part = map(region.files().contactMap(side, "moving" + i));
                int contact = 0;
                for (int at = 0; at < part.length; at++) {
                    assertEquals(all[(10 + at / 40) * COMMON[2] + 15 + at % 40], part[at], "column " + at + " of scan " + i);
                    contact += part[at] != 0 ? 1 : 0;
                }
                assertEquals(contact / columns, region.series().value(i, Quantity.CONTACT_FRACTION.at(side)), 1e-12);
            }
        }
    }

    @Test
    void discCountsTheColumnsInIt() {
        final Results disc = run("common", "disc-out", "roi: {disc_um: [70, 70, 80]}");
        final double area = Math.PI * 40 * 40 * 1e-6;
        // A disc of whole pixels has its area within about one pixel in a hundred of its rim.
        assertEquals(area, disc.series().value(0, Quantity.CROSS_SECTION), 0.01 * area);
        assertEquals(0, map(disc.files().contactMap(Side.TOP, "common0"))[0]);
        assertTrue(disc.series().value(2, Quantity.CONTACT_FRACTION.at(Side.TOP)) > 0.5);
    }

    /** The paper's cubes hold one interface: what lies in them is counted, and what is not in view has a reason. */
    @Test
    void boxAboutOneInterfaceCountsWhatLiesInIt() {
        final Results all = run("common", "all-out", "");
        final double surface = all.series().value(0, Quantity.INTERFACE_POSITION.at(Side.TOP));
        final int from = (int) (surface / VOXEL.zUm()) - 12;
        final Results cube = run("common", "cube-out", String.format(Locale.ROOT, "roi: {box_voxels: [0, 0, %d, %d, %d, %d]}", from, COMMON[2], COMMON[3], from + 44));
        for (int i = 0; i < SCANS; i++) {
            assertEquals(all.series().value(i, Quantity.INTERFACE_POSITION.at(Side.TOP)), cube.series().value(i, Quantity.INTERFACE_POSITION.at(Side.TOP)), 0.05);
            assertEquals(all.series().value(i, Quantity.INTERPHASE_THICKNESS.at(Side.TOP)), cube.series().value(i, Quantity.INTERPHASE_THICKNESS.at(Side.TOP)), 0.05);
            assertTrue(cube.series().value(i, Quantity.LITHIUM_VOLUME.at(Side.TOP)) < 44 * COMMON[2] * COMMON[3] * VOXEL.volumeUm3());
            assertTrue(!cube.series().get(i, Quantity.CONTACT_FRACTION.at(Side.BOTTOM)).isPresent() && !cube.series().get(i, Quantity.STACK_THICKNESS).isPresent());
        }
        final Results cut = run("common", "cut-out", String.format(Locale.ROOT, "roi: {box_voxels: [0, 0, %d, %d, %d, %d]}", from, COMMON[2], COMMON[3], from + 13));
        for (final Quantity quantity : List.of(Quantity.CONTACT_FRACTION, Quantity.INTERPHASE_THICKNESS, Quantity.INTERFACE_POSITION, Quantity.ROUGHNESS)) {
            assertTrue(cut.series().get(0, quantity.at(Side.TOP)).reason().contains("region of interest"), quantity + ": a part of the interface is not chosen by chance");
        }
        assertEquals(all.series().value(0, Quantity.INTERPHASE_VOLUME.at(Side.TOP)), cube.series().value(0, Quantity.INTERPHASE_VOLUME.at(Side.TOP)), 1e-6);
    }

    @Test
    void regionThatAScanDoesNotShowIsRefused() {
        final String refused = assertThrows(InputException.class, () -> run("moving", "refused-out", "roi: {box_voxels: [0, 0, 60, 50]}")).getMessage();
        assertTrue(refused.contains("roi") && refused.contains("moving1"), refused);
        assertTrue(assertThrows(InputException.class, () -> run("moving", "wrong-out", "roi: {box_um: [1, 2, 3]}")).getMessage().contains("corners"));
    }

    @Test
    void regionInWordsIsReadAsItIsWritten() {
        for (final String text : List.of("box_um=10,20,100,200", "box_voxels=0,0,5,60,50,25.5", "disc_um=500,500,340", "disc_voxels=50,50,30,0,80")) {
            assertEquals(text, RegionOfInterest.of(text).toString());
        }
        for (final String text : List.of("box", "box_um=1,2", "circle_um=1,2,3", "box_um=5,5,1,9", "disc_um=10,10,40", "box_um=a,b,c,d")) {
            assertThrows(InputException.class, () -> RegionOfInterest.of(text), text);
        }
    }
}
