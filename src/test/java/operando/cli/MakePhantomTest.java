package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import operando.cell.Phase;
import operando.phantom.PhantomTruth;
import operando.phantom.TruthFile;
import operando.scan.Scan;
import operando.scan.ScanFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakePhantomTest {

    private static final Path SAMPLE = Path.of("sample-stacks");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void commandInItsProvenanceMakesTheSampleSeries() throws IOException {
        final String command = Files.readAllLines(SAMPLE.resolve("PROVENANCE.md")).stream().map(String::strip)
            .filter(line -> line.startsWith("operando phantom ")).findFirst().orElseThrow();
        final String there = command.substring("operando ".length()).replace("--out sample-stacks", "--out " + folder);
        assertEquals(0, run(there.split(" ")), err.toString());
        for (final String file : List.of("scans/t00.tif", "scans/t04.tif", "scans/t09.tif", "cycling.csv",
            "experiment.yml")) {
            assertEquals(-1, Files.mismatch(SAMPLE.resolve(file), folder.resolve(file)), file);
        }
        assertTrue(out.toString().startsWith("10 scans in "));
        assertTrue(err.toString().contains("100 %"));
    }

    @Test
    void sampleSeriesIsSmallAndShowsContactLost() throws IOException {
        try (var files = Files.walk(SAMPLE)) {
            final List<Long> sizes = files.filter(Files::isRegularFile).map(file -> file.toFile().length()).toList();
            assertTrue(sizes.stream().allMatch(bytes -> bytes < 4_000_000));
            assertTrue(sizes.stream().mapToLong(Long::longValue).sum() < 15_000_000);
        }
        final PhantomTruth truth = TruthFile.read(SAMPLE.resolve("truth.json"));
        assertTrue(truth.scans().size() >= 8);
        final double kept = truth.scans().get(9).bottom().contactFraction()
            / truth.scans().get(4).bottom().contactFraction();
        assertEquals(0.5, kept, 0.05);
    }

    @Test
    void trueLabelsGoWithTheScansWhenAskedFor() {
        assertEquals(0, run("phantom", "--out", folder.toString(), "--size", "72", "--scans", "2", "--labels"), err.toString());
        try (Scan labels = ScanFile.open(folder.resolve("labels/t01.tif")); Scan scan = ScanFile.open(folder.resolve("scans/t01.tif"))) {
            labels.requireSizeOf(scan);
            assertEquals(scan.voxelSize(), labels.voxelSize());
            final byte[] slice = new byte[72 * 72];
            labels.readSlice(54, slice);
            assertEquals(Phase.ELECTROLYTE.label(), slice[500]);
        }
    }

    @Test
    void badCallsAreToldInOneLine() {
        assertEquals(2, run("phantom", "--out", folder.toString(), "--bits", "12"));
        assertEquals("--bits: 12 bits cannot be written; give 8 or 16", err.toString().strip());
        assertEquals(2, run("phantom", "--out", folder.toString(), "--size", "20", "--scans", "0"));
        assertEquals(2, run("phantom", "--size", "20"));
        assertTrue(folder.toFile().list().length == 0);
    }

    private int run(final String... arguments) {
        return Operando.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
