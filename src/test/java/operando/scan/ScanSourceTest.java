package operando.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a scan is stored and seen, it is the same when it is opened where a job has taken it. */
class ScanSourceTest {

    private static final VoxelSize VOXEL = new VoxelSize(1.7, 1.5, 1.3);
    private static final int WIDTH = 13;
    private static final int HEIGHT = 11;
    private static final int DEPTH = 7;

    @TempDir
    private Path folder;

    private static Scan inMemory() {
        final List<float[]> slices = new ArrayList<>();
        for (int z = 0; z < DEPTH; z++) {
            final float[] slice = new float[WIDTH * HEIGHT];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (z * slice.length + i) * 37 % 251;
            }
            slices.add(slice);
        }
        return new MemoryScan("counted", WIDTH, HEIGHT, slices, Optional.of(VOXEL));
    }

    private Scan stored(final String name) {
        final Path file = folder.resolve(name);
        try (StackWriter writer = StackWriter.create(file, WIDTH, HEIGHT, DEPTH, PixelType.FLOAT32, VOXEL)) {
            ((MemoryScan) inMemory()).slices().forEach(writer::write);
        }
        return ScanFile.open(file);
    }

    private Scan slices() throws IOException {
        final Path series = Files.createDirectory(folder.resolve("slices"));
        for (int z = 0; z < DEPTH; z++) {
            try (StackWriter writer = StackWriter.create(series.resolve("recon_" + z + ".tif"), WIDTH, HEIGHT, 1, PixelType.FLOAT32, VOXEL)) {
                writer.write(((MemoryScan) inMemory()).slices().get(z));
            }
        }
        return ScanFile.open(series);
    }

    private static ScanSource sent(final ScanSource source) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(source);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (ScanSource) in.readObject();
        } catch (final IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[] grey(final Scan scan) {
        final float[] grey = new float[scan.width() * scan.height() * scan.depth()];
        scan.readBlock(0, 0, 0, scan.width(), scan.height(), scan.depth(), grey);
        return grey;
    }

    private static void requireSame(final Scan here) {
        try (here; Scan there = sent(ScanSource.of(here)).open(); Scan twice = sent(ScanSource.of(there)).open()) {
            for (final Scan other : List.of(there, twice)) {
                assertEquals(here.name(), other.name());
                assertEquals(here.voxelSize(), other.voxelSize());
                assertEquals(here.pixelType(), other.pixelType());
                other.requireSizeOf(here);
                assertArrayEquals(grey(here), grey(other));
            }
        }
    }

    @Test
    void aStackInAFileIsOpenedThere() {
        requireSame(stored("stack.tif"));
    }

    @Test
    void aSeriesOfSlicesIsOpenedThere() throws IOException {
        requireSame(slices());
    }

    @Test
    void aScanInMemoryTravelsWithItsPixels() {
        requireSame(inMemory());
    }

    @Test
    void eachViewIsSeenInTheSameWay() {
        for (final StackAxis axis : StackAxis.values()) {
            requireSame(AxisView.along(stored("axis.tif"), axis));
        }
        requireSame(new VoxelSizeOverride(stored("size.tif"), new VoxelSize(2, 3, 4)));
        requireSame(new NamedScan(stored("name.tif"), "another name"));
        requireSame(NaNCheckedScan.of(stored("checked.tif")));
        requireSame(new GreyCalibration(stored("calibrated.tif"), -7, 0.5));
        requireSame(SliceCache.of(stored("cached.tif"), 1));
        requireSame(new MappedLabels(stored("mapped.tif"), label -> 255 - label));
        requireSame(new NamedScan(AxisView.along(new GreyCalibration(new VoxelSizeOverride(stored("all.tif"), new VoxelSize(2, 3, 4)), 3, 2), StackAxis.X), "all"));
    }

    @Test
    void anOpenScanStaysOpenForTheOthersOnThisMachine() {
        try (Scan scan = stored("open.tif")) {
            final Scan borrowed = ScanSource.of(scan).open();
            borrowed.close();
            assertArrayEquals(grey(inMemory()), grey(scan));
        }
    }

    @Test
    void aScanThatOnlyThisProgramHasIsRefusedWithAWord() {
        final InputException refused = assertThrows(InputException.class,
            () -> sent(ScanSource.of(new Phantom(PhantomSettings.defaults().withSize(24, 20, 64)).labels(0))));
        assertTrue(refused.getMessage().contains("save it"), refused.getMessage());
    }
}
