package operando.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.phantom.PhantomTruth.ScanTruth;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.voltage.CellState;
import operando.voltage.LumpedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class PhantomSeriesTest {

    private static final PhantomSettings SMALL = PhantomSettings.defaults().withSize(31, 26, 100)
        .withVoxelSize(new VoxelSize(1.5, 1.9, 2.3)).withCycling(PhantomCycling.defaults().withScans(3));

    @TempDir
    Path folder;

    @Test
    void seriesOnDiskIsThePhantomItself() throws IOException {
        final Phantom phantom = new Phantom(SMALL);
        write(phantom);
        try (var files = Files.walk(folder)) {
            assertEquals(new TreeSet<>(List.of("PROVENANCE.md", "cycling.csv", "experiment.yml", "scans/t00.tif",
                "scans/t01.tif", "scans/t02.tif", "truth.json")), new TreeSet<>(files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/')).toList()));
        }
        try (Scan stored = ScanFile.open(folder.resolve("scans/t02.tif")); Scan made = phantom.scan(2)) {
            assertEquals(SMALL.voxelSize(), stored.voxelSize().orElseThrow());
            assertEquals(100, stored.depth());
            for (final int z : new int[] {0, 49, 99}) {
                final byte[] fromFile = (byte[]) stored.newSlice();
                final byte[] fromPhantom = fromFile.clone();
                stored.readSlice(z, fromFile);
                made.readSlice(z, fromPhantom);
                assertArrayEquals(fromPhantom, fromFile);
            }
        }
        assertEquals(phantom.truth(), TruthFile.read(folder.resolve("truth.json")));
        assertTrue(Files.readString(folder.resolve("PROVENANCE.md")).contains("operando phantom --out x"));
    }

    @Test
    void experimentNamesItsScansAndTimes() throws IOException {
        write(new Phantom(SMALL));
        final Map<String, Object> experiment = new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(Files.readString(folder.resolve("experiment.yml")));
        assertEquals(List.of(Map.of("file", "scans/t00.tif", "time_h", 0.0), Map.of("file", "scans/t01.tif", "time_h", 5.0),
            Map.of("file", "scans/t02.tif", "time_h", 10.0)), experiment.get("scans"));
        assertEquals(List.of(1.5, 1.9, 2.3), experiment.get("voxel_size_um"));
        assertEquals(Map.of("file", "cycling.csv"), experiment.get("cycler"));
    }

    /** Five deviations of the noise, and the little that interpolation between the knots adds. */
    @Test
    void recordedVoltageIsTheModelOfTheTrueContactWithNoise() throws IOException {
        final Phantom phantom = new Phantom(SMALL);
        write(phantom);
        final List<String> rows = Files.readAllLines(folder.resolve("cycling.csv"));
        assertEquals("time_h,voltage_V,current_density_mA_cm2", rows.get(0));
        assertEquals(602, rows.size());
        for (int i = 0; i < 3; i++) {
            final ScanTruth truth = phantom.truth(i);
            final String[] row = rows.get(1 + 300 * i).split(",");
            assertEquals(truth.timeH(), Double.parseDouble(row[0]), 1e-6);
            assertEquals(truth.currentDensityMAPerCm2(), Double.parseDouble(row[2]));
            assertEquals(truth.voltageV(), Double.parseDouble(row[1]), 5 * SMALL.cycling().voltageNoiseV());
            final CellState state = new CellState(truth.currentDensityMAPerCm2(), truth.electrolyteThicknessUm(),
                truth.top().contactFraction(), truth.bottom().contactFraction(), truth.top().interphaseThicknessUm(),
                truth.bottom().interphaseThicknessUm());
            assertEquals(new LumpedModel(SMALL.model()).voltage(state).totalV(), truth.voltageV(), 1e-12);
        }
    }

    @Test
    void foolishTruthFileIsRefusedInOneLine() throws IOException {
        final Path file = folder.resolve("truth.json");
        Files.writeString(file, "{\"settings\": 3");
        final InputException refusal = assertThrows(InputException.class, () -> TruthFile.read(file));
        assertTrue(refusal.getMessage().contains("is no truth.json"));
        assertEquals(1, refusal.getMessage().lines().count());
    }

    private void write(final Phantom phantom) {
        try (Cores cores = new Cores(2)) {
            new PhantomSeries(phantom).write(folder, "operando phantom --out x", cores, Progress.SILENT);
        }
    }
}
