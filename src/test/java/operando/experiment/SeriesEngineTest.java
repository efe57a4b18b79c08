package operando.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.DistantEngine;
import operando.engine.Engine;
import operando.engine.Progress;
import operando.phantom.Phantom;
import operando.phantom.PhantomCycling;
import operando.phantom.PhantomSeries;
import operando.phantom.PhantomSettings;
import operando.results.Results;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A series of three scans, one of which is lost, has the same results wherever its scans are evaluated. */
class SeriesEngineTest {

    @TempDir
    private static Path series;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeSeries() throws IOException {
        final PhantomSettings settings = PhantomSettings.defaults().withSize(44, 38, 66).withVoxelSize(new VoxelSize(1.7, 1.9, 2.3)).withSeed(5);
        try (Cores cores = new Cores(1)) {
            new PhantomSeries(new Phantom(settings.withCycling(PhantomCycling.defaults().withScans(4)))).write(series, "a test", cores, Progress.SILENT);
        }
        Files.delete(series.resolve("scans").resolve("t01.tif"));
        final String text = Files.readString(series.resolve("experiment.yml"), StandardCharsets.UTF_8);
        Files.writeString(series.resolve("gap.yml"), text.replaceAll("(?m)^displacement:.*\\R", "")
            + "\non_unreadable_scan: gap\ndisplacement: {enabled: true, spacing_um: 8}\n", StandardCharsets.UTF_8);
    }

    private Map<String, byte[]> results(final String name, final Engine engine) throws IOException {
        final Path out = folder.resolve(name);
        final Results results = new ExperimentRun(Experiment.read(series.resolve("gap.yml")), out, RunOptions.defaults()).run(engine, Progress.SILENT);
        assertTrue(results.warnings().stream().anyMatch(warning -> warning.startsWith("t01 is left out: ")), results.warnings().toString());
        assertEquals(1, results.warnings().stream().filter(warning -> warning.contains("left out")).count(), results.warnings().toString());
        return written(out);
    }

    // How long it took stands in times.csv, and on how many threads in the files about the run as a whole.
    private static Map<String, byte[]> written(final Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(file -> Files.isRegularFile(file) && !List.of("times.csv", "run.json", "results.json.gz").contains(file.getFileName().toString()))
                .collect(Collectors.toMap(file -> out.relativize(file).toString(), SeriesEngineTest::bytes, (a, b) -> a, TreeMap::new));
        }
    }

    private static byte[] bytes(final Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void resultsAreTheSameOnOneThreadOnTwoAndFarAway() throws IOException {
        final Map<String, byte[]> one;
        final Map<String, byte[]> two;
        final Map<String, byte[]> away;
        try (Cores single = new Cores(1); Cores pair = new Cores(2)) {
            one = results("one", single);
            two = results("two", pair);
            away = results("away", new DistantEngine(pair));
        }
        assertTrue(one.keySet().containsAll(java.util.List.of("timeseries.csv", "labels/t00.tif", "labels/t02.tif", "contact/top_t02.tif")), one.keySet().toString());
        assertTrue(one.keySet().stream().anyMatch(name -> name.startsWith("displacement/")), one.keySet().toString());
        assertEquals(one.keySet(), two.keySet());
        assertEquals(one.keySet(), away.keySet());
        for (final String name : one.keySet()) {
            assertArrayEquals(one.get(name), two.get(name), name);
            assertArrayEquals(one.get(name), away.get(name), name);
        }
    }

    @Test
    void withoutLeaveAMissingScanEndsTheRunBeforeAnythingIsComputed() {
        final InputException lost = assertThrows(InputException.class, () -> {
            try (Cores cores = new Cores(2)) {
                new ExperimentRun(Experiment.read(series.resolve("experiment.yml")), folder.resolve("refused"), RunOptions.defaults()).run(cores, Progress.SILENT);
            }
        });
        assertTrue(lost.getMessage().contains("t01"), lost.getMessage());
    }

    @Test
    void tooLittleMemoryIsSaidAtOnceAlsoWhereScansMayBeLeftOut() {
        try (Cores cores = new Cores(2)) {
            final InputException little = assertThrows(InputException.class,
                () -> new ExperimentRun(Experiment.read(series.resolve("gap.yml")), folder.resolve("little"), new RunOptions(false, 1 << 20))
                    .run(cores, Progress.SILENT));
            assertTrue(little.getMessage().startsWith("--memory"), little.getMessage());
        }
    }
}
