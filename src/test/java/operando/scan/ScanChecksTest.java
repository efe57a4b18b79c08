package operando.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.scan.tiff.StackWriterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanChecksTest {

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aVoxelThatIsNotFiniteIsNamed(final float value) {
        final float[] slice = new float[7 * 5];
        slice[3 * 7 + 2] = value;
        final Scan scan = NaNCheckedScan.of(floats(new float[7 * 5], slice));
        StackWriterTest.read(scan, 0);
        scan.readRows(1, 0, 3, new float[21]);
        for (final int from : new int[] {0, 1, 3}) {
            final InputException exception = assertThrows(InputException.class,
                () -> scan.readRows(1, from, 5 - from, new float[35]));
            assertTrue(exception.getMessage().contains("x 2, y 3 of slice 2"), exception.getMessage());
        }
        assertThrows(InputException.class, () -> StackWriterTest.read(scan, 1));
    }

    @Test
    void aRoundMaskIsRecognised() {
        final float[] slice = new float[7 * 5];
        slice[7] = Float.NaN;
        slice[13] = Float.NaN;
        final InputException masked = assertThrows(InputException.class, () -> NaNCheckedScan.of(floats(slice)).readSlice(0, new float[35]));
        assertTrue(masked.getMessage().contains("row 1 of slice 1") && masked.getMessage().contains("mask"), masked.getMessage());
        slice[13] = 0;
        final InputException spoilt = assertThrows(InputException.class, () -> NaNCheckedScan.of(floats(slice)).readSlice(0, new float[35]));
        assertTrue(spoilt.getMessage().contains("x 0, y 1 of slice 1"), spoilt.getMessage());
    }

    @Test
    void theLargestAndSmallestFloatsAreFinite() {
        final float[] slice = new float[7 * 5];
        slice[0] = Float.MAX_VALUE;
        slice[1] = -Float.MAX_VALUE;
        slice[2] = Float.MIN_VALUE;
        slice[3] = -0f;
        StackWriterTest.assertSame(slice, StackWriterTest.read(NaNCheckedScan.of(floats(slice)), 0));
    }

    @Test
    void wholeNumbersNeedNoCheck() {
        final Scan scan = new MemoryScan("a", 7, 5, List.of(new short[35]), Optional.empty());
        assertSame(scan, NaNCheckedScan.of(scan));
    }

    @Test
    void scansOfASeriesHaveOneSize() {
        final Scan first = floats(new float[35], new float[35]);
        first.requireSizeOf(floats(new float[35], new float[35]));
        final InputException exception = assertThrows(InputException.class,
            () -> floats(new float[35]).requireSizeOf(first));
        assertTrue(exception.getMessage().contains("7 x 5 x 1"), exception.getMessage());
        assertTrue(exception.getMessage().contains("7 x 5 x 2"), exception.getMessage());
    }

    @Test
    void threadsThatWantRowsOfOneSliceShareItsReading() {
        final AtomicInteger readings = new AtomicInteger();
        final float[] slice = new float[35];
        slice[34] = 5;
        final Scan scan = SliceCache.of(new CountedScan(floats(new float[35], slice, new float[35]), readings), 0);
        try (Cores cores = new Cores(4)) {
            cores.forEach(100, task -> {
                final float[] row = new float[7];
                scan.readRows(1, 4, 1, row);
                assertEquals(5, row[6]);
            });
        }
        assertEquals(1, readings.get());
        for (int z = 0; z < 3; z++) {
            scan.readRows(z, 0, 2, new float[14]);
        }
        assertEquals(3, readings.get());
    }

    private static Scan floats(final float[]... slices) {
        return new MemoryScan("floats", 7, 5, List.of((Object[]) slices), Optional.empty());
    }
}
