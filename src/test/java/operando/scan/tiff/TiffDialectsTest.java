package operando.scan.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import ij.IJ;
import ij.ImagePlus;
import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.TimeSeriesFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiffDialectsTest {

    private static final int WIDTH = 71;
    private static final int HEIGHT = 53;
    private static final int DEPTH = 3;

    @TempDir
    private Path folder;

    static Stream<Arguments> dialects() {
        final List<Arguments> dialects = new ArrayList<>();
        for (final ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (final boolean big : new boolean[] {false, true}) {
                for (final boolean tiled : new boolean[] {false, true}) {
                    for (final int predictor : new int[] {0, 1, 2, 3}) {
                        for (final TiffSamples samples : TiffSamples.values()) {
                            final boolean floating = samples.name().startsWith("FLOAT");
                            if (predictor < 3 || floating) {
                                dialects.add(Arguments.of(order, big, tiled, predictor, samples));
                            }
                        }
                    }
                }
            }
        }
        return dialects.stream();
    }

    /** Predictor 0 stands for uncompressed. */
    @ParameterizedTest
    @MethodSource("dialects")
    void everyDialectHoldsTheSameGreyValues(final ByteOrder order, final boolean big, final boolean tiled,
        final int predictor, final TiffSamples samples) throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.order = order;
        writer.big = big;
        writer.tiled = tiled;
        writer.chunkWidth = 32;
        writer.chunkHeight = 16;
        writer.deflated = predictor > 0;
        writer.predictor = Math.max(1, predictor);
        writer.gap = 5;
        writer.bits = samples.bytes() * 8;
        writer.sampleFormat = samples.name().startsWith("FLOAT") ? 3 : samples.name().startsWith("INT") ? 2 : 1;
        final double[][] slices = randomSlices(samples);
        assertHolds(slices, samples, written(writer, slices));
    }

    @Test
    void stripsThatFollowOneAnotherAreReadAsOneRun() throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.chunkHeight = 7;
        final double[][] slices = randomSlices(TiffSamples.UINT16);
        final Path file = written(writer, slices);
        assertHolds(slices, TiffSamples.UINT16, file);
        try (TiffScan scan = TiffScan.open(file)) {
            assertTrue(scan.pages().first().contiguous() > 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"LZW,8,false", "LZW,16,false", "PackBits,8,false", "PackBits,16,false", "ZLib,8,false", "Deflate,16,false",
        "LZW,8,true", "LZW,16,true", "PackBits,16,true", "Deflate,8,true"})
    void whatJavaPackedIsUnpacked(final String compression, final int bits, final boolean tiled) throws IOException {
        final int width = 310;
        final int height = 207;
        final BufferedImage image = smoothImage(width, height, bits);
        final Path file = folder.resolve("packed.tif");
        writeWithJava(image, compression, tiled, file);
        try (Scan scan = ScanFile.open(file)) {
            final String stated = scan.storageInfo().compression();
            assertTrue(stated.toLowerCase(Locale.ROOT).startsWith(compression.replace("ZLib", "Deflate")
                .toLowerCase(Locale.ROOT)), stated);
            StackWriterTest.assertSame(pixelsOf(image), StackWriterTest.read(scan, 0));
            final Object rows = scan.pixelType().newPixels(width * 3);
            scan.readRows(0, 100, 3, rows);
            final Object expected = scan.pixelType().newPixels(width * 3);
            System.arraycopy(pixelsOf(image), 100 * width, expected, 0, width * 3);
            StackWriterTest.assertSame(expected, rows);
            if (!tiled) {
                StackWriterTest.assertSame(IJ.openImage(file.toString()).getProcessor().getPixels(),
                    StackWriterTest.read(scan, 0));
            }
        }
    }

    @Test
    void aStackOfImageJWithOneDirectoryIsWhole() throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.order = ByteOrder.BIG_ENDIAN;
        writer.directories = 1;
        writer.description = "ImageJ=1.54p\nimages=3\nslices=3\nunit=\\u00B5m\nspacing=2.5\nloop=false\n";
        final double[][] slices = randomSlices(TiffSamples.UINT16);
        final Path file = written(writer, slices);
        assertHolds(slices, TiffSamples.UINT16, file);
        final ImagePlus image = IJ.openImage(file.toString());
        try (Scan scan = ScanFile.open(file)) {
            for (int z = 0; z < DEPTH; z++) {
                StackWriterTest.assertSame(image.getStack().getPixels(z + 1), StackWriterTest.read(scan, z));
            }
        }
    }

    @Test
    void aStackWithOneDirectoryAndTooFewPixelsIsTruncated() throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.directories = 1;
        writer.description = "ImageJ=1.54p\nimages=4\nslices=4\n";
        final Path file = written(writer, randomSlices(TiffSamples.UINT16));
        assertRefused(file, "truncated");
    }

    @Test
    void aSeriesThatTifffileTruncatedIsWhole() throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.directories = 1;
        writer.description = "{\"shape\": [3, 53, 71], \"truncated\": true}";
        final double[][] slices = randomSlices(TiffSamples.UINT16);
        assertHolds(slices, TiffSamples.UINT16, written(writer, slices));
    }

    @ParameterizedTest
    @CsvSource({"channels=3,3 channels", "frames=3\\nslices=4,3 time points"})
    void severalStacksInOneFileAreRefused(final String lines, final String words) throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.description = "ImageJ=1.54p\nimages=3\n" + lines.replace("\\n", "\n") + "\nhyperstack=true\n";
        assertRefused(written(writer, randomSlices(TiffSamples.UINT16)), words);
    }

    @ParameterizedTest
    @CsvSource({"ImageJ=1.54p\\nimages=6\\nslices=3\\nframes=2\\nhyperstack=true\\nfinterval=90\\ntunit=min\\n, 0;1;2, 3;4;5, false",
        "ImageJ=1.54p\\nimages=6\\nslices=3\\nframes=2\\nhyperstack=true\\nfinterval=1.5\\ntunit=h\\n, 0;1;2, 3;4;5, true",
        "<OME><Image><Pixels DimensionOrder=\"XYCZT\" SizeZ=\"3\" SizeT=\"2\" SizeC=\"1\" TimeIncrement=\"5400\"/></Image></OME>, 0;1;2, 3;4;5, false",
        "<OME><Image><Pixels DimensionOrder=\"XYTZC\" SizeZ=\"3\" SizeT=\"2\" SizeC=\"1\" TimeIncrement=\"5400\" TimeIncrementUnit=\"s\"/></Image></OME>, 0;2;4, 1;3;5, false"})
    void eachTimePointOfAFileIsAScan(final String description, final String first, final String second, final boolean oneDirectory) throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.description = description.replace("\\n", "\n");
        if (oneDirectory) {
            writer.directories = 1;
        }
        final double[][] later = randomSlices(TiffSamples.UINT16);
        Stream.of(later).forEach(slice -> slice[0] = 65535 - slice[0]);
        final double[][] slices = Stream.of(randomSlices(TiffSamples.UINT16), later).flatMap(Stream::of).toArray(double[][]::new);
        final Path file = written(writer, slices);
        final TimeSeriesFile series = ScanFile.series(file).orElseThrow();
        assertEquals(1.5, series.stepH().orElseThrow(), 1e-12);
        assertEquals(2, series.points());
        final String[] orders = {first, second};
        for (int point = 0; point < 2; point++) {
            final double[][] own = Stream.of(orders[point].split(";")).map(at -> slices[Integer.parseInt(at)]).toArray(double[][]::new);
            final Path stack = series.stacks().get(point);
            assertEquals(file.getFileName() + "#t" + (point + 1), stack.getFileName().toString());
            assertHolds(own, TiffSamples.UINT16, stack);
            try (Scan scan = ScanFile.open(stack); Scan there = scan.source().open()) {
                StackWriterTest.assertSame(StackWriterTest.read(scan, 2), StackWriterTest.read(there, 2));
                assertEquals(ScanFile.nameOf(file) + "_t" + (point + 1), scan.name());
            }
        }
        assertRefused(file, "2 time points of 3 slices");
        assertRefused(file.resolveSibling(file.getFileName() + "#t3"), "no time point 3");
        assertRefused(file.resolveSibling(file.getFileName() + "#t0"), "no time point 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ImageJ=1.11a\nimages=9\nchannels=9\nhyperstack=true\nmode=grayscale\n",
        "<OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\"><Image ID=\"Image:0\"><Pixels SizeC=\"9\" SizeT=\"1\" SizeX=\"71\" SizeY=\"53\" SizeZ=\"1\"/></Image></OME>"})
    void aStackWhoseAxesTifffileWasNotToldIsRecognised(final String description) throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.description = description;
        assertRefused(written(writer, randomSlices(TiffSamples.UINT16)), "metadata={'axes': 'ZYX'}");
    }

    @Test
    void framesWithoutSlicesAreTheSlices() throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.description = "ImageJ=1.54p\nimages=3\nframes=3\nhyperstack=true\n";
        final double[][] slices = randomSlices(TiffSamples.UINT16);
        assertHolds(slices, TiffSamples.UINT16, written(writer, slices));
    }

    @Test
    void omeStatesTheVoxelSizeOfEachAxisInItsUnit() throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.description = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE x SYSTEM \"file:///none\">"
            + "<OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\"><Image ID=\"Image:0\"><Pixels "
            + "SizeC=\"1\" SizeT=\"1\" SizeX=\"71\" SizeY=\"53\" SizeZ=\"3\" PhysicalSizeX=\"1.7\" PhysicalSizeY=\"650\" "
            + "PhysicalSizeYUnit=\"nm\" PhysicalSizeZ=\"0.00225\" PhysicalSizeZUnit=\"mm\"/></Image></OME>";
        try (Scan scan = ScanFile.open(written(writer, randomSlices(TiffSamples.UINT16)))) {
            final VoxelSize size = scan.voxelSize().orElseThrow();
            assertEquals(1.7, size.xUm());
            assertEquals(0.65, size.yUm(), 1e-12);
            assertEquals(2.25, size.zUm(), 1e-12);
        }
    }

    @Test
    void signedStacksOfImageJAreReadInTheGreyValuesItShows() throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.description = "ImageJ=1.54p\nimages=3\nslices=3\ncf=0\nc0=-32768.0\nc1=1.0\nvunit=Gray Value\n";
        final double[][] slices = randomSlices(TiffSamples.UINT16);
        final Path file = written(writer, slices);
        final ImagePlus image = IJ.openImage(file.toString());
        try (Scan scan = ScanFile.open(file)) {
            assertEquals(PixelType.FLOAT32, scan.pixelType());
            final float[] grey = (float[]) StackWriterTest.read(scan, 1);
            for (int i = 0; i < grey.length; i += 17) {
                final int stored = (int) slices[1][i];
                assertEquals(image.getCalibration().getCValue(stored), grey[i]);
            }
        }
    }

    @Test
    void slicesChainedInACircleAreRefused() throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.afterLast = -1;
        assertRefused(written(writer, randomSlices(TiffSamples.UINT16)), "circle");
    }

    @Test
    void aDirectoryBehindTheEndIsTruncation() throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.afterLast = 1 << 30;
        assertRefused(written(writer, randomSlices(TiffSamples.UINT16)), "truncated");
    }

    @Test
    void damagedPixelsAreNamedByTheirSlice() throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.deflated = true;
        final Path file = written(writer, randomSlices(TiffSamples.UINT16));
        final byte[] bytes = Files.readAllBytes(file);
        // Behind the header is the first slice's packed data.
        java.util.Arrays.fill(bytes, 20, 60, (byte) 0xff);
        Files.write(file, bytes);
        try (Scan scan = ScanFile.open(file)) {
            final InputException exception = assertThrows(InputException.class, () -> StackWriterTest.read(scan, 0));
            assertTrue(exception.getMessage().contains("slice 1 of 3"), exception.getMessage());
            StackWriterTest.read(scan, 1);
        }
    }

    @Test
    void doublesBeyondFloatAreRefused() throws IOException {
        final DialectWriter writer = new DialectWriter();
        writer.bits = 64;
        writer.sampleFormat = 3;
        final double[][] slices = randomSlices(TiffSamples.FLOAT64);
        slices[2][100] = 1e300;
        try (Scan scan = ScanFile.open(written(writer, slices))) {
            assertThrows(InputException.class, () -> StackWriterTest.read(scan, 2));
        }
    }

    @Test
    void compressionThatIsNotReadIsNamed() throws IOException {
        final Path file = folder.resolve("jpeg.tif");
        writeWithJava(smoothImage(310, 207, 8), "JPEG", false, file);
        assertRefused(file, "compression 7 (JPEG)");
    }

    private void assertRefused(final Path file, final String words) {
        final InputException exception = assertThrows(InputException.class, () -> ScanFile.open(file));
        assertTrue(exception.getMessage().contains(words), exception.getMessage());
        assertEquals(1, exception.getMessage().lines().count());
    }

    private Path written(final DialectWriter writer, final double[][] slices) throws IOException {
        return Files.write(folder.resolve("dialect.tif"), writer.write(slices, WIDTH, HEIGHT));
    }

    private static void assertHolds(final double[][] slices, final TiffSamples samples, final Path file) {
        try (Scan scan = ScanFile.open(file)) {
            assertEquals(WIDTH, scan.width());
            assertEquals(HEIGHT, scan.height());
            assertEquals(DEPTH, scan.depth());
            assertEquals(samples.displayName(), scan.storageInfo().samples());
            final float[] grey = new float[WIDTH * HEIGHT];
            for (int z = 0; z < DEPTH; z++) {
                PixelType.toFloat(StackWriterTest.read(scan, z), 0, grey.length, grey, 0);
                assertArrayEquals(asFloats(slices[z]), grey);
            }
            final float[] block = new float[5 * 20 * 2];
            scan.readBlock(60, 30, 1, 5, 20, 2, block);
            assertEquals((float) slices[2][(30 + 19) * WIDTH + 60 + 4], block[block.length - 1]);
        }
    }

    private static float[] asFloats(final double[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double[][] randomSlices(final TiffSamples samples) {
        final Random random = new Random(11);
        final double[][] slices = new double[DEPTH][WIDTH * HEIGHT];
        for (final double[] slice : slices) {
            for (int i = 0; i < slice.length; i++) {
                slice[i] = switch (samples) {
                    case UINT8 -> random.nextInt(256);
                    case INT8 -> random.nextInt(256) - 128;
                    case UINT16 -> random.nextInt(1 << 16);
                    case INT16 -> random.nextInt(1 << 16) - (1 << 15);
                    case UINT32 -> random.nextInt() & 0xffffffffL;
                    case INT32 -> random.nextInt();
                    case FLOAT32 -> (float) random.nextGaussian();
                    case FLOAT64 -> random.nextGaussian();
                };
            }
        }
        return slices;
    }

    private static BufferedImage smoothImage(final int width, final int height, final int bits) {
        final BufferedImage image = new BufferedImage(width, height,
            bits == 8 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY);
        final Random random = new Random(12);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                final double grey = 0.5 + 0.3 * Math.sin(x / 30.0) * Math.cos(y / 20.0) + 0.005 * random.nextInt(4);
                image.getRaster().setSample(x, y, 0, (int) (grey * ((1 << bits) - 1)));
            }
        }
        return image;
    }

    private static Object pixelsOf(final BufferedImage image) {
        return image.getRaster().getDataBuffer() instanceof DataBufferByte bytes ? bytes.getData()
            : ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
    }

    private static void writeWithJava(final BufferedImage image, final String compression, final boolean tiled,
        final Path file) throws IOException {
        final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            final ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
            if (tiled) {
                param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
                param.setTiling(64, 48, 0, 0);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
