package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.experiment.Experiment;
import operando.experiment.ExperimentRun;
import operando.experiment.RunOptions;
import operando.results.Results;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mistakes that people make, each of them made: none gives a number without a word. The page docs/wrong-uses.md says what is said to
 * each; it is written anew with -Doperando.draw=true.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongUsesTest {

    private static final Path PAGE = Path.of("docs/wrong-uses.md");
    private static final int WANTED = 40;
    private static final long MEMORY_BYTES = 1L << 30;

    @TempDir
    static Path folder;

    /**
     * A mistake.
     *
     * @param mistake in words
     * @param said    a word of the answer that names the cause
     */
    private record Wrong(String group, String mistake, String said, String[] arguments) {
    }

    private record Outcome(int code, List<String> words) {
    }

    private final List<Wrong> all = new ArrayList<>();
    private Path series;
    private Path other;
    private String yml;
    private int files;

    private static Outcome operando(final String... arguments) {
        final StringWriter err = new StringWriter();
        final int code = Operando.run(arguments, new PrintWriter(new StringWriter(), true), new PrintWriter(err, true));
        // Of a run that is refused the last line says why; warnings say that they are.
        final List<String> lines = err.toString().lines().filter(line -> !line.isBlank() && !line.matches("\\s*\\d+ %.*")).toList();
        final List<String> words = new ArrayList<>(lines.stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("warning: ")).map(line -> line.substring(9)).toList());
        if (code != 0 && code != 3 && !lines.isEmpty()) {
            words.add(lines.get(lines.size() - 1));
        }
        return new Outcome(code, words);
    }

    /**
     * A run as {@code operando run} makes it, without the report, which says the same and takes most of the time. What an earlier run has
     * finished of the same scans with the same settings is taken over.
     */
    private static Outcome evaluated(final Path file) {
        try (Cores cores = new Cores(2)) {
            final Results results = new ExperimentRun(Experiment.read(file), folder.resolve("out"), new RunOptions(true, MEMORY_BYTES)).run(cores, Progress.SILENT);
            return new Outcome(results.leftOut().isEmpty() ? 0 : Operando.GAPS, results.warnings());
        } catch (final InputException e) {
            return new Outcome(2, List.of(e.getMessage()));
        }
    }

    private void wrong(final String group, final String mistake, final String said, final Object... arguments) {
        all.add(new Wrong(group, mistake, said, java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new)));
    }

    /** An experiment with something changed in its file. */
    private void run(final String group, final String mistake, final String said, final UnaryOperator<String> change) {
        final String changed = change.apply(yml);
        assertTrue(!changed.equals(yml), mistake + " changes nothing");
        final Path file = series.resolve("wrong" + files++ + ".yml");
        try {
            Files.writeString(file, changed);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        wrong(group, mistake, said, "run", file);
    }

    private static UnaryOperator<String> put(final String regex, final String by) {
        return text -> text.replaceFirst(regex, by);
    }

    /** The cycler's file with one column changed. */
    private String cycler(final int column, final DoubleUnaryOperator change) throws IOException {
        final List<String> lines = Files.readAllLines(series.resolve("cycling.csv"));
        final List<String> changed = new ArrayList<>(List.of(lines.get(0)));
        for (final String line : lines.subList(1, lines.size())) {
            final String[] fields = line.split(",");
            fields[column] = String.format(Locale.ROOT, "%.6f", change.applyAsDouble(Double.parseDouble(fields[column])));
            changed.add(String.join(",", fields));
        }
        final String name = "cycler" + files++ + ".csv";
        Files.write(series.resolve(name), changed, StandardCharsets.UTF_8);
        return name;
    }

    /** A stack in the series' folder, from a scan with its grey values changed. */
    private String stack(final Path from, final DoubleUnaryOperator grey, final int firstSlice, final int endSlice) {
        final Path file = series.resolve("stack" + files++ + ".tif");
        try (Scan scan = ScanFile.open(from)) {
            try (StackWriter writer = StackWriter.create(file, scan.width(), scan.height(), endSlice - firstSlice, PixelType.UINT8, VoxelSize.cubic(1.7))) {
                for (int z = firstSlice; z < endSlice; z++) {
                    final byte[] slice = new byte[scan.width() * scan.height()];
                    scan.readSlice(z, slice);
                    for (int i = 0; i < slice.length; i++) {
                        slice[i] = (byte) Math.max(0, Math.min(255, grey.applyAsDouble(slice[i] & 0xff)));
                    }
                    writer.write(slice);
                }
            }
        }
        return file.getFileName().toString();
    }

    private void make() throws IOException {
        series = folder.resolve("series");
        other = folder.resolve("other");
        assertEquals(0, operando("phantom", "--out", series.toString(), "--size", "64", "--scans", "5", "--seed", "21", "--labels").code);
        assertEquals(0, operando("phantom", "--out", other.toString(), "--size", "64", "--scans", "5", "--seed", "99").code);
        yml = Files.readString(series.resolve("experiment.yml"));
        final Path t00 = series.resolve("scans/t00.tif");
        final int depth;
        try (Scan scan = ScanFile.open(t00)) {
            depth = scan.depth();
        }
        final String voxel = "voxel_size_um: \\[.*\\]";
        units(voxel);
        scans(t00, depth);
        cyclers();
        settings();
        commands(t00);
    }

    private void units(final String voxel) throws IOException {
        final String group = "Units";
        run(group, "voxel size in nm: `voxel_size_um: 1700`", "given in nm", put(voxel, "voxel_size_um: 1700"));
        run(group, "voxel size in mm: `voxel_size_um: 0.0017`", "given in mm", put(voxel, "voxel_size_um: 0.0017"));
        run(group, "half the voxel size, as before binning", "its file says", put(voxel, "voxel_size_um: 0.85"));
        run(group, "unequal units of the edges: `[1.7, 1.7, 0.0017]`", "different units", put(voxel, "voxel_size_um: [1.7, 1.7, 0.0017]"));
        run(group, "a unit in the value: `1.7 um`", "not a number", put(voxel, "voxel_size_um: 1.7 um"));
        run(group, "a voxel size of 0", "not above zero", put(voxel, "voxel_size_um: 0"));
        run(group, "temperature in °C: `temperature_K: 25`", "no temperature of a cell", put("temperature_K: [0-9.]+", "temperature_K: 25"));
        run(group, "electrolyte conductivity in S/cm, 1000 times too small", "conductivity", put("electrolyte_conductivity_mS_cm: [0-9.]+", "electrolyte_conductivity_mS_cm: 0.0021"));
        run(group, "times of the scans in minutes", "runs from 0 to 10 h", text -> text.replaceAll("time_h: (\\d+)\\.\\d+", "time_h: $10"));
        run(group, "cycler's times in minutes, headed h", "cycler's record", put("cycling.csv", cycler(0, time -> 60 * time)));
        run(group, "cycler's voltage in mV, headed V", "mV", put("cycling.csv", cycler(1, volt -> 1000 * volt)));
        run(group, "cycler's current in A, headed mA", "the current's unit", put("cycling.csv", cycler(2, current -> current / 1000)));
        run(group, "cycler's current in µA, headed mA", "the current's unit", put("cycling.csv", cycler(2, current -> 1000 * current)));
        run(group, "the electrode's area in mm², given as cm²", "imaged cross-section", put("file: cycling.csv", "file: cycling.csv, area_cm2: 1.1"));
    }

    private void scans(final Path t00, final int depth) throws IOException {
        final String group = "Scans";
        run(group, "the wrong stack axis", "layers follow one another along", put("stack_axis: z", "stack_axis: x"));
        run(group, "two scans swapped", "wrong order", text -> text.replace("scans/t01.tif", "scans/x.tif").replace("scans/t03.tif", "scans/t01.tif").replace("scans/x.tif", "scans/t03.tif"));
        run(group, "all scans in the reverse order", "wrong order", text -> text.replace("scans/t00.tif", "scans/x.tif").replace("scans/t04.tif", "scans/t00.tif").replace("scans/x.tif", "scans/t04.tif")
            .replace("scans/t01.tif", "scans/x.tif").replace("scans/t03.tif", "scans/t01.tif").replace("scans/x.tif", "scans/t03.tif"));
        run(group, "times that do not rise", "not after the scan before", put("time_h: 5\\.[0-9]+", "time_h: 1.0"));
        run(group, "a scan named twice", "twice", put("scans/t02.tif", "scans/t01.tif"));
        Files.copy(series.resolve("scans/t01.tif"), series.resolve("copy.tif"));
        run(group, "a copy of a scan under another name", "byte by byte", put("scans/t02.tif", "copy.tif"));
        run(group, "a scan of another cell among them", "of another cell or of another part", put("scans/t02.tif", "../other/scans/t02.tif"));
        run(group, "a label stack in place of a scan", "labels", put("scans/t02.tif", "labels/t02.tif"));
        final Path gaps = Files.createDirectories(series.resolve("gaps"));
        for (final String name : new String[] {"t00", "t01", "t03", "t04"}) {
            Files.copy(series.resolve("scans/" + name + ".tif"), gaps.resolve(name + ".tif"));
        }
        run(group, "a scan missing in a pattern with equal steps of time", "t01.tif to t03.tif", text -> text.replaceAll("(?m)^  - .*\\R", "").replace("scans:", "scans: {pattern: \"gaps/*.tif\", interval_h: 2.5}"));
        run(group, "half a cell: one electrode out of view", "not in view", text -> text.replaceAll("(?m)^  - .*\\R", "").replace("scans:", "scans:\n  - {file: "
            + stack(t00, grey -> grey, 0, depth / 2) + ", time_h: 0}"));
        run(group, "only electrolyte in view", "no lithium is found", text -> text.replaceAll("(?m)^  - .*\\R", "").replace("scans:", "scans:\n  - {file: "
            + stack(t00, grey -> grey, depth / 2 - 10, depth / 2 + 10) + ", time_h: 0}"));
        final Random random = new Random(3);
        run(group, "noise and no cell", "no lithium is found", put("scans/t02.tif", stack(t00, grey -> 120 + 10 * random.nextGaussian(), 0, depth)));
        run(group, "inverted grey values", "no lithium is found", put("scans/t02.tif", stack(t00, grey -> 255 - grey, 0, depth)));
        final byte[] whole = Files.readAllBytes(t00);
        Files.write(series.resolve("cut.tif"), java.util.Arrays.copyOf(whole, whole.length / 2));
        run(group, "a file that was not copied to its end", "cut.tif", put("scans/t02.tif", "cut.tif"));
    }

    private void cyclers() throws IOException {
        final String group = "Cycler";
        run(group, "the current's sign the other way round", "wrong sign", put("cycling.csv", cycler(2, current -> -current)));
        run(group, "the record of another cell, with another current and polarity", "another cell", put("cycling.csv", cycler(2, current -> -0.8 * current)));
        run(group, "a record that ends before the last scan", "runs from", put("cycling.csv", cycler(0, time -> time / 2)));
        run(group, "a record that goes on long after the last scan", "cycler's record", text -> text.replaceAll("(?m)^  - .*t0[234].*\\R", ""));
        run(group, "a record of a cell at rest", "no current flows", put("cycling.csv", cycler(2, current -> 0)));
        run(group, "a scan given as the cycler's file", "TIFF", put("file: cycling.csv", "file: scans/t00.tif"));
        Files.writeString(series.resolve("current.csv"), Files.readString(series.resolve("cycling.csv")).replace("current_density_mA_cm2", "current_mA"));
        run(group, "a current without the electrode's area", "area", put("cycling.csv", "current.csv"));
    }

    private void settings() {
        final String group = "Settings";
        run(group, "thresholds of another grey scale", "grey values", put("thresholds: auto", "thresholds: {void: 9000, lithium: 10000, interphase: 11000, collector: 12000}"));
        run(group, "thresholds in the wrong order", "do not rise", put("thresholds: auto", "thresholds: {void: 100, lithium: 60, interphase: 150, collector: 200}"));
        run(group, "a misspelt key", "treshold", put("thresholds: auto", "treshold: auto"));
        run(group, "scans that take longer than the time between them", "scan_duration_min", put("thresholds: auto", "thresholds: auto\nscan_duration_min: 600"));
    }

    private void commands(final Path t00) throws IOException {
        final String group = "Commands";
        wrong(group, "`run` with a stack", "experiment", "run", t00);
        wrong(group, "`segment` that would overwrite its input", "also read", "segment", t00, "--out", t00);
        wrong(group, "`segment` of a label stack", "labels", "segment", series.resolve("labels/t00.tif"), "--out", folder.resolve("l.tif"));
        wrong(group, "`displace` of a scan with itself", "same file", "displace", t00, t00, "--out", folder.resolve("d0"));
        wrong(group, "`displace` of two cells", "followed", "displace", t00, other.resolve("scans/t02.tif"), "--out", folder.resolve("d1"), "--spacing", "16");
        wrong(group, "`interfaces` of a scan", "no label stack", "interfaces", t00);
        final Path results = folder.resolve("whole");
        final Outcome right = operando("run", series.resolve("experiment.yml").toString(), "--out", results.toString());
        assertEquals(0, right.code);
        assertEquals(List.of(), right.words.stream().filter(line -> line.contains("probably")).toList(), "what is right is not doubted");
        final Path top = results.resolve("contact/top_t01.tif");
        final Path bottom = results.resolve("contact/bottom_t01.tif");
        wrong(group, "`voltage` with the pixel size in nm", "given in nm", "voltage", "--contact-top", top, "--contact-bottom", bottom, "--pixel-size", "1700", "--thickness", "80",
            "--current", "1", "--out", folder.resolve("v1"), "--no-refinement");
        wrong(group, "`voltage` with the temperature in °C", "no temperature of a cell", "voltage", "--contact-top", top, "--contact-bottom", bottom, "--pixel-size", "1.7", "--thickness", "80",
            "--current", "1", "--temperature", "25", "--out", folder.resolve("v2"), "--no-refinement");
        wrong(group, "`voltage` with the electrolyte's thickness in mm", "thickness", "voltage", "--contact-top", top, "--contact-bottom", bottom, "--pixel-size", "1.7", "--thickness", "0.08",
            "--current", "1", "--out", folder.resolve("v3"), "--no-refinement");
        wrong(group, "`voltage` with a scan as contact map", "slices", "voltage", "--contact-top", t00, "--contact-bottom", bottom, "--pixel-size", "1.7", "--thickness", "80",
            "--current", "1", "--out", folder.resolve("v4"));
        wrong(group, "`init` where an experiment.yml is", "not overwritten", "init", series);
        wrong(group, "a misspelt command", "did you mean", "segmnt", t00);
    }

    @Test
    void noneGivesANumberWithoutAWord() throws IOException {
        make();
        final StringBuilder page = new StringBuilder("""
            # Wrong uses, and what is said

            Each of these mistakes is made by a test with a synthetic cell; what stands here is what the program says today. Refused means exit code 2
            and no results; warned means that the results are there, with this warning in them, on the terminal and in the report.

            """);
        final List<String> silent = new ArrayList<>();
        String group = "";
        for (final Wrong one : all) {
            final Outcome outcome = one.arguments[0].equals("run") && one.arguments[1].endsWith(".yml") ? evaluated(Path.of(one.arguments[1])) : operando(one.arguments);
            final String words = outcome.words.stream().filter(line -> line.contains(one.said)).findFirst().orElse("");
            if (words.isEmpty() || outcome.code == 1) {
                silent.add(one.mistake + " -> exit code " + outcome.code + ", not \"" + one.said + "\" in " + outcome.words);
            }
            if (!one.group.equals(group)) {
                page.append(group.isEmpty() ? "" : "\n").append("## ").append(one.group).append("\n\n| mistake | answer | in these words |\n|---|---|---|\n");
                group = one.group;
            }
            page.append("| ").append(one.mistake).append(" | ").append(outcome.code == 2 ? "refused" : "warned").append(" | ")
                .append(words.replace(folder.toString() + "/", "").replace(folder.toString(), "").replaceAll("wrong\\d+\\.yml", "experiment.yml").replaceAll("cycler\\d+\\.csv", "cycling.csv")
                    .replaceAll("stack\\d+(\\.tif)?", "scan$1").replace("|", "\\|")).append(" |\n");
        }
        assertEquals(List.of(), silent, String.join("\n", silent));
        assertTrue(all.size() >= WANTED, all.size() + " mistakes");
        if (Boolean.getBoolean("operando.draw")) {
            Files.writeString(PAGE, page.toString());
        }
        assertEquals(Files.exists(PAGE) ? Files.readString(PAGE) : "", page.toString(), "look at what has changed, and write it anew with -Doperando.draw=true");
    }
}
