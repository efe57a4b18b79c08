package operando.scan.imglib2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.list.ListImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.type.volatiles.VolatileUnsignedByteType;
import net.imglib2.view.Views;
import operando.ForkedJava;
import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.scan.AxisView;
import operando.scan.MemoryScan;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.ScanView;
import operando.scan.StackAxis;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScanAndImageTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 29;
    private static final int DEPTH = 23;
    private static final VoxelSize VOXEL = new VoxelSize(1.7, 0.65, 2.25);

    /** Noise over the whole range of the type, so that signs and byte order would show. */
    private static MemoryScan scan(final PixelType type, final int width, final int height, final int depth) {
        final Random random = new Random(7);
        final List<Object> slices = new ArrayList<>();
        for (int z = 0; z < depth; z++) {
            final Object slice = type.newPixels(width * height);
            for (int i = 0; i < width * height; i++) {
                switch (type) {
                    case UINT8 -> ((byte[]) slice)[i] = (byte) random.nextInt();
                    case UINT16 -> ((short[]) slice)[i] = (short) random.nextInt();
                    case FLOAT32 -> ((float[]) slice)[i] = (float) random.nextGaussian();
                }
            }
            slices.add(slice);
        }
        return new MemoryScan("noise", width, height, slices, Optional.of(VOXEL));
    }

    private static float[] voxels(final Scan scan) {
        final float[] grey = new float[scan.width() * scan.height() * scan.depth()];
        scan.readBlock(0, 0, 0, scan.width(), scan.height(), scan.depth(), grey);
        return grey;
    }

    private static void assertSameVoxels(final Scan expected, final Scan actual) {
        assertEquals(expected.pixelType(), actual.pixelType());
        actual.requireSizeOf(expected);
        assertArrayEquals(voxels(expected), voxels(actual));
        for (int z = 0; z < expected.depth(); z++) {
            final Object of = expected.newSlice();
            final Object is = actual.newSlice();
            expected.readSlice(z, of);
            actual.readSlice(z, is);
            final float[] expectedGrey = new float[expected.width() * expected.height()];
            final float[] actualGrey = expectedGrey.clone();
            PixelType.toFloat(of, 0, expectedGrey.length, expectedGrey, 0);
            PixelType.toFloat(is, 0, actualGrey.length, actualGrey, 0);
            assertArrayEquals(expectedGrey, actualGrey);
        }
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void aScanThroughAnImageIsTheScanAgain(final PixelType type) {
        final Scan scan = scan(type, WIDTH, HEIGHT, DEPTH);
        final Scan again = ImageAsScan.of("again", ScanAsImage.of(scan), scan.voxelSize());
        assertSameVoxels(scan, again);
        assertEquals(Optional.of(VOXEL), again.voxelSize());
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void voxelsInAnyOrderAreThoseOfTheScan(final PixelType type) {
        final Scan scan = scan(type, WIDTH, HEIGHT, DEPTH);
        final float[] grey = voxels(scan);
        final RandomAccess<? extends RealType<?>> access = ScanAsImage.of(scan, 0).randomAccess();
        final Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            final int x = random.nextInt(WIDTH);
            final int y = random.nextInt(HEIGHT);
            final int z = random.nextInt(DEPTH);
            assertEquals(grey[(z * HEIGHT + y) * WIDTH + x], access.setPositionAndGet(x, y, z).getRealFloat());
        }
        int at = 0;
        for (final RealType<?> voxel : Views.flatIterable(ScanAsImage.of(scan))) {
            assertEquals(grey[at++], voxel.getRealFloat());
        }
        assertEquals(grey.length, at);
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void croppedShiftedAndPermutedViewsAreScans(final PixelType type) {
        final Scan scan = scan(type, WIDTH, HEIGHT, DEPTH);
        final float[] grey = voxels(scan);
        final RandomAccessibleInterval<?> crop = Views.interval(Views.translate(typed(ScanAsImage.of(scan)), -5, 11, 100), new long[] {-2, 15, 103},
            new long[] {20, 35, 117});
        final Scan view = ImageAsScan.of("view", Views.invertAxis(Views.permute(typed(crop), 0, 2), 1), Optional.empty());
        assertEquals(List.of(15, 21, 23), List.of(view.width(), view.height(), view.depth()));
        final float[] seen = voxels(view);
        for (int z = 0; z < view.depth(); z++) {
            for (int y = 0; y < view.height(); y++) {
                for (int x = 0; x < view.width(); x++) {
                    // x of the view is z of the scan from 3 on, its y runs down from 24, its z is x from 3 on
                    assertEquals(grey[((3 + x) * HEIGHT + 24 - y) * WIDTH + 3 + z], seen[(z * view.height() + y) * view.width() + x]);
                }
            }
        }
        assertSameVoxels(ImageAsScan.of("copy", ScanAsImage.of(view), Optional.empty()), view);
    }

    @ParameterizedTest
    @EnumSource(StackAxis.class)
    void anImageIsSeenAlongAnAxisAsAScanIs(final StackAxis axis) {
        final Scan scan = scan(PixelType.UINT16, WIDTH, HEIGHT, DEPTH);
        final Scan through = ImageAsScan.of("through", ScanAsImage.of(scan), scan.voxelSize());
        assertSameVoxels(AxisView.along(scan, axis, 0), AxisView.along(through, axis, 0));
        assertEquals(AxisView.along(scan, axis, 0).voxelSize(), AxisView.along(through, axis, 0).voxelSize());
    }

    @SuppressWarnings("unchecked")
    private static <T> RandomAccessibleInterval<T> typed(final RandomAccessibleInterval<?> image) {
        return (RandomAccessibleInterval<T>) image;
    }

    @Test
    void imagesOfOtherRealTypesBecomeFloat() {
        final short[] signed = {-300, 7, 32767, -1, 0, 12};
        final float[] expected = {-300, 7, 32767, -1, 0, 12};
        final int[] ints = {-300, 7, 32767, -1, 0, 12};
        final double[] doubles = {-300, 7, 32767, -1, 0, 12};
        for (final RandomAccessibleInterval<?> image : List.of(ArrayImgs.shorts(signed, 3, 2, 1), ArrayImgs.ints(ints, 3, 2, 1), ArrayImgs.doubles(doubles, 3, 2, 1))) {
            final Scan scan = ImageAsScan.of("other", image, Optional.empty());
            assertEquals(PixelType.FLOAT32, scan.pixelType());
            assertArrayEquals(expected, voxels(scan));
        }
        final RandomAccessibleInterval<?> bits = Converters.convert(typed(ArrayImgs.shorts(signed, 3, 2, 1)),
            (RealType<?> from, net.imglib2.type.logic.BitType to) -> to.set(from.getRealDouble() > 0), new net.imglib2.type.logic.BitType());
        assertArrayEquals(new float[] {0, 1, 1, 0, 0, 1}, voxels(ImageAsScan.of("bits", bits, Optional.empty())));
    }

    @Test
    void planarListedAndConvertedImagesAreRead() {
        final RandomAccessibleInterval<UnsignedByteType> planar = PlanarImgs.unsignedBytes(3, 2, 4);
        int value = 0;
        for (final UnsignedByteType voxel : Views.flatIterable(planar)) {
            voxel.set(10 * value++);
        }
        final float[] expected = voxels(ImageAsScan.of("planar", planar, Optional.empty()));
        assertEquals(230, expected[23]);
        final List<UnsignedByteType> list = new ArrayList<>();
        Views.flatIterable(planar).forEach(voxel -> list.add(voxel.copy()));
        assertArrayEquals(expected, voxels(ImageAsScan.of("list", new ListImg<>(list, 3, 2, 4), Optional.empty())));
        final Scan wide = ImageAsScan.of("wide", Converters.convert(planar, (from, to) -> to.set(from.get() * 100), new UnsignedShortType()), Optional.empty());
        assertEquals(PixelType.UINT16, wide.pixelType());
        assertEquals(23_000, voxels(wide)[23]);
    }

    @Test
    void anImageOfTwoAxesIsOneSlice() {
        final Scan map = ImageAsScan.of("map", ArrayImgs.floats(new float[] {1, 2, 3, 4, 5, 6}, 3, 2), Optional.of(VOXEL));
        assertEquals(1, map.depth());
        final float[] row = new float[3];
        map.readRows(0, 1, 1, row);
        assertArrayEquals(new float[] {4, 5, 6}, row);
    }

    @Test
    void labelsOfAnyWholeNumbersAreEightBit() {
        final Scan labels = ImageAsScan.ofLabels("labels", ArrayImgs.longs(new long[] {0, 1, 6, 255}, 2, 2, 1), Optional.empty());
        assertEquals(PixelType.UINT8, labels.pixelType());
        assertArrayEquals(new float[] {0, 1, 6, 255}, voxels(labels));
        final Scan tooMany = ImageAsScan.ofLabels("labels", ArrayImgs.ints(new int[] {0, 256}, 2, 1, 1), Optional.empty());
        refused("256", () -> voxels(tooMany));
        refused("FloatType", () -> ImageAsScan.ofLabels("labels", ArrayImgs.floats(2, 2, 2), Optional.empty()));
    }

    @Test
    void whatWouldBeWrongIsRefused() {
        refused("4 axes", () -> ImageAsScan.of("image", ArrayImgs.floats(2, 2, 2, 2), Optional.empty()));
        refused("1 axes", () -> ImageAsScan.of("image", ArrayImgs.floats(2), Optional.empty()));
        refused("0 voxels along axis 2", () -> ImageAsScan.of("image", Views.interval(ArrayImgs.floats(2, 2, 2), new long[] {0, 0, 0}, new long[] {1, 1, -1}),
            Optional.empty()));
        refused("ARGBType", () -> ImageAsScan.of("image", ArrayImgs.argbs(2, 2, 2), Optional.empty()));
        refused("ComplexFloatType", () -> ImageAsScan.of("image", ArrayImgs.complexFloats(2, 2, 2), Optional.empty()));
        refused("volatile", () -> ImageAsScan.of("image", Converters.convert(ArrayImgs.unsignedBytes(2, 2, 2), (from, to) -> to.get().set(from),
            new VolatileUnsignedByteType()), Optional.empty()));
        refused("16777217", () -> voxels(ImageAsScan.of("image", ArrayImgs.ints(new int[] {16_777_217}, 1, 1, 1), Optional.empty())));
        refused("1.0E39", () -> voxels(ImageAsScan.of("image", ArrayImgs.doubles(new double[] {1e39}, 1, 1, 1), Optional.empty())));
        refused("16-bit", () -> ScanAsImage.of(scan(PixelType.UINT16, 4, 3, 2), new FloatType()));
        assertEquals(16_777_216, voxels(ImageAsScan.of("image", ArrayImgs.ints(new int[] {16_777_216}, 1, 1, 1), Optional.empty()))[0]);
        assertTrue(Float.isNaN(voxels(ImageAsScan.of("image", ArrayImgs.doubles(new double[] {Double.NaN}, 1, 1, 1), Optional.empty()))[0]));
    }

    private static void refused(final String what, final org.junit.jupiter.api.function.Executable call) {
        final String message = assertThrows(InputException.class, call).getMessage();
        assertTrue(message.contains(what), message);
    }

    /** Counts the bytes that are read. */
    private static final class Counted extends ScanView {

        private final AtomicLong bytes = new AtomicLong();

        private Counted(final Scan scan) {
            super(scan);
        }

        @Override
        public void readRows(final int z, final int y, final int rows, final Object pixels) {
            bytes.addAndGet((long) rows * width() * pixelType().bytes());
            super.readRows(z, y, rows, pixels);
        }
    }

    @Test
    void manyThreadsSeeTheSameVoxelsAndReadThemOnce() {
        final Scan scan = scan(PixelType.UINT16, 300, 200, 40);
        final Counted counted = new Counted(scan);
        final RandomAccessibleInterval<UnsignedShortType> image = ScanAsImage.of(counted, new UnsignedShortType());
        final Scan through = ImageAsScan.of("through", image, Optional.empty());
        final AtomicInteger wrong = new AtomicInteger();
        try (Cores cores = new Cores(8)) {
            cores.forEach(80, i -> {
                final int z = i % 40;
                final short[] expected = new short[300 * 200];
                final short[] actual = new short[300 * 200];
                scan.readSlice(z, expected);
                through.readSlice(z, actual);
                wrong.addAndGet(java.util.Arrays.equals(expected, actual) ? 0 : 1);
                final RandomAccess<UnsignedShortType> access = image.randomAccess();
                for (int y = 0; y < 200; y++) {
                    wrong.addAndGet(access.setPositionAndGet(i, y, z).get() == (expected[y * 300 + i] & 0xffff) ? 0 : 1);
                }
            });
        }
        assertEquals(0, wrong.get());
        assertEquals(300L * 200 * 40 * 2, counted.bytes.get());
    }

    @Test
    void whatIsReadFirstIsGivenUpFirst() {
        final AtomicInteger made = new AtomicInteger();
        final RecentCells<int[]> cells = new RecentCells<>(10, 3, index -> {
            made.incrementAndGet();
            return new net.imglib2.img.cell.Cell<>(new int[] {1}, new long[] {index}, new int[] {(int) index});
        });
        for (final int index : new int[] {0, 1, 2, 0, 1, 2, 3}) {
            assertEquals(index, cells.get(index).getData()[0]);
        }
        assertEquals(4, made.get());
        cells.get(1);
        cells.get(2);
        assertEquals(4, made.get());
        cells.get(0);
        assertEquals(5, made.get());
    }

    @Test
    void aScanLargerThanTheMemoryIsRead(@TempDir final Path folder) throws Exception {
        final Path file = folder.resolve("large.tif");
        final int depth = 120;
        try (StackWriter writer = StackWriter.create(file, 1000, 700, depth, PixelType.UINT16, VOXEL)) {
            final short[] slice = new short[1000 * 700];
            for (int z = 0; z < depth; z++) {
                java.util.Arrays.fill(slice, (short) (z * 300));
                writer.write(slice);
            }
        }
        final Process process = new ProcessBuilder(ForkedJava.executable(), "-Xmx64m", "-cp",
            ForkedJava.classPath(), SumOfImage.class.getName(), file.toString()).redirectErrorStream(true).start();
        final String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        long sum = 0;
        for (int z = 0; z < depth; z++) {
            sum += 700_000L * (z * 300 & 0xffff);
        }
        assertEquals(Long.toString(sum), said.strip());
    }

    /** Prints the sum of all voxels, twice walked through; its heap is smaller than the scan. */
    static final class SumOfImage {

        private SumOfImage() {
        }

        public static void main(final String[] arguments) {
            try (Scan scan = ScanFile.open(Path.of(arguments[0]))) {
                final RandomAccessibleInterval<UnsignedShortType> image = ScanAsImage.of(scan, new UnsignedShortType());
                long sum = 0;
                final Cursor<UnsignedShortType> cursor = image.cursor();
                while (cursor.hasNext()) {
                    sum += cursor.next().get();
                }
                for (final UnsignedShortType voxel : Views.flatIterable(Views.permute(image, 1, 2))) {
                    sum -= voxel.get();
                }
                if (sum != 0) {
                    throw new AssertionError(sum);
                }
                for (final UnsignedShortType voxel : image) {
                    sum += voxel.get();
                }
                System.out.println(sum);
            }
        }
    }
}
