package operando.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import operando.ForkedJava;
import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.experiment.Experiment;
import operando.experiment.ExperimentRun;
import operando.experiment.RunOptions;
import operando.results.ResultFiles;
import operando.results.Results;
import operando.results.ResultsFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A results folder holds one run's results, whole, whoever else was there before or at the same time. */
class ResultsFolderTest {

    @TempDir
    static Path folder;

    private static Path series;
    /** Every file of an undisturbed run but the one with its times. */
    private static Map<String, byte[]> undisturbed;

    private record Outcome(int code, String err) {

        String lastLine() {
            return err.lines().reduce("", (before, line) -> line);
        }
    }

    private static Outcome operando(final Object... arguments) {
        final StringWriter err = new StringWriter();
        final int code = Operando.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new), new PrintWriter(new StringWriter(), true),
            new PrintWriter(err, true));
        return new Outcome(code, err.toString());
    }

    @BeforeAll
    static void makeSeries() throws IOException {
        series = folder.resolve("series");
        assertEquals(0, operando("phantom", "--out", series, "--size", 60, "--scans", 3, "--seed", 21).code);
        final Path out = folder.resolve("undisturbed");
        assertEquals(0, operando("run", series.resolve("experiment.yml"), "--out", out).code);
        undisturbed = content(out);
    }

    private static Map<String, byte[]> content(final Path out) throws IOException {
        final Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                final String name = out.relativize(file).toString().replace('\\', '/');
                if (!name.equals("times.csv")) {
                    content.put(name, Files.readAllBytes(file));
                }
            }
        }
        return content;
    }

    private static void assertUndisturbed(final Path out) throws IOException {
        final Map<String, byte[]> now = content(out);
        assertEquals(undisturbed.keySet(), now.keySet());
        for (final Map.Entry<String, byte[]> file : undisturbed.entrySet()) {
            assertArrayEquals(file.getValue(), now.get(file.getKey()), file.getKey());
        }
    }

    private static Path finishedRun(final String name) {
        final Path out = folder.resolve(name);
        assertEquals(0, operando("run", series.resolve("experiment.yml"), "--out", out).code);
        return out;
    }

    @Test
    void identicalRunsWriteIdenticalFiles() throws IOException {
        assertUndisturbed(finishedRun("again"));
    }

    /** Which has other hash codes, so that what comes out of a map or set comes in another order. */
    @Test
    void anotherJavaWritesTheSameFiles() throws IOException, InterruptedException {
        final Path out = folder.resolve("another-java");
        final Process run = new ProcessBuilder(ForkedJava.executable(), "-Djava.awt.headless=true", "-cp", ForkedJava.classPath(), Operando.class.getName(), "run",
            series.resolve("experiment.yml").toString(), "--out", out.toString()).redirectErrorStream(true)
            .redirectOutput(folder.resolve("another-java.txt").toFile()).start();
        assertEquals(0, run.waitFor(), Files.readString(folder.resolve("another-java.txt")));
        assertUndisturbed(out);
    }

    /** Another run with other thresholds, which knows nothing of the third scan, has replaced the labels of the first two. */
    @Test
    void resumedRunDoesNotTakeAnotherRunsLabels() throws IOException {
        final Path out = finishedRun("two-runs");
        final Path other = Files.writeString(series.resolve("other.yml"), Files.readAllLines(series.resolve("experiment.yml")).stream()
            .filter(line -> !line.contains("t02.tif")).collect(Collectors.joining("\n"))
            .replace("thresholds: auto", "thresholds: {void: 70, lithium: 110, interphase: 150, collector: 205}"));
        assertEquals(0, operando("run", other, "--out", out).code);
        assertFalse(Arrays.equals(undisturbed.get("labels/t00.tif"), Files.readAllBytes(out.resolve("labels/t00.tif"))));
        assertEquals(0, operando("run", series.resolve("experiment.yml"), "--out", out, "--resume").code);
        assertUndisturbed(out);
    }

    @Test
    void damagedPartsAreComputedAgain() throws IOException {
        final Path out = finishedRun("damaged");
        Files.write(out.resolve("labels/t00.tif"), new byte[0]);
        Files.write(out.resolve("finished/t01.maps.tif"), Arrays.copyOf(Files.readAllBytes(out.resolve("finished/t01.maps.tif")), 500));
        Files.delete(out.resolve("contact/top_t02.tif"));
        assertEquals(0, operando("run", series.resolve("experiment.yml"), "--out", out, "--resume").code);
        assertUndisturbed(out);
        for (final String damage : List.of("\"numbers\":null,\"was\"", "\"numbers\":{\"cross_section_mm2\":null},\"was\"")) {
            final Path checkpoint = out.resolve("finished/t01.json");
            Files.writeString(checkpoint, Files.readString(checkpoint).replaceFirst("\"numbers\"", damage));
            assertEquals(0, operando("run", series.resolve("experiment.yml"), "--out", out, "--resume").code, damage);
            assertUndisturbed(out);
        }
    }

    @Test
    void whatAnEarlierRunWroteIsRemovedAndWhatIsNotOursIsNotTouched() throws IOException {
        final Path out = finishedRun("reused");
        final Path notes = Files.writeString(out.resolve("labels/notes.txt"), "mine");
        final List<Path> ofARunThatWasKilled = Stream.of("labels/.t00.tif.0123abcd.unfinished", "figures/.volumes.svg.0123abcd.unfinished",
            "finished/.manifest.txt.0123abcd.unfinished", "finished/t00.filtered.tif").map(out::resolve).toList();
        for (final Path file : ofARunThatWasKilled) {
            Files.writeString(file, "of a run that was killed");
        }
        Files.writeString(out.resolve("finished/manifest.txt"), "finished/t00.filtered.tif\n", StandardOpenOption.APPEND);
        final Path shorter = Files.writeString(series.resolve("shorter.yml"), Files.readString(series.resolve("experiment.yml"))
            .replaceAll("(?m)^  - \\{file: scans/t02.*\\R", "").replaceAll("(?m)^cycler:.*\\R", ""));
        assertEquals(0, operando("run", shorter, "--out", out).code);
        assertFalse(Files.exists(out.resolve("labels/t02.tif")) || Files.exists(out.resolve("contact/top_t02.png")));
        assertFalse(Files.exists(out.resolve("voltage.csv")) || Files.exists(out.resolve("figures/voltage.png")), "the voltage of the run before");
        ofARunThatWasKilled.forEach(file -> assertFalse(Files.exists(file), file.toString()));
        assertTrue(Files.exists(out.resolve("labels/t01.tif")));
        assertEquals("mine", Files.readString(notes));
    }

    @Test
    void aFileThatNoRunWroteIsNeverReplaced() throws IOException {
        final Path out = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(out.resolve("timeseries.csv"), "of somebody else");
        final Outcome outcome = operando("run", series.resolve("experiment.yml"), "--out", out);
        assertEquals(2, outcome.code);
        assertTrue(outcome.lastLine().contains("timeseries.csv: is there, and no run lists it"), outcome.err);
        assertEquals("of somebody else", Files.readString(out.resolve("timeseries.csv")));
        assertFalse(Files.exists(out.resolve("labels")));
    }

    @Test
    void manifestThatNamesOtherPlacesDeletesNothingThere() throws IOException {
        final Path out = finishedRun("planted");
        final Path victim = Files.writeString(folder.resolve("victim.txt"), "precious");
        Files.writeString(out.resolve("finished/manifest.txt"), "../victim.txt\n" + victim + "\n", StandardOpenOption.APPEND);
        assertEquals(0, operando("run", series.resolve("experiment.yml"), "--out", out).code);
        assertEquals("precious", Files.readString(victim));
    }

    /** Holds a folder until it is killed. */
    static final class Holder {

        public static void main(final String[] arguments) throws Exception {
            try (ResultsFolder taken = ResultsFolder.take(new ResultFiles(Path.of(arguments[0])))) {
                System.out.println("taken");
                TimeUnit.MINUTES.sleep(5);
            }
        }
    }

    @Test
    void secondRunIsRefusedWithTheProcessOfTheFirstAndAKilledOneLeavesTheFolderFree() throws IOException, InterruptedException {
        final Path out = finishedRun("locked");
        final Process holder = new ProcessBuilder(ForkedJava.executable(), "-cp", ForkedJava.classPath(),
            Holder.class.getName(), out.toString()).redirectErrorStream(true).start();
        try {
            assertEquals('t', holder.getInputStream().read());
            final Outcome refused = operando("run", series.resolve("experiment.yml"), "--out", out);
            assertEquals(2, refused.code);
            assertTrue(refused.lastLine().contains("another run is at work there (process " + holder.pid()), refused.err);
        } finally {
            holder.destroyForcibly();
        }
        assertTrue(holder.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, operando("run", series.resolve("experiment.yml"), "--out", out).code);
        assertUndisturbed(out);
    }

    @Test
    void scanThatIsOverwrittenMeanwhileIsNoticed() throws IOException {
        final Path changing = folder.resolve("changing");
        assertEquals(0, operando("phantom", "--out", changing, "--size", 60, "--scans", 3, "--seed", 21).code);
        final Path first = changing.resolve("scans/t00.tif");
        final Results results = run(changing, "after", "scan 3 of 3", first);
        assertTrue(results.warnings().stream().anyMatch(warning -> warning.startsWith("t00: t00.tif was changed while the run was at work")),
            results.warnings().toString());
        final InputException refusal = assertThrows(InputException.class, () -> run(changing, "during", "scan 1 of 3", first));
        assertTrue(refusal.getMessage().contains("was changed while it was read"), refusal.getMessage());
    }

    private static Results run(final Path changing, final String name, final String stage, final Path changed) {
        final AtomicBoolean done = new AtomicBoolean();
        final Progress progress = (fraction, step) -> {
            if (step.startsWith(stage) && done.compareAndSet(false, true)) {
                try {
                    Files.write(changed, new byte[] {0}, StandardOpenOption.APPEND);
                } catch (final IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
        try (Cores cores = new Cores(1)) {
            return new ExperimentRun(Experiment.read(changing.resolve("experiment.yml")), folder.resolve(name), RunOptions.defaults()).run(cores, progress);
        }
    }
}
