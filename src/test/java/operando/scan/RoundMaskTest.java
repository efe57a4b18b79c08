package operando.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.ScanMeasures;
import operando.segment.ColumnSweep;
import operando.segment.SweepResult;
import operando.segment.SweepSettings;
import org.junit.jupiter.api.Test;

/** A round mask of no numbers lies outside of the cell; any other voxel that is no number is refused. */
class RoundMaskTest {

    private static MemoryScan masked(final Scan scan, final double radius) {
        final List<float[]> slices = new ArrayList<>();
        for (int z = 0; z < scan.depth(); z++) {
            final Object stored = scan.newSlice();
            scan.readSlice(z, stored);
            final float[] slice = new float[scan.width() * scan.height()];
            PixelType.toFloat(stored, 0, slice.length, slice, 0);
            for (int i = 0; i < slice.length; i++) {
                final double x = i % scan.width() - (scan.width() - 1) / 2.0;
                final double y = i / scan.width() - (scan.height() - 1) / 2.0;
                slice[i] = Math.hypot(x, y) > radius ? Float.NaN : slice[i];
            }
            slices.add(slice);
        }
        return new MemoryScan("masked", scan.width(), scan.height(), slices, Optional.of(new VoxelSize(1.7, 1.7, 1.7)));
    }

    private static ScanMeasures measures(final Scan scan, final Cores cores) {
        return ScanMeasures.of(new ColumnSweep(SweepSettings.defaults()).sweep(scan, cores, Progress.SILENT), new VoxelSize(1.7, 1.7, 1.7));
    }

    @Test
    void theMaskIsOutsideAndChangesNothingInside() {
        try (Scan scan = ScanFile.open(Path.of("sample-stacks/scans/t03.tif")); Cores cores = new Cores(2)) {
            final double radius = scan.width() / 2.0 - 4;
            final MemoryScan mask = masked(scan, radius);
            assertThrows(InputException.class, () -> measures(mask, cores));
            final ScanMeasures found = measures(RoundMask.filled(mask), cores);
            assertEquals(Math.PI * radius * radius * 1.7 * 1.7 * 1e-6, found.crossSectionMm2().value(), 0.02 * found.crossSectionMm2().value());
            // The same columns of the scan without the mask; thresholds that are found in fewer voxels differ by a fraction of a grey value.
            final SweepResult whole = new ColumnSweep(SweepSettings.defaults()).sweep(scan, cores, Progress.SILENT);
            int inside = 0;
            int contact = 0;
            for (int column = 0; column < scan.width() * scan.height(); column++) {
                final boolean in = Math.hypot(column % scan.width() - (scan.width() - 1) / 2.0, column / scan.width() - (scan.height() - 1) / 2.0) <= radius;
                inside += in ? 1 : 0;
                contact += in && whole.top().inContact(column) ? 1 : 0;
            }
            assertEquals((double) contact / inside, found.top().contactFraction().value(), 0.01);
        }
    }

    @Test
    void aVoxelInsideThatIsNoNumberIsStillRefused() {
        try (Scan scan = ScanFile.open(Path.of("sample-stacks/scans/t03.tif")); Cores cores = new Cores(1)) {
            final MemoryScan mask = masked(scan, 30);
            ((float[]) mask.slices().get(7))[scan.width() * (scan.height() / 2) + scan.width() / 2] = Float.NaN;
            final Scan filled = RoundMask.filled(mask);
            final InputException refused = assertThrows(InputException.class, () -> measures(filled, cores));
            assertTrue(refused.getMessage().contains("slice 8"), refused.getMessage());
        }
    }

    @Test
    void aScanWithoutAMaskStaysItself() {
        try (Scan scan = ScanFile.open(Path.of("sample-stacks/scans/t03.tif"))) {
            assertSame(scan, RoundMask.filled(scan));
            final MemoryScan whole = masked(scan, 1e9);
            assertSame(whole, RoundMask.filled(whole));
        }
    }
}
