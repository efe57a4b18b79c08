package operando.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.scan.tiff.StackWriterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AxisViewTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 70;
    private static final int DEPTH = 11;
    private static final VoxelSize VOXEL = new VoxelSize(1.7, 0.65, 2.25);

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void alongXTheFileIsSeenAsYZX(final PixelType type) {
        final Scan view = AxisView.along(scan(type), StackAxis.X, 0);
        assertEquals(new VoxelSize(0.65, 2.25, 1.7), view.voxelSize().orElseThrow());
        assertEquals(HEIGHT, view.width());
        assertEquals(DEPTH, view.height());
        assertEquals(WIDTH, view.depth());
        for (int z = 0; z < view.depth(); z++) {
            final float[] grey = grey(view, z);
            for (int y = 0; y < view.height(); y++) {
                for (int x = 0; x < view.width(); x++) {
                    assertEquals(greyAt(z, x, y, type), grey[y * view.width() + x]);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void alongYTheFileIsSeenAsXZY(final PixelType type) {
        final Scan view = AxisView.along(scan(type), StackAxis.Y, 0);
        assertEquals(new VoxelSize(1.7, 2.25, 0.65), view.voxelSize().orElseThrow());
        assertEquals(WIDTH, view.width());
        assertEquals(DEPTH, view.height());
        assertEquals(HEIGHT, view.depth());
        for (int z = 0; z < view.depth(); z++) {
            final float[] grey = grey(view, z);
            for (int y = 0; y < view.height(); y++) {
                for (int x = 0; x < view.width(); x++) {
                    assertEquals(greyAt(x, z, y, type), grey[y * view.width() + x]);
                }
            }
        }
    }

    @Test
    void alongZTheScanIsItself() {
        final Scan scan = scan(PixelType.UINT8);
        assertSame(scan, AxisView.along(scan, StackAxis.Z));
    }

    @ParameterizedTest
    @EnumSource(names = {"X", "Y"})
    void threadsWithLittleMemorySeeWhatOneWithMuchSees(final StackAxis axis) {
        final Scan scan = scan(PixelType.UINT16);
        final Scan whole = AxisView.along(scan, axis, 1 << 30);
        final Scan slabs = AxisView.along(scan, axis, 6L * whole.width() * whole.height() * 2);
        try (Cores cores = new Cores(4)) {
            cores.forEach(whole.depth() * 2, task -> {
                final int z = task % whole.depth();
                final short[] expected = new short[whole.width() * 5];
                final short[] actual = new short[whole.width() * 5];
                whole.readRows(z, 4, 5, expected);
                slabs.readRows(z, 4, 5, actual);
                assertArrayEquals(expected, actual);
            });
        }
    }

    @Test
    void slicesInOrderCostOneReadingForEachSlab() {
        final AtomicInteger readings = new AtomicInteger();
        final Scan counted = new CountedScan(scan(PixelType.UINT8), readings);
        final Scan view = AxisView.along(counted, StackAxis.X, 2L * 10 * HEIGHT * DEPTH);
        for (int z = 0; z < view.depth(); z++) {
            grey(view, z);
        }
        // 37 slices in slabs of 10 are four slabs, and each reads the eleven slices of the file once.
        assertEquals(4 * DEPTH, readings.get());
    }

    @ParameterizedTest
    @CsvSource({"x,X", "' Y ',Y", "z,Z"})
    void axesAreNamedByTheirLetters(final String text, final StackAxis axis) {
        assertEquals(axis, StackAxis.of(text));
    }

    @Test
    void anotherLetterIsNoAxis() {
        assertThrows(InputException.class, () -> StackAxis.of("w"));
    }

    private static float[] grey(final Scan view, final int z) {
        final float[] grey = new float[view.width() * view.height()];
        PixelType.toFloat(StackWriterTest.read(view, z), 0, grey.length, grey, 0);
        return grey;
    }

    private static float greyAt(final int x, final int y, final int z, final PixelType type) {
        final int grey = x + 40 * y + 3000 * z;
        return type == PixelType.UINT8 ? grey & 0xff : grey;
    }

    private static Scan scan(final PixelType type) {
        final List<Object> slices = new ArrayList<>();
        for (int z = 0; z < DEPTH; z++) {
            final Object slice = type.newPixels(WIDTH * HEIGHT);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                final float grey = greyAt(i % WIDTH, i / WIDTH, z, type);
                if (slice instanceof byte[] bytes) {
                    bytes[i] = (byte) grey;
                } else if (slice instanceof short[] shorts) {
                    shorts[i] = (short) (int) grey;
                } else if (slice instanceof float[] floats) {
                    floats[i] = grey;
                }
            }
            slices.add(slice);
        }
        return new MemoryScan("tilted", WIDTH, HEIGHT, slices, Optional.of(VOXEL));
    }
}
