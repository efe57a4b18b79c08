package operando.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import operando.cell.Phase;
import operando.cell.Thresholds;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.scan.MemoryScan;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written column after column is what each slice is painted by the rules of the labels. */
class SweptLabelsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void theFileHasTheLabelsOfEverySlice(final PixelType type) {
        final PhantomSettings defaults = PhantomSettings.defaults();
        // So much noise that some voxels of each phase are as dark as a void.
        final Phantom phantom = new Phantom(defaults.withSize(67, 53, 110).withPicture(defaults.picture().withNoise(22).withPixelType(type)));
        try (Cores cores = new Cores(2)) {
            final EnumSet<Phase> seen = compare(phantom.inMemory(3, cores), SweepSettings.defaults(), cores);
            assertTrue(seen.containsAll(EnumSet.of(Phase.VOID, Phase.LITHIUM, Phase.INTERPHASE, Phase.ELECTROLYTE, Phase.COLLECTOR, Phase.PORE)), seen.toString());
        }
    }

    /** A single electrode, and sweeps from both sides that meet in the middle of lithium. */
    @Test
    void theFileHasTheLabelsOfEverySliceWhereOneSideIsMissingOrBothMeet() {
        final int width = 19;
        final int height = 18;
        final byte[][] slices = new byte[40][width * height];
        for (int z = 0; z < slices.length; z++) {
            for (int column = 0; column < width * height; column++) {
                final int x = column % width;
                final int lithiumTo = 17 + x % 5 + column / width % 3;
                final boolean isVoid = x > 4 && x < 9 && z >= lithiumTo - x % 3 && z < lithiumTo;
                final int solid = z < 5 ? 230 : z < lithiumTo ? 80 : x == 3 || z < lithiumTo + 3 ? 120 : 170;
                slices[z][column] = (byte) (isVoid || (column * 31 + z * 17) % 97 == 0 ? 30 : solid);
            }
        }
        final SweepSettings given = new SweepSettings(Optional.of(new Thresholds(60, 100, 145, 200)), 2, 3);
        try (Cores cores = new Cores(2)) {
            compare(new MemoryScan("one", width, height, List.of(slices), Optional.empty()), given, cores);
            final byte[][] both = new byte[38][];
            for (int z = 0; z < both.length; z++) {
                both[z] = slices[z < 19 ? z : 37 - z];
            }
            compare(new MemoryScan("both", width, height, List.of(both), Optional.empty()), given, cores);
        }
    }

    private EnumSet<Phase> compare(final Scan scan, final SweepSettings settings, final Cores cores) {
        final SweptLabels labels = new SweptLabels(new ColumnSweep(settings).sweep(scan, cores, Progress.SILENT));
        final Path file = folder.resolve(scan.name() + ".tif");
        labels.write(scan, VoxelSize.cubic(1.7), file, cores, Progress.SILENT);
        final EnumSet<Phase> seen = EnumSet.noneOf(Phase.class);
        try (Scan written = ScanFile.open(file)) {
            final Object grey = scan.newSlice();
            final byte[] painted = new byte[scan.width() * scan.height()];
            final byte[] read = new byte[painted.length];
            for (int z = 0; z < scan.depth(); z++) {
                scan.readSlice(z, grey);
                labels.paint(z, grey, painted);
                written.readSlice(z, read);
                assertArrayEquals(painted, read, "slice " + z);
                for (final byte label : painted) {
                    seen.add(Phase.ofLabel(label));
                }
            }
        }
        return seen;
    }
}
