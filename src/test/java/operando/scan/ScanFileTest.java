package operando.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.tiff.StackWriter;
import operando.scan.tiff.StackWriterTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanFileTest {

    private static final int WIDTH = 701;
    private static final int HEIGHT = 203;
    private static final VoxelSize VOXEL = new VoxelSize(1.7, 0.65, 2.25);

    @TempDir
    private Path folder;

    @AfterEach
    void restorePreferences() {
        Prefs.intelByteOrder = true;
    }

    @ParameterizedTest
    @CsvSource({"UINT8,true", "UINT16,true", "FLOAT32,true", "UINT8,false", "UINT16,false", "FLOAT32,false"})
    void aStackThatImageJSavedIsReadAsItIs(final PixelType type, final boolean littleEndian) {
        final Path file = folder.resolve("saved.tif");
        final Object[] slices = StackWriterTest.randomSlices(type, 3);
        Prefs.intelByteOrder = littleEndian;
        save(file, slices, "micron", 1.7, 1.7, 2.25);
        try (Scan scan = ScanFile.open(file)) {
            assertEquals(slices.length, scan.depth());
            assertEquals(type, scan.pixelType());
            assertEquals(littleEndian ? "little-endian" : "big-endian", scan.storageInfo().byteOrder());
            for (int z = 0; z < slices.length; z++) {
                StackWriterTest.assertSame(slices[z], StackWriterTest.read(scan, z));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void rowsAreTheRowsOfTheSlice(final PixelType type) {
        final Path file = folder.resolve("saved.tif");
        final Object[] slices = StackWriterTest.randomSlices(type, 4);
        save(file, slices, "mm", 0.0017, 0.0017, 0.00225);
        try (Scan scan = ScanFile.open(file)) {
            final Object rows = type.newPixels(WIDTH * 7);
            scan.readRows(2, 150, 7, rows);
            final Object expected = type.newPixels(WIDTH * 7);
            System.arraycopy(slices[2], 150 * WIDTH, expected, 0, WIDTH * 7);
            StackWriterTest.assertSame(expected, rows);
        }
    }

    @ParameterizedTest
    @CsvSource({"um,1", "\u00b5m,1", "micron,1", "micrometer,1", "mm,1000", "nm,0.001", "cm,10000", "inch,25400"})
    void voxelSizeOfImageJIsInMicrometres(final String unit, final double um) {
        final Path file = folder.resolve("saved.tif");
        save(file, StackWriterTest.randomSlices(PixelType.UINT8, 5), unit, 1.7, 0.65, 2.25);
        try (Scan scan = ScanFile.open(file)) {
            final VoxelSize size = scan.voxelSize().orElseThrow();
            // ImageJ keeps six decimals of the number of pixels per unit.
            assertEquals(1.7 * um, size.xUm(), 1.7 * um * 1e-6);
            assertEquals(0.65 * um, size.yUm(), 0.65 * um * 1e-6);
            assertEquals(2.25 * um, size.zUm(), 2.25 * um * 1e-12);
        }
    }

    @Test
    void aSpacingOfOneThatImageJLeavesOutIsOne() {
        final Path file = folder.resolve("saved.tif");
        save(file, StackWriterTest.randomSlices(PixelType.UINT8, 5), "um", 1.7, 1.7, 1);
        try (Scan scan = ScanFile.open(file)) {
            assertEquals(1, scan.voxelSize().orElseThrow().zUm());
        }
    }

    @Test
    void pixelsAreNoVoxelSize() {
        final Path file = folder.resolve("saved.tif");
        save(file, StackWriterTest.randomSlices(PixelType.UINT8, 5), "pixel", 1, 1, 1);
        try (Scan scan = ScanFile.open(file)) {
            assertEquals(Optional.empty(), scan.voxelSize());
        }
    }

    @Test
    void slicesInAFolderAreInTheOrderOfTheirNumbers() throws IOException {
        final Object[] slices = slicesInFolder(8);
        Files.writeString(folder.resolve("rec.log"), "TomoPy");
        Files.writeString(folder.resolve("._recon_8.tiff"), "left by macOS");
        try (Scan scan = ScanFile.open(folder)) {
            assertEquals(slices.length, scan.depth());
            assertEquals(VOXEL.xUm(), scan.voxelSize().orElseThrow().xUm());
            for (int z = 0; z < slices.length; z++) {
                StackWriterTest.assertSame(slices[z], StackWriterTest.read(scan, z));
            }
        }
        try (Scan scan = ScanFile.open(folder.resolve("recon_*.tiff"))) {
            assertEquals(slices.length, scan.depth());
            assertEquals("recon", scan.name());
        }
    }

    @Test
    void aSliceThatIsLostWhileReadingIsNamed() throws IOException {
        slicesInFolder(8);
        try (Scan scan = ScanFile.open(folder)) {
            Files.delete(folder.resolve("recon_10.tiff"));
            StackWriterTest.read(scan, 1);
            final InputException exception = assertThrows(InputException.class, () -> StackWriterTest.read(scan, 2));
            assertTrue(exception.getMessage().contains("recon_10.tiff: slice 3 of 5"), exception.getMessage());
        }
    }

    @Test
    void compressedSlicesInAFolderAreRead() throws IOException {
        final byte[][] slices = new byte[3][WIDTH * HEIGHT];
        for (int z = 0; z < slices.length; z++) {
            Arrays.fill(slices[z], WIDTH * z, WIDTH * HEIGHT, (byte) (z + 1));
            try (StackWriter writer = StackWriter.createLabels(folder.resolve("l" + z + ".tif"), WIDTH, HEIGHT, 1, VOXEL)) {
                writer.write(slices[z]);
            }
        }
        try (Scan scan = ScanFile.open(folder)) {
            final byte[] rows = new byte[WIDTH * 2];
            for (int z = 0; z < slices.length; z++) {
                StackWriterTest.assertSame(slices[z], StackWriterTest.read(scan, z));
                scan.readRows(z, 1, 2, rows);
                StackWriterTest.assertSame(Arrays.copyOfRange(slices[z], WIDTH, WIDTH * 3), rows);
            }
        }
    }

    @Test
    void aStackAmongSlicesIsRefused() throws IOException {
        slicesInFolder(8);
        save(folder.resolve("recon_13.tiff"), StackWriterTest.randomSlices(PixelType.UINT16, 9), "um", 1, 1, 1);
        assertRefused(folder, "5 slices among files of one slice each");
    }

    @Test
    void aNumberThatIsThereTwiceIsRefused() throws IOException {
        slicesInFolder(8);
        Files.copy(folder.resolve("recon_8.tiff"), folder.resolve("recon_008.tiff"));
        assertRefused(folder, "there twice");
    }

    @Test
    void slicesOfSeveralScansInAFolderAreToldApartByTheirPattern() throws IOException {
        final Object[] slices = slicesInFolder(8);
        for (int z = 0; z < slices.length; z++) {
            Files.move(folder.resolve("recon_" + (8 + z) + ".tiff"), folder.resolve("t1_" + (8 + z) + ".tiff"));
        }
        slicesInFolder(8);
        for (int z = 0; z < slices.length; z++) {
            Files.move(folder.resolve("recon_" + (8 + z) + ".tiff"), folder.resolve("t2_" + (8 + z) + ".tiff"));
        }
        assertRefused(folder, "more than one number");
        try (Scan scan = ScanFile.open(folder.resolve("t2_*.tiff"))) {
            assertEquals("t2", scan.name());
            assertEquals(slices.length, scan.depth());
        }
    }

    @Test
    void aMissingSliceIsNamed() throws IOException {
        slicesInFolder(8);
        Files.delete(folder.resolve("recon_10.tiff"));
        assertRefused(folder, "number 10 is missing");
    }

    @Test
    void slicesOfTwoSeriesInAFolderAreRefused() throws IOException {
        slicesInFolder(8);
        Files.copy(folder.resolve("recon_10.tiff"), folder.resolve("flat_0.tiff"));
        assertRefused(folder, "several series");
    }

    @Test
    void aSliceOfAnotherSizeIsRefused() throws IOException {
        slicesInFolder(8);
        try (StackWriter writer = StackWriter.create(folder.resolve("recon_13.tiff"), 5, 4, 1, PixelType.UINT8, VOXEL)) {
            writer.write(new byte[20]);
        }
        assertRefused(folder, "recon_13.tiff");
        assertRefused(folder, "5 x 4");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertRefused(folder.resolve("none.tif"), "no such file");
        assertRefused(folder.resolve("none_*.tif"), "no file matches");
        assertRefused(folder, "no TIFF slices");
    }

    @ParameterizedTest
    @ValueSource(strings = {"time_h,voltage_V\n0,0.1\n", "x", "II", "MM\0"})
    void aTextFileIsNoScan(final String text) throws IOException {
        final Path file = folder.resolve("cycling.tif");
        Files.writeString(file, text);
        assertRefused(file, "no TIFF file");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        final Path file = folder.resolve("empty.tif");
        Files.createFile(file);
        assertRefused(file, "empty");
    }

    @Test
    void aColourStackIsRefused() {
        final Path file = folder.resolve("colour.tif");
        final ImageStack stack = new ImageStack(5, 4);
        stack.addSlice(new ColorProcessor(5, 4));
        stack.addSlice(new ColorProcessor(5, 4));
        new FileSaver(new ImagePlus("colour", stack)).saveAsTiffStack(file.toString());
        assertRefused(file, "colour");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.3, 0.9, 0.9999})
    void aTruncatedFileIsRefused(final double part) throws IOException {
        final Path file = folder.resolve("cut.tif");
        save(file, StackWriterTest.randomSlices(PixelType.UINT16, 6), "um", 1.7, 1.7, 2.25);
        final byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, (int) (whole.length * part)));
        assertRefused(file, "truncated");
    }

    private void assertRefused(final Path path, final String words) {
        final InputException exception = assertThrows(InputException.class, () -> ScanFile.open(path));
        assertTrue(exception.getMessage().contains(words), exception.getMessage());
        assertTrue(exception.getMessage().contains(path.getFileName().toString()), exception.getMessage());
        assertEquals(1, exception.getMessage().lines().count());
    }

    private Object[] slicesInFolder(final int firstNumber) {
        final Object[] slices = StackWriterTest.randomSlices(PixelType.UINT16, 7);
        for (int z = 0; z < slices.length; z++) {
            final Path file = folder.resolve("recon_" + (firstNumber + z) + ".tiff");
            try (StackWriter writer = StackWriter.create(file, WIDTH, HEIGHT, 1, PixelType.UINT16, VOXEL)) {
                writer.write(slices[z]);
            }
        }
        return slices;
    }

    private static void save(final Path file, final Object[] slices, final String unit, final double x, final double y,
        final double z) {
        final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (final Object slice : slices) {
            stack.addSlice("", slice);
        }
        final ImagePlus image = new ImagePlus("stack", stack);
        final Calibration calibration = image.getCalibration();
        calibration.setUnit(unit);
        calibration.pixelWidth = x;
        calibration.pixelHeight = y;
        calibration.pixelDepth = z;
        assertTrue(new FileSaver(image).saveAsTiffStack(file.toString()));
    }
}
