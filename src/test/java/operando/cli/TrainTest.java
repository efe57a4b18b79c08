package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import operando.cell.Phase;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.StackWriter;
import operando.segment.learn.ConfusionMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains on a few voxels of some scans of a cell and segments another one, as a user would. */
class TrainTest {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 88;
    private static final int DEPTH = 150;
    private static final int TAUGHT = 5;
    private static final int TAUGHT_TOO = 2;
    private static final int OTHER = 8;

    @TempDir
    static Path folder;

    private static Phantom phantom;

    private record Outcome(int code, String out, String err) { }

    private static Outcome operando(final Object... arguments) {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        final int code = Operando.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(code, out.toString(), err.toString());
    }

    private static Path file(final String name, final int scan) {
        return folder.resolve(name + scan + ".tif");
    }

    @BeforeAll
    static void writeScans() {
        final PhantomSettings defaults = PhantomSettings.defaults();
        phantom = new Phantom(defaults.withSize(WIDTH, HEIGHT, DEPTH).withPicture(defaults.picture().withNoise(6).withRingsAndDrift(2, 0)));
        try (Cores cores = new Cores(2)) {
            for (final int scan : new int[] {TAUGHT, TAUGHT_TOO, OTHER}) {
                copy(phantom.inMemory(scan, cores), file("scan", scan), 1, 0);
            }
        }
        copy(phantom.labels(TAUGHT), file("labels", TAUGHT), 1000, 4);
        copy(phantom.labels(TAUGHT_TOO), file("labels", TAUGHT_TOO), 1000, 4);
    }

    /** Writes an 8-bit stack of which only one voxel in {@code every} is kept, at random. */
    private static void copy(final Scan scan, final Path file, final int every, final long seed) {
        final Random random = new Random(seed);
        final byte[] slice = new byte[WIDTH * HEIGHT];
        try (StackWriter writer = StackWriter.create(file, WIDTH, HEIGHT, DEPTH, PixelType.UINT8, VoxelSize.cubic(1.7))) {
            for (int z = 0; z < DEPTH; z++) {
                scan.readSlice(z, slice);
                for (int i = 0; i < slice.length; i++) {
                    slice[i] = random.nextInt(every) == 0 ? slice[i] : 0;
                }
                writer.write(slice);
            }
        }
    }

    @Test
    void aFewLabelledVoxelsTeachToSegmentAnotherScan() throws IOException {
        final Path model = folder.resolve("phases.model");
        final Outcome trained = operando("train", file("scan", TAUGHT), file("labels", TAUGHT), file("scan", TAUGHT_TOO),
            file("labels", TAUGHT_TOO), "--classes", "phases", "--out", model, "--trees", 100);
        assertEquals(0, trained.code, trained.err);
        assertTrue(trained.out.contains("interphase"), trained.out);
        assertTrue(Files.readString(folder.resolve("phases-quality.csv")).startsWith("class,examples,precision,recall,dice,taken for lithium"));
        assertTrue(Files.readString(folder.resolve("phases-importance.csv")).contains("operando_depth"));
        final Outcome segmented = operando("segment", file("scan", OTHER), "--method", "classifier", "--model", model, "--out", file("found", OTHER));
        assertEquals(0, segmented.code, segmented.err);
        final ConfusionMatrix confusion = confusion();
        assertTrue(dice(confusion, Phase.LITHIUM) >= 0.97, () -> "lithium " + dice(confusion, Phase.LITHIUM));
        assertTrue(dice(confusion, Phase.ELECTROLYTE) >= 0.97, () -> "electrolyte " + dice(confusion, Phase.ELECTROLYTE));
        assertTrue(dice(confusion, Phase.INTERPHASE) >= 0.90, () -> "interphase " + dice(confusion, Phase.INTERPHASE));
        // Of 1 300 examples a scan some 20 are void; 0.85 takes the 6 000 of a larger scan.
        assertTrue(dice(confusion, Phase.VOID) >= 0.75, () -> "void " + dice(confusion, Phase.VOID));
        final ConfusionMatrix.ClassScore interphase = confusion.scores().get(Phase.INTERPHASE.ordinal());
        assertEquals(1, interphase.recall() / interphase.precision(), 0.05, "volume of the interphase");
        assertMeasuresAreThoseOfTheSweep(model);
    }

    /** A whole experiment with the model, against the same with thresholds. */
    private static void assertMeasuresAreThoseOfTheSweep(final Path model) throws IOException {
        final String scans = "scans: [{file: scan" + TAUGHT_TOO + ".tif, time_h: 0}, {file: scan" + OTHER + ".tif, time_h: 1}]\n";
        Files.writeString(folder.resolve("sweep.yml"), scans);
        Files.writeString(folder.resolve("classifier.yml"), scans + "segmentation: {method: classifier, model: " + model.getFileName() + "}\n");
        assertEquals(0, operando("run", folder.resolve("sweep.yml"), "--out", folder.resolve("swept")).code);
        final Outcome outcome = operando("run", folder.resolve("classifier.yml"), "--out", folder.resolve("classified"));
        assertEquals(0, outcome.code, outcome.err);
        final Map<String, String> swept = lastRow(folder.resolve("swept/timeseries.csv"));
        final Map<String, String> classified = lastRow(folder.resolve("classified/timeseries.csv"));
        assertEquals(1, number(classified, "lithium_volume_top_um3") / number(swept, "lithium_volume_top_um3"), 0.03);
        // Whole voxels of 1.7 µm on both faces, over thousands of columns.
        assertEquals(number(swept, "interphase_thickness_bottom_um"), number(classified, "interphase_thickness_bottom_um"), 0.85);
        assertEquals(number(swept, "interface_position_top_um"), number(classified, "interface_position_top_um"), 0.85);
        assertTrue(Files.exists(folder.resolve("classified/classes/scan" + OTHER + ".tif")));
        assertFalse(section(folder.resolve("swept")).isPresent());
        assertReportShowsWhatTrainingFound(section(folder.resolve("classified")).orElseThrow());
        assertReportSaysWhatItDoesNotKnow(model);
    }

    private static Optional<String> section(final Path results) throws IOException {
        return Pattern.compile("(?s)<section id=\"classifier\">.*?</section>").matcher(Files.readString(results.resolve("report.html"))).results()
            .map(MatchResult::group).findAny();
    }

    private static void assertReportShowsWhatTrainingFound(final String section) throws IOException {
        assertEquals(Files.readString(folder.resolve("phases-quality.csv")), Files.readString(folder.resolve("classified/classifier_quality.csv")));
        assertEquals(Files.readString(folder.resolve("phases-importance.csv")), Files.readString(folder.resolve("classified/classifier_importance.csv")));
        final List<String> quality = Files.readAllLines(folder.resolve("phases-quality.csv"));
        long examples = 0;
        for (final String line : quality.subList(1, quality.size())) {
            final String[] fields = line.split(",");
            assertTrue(section.contains("<tr><th scope=\"row\">" + fields[0] + "</th><td>" + fields[1] + "</td><td>" + new BigDecimal(fields[2]).setScale(4, RoundingMode.HALF_EVEN)), line);
            assertTrue(section.contains("<tr><th scope=\"row\">" + fields[0] + "</th><td>"
                + String.join("</td><td>", List.of(fields).subList(5, fields.length)) + "</td></tr>"), line);
            examples += Long.parseLong(fields[1]);
        }
        assertTrue(Files.readString(folder.resolve("phases-quality.html")).contains(section), "the page beside the model");
        assertTrue(section.contains(examples + " examples, each by a classifier that was trained on other parts of the image"), section);
        assertTrue(section.contains("random forest of 100 trees") && section.contains("phases.model"), section);
        assertTrue(section.contains(Files.readAllLines(folder.resolve("phases-importance.csv")).get(1).split(",")[0]));
        assertTrue(Files.readString(folder.resolve("classified/figures/feature-importance.svg")).contains("operando_depth"));
    }

    private static void assertReportSaysWhatItDoesNotKnow(final Path model) throws IOException {
        Files.copy(model, folder.resolve("alone.model"));
        Files.writeString(folder.resolve("alone.yml"), "scans: [{file: scan" + OTHER + ".tif, time_h: 1}]\nsegmentation: {method: classifier, model: alone.model}\n");
        assertEquals(0, operando("run", folder.resolve("alone.yml"), "--out", folder.resolve("alone")).code);
        final String section = section(folder.resolve("alone")).orElseThrow();
        assertTrue(section.contains("random forest of 100 trees") && section.contains("operando train writes one"), section);
        assertFalse(section.contains("<img") || section.contains("precision"), section);
        assertFalse(Files.exists(folder.resolve("alone/classifier_quality.csv")));
    }

    private static double number(final Map<String, String> row, final String column) {
        return Double.parseDouble(row.get(column));
    }

    private static Map<String, String> lastRow(final Path file) throws IOException {
        final List<String> lines = Files.readAllLines(file);
        final String[] columns = lines.get(0).split(",");
        final String[] fields = lines.get(lines.size() - 1).split(",", -1);
        final Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], fields[i]);
        }
        return row;
    }

    private static double dice(final ConfusionMatrix confusion, final Phase phase) {
        return confusion.scores().get(phase.ordinal()).dice();
    }

    private static ConfusionMatrix confusion() {
        final long[][] counts = new long[Phase.values().length][Phase.values().length];
        final byte[] found = new byte[WIDTH * HEIGHT];
        final byte[] truth = new byte[WIDTH * HEIGHT];
        final Scan known = phantom.labels(OTHER);
        try (Scan labels = ScanFile.open(file("found", OTHER))) {
            for (int z = 0; z < DEPTH; z++) {
                labels.readSlice(z, found);
                known.readSlice(z, truth);
                for (int i = 0; i < found.length; i++) {
                    counts[truth[i]][found[i]]++;
                }
            }
        }
        return new ConfusionMatrix(Stream.of(Phase.values()).map(Phase::displayName).toList(), counts);
    }

    @Test
    void whatCannotBeTrainedOrAppliedIsOneLine() throws IOException {
        refused("different values", "train", file("scan", TAUGHT), file("scan", OTHER), "--out", folder.resolve("x.model"));
        refused("1 files are not stacks with labels", "train", file("scan", TAUGHT), "--out", folder.resolve("x.model"));
        final Path small = folder.resolve("small.tif");
        try (StackWriter writer = StackWriter.create(small, 5, 4, 3, PixelType.UINT8, VoxelSize.cubic(1))) {
            for (int z = 0; z < 3; z++) {
                writer.write(new byte[20]);
            }
        }
        refused("5 x 4 x 3", "train", file("scan", TAUGHT), small, "--classes", "a,b", "--out", folder.resolve("x.model"));
        refused("class 'pore'", "train", file("scan", TAUGHT), file("labels", TAUGHT), "--classes", "a,b,c,d,e,pore,none", "--out", folder.resolve("x.model"));
        refused("no classifier is given", "segment", file("scan", OTHER), "--method", "classifier", "--out", folder.resolve("x.tif"));
        final Path foreign = Files.writeString(folder.resolve("foreign.model"), "not a model");
        refused("foreign.model", "segment", file("scan", OTHER), "--method", "classifier", "--model", foreign, "--out", folder.resolve("x.tif"));
        assertFalse(Files.exists(folder.resolve("x.model")) || Files.exists(folder.resolve("x.tif")));
    }

    private static void refused(final String words, final Object... arguments) {
        final Outcome outcome = operando(arguments);
        assertEquals(2, outcome.code, outcome.err);
        final String last = outcome.err.lines().reduce((a, b) -> b).orElse("");
        assertTrue(last.contains(words), outcome.err);
    }
}
