package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import operando.cell.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of scans to results without an editor. */
class InitTest {

    @TempDir
    static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int operando(final String... arguments) {
        return Operando.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void whatInitWritesRunsAsItIsAndItsGuessesAreWarnings() throws Exception {
        final Path series = folder.resolve("series");
        assertEquals(0, operando("phantom", "--out", series.toString(), "--size", "64", "--scans", "3", "--seed", "9"));
        Files.delete(series.resolve("experiment.yml"));
        assertEquals(0, operando("init", series.toString()), err.toString());
        assertTrue(err.toString().contains("CHECK time_h"), err.toString());
        final Path results = folder.resolve("results");
        assertEquals(0, operando("run", series.resolve("experiment.yml").toString(), "--out", results.toString()), err.toString());
        assertEquals(4, Files.readAllLines(results.resolve("timeseries.csv")).size());
        assertTrue(err.toString().contains("warning: guessed and not checked: time_h of the scans"), err.toString());
        assertTrue(Files.readString(results.resolve("report.html")).contains("guessed and not checked"));
        assertEquals(2, operando("init", series.toString()));
        assertTrue(err.toString().contains("is not overwritten"), err.toString());
    }

    @Test
    void aVoxelSizeInAnotherUnitIsDoubtedWithTheUnit() {
        assertTrue(VoxelSize.cubic(1700).doubt(96, 80, 90).orElseThrow().contains("given in nm, 1.7 µm"));
        assertTrue(VoxelSize.cubic(1700).doubt(48, 40, 30).orElseThrow().contains("given in nm, 1.7 µm"));
        assertTrue(VoxelSize.cubic(1.7e-3).doubt(96, 80, 90).orElseThrow().contains("given in mm, 1.7 µm"));
        assertTrue(VoxelSize.cubic(1.7e-6).doubt(96, 80, 90).orElseThrow().contains("given in m, 1.7 µm"));
        assertTrue(new VoxelSize(1.7, 1.7, 1700).doubt(9, 8, 7).orElseThrow().contains("given in nm"));
        assertTrue(new VoxelSize(0.5, 0.5, 40).doubt(96, 80, 90).orElseThrow().contains("different units"));
        for (final double edge : new double[] {0.02, 0.3, 1.7, 30}) {
            assertFalse(VoxelSize.cubic(edge).doubt(1000, 800, 900).isPresent());
        }
    }
}
