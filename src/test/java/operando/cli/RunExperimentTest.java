package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import operando.results.PixelMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whole experiments on small phantoms, as a user would. */
class RunExperimentTest {

    @TempDir
    static Path folder;

    private static Path series;

    private record Outcome(int code, String out, String err) { }

    private static Outcome operando(final Object... arguments) {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        final String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        final int code = Operando.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(code, out.toString(), err.toString());
    }

    @BeforeAll
    static void makeSeries() {
        series = folder.resolve("series");
        assertEquals(0, operando("phantom", "--out", series, "--size", 72, "--scans", 4, "--seed", 21).code);
    }

    private static List<CSVRecord> csv(final Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.readString(file), CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return parser.getRecords();
        }
    }

    @Test
    void runMeasuresWhatThePhantomIs() throws IOException {
        final Path out = folder.resolve("results");
        final Outcome outcome = operando("run", series.resolve("experiment.yml"), "--out", out);
        assertEquals(0, outcome.code, outcome.err);
        final JsonNode truth = new ObjectMapper().readTree(series.resolve("truth.json").toFile());
        final List<CSVRecord> rows = csv(out.resolve("timeseries.csv"));
        assertEquals(4, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            for (final String side : List.of("top", "bottom")) {
                final JsonNode is = truth.get("scans").get(i).get(side);
                // A small field of view: a hundredth of its columns is 52, the size of one small void.
                assertEquals(is.get("contactFraction").asDouble(), number(rows.get(i), "contact_fraction_subvoxel_" + side), 0.05);
                assertEquals(is.get("interphaseThicknessUm").asDouble(), number(rows.get(i), "interphase_thickness_" + side + "_um"), 0.2);
                assertEquals(1, number(rows.get(i), "lithium_volume_" + side + "_um3") / is.get("lithiumVolumeUm3").asDouble(), 0.03);
            }
            // Contact is too large by its thin rims, which changes the voltage of 0.1 to 0.4 V by a few mV.
            assertEquals(number(rows.get(i), "voltage_measured_V"), number(rows.get(i), "voltage_predicted_V"), 0.02);
        }
        for (final String file : List.of("voltage.csv", "contact_changes.csv", "half_cycles.csv", "report.html", "run.json",
            "labels/t00.tif", "contact/top_t00.png", "contact/bottom_t03.tif", "figures/voltage.svg", "figures/volumes.png")) {
            assertTrue(Files.size(out.resolve(file)) > 0, file);
        }
        assertTrue(outcome.out.contains("interphase conductivity"), outcome.out);
    }

    private static double number(final CSVRecord row, final String column) {
        return Double.parseDouble(row.get(column));
    }

    @Test
    void resumedRunTakesOverWhatIsFinishedAndOnlyThat() throws IOException {
        final Path out = folder.resolve("resumed");
        assertEquals(0, operando("run", series.resolve("experiment.yml"), "--out", out).code);
        final byte[] before = Files.readAllBytes(out.resolve("timeseries.csv"));
        final Object labels = Files.getLastModifiedTime(out.resolve("labels/t01.tif"));
        Files.delete(out.resolve("finished/t02.json"));
        Files.delete(out.resolve("timeseries.csv"));
        final Object recomputed = Files.getLastModifiedTime(out.resolve("labels/t02.tif"));
        assertEquals(0, operando("run", series.resolve("experiment.yml"), "--out", out, "--resume").code);
        assertEquals(labels, Files.getLastModifiedTime(out.resolve("labels/t01.tif")));
        assertFalse(recomputed.equals(Files.getLastModifiedTime(out.resolve("labels/t02.tif"))));
        assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(out.resolve("timeseries.csv")));
    }

    private Outcome refused(final String name, final String change, final String by) throws IOException {
        final String yml = Files.readString(series.resolve("experiment.yml")).replaceFirst(change, by);
        final Path out = folder.resolve("refused-" + name);
        final Outcome outcome = operando("run", Files.writeString(series.resolve(name + ".yml"), yml), "--out", out);
        assertEquals(2, outcome.code, outcome.err);
        assertFalse(Files.exists(out.resolve("timeseries.csv")));
        assertFalse(Files.exists(out.resolve("report.html")));
        return outcome;
    }

    private static String lastLine(final Outcome outcome) {
        final List<String> lines = outcome.err.lines().toList();
        return lines.get(lines.size() - 1);
    }

    @Test
    void mistakesAreOneClearLineAndExitCodeTwo() throws IOException {
        assertTrue(lastLine(refused("thresholds", "thresholds: auto", "thresholds: {void: 900, lithium: 1000, interphase: 1100, collector: 1200}"))
            .contains("grey values"));
        assertTrue(lastLine(refused("order", "thresholds: auto", "thresholds: {void: 100, lithium: 60, interphase: 150, collector: 200}"))
            .contains("do not rise"));
        assertTrue(lastLine(refused("key", "thresholds: auto", "treshold: auto")).contains("treshold"));
        Files.writeString(series.resolve("short.csv"), "time_h,voltage_V,current_density_mA_cm2\n0,0.1,1\n1,0.1,1\n");
        assertTrue(lastLine(refused("cycler", "cycling.csv", "short.csv")).contains("runs from 0 to 1 h"));
        Files.write(series.resolve("empty.tif"), new byte[0]);
        assertTrue(lastLine(refused("empty", "scans/t01.tif", "empty.tif")).contains("empty.tif"));
        final byte[] whole = Files.readAllBytes(series.resolve("scans/t02.tif"));
        Files.write(series.resolve("cut.tif"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertTrue(lastLine(refused("cut", "scans/t02.tif", "cut.tif")).contains("cut.tif"));
        final Path other = folder.resolve("other");
        operando("phantom", "--out", other, "--size", 60, "--scans", 1);
        Files.copy(other.resolve("scans/t00.tif"), series.resolve("small.tif"));
        assertTrue(lastLine(refused("size", "scans/t03.tif", "small.tif")).contains("the relief of its interfaces is not found again"));
    }

    /** Whatever way the current takes, as much as the cycler says flows through the contacts of either side. */
    @Test
    void theResolvedCurrentOfEveryScanAddsUpToTheCyclers() throws IOException {
        final String yml = Files.readString(series.resolve("experiment.yml")).replaceFirst("(?m)^model:.*$", "model: {resolved: true, interphase_conductivity_mS_cm: 0.02}");
        final Path out = folder.resolve("resolved");
        assertEquals(0, operando("run", Files.writeString(series.resolve("resolved.yml"), yml), "--out", out).code);
        for (final CSVRecord row : csv(out.resolve("timeseries.csv"))) {
            final double current = Double.parseDouble(row.get("current_density_mA_cm2"));
            assertTrue(Double.parseDouble(row.get("constriction_ohm_cm2")) > 0);
            assertTrue(current * Double.parseDouble(row.get("voltage_resolved_V")) > 0);
            for (final String side : new String[] {"top", "bottom"}) {
                final PixelMap map = PixelMap.read(out.resolve("current").resolve(side + "_" + row.get("scan") + ".tif"));
                double sum = 0;
                for (final float one : map.values()) {
                    sum += one;
                }
                assertEquals(side.equals("top") ? current : -current, sum / map.values().length, 1e-4, side + " " + row.get("scan"));
            }
        }
        final Path alone = folder.resolve("no-cycler");
        assertEquals(0, operando("run", Files.writeString(series.resolve("alone.yml"), yml.replaceFirst("(?m)^cycler:.*$", "")), "--out", alone).code);
        assertTrue(Files.readString(alone.resolve("run.json")).contains("The current is not resolved"));
    }

    @Test
    void unreadableScanIsAGapWhereThatIsAsked() throws IOException {
        final byte[] whole = Files.readAllBytes(series.resolve("scans/t01.tif"));
        Files.write(series.resolve("half.tif"), java.util.Arrays.copyOf(whole, whole.length / 2));
        final String yml = "on_unreadable_scan: gap\n" + Files.readString(series.resolve("experiment.yml")).replace("scans/t01.tif", "half.tif");
        final Path out = folder.resolve("gap");
        final Outcome outcome = operando("run", Files.writeString(series.resolve("gap.yml"), yml), "--out", out);
        assertEquals(3, outcome.code, outcome.err);
        assertTrue(outcome.err.contains("half is left out"), outcome.err);
        assertEquals("done, with gaps: 1 of 4 scans left out (half)", lastLine(outcome));
        final List<CSVRecord> rows = csv(out.resolve("timeseries.csv"));
        assertEquals("", rows.get(1).get("contact_fraction_top"));
        assertFalse(rows.get(2).get("contact_fraction_top").isEmpty());
    }

    @Test
    void thePelletIsFollowedWhenTheExperimentAsksForIt() throws IOException {
        final Path small = folder.resolve("moving");
        assertEquals(0, operando("phantom", "--out", small, "--size", 110, "--scans", 3, "--seed", 4).code);
        final Path yml = small.resolve("experiment.yml");
        Files.writeString(yml, Files.readString(yml) + "\ndisplacement: {enabled: true, spacing_um: 17}\n");
        final Path out = folder.resolve("moved");
        final Outcome outcome = operando("run", yml, "--out", out);
        assertEquals(0, outcome.code, outcome.err);
        final JsonNode truth = new ObjectMapper().readTree(small.resolve("truth.json").toFile()).get("scans");
        final List<CSVRecord> rows = csv(out.resolve("timeseries.csv"));
        assertEquals("", rows.get(0).get("displacement_axial_um"));
        for (int scan = 1; scan < 3; scan++) {
            final double axial = truth.get(scan).get("motion").get("axialUm").asDouble();
            // The middle ring reaches a tenth of the way to the rim, where the pellet moves less by at most 1 − 0.7 · 0.1².
            final double centre = Double.parseDouble(rows.get(scan).get("displacement_centre_um"));
            assertEquals(Math.abs(axial), centre, 0.1 * 1.7 + 0.1 * Math.abs(axial));
            final List<CSVRecord> points = csv(out.resolve("displacement/t0" + scan + ".csv"));
            assertTrue(points.stream().anyMatch(point -> point.get("status").equals("converged")));
            assertTrue(points.stream().filter(point -> point.get("status").equals("masked")).allMatch(point -> point.get("uz_um").isEmpty()));
        }
        assertTrue(Files.exists(out.resolve("displacement/t02_step.csv")) && Files.exists(out.resolve("displacement/t01.vtk")));
        assertTrue(Files.readString(out.resolve("report.html")).contains("Displacement over time"));
    }
}
