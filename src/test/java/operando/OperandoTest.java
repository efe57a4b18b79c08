package operando;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import operando.cell.InputException;
import operando.cell.Phase;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.ScanMeasures;
import operando.motion.CorrelationSettings;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.StackAxis;
import operando.segment.ColumnSweep;
import operando.segment.SweepSettings;
import operando.segment.SweptLabels;
import operando.voltage.LumpedParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperandoTest {

    private static final VoxelSize VOXEL = new VoxelSize(1.9, 1.6, 1.7);
    private static Scan scan;
    private static Segmentation cell;

    /** Two scans of a small cell whose sides, and the edges of whose voxels, differ. */
    static Phantom phantom() {
        final PhantomSettings defaults = PhantomSettings.defaults();
        return new Phantom(defaults.withSize(88, 72, 144).withVoxelSize(VOXEL).withCycling(defaults.cycling().withScans(2)));
    }

    static Scan scan(final Phantom phantom, final int i) {
        try (Cores cores = Cores.all()) {
            return phantom.inMemory(i, cores);
        }
    }

    @BeforeAll
    static void segment() {
        scan = scan(phantom(), 0);
        cell = Operando.segment(scan);
    }

    private static RandomAccessibleInterval<?> image() {
        return Operando.image(scan);
    }

    @SuppressWarnings("unchecked")
    private static <T> RandomAccessibleInterval<T> typed(final RandomAccessibleInterval<?> image) {
        return (RandomAccessibleInterval<T>) image;
    }

    private static ScanMeasures measured(final Scan of) {
        return Operando.measure(Operando.segment(of));
    }

    @Test
    void anImageGivesTheNumbersOfItsScan() {
        final Scan through = Operando.scan(image(), VOXEL.xUm(), VOXEL.yUm(), VOXEL.zUm());
        assertEquals(Operando.measure(cell), measured(through));
        assertArrayEquals((byte[]) Operando.pixels(cell.labels()), (byte[]) Operando.pixels(Operando.segment(through).labels()));
    }

    @Test
    void aTurnedImageSeenAlongItsStackAxisGivesTheSameNumbers() {
        // The stack axis, z, lies along y of the image; seen along y, x stays x and z becomes y.
        final RandomAccessibleInterval<?> turned = Views.permute(typed(image()), 1, 2);
        final Scan along = Operando.along(Operando.scan(turned, VOXEL.xUm(), VOXEL.zUm(), VOXEL.yUm()), StackAxis.Y);
        assertEquals(Operando.measure(cell), measured(along));
    }

    @Test
    void labelsAreThoseThatAreWrittenToAFile(@TempDir final Path folder) {
        final Path file = folder.resolve("labels.tif");
        try (Cores cores = Cores.all()) {
            new SweptLabels(new ColumnSweep(SweepSettings.defaults()).sweep(scan, cores, Progress.SILENT)).write(scan, VOXEL, file, cores, Progress.SILENT);
        }
        try (Scan written = ScanFile.open(file)) {
            assertArrayEquals((byte[]) Operando.pixels(Operando.image(written)), (byte[]) Operando.pixels(cell.labels()));
        }
    }

    @Test
    void mapsAddUpToTheMeasures() {
        final ScanMeasures measures = Operando.measure(cell);
        for (final Side side : Side.values()) {
            int contact = 0;
            for (final UnsignedByteType pixel : cell.contactMap(side)) {
                contact += pixel.get() == 255 ? 1 : 0;
            }
            assertEquals(measures.side(side).contactAreaMm2().value(), contact * VOXEL.pixelAreaUm2() * 1e-6, 1e-12);
            assertEquals(measures.side(side).interfacePositionUm().value(), mean(cell.interfaceHeightUm(side)), 1e-3);
            assertEquals(measures.side(side).collectorPositionUm().value(), mean(cell.collectorHeightUm(side)), 1e-3);
            assertEquals(measures.side(side).interphaseThicknessUm().value(), mean(cell.interphaseThicknessUm(side)), 1e-3);
            double volume = 0;
            for (final FloatType thickness : cell.voidThicknessUm(side)) {
                volume += Float.isNaN(thickness.get()) ? 0 : thickness.get() * VOXEL.pixelAreaUm2();
            }
            assertEquals(measures.side(side).voidVolumeSubvoxelUm3().value(), volume, 1e-5 * volume + 1e-6);
        }
    }

    private static double mean(final RandomAccessibleInterval<FloatType> map) {
        double sum = 0;
        int count = 0;
        for (final FloatType pixel : map) {
            sum += Float.isNaN(pixel.get()) ? 0 : pixel.get();
            count += Float.isNaN(pixel.get()) ? 0 : 1;
        }
        return sum / count;
    }

    @Test
    void aShiftedCropIsFollowedBackToWhereItCameFrom() {
        final int shift = 3;
        final Scan before = Operando.scan(Views.interval(typed(image()), new long[] {0, 0, 40}, new long[] {79, 71, 103}), 1, 2, 3);
        final Scan after = Operando.scan(Views.interval(typed(image()), new long[] {shift, 0, 40}, new long[] {79 + shift, 71, 103}), 1, 2, 3);
        final RandomAccessibleInterval<UnsignedByteType> labels = Views.interval(cell.labels(), new long[] {0, 0, 40}, new long[] {79, 71, 103});
        final Displacement moved = Operando.displace(before, after, CorrelationSettings.defaults().withSubvolume(21), labels);
        final long[] size = moved.size();
        assertArrayEquals(size, moved.componentUm(0).dimensionsAsLongArray());
        assertArrayEquals(new double[] {16, 32, 48}, moved.spacingUm());
        // The grid is centred, as well as whole voxels and the spacing allow.
        assertEquals(80 / 2.0, moved.firstUm()[0] + (size[0] - 1) * 16 / 2.0, 8);
        final RandomAccess<FloatType> x = moved.componentUm(0).randomAccess();
        final RandomAccess<FloatType> z = moved.componentUm(2).randomAccess();
        int measured = 0;
        for (int k = 0; k < size[2]; k++) {
            for (int i = 1; i < size[0] - 1; i++) {
                final boolean found = moved.status().getAt(i, 1, k).get() == 0;
                measured += found ? 1 : 0;
                if (found) {
                    assertEquals(-shift, x.setPositionAndGet(i, 1, k).get(), 1e-2);
                    assertEquals(0, z.setPositionAndGet(i, 1, k).get(), 3e-2);
                }
            }
        }
        assertTrue(measured > 0);
    }

    @Test
    void theVoltageIsThatOfTheMeasuredContact() {
        final LumpedParameters parameters = LumpedParameters.defaults();
        final double volts = Operando.voltage(cell, 1.0, parameters).totalV();
        final ScanMeasures measures = Operando.measure(cell);
        // At a small current both interfaces are resistors RT/(F i0) over the contact fraction; the rest is thickness over conductivity.
        final double current = 1e-4;
        final double charge = 8.31446261815324 * 298 / 96485.33212331 / 0.8 * (1 / measures.top().contactFraction().value() + 1 / measures.bottom().contactFraction().value());
        final double electrolyte = (measures.bottom().interfacePositionUm().value() - measures.bottom().interphaseThicknessUm().value()
            - measures.top().interfacePositionUm().value() - measures.top().interphaseThicknessUm().value()) * 1e-4 / 2.1;
        final double interphase = (measures.top().interphaseThicknessUm().value() + measures.bottom().interphaseThicknessUm().value()) * 1e-4 / 0.05;
        assertEquals(current * (charge + electrolyte + interphase), Operando.voltage(cell, current, parameters).totalV(), 1e-9);
        assertEquals(-volts, Operando.voltage(cell, -1.0, parameters).totalV(), 1e-12);
    }

    @Test
    void lengthsNeedAVoxelSize() {
        final MemoryScan memory = (MemoryScan) scan;
        final Segmentation without = Operando.segment(new MemoryScan("plain", scan.width(), scan.height(), memory.slices(), Optional.empty()));
        assertEquals(without.thresholds(), cell.thresholds());
        assertThrows(InputException.class, () -> Operando.measure(without));
        assertThrows(InputException.class, () -> without.interfaceHeightUm(Side.TOP));
        assertEquals(Operando.measure(cell), measured(Operando.withVoxelSize(without.scan(), VOXEL.xUm(), VOXEL.yUm(), VOXEL.zUm())));
    }

    @Test
    void pixelsAreOfTheImagesOwnTypeAndOrder() {
        assertArrayEquals(new short[] {1, 2, 3, 4, (short) 60_000, 6}, (short[]) Operando.pixels(ArrayImgs.unsignedShorts(
            new short[] {1, 2, 3, 4, (short) 60_000, 6}, 3, 2, 1)));
        assertArrayEquals(new float[] {2, 1, 4, 3}, (float[]) Operando.pixels(Views.invertAxis(ArrayImgs.floats(new float[] {1, 2, 3, 4}, 2, 2), 0)));
        assertEquals(Phase.COLLECTOR.label(), ((byte[]) Operando.pixels(cell.labels()))[0]);
    }
}
