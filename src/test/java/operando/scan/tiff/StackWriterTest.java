package operando.scan.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import operando.cell.InputException;
import operando.cell.Phase;
import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class StackWriterTest {

    private static final int WIDTH = 701;
    private static final int HEIGHT = 203;
    private static final int DEPTH = 5;
    private static final VoxelSize VOXEL = new VoxelSize(1.7, 0.65, 2.25);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void whatIsWrittenIsReadBack(final PixelType type) {
        final Path file = folder.resolve("a.tif");
        final Object[] slices = randomSlices(type, 1);
        write(file, type, slices);
        try (Scan scan = ScanFile.open(file)) {
            assertEquals("a", scan.name());
            assertEquals(WIDTH, scan.width());
            assertEquals(HEIGHT, scan.height());
            assertEquals(DEPTH, scan.depth());
            assertEquals(type, scan.pixelType());
            assertEquals(VOXEL, scan.voxelSize().orElseThrow());
            for (int z = 0; z < DEPTH; z++) {
                assertSame(slices[z], read(scan, z));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void imageJSeesTheSameStack(final PixelType type) {
        final Path file = folder.resolve("a.tif");
        final Object[] slices = randomSlices(type, 2);
        write(file, type, slices);
        final ImagePlus image = IJ.openImage(file.toString());
        assertEquals(DEPTH, image.getStackSize());
        assertCalibrated(image.getCalibration());
        for (int z = 0; z < DEPTH; z++) {
            assertSame(slices[z], image.getStack().getPixels(z + 1));
        }
    }

    @Test
    void imageJSeesLabelsInTheColoursOfThePhases() {
        final Path file = folder.resolve("labels.tif");
        final byte[][] labels = writeLabels(file);
        final ImagePlus image = IJ.openImage(file.toString());
        assertEquals(DEPTH, image.getStackSize());
        assertCalibrated(image.getCalibration());
        for (int z = 0; z < DEPTH; z++) {
            assertArrayEquals(labels[z], (byte[]) image.getStack().getPixels(z + 1));
        }
        for (final Phase phase : Phase.values()) {
            assertEquals(phase.rgb(), image.getProcessor().getColorModel().getRGB(phase.label()) & 0xffffff);
        }
    }

    @Test
    void labelsAreReadBackAndTakeLessRoom() throws IOException {
        final Path file = folder.resolve("labels.tif");
        final byte[][] labels = writeLabels(file);
        assertTrue(Files.size(file) < (long) WIDTH * HEIGHT * DEPTH / 10);
        try (Scan scan = ScanFile.open(file)) {
            assertEquals("Deflate", scan.storageInfo().compression());
            assertEquals(VOXEL, scan.voxelSize().orElseThrow());
            for (int z = 0; z < DEPTH; z++) {
                assertSame(labels[z], read(scan, z));
            }
        }
    }

    @Test
    void positionsBeyondFourGigabytesBecomeBigTiff() throws IOException {
        final Path file = folder.resolve("big.tif");
        final TiffTrailer trailer = new TiffTrailer(4, 3, 2, PixelType.UINT8, VOXEL, false);
        final byte[][] slices = {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, {12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}};
        final long[] starts = {16, 0x1_4000_0001L};
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
            for (int z = 0; z < 2; z++) {
                channel.write(ByteBuffer.wrap(slices[z]), starts[z]);
                trailer.add(starts[z], 12);
            }
            channel.write(trailer.directories(starts[1] + 12), starts[1] + 12);
            channel.write(trailer.header(), 0);
        }
        try (Scan scan = ScanFile.open(file)) {
            assertEquals("BigTIFF", scan.storageInfo().format());
            assertEquals(VOXEL, scan.voxelSize().orElseThrow());
            assertSame(slices[0], read(scan, 0));
            assertSame(slices[1], read(scan, 1));
        }
    }

    @Test
    void nothingIsLeftWhenWritingStops() throws IOException {
        final Path file = folder.resolve("new").resolve("a.tif");
        try (StackWriter writer = StackWriter.create(file, 4, 3, 2, PixelType.UINT8, VOXEL)) {
            writer.write(new byte[12]);
        }
        assertEquals(0, filesIn(file.getParent()));
    }

    @Test
    void anOlderFileStaysUntilTheNewOneIsWhole() throws IOException {
        final Path file = folder.resolve("a.tif");
        Files.writeString(file, "older");
        final StackWriter writer = StackWriter.create(file, 4, 3, 1, PixelType.UINT8, VOXEL);
        writer.write(new byte[12]);
        assertEquals("older", Files.readString(file));
        writer.close();
        assertEquals(1, filesIn(folder));
        try (Scan scan = ScanFile.open(file)) {
            assertEquals(1, scan.depth());
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(folder.resolve("taken"), "a file");
        final Path file = folder.resolve("taken").resolve("a.tif");
        final InputException exception = assertThrows(InputException.class,
            () -> StackWriter.create(file, 4, 3, 2, PixelType.UINT8, VOXEL));
        assertTrue(exception.getMessage().contains(file.toString()), exception.getMessage());
        assertFalse(exception.getMessage().contains("\n"));
    }

    @Test
    void aStackWithoutVoxelsIsRefused() {
        assertThrows(InputException.class,
            () -> StackWriter.create(folder.resolve("a.tif"), 4, 3, 0, PixelType.UINT8, VOXEL));
    }

    private static void assertCalibrated(final Calibration calibration) {
        assertEquals("\u00b5m", calibration.getUnit());
        assertEquals(VOXEL.xUm(), calibration.pixelWidth, 1e-9);
        assertEquals(VOXEL.yUm(), calibration.pixelHeight, 1e-9);
        assertEquals(VOXEL.zUm(), calibration.pixelDepth, 1e-9);
    }

    private static void write(final Path file, final PixelType type, final Object[] slices) {
        try (StackWriter writer = StackWriter.create(file, WIDTH, HEIGHT, DEPTH, type, VOXEL)) {
            for (final Object slice : slices) {
                writer.write(slice);
            }
        }
    }

    private static byte[][] writeLabels(final Path file) {
        final byte[][] labels = new byte[DEPTH][WIDTH * HEIGHT];
        try (StackWriter writer = StackWriter.createLabels(file, WIDTH, HEIGHT, DEPTH, VOXEL)) {
            for (int z = 0; z < DEPTH; z++) {
                for (int i = 0; i < WIDTH * HEIGHT; i++) {
                    labels[z][i] = (byte) ((i % WIDTH / 90 + z) % 7);
                }
                writer.write(labels[z]);
            }
        }
        return labels;
    }

    public static Object[] randomSlices(final PixelType type, final long seed) {
        final Random random = new Random(seed);
        final Object[] slices = new Object[DEPTH];
        for (int z = 0; z < DEPTH; z++) {
            slices[z] = type.newPixels(WIDTH * HEIGHT);
            if (slices[z] instanceof byte[] bytes) {
                random.nextBytes(bytes);
            } else if (slices[z] instanceof short[] shorts) {
                for (int i = 0; i < shorts.length; i++) {
                    shorts[i] = (short) random.nextInt();
                }
            } else if (slices[z] instanceof float[] floats) {
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) random.nextGaussian();
                }
            }
        }
        return slices;
    }

    public static Object read(final Scan scan, final int z) {
        final Object slice = scan.newSlice();
        scan.readSlice(z, slice);
        return slice;
    }

    public static void assertSame(final Object expected, final Object actual) {
        if (expected instanceof byte[] bytes) {
            assertArrayEquals(bytes, (byte[]) actual);
        } else if (expected instanceof short[] shorts) {
            assertArrayEquals(shorts, (short[]) actual);
        } else {
            assertArrayEquals((float[]) expected, (float[]) actual);
        }
    }

    private static long filesIn(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
