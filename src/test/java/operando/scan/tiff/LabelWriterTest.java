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
import java.util.Arrays;
import java.util.Random;

import ij.IJ;
import ij.ImagePlus;
import operando.cell.Phase;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.scan.Scan;
import operando.scan.ScanFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelWriterTest {

    private static final int WIDTH = 701;
    private static final int HEIGHT = 203;
    private static final int DEPTH = 5;
    private static final VoxelSize VOXEL = new VoxelSize(1.7, 0.65, 2.25);

    @TempDir
    private Path folder;

    /** Runs of all lengths around those that the code tells apart, and one value after another. */
    @Test
    void runsAndLiteralsOfAnyLengthAreUnpackedToWhatTheyWere() throws IOException {
        final Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            final byte[] bytes = new byte[1 + random.nextInt(700)];
            for (int i = 0; i < bytes.length;) {
                final int run = random.nextBoolean() ? 1 + random.nextInt(3) : random.nextInt(300);
                final byte value = (byte) random.nextInt(256);
                for (int k = 0; k < run && i < bytes.length; k++) {
                    bytes[i++] = value;
                }
            }
            final int from = random.nextInt(bytes.length);
            final byte[] packed = new byte[PackBits.most(bytes.length - from) + 1];
            final int end = PackBits.pack(bytes, from, bytes.length, packed, 1);
            final byte[] unpacked = new byte[bytes.length - from];
            TiffCompression.PACK_BITS.unpack(Arrays.copyOfRange(packed, 1, end), end - 1, unpacked, unpacked.length, null);
            assertArrayEquals(Arrays.copyOfRange(bytes, from, bytes.length), unpacked);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void imageJAndTheReaderSeeTheLabelsThatWereWritten(final int runs) {
        final byte[][] labels = labels(runs);
        final Path file = folder.resolve("labels.tif");
        write(file, labels, 2);
        final ImagePlus image = IJ.openImage(file.toString());
        assertEquals(DEPTH, image.getStackSize());
        assertEquals(VOXEL.zUm(), image.getCalibration().pixelDepth);
        for (final Phase phase : Phase.values()) {
            assertEquals(phase.rgb(), image.getProcessor().getColorModel().getRGB(phase.label()) & 0xffffff);
        }
        try (Scan scan = ScanFile.open(file)) {
            assertEquals(VOXEL, scan.voxelSize().orElseThrow());
            final byte[] slice = (byte[]) scan.newSlice();
            for (int z = 0; z < DEPTH; z++) {
                scan.readSlice(z, slice);
                assertArrayEquals(labels[z], slice);
                assertArrayEquals(labels[z], (byte[]) image.getStack().getPixels(z + 1));
            }
        }
    }

    @Test
    void theFileIsTheSameWithAnyNumberOfThreads() throws IOException {
        final byte[][] labels = labels(40);
        write(folder.resolve("one.tif"), labels, 1);
        write(folder.resolve("three.tif"), labels, 3);
        assertEquals(-1, Files.mismatch(folder.resolve("one.tif"), folder.resolve("three.tif")));
    }

    @Test
    void labelsOfLayersTakeAFewBytesARow() throws IOException {
        final Path file = folder.resolve("labels.tif");
        write(file, labels(2), 2);
        assertTrue(Files.size(file) < (long) WIDTH * HEIGHT * DEPTH / 30, Files.size(file) + " bytes");
    }

    @Test
    void stripsBeyondFourGigabytesBecomeBigTiff() throws IOException {
        final Path file = folder.resolve("big.tif");
        final TiffTrailer trailer = TiffTrailer.ofLabels(3, 4, 1, VOXEL, 2);
        final long[] starts = {16, 0x1_4000_0001L};
        final byte[][] strips = {{-2, 1, -2, 2}, {-2, 3, -2, 4}};
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            for (int strip = 0; strip < 2; strip++) {
                channel.write(ByteBuffer.wrap(strips[strip]), starts[strip]);
                trailer.add(0, strip, starts[strip], 4);
            }
            channel.write(trailer.directories(starts[1] + 4), starts[1] + 4);
            channel.write(trailer.header(), 0);
        }
        try (Scan scan = ScanFile.open(file)) {
            assertEquals("BigTIFF", scan.storageInfo().format());
            final byte[] slice = new byte[12];
            scan.readSlice(0, slice);
            assertArrayEquals(new byte[] {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4}, slice);
        }
    }

    @Test
    void ofAStackThatFailsNothingIsLeftAndNobodyWaits() throws IOException {
        final Path file = folder.resolve("labels.tif");
        final byte[][] labels = labels(2);
        try (Cores cores = new Cores(3); LabelWriter writer = LabelWriter.create(file, WIDTH, HEIGHT, DEPTH, VOXEL)) {
            assertThrows(IllegalArgumentException.class, () -> cores.forEach(writer.bands(), i -> {
                if (i == 1) {
                    writer.fail();
                    throw new IllegalArgumentException("the second band");
                }
                fill(writer.band(i), labels);
            }));
        }
        assertFalse(Files.exists(file));
        assertEquals(0, folder.toFile().list().length);
    }

    private static void write(final Path file, final byte[][] labels, final int threads) {
        try (Cores cores = new Cores(threads); LabelWriter writer = LabelWriter.create(file, WIDTH, HEIGHT, DEPTH, VOXEL)) {
            cores.forEach(writer.bands(), i -> fill(writer.band(i), labels));
        }
    }

    private static void fill(final LabelWriter.Band band, final byte[][] labels) {
        for (final byte[] slice : labels) {
            band.add(Arrays.copyOfRange(slice, band.firstRow() * WIDTH, (band.firstRow() + band.rows()) * WIDTH));
        }
        band.write();
    }

    /** Rows of phases, each about as many runs. */
    private static byte[][] labels(final int runs) {
        final Random random = new Random(3);
        final byte[][] labels = new byte[DEPTH][WIDTH * HEIGHT];
        for (final byte[] slice : labels) {
            byte label = 0;
            for (int i = 0; i < slice.length; i++) {
                label = random.nextInt(WIDTH) < runs ? (byte) random.nextInt(Phase.values().length) : label;
                slice[i] = label;
            }
        }
        return labels;
    }
}
