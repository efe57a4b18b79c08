package operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import operando.cell.InputException;
import operando.cell.VoxelSize;

/** Statements about experiment.yml that hold for any numbers and words. */
class ExperimentPropertyTest {

    @Property(tries = 200, seed = "1")
    void anyNumberThatJavaPrintsIsReadBackAsItself(@ForAll @DoubleRange(min = 1e-9, max = 1e9) @Scale(12) final double edge)
        throws IOException {
        assertEquals(VoxelSize.cubic(edge), read("voxel_size_um: " + edge).voxelSize().orElseThrow());
    }

    @Property(tries = 200, seed = "1")
    void timesAreTakenOnlyIfEachIsLater(@ForAll @Size(min = 1, max = 6) final List<@DoubleRange(min = -9, max = 9) Double> times)
        throws IOException {
        final StringBuilder text = new StringBuilder("scans:\n");
        boolean rising = true;
        for (int i = 0; i < times.size(); i++) {
            text.append("  - {file: s").append(i).append(".tif, time_h: ").append(times.get(i)).append("}\n");
            rising &= i == 0 || times.get(i) > times.get(i - 1);
        }
        if (rising) {
            assertEquals(times, read(text.toString()).scans().stream().map(PlannedScan::timeH).toList());
        } else {
            assertThrows(InputException.class, () -> read(text.toString()));
        }
    }

    @Property(seed = "1")
    void numberedNamesSortByTheirNumbers(@ForAll @IntRange(min = 0, max = 100_000) final int a,
        @ForAll @IntRange(min = 0, max = 100_000) final int b) {
        assertEquals(Integer.compare(a, b), Integer.signum(NumberedNames.compare("t" + a + ".tif", "t" + b + ".tif")));
    }

    private static Experiment read(final String text) throws IOException {
        final Path folder = Files.createTempDirectory("experiment");
        final Path file = folder.resolve("experiment.yml");
        try {
            Files.writeString(file, "on_unreadable_scan: gap\n" + text
                + (text.contains("scans:") ? "" : "\nscans: [{file: t.tif, time_h: 0}]\n"));
            return Experiment.read(file);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}
