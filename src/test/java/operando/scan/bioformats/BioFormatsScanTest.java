package operando.scan.bioformats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.DialectWriter;
import operando.scan.tiff.StackWriter;
import operando.scan.tiff.StackWriterTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs a Bio-Formats jar, named by the system property {@code operando.bioformats}; skipped without one. */
class BioFormatsScanTest {

    private static final int WIDTH = 71;
    private static final int HEIGHT = 53;

    @TempDir
    private Path folder;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void restoreClassLoader() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void withoutBioFormatsItIsSaidWhatIsMissing() throws IOException {
        Assumptions.assumeFalse(BioFormats.isInstalled(), "Bio-Formats is on the class path");
        final Path file = Files.writeString(folder.resolve("scan.xrm"), "not a TIFF file");
        final InputException exception = assertThrows(InputException.class, () -> ScanFile.open(file));
        assertTrue(exception.getMessage().contains("Bio-Formats is installed"), exception.getMessage());
    }

    @Test
    void aPictureThatBioFormatsReadsIsAScanOfOneSlice() throws IOException {
        install();
        final ShortProcessor slice = slice();
        final Path file = folder.resolve("slice.png");
        assertTrue(new FileSaver(new ImagePlus("slice", slice)).saveAsPng(file.toString()));
        try (Scan scan = ScanFile.open(file)) {
            assertEquals(WIDTH, scan.width());
            assertEquals(HEIGHT, scan.height());
            assertEquals(1, scan.depth());
            assertTrue(scan.storageInfo().format().contains("through Bio-Formats"), scan.storageInfo().format());
            StackWriterTest.assertSame(slice.getPixels(), StackWriterTest.read(scan, 0));
            final short[] rows = new short[WIDTH * 3];
            scan.readRows(0, 7, 3, rows);
            assertArrayEquals(Arrays.copyOfRange((short[]) slice.getPixels(), 7 * WIDTH, 10 * WIDTH), rows);
        }
    }

    @Test
    void bioFormatsReadsAStackAsWeDo() throws IOException {
        install();
        final DialectWriter writer = new DialectWriter();
        writer.bits = 64;
        writer.sampleFormat = 3;
        final double[][] slices = new double[3][WIDTH * HEIGHT];
        slices[2][5 * WIDTH + 3] = 1.5;
        final byte[] bytes = writer.write(slices, WIDTH, HEIGHT);
        final Path file = Files.write(folder.resolve("stack.tif"), bytes);
        try (Scan here = ScanFile.open(file); Scan there = BioFormatsScan.open(file)) {
            assertEquals(here.depth(), there.depth());
            assertEquals(here.storageInfo().samples(), there.storageInfo().samples());
            for (int z = 0; z < here.depth(); z++) {
                StackWriterTest.assertSame(StackWriterTest.read(here, z), StackWriterTest.read(there, z));
            }
        }
    }

    @Test
    void theVoxelSizeIsTheOneOfTheMetadata() throws IOException {
        install();
        final VoxelSize voxel = new VoxelSize(1.7, 0.65, 2.25);
        final Path file = folder.resolve("stack.tif");
        try (StackWriter writer = StackWriter.create(file, WIDTH, HEIGHT, 2, PixelType.UINT16, voxel)) {
            writer.write(slice().getPixels());
            writer.write(slice().getPixels());
        }
        try (Scan there = BioFormatsScan.open(file)) {
            assertEquals(2, there.depth());
            assertEquals(voxel.xUm(), there.voxelSize().orElseThrow().xUm(), 1e-9);
            assertEquals(voxel.yUm(), there.voxelSize().orElseThrow().yUm(), 1e-9);
            assertEquals(voxel.zUm(), there.voxelSize().orElseThrow().zUm(), 1e-9);
            StackWriterTest.assertSame(slice().getPixels(), StackWriterTest.read(there, 1));
        }
    }

    @Test
    void colourIsRefusedHereToo() throws IOException {
        install();
        final Path file = folder.resolve("colour.png");
        assertTrue(new FileSaver(new ImagePlus("colour", new ColorProcessor(WIDTH, HEIGHT))).saveAsPng(file.toString()));
        final InputException exception = assertThrows(InputException.class, () -> ScanFile.open(file));
        assertTrue(exception.getMessage().contains("colour"), exception.getMessage());
    }

    @Test
    void whatBioFormatsDoesNotReadIsRefusedInOneLine() throws IOException {
        install();
        final Path file = Files.writeString(folder.resolve("notes.xyz"), "no picture");
        final InputException exception = assertThrows(InputException.class, () -> ScanFile.open(file));
        assertTrue(exception.getMessage().contains("Bio-Formats cannot read it"), exception.getMessage());
        assertFalse(exception.getMessage().contains("\n"));
    }

    private static ShortProcessor slice() {
        final ShortProcessor slice = new ShortProcessor(WIDTH, HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            slice.set(i, i);
        }
        return slice;
    }

    private static void install() throws IOException {
        final String jar = System.getProperty("operando.bioformats", "");
        Assumptions.assumeTrue(Files.isRegularFile(Path.of(jar)),
            "skipped: the system property operando.bioformats names no Bio-Formats jar");
        Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[] {Path.of(jar).toUri().toURL()},
            BioFormatsScanTest.class.getClassLoader()));
    }
}
