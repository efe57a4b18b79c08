package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.experiment.Experiment;
import operando.experiment.ExperimentRun;
import operando.experiment.RunOptions;
import operando.phantom.Phantom;
import operando.phantom.PhantomSeries;
import operando.phantom.PhantomSettings;
import operando.results.Results;
import operando.voltage.ContactRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run measured goes out in SI units, and a voltage comes back. */
class SimulationTest {

    private static final int WIDTH = 36;
    private static final int HEIGHT = 30;

    @TempDir
    static Path folder;

    private static Results results;
    private static String said;

    @BeforeAll
    static void run() {
        final PhantomSettings usual = PhantomSettings.defaults();
        try (Cores cores = new Cores(1)) {
            new PhantomSeries(new Phantom(usual.withSize(WIDTH, HEIGHT, 120).withSeed(6).withCycling(usual.cycling().withScans(3))))
                .write(folder.resolve("series"), "test", cores, Progress.SILENT);
            results = new ExperimentRun(Experiment.read(folder.resolve("series/experiment.yml")), folder.resolve("results"), RunOptions.defaults()).run(cores, Progress.SILENT);
        }
    }

    private static int operando(final String... arguments) {
        final StringWriter words = new StringWriter();
        final int code = Operando.run(arguments, new PrintWriter(words, true), new PrintWriter(words, true));
        said = words.toString();
        return code;
    }

    private static double[] row(final Path file, final int row) throws IOException {
        return Arrays.stream(Files.readAllLines(file).get(row).split(",", -1)).skip(1).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void tablesAreInSiUnits() throws IOException {
        final Path out = folder.resolve("inputs");
        assertEquals(0, operando("simulation", folder.resolve("results").toString(), "--out", out.toString()), said);
        final double[] last = row(out.resolve("cell.csv"), 3);
        assertEquals(3600 * results.series().timesH()[2], last[0], 1e-3);
        assertEquals(results.series().value(2, ContactRule.SUBVOXEL.supportedBy(results.series(), new ArrayList<>()).quantity().at(Side.BOTTOM)), last[2], 1e-9);
        assertEquals(1e-6 * results.series().value(2, Quantity.INTERPHASE_THICKNESS.at(Side.TOP)), last[3], 1e-12);
        assertEquals(1e-6 * results.series().value(2, Quantity.CROSS_SECTION), last[6], 1e-15);
        assertEquals(10 * results.voltage().orElseThrow().currentDensityMAPerCm2()[0], row(out.resolve("current.csv"), 1)[0], 1e-9);
        assertTrue(Files.readAllLines(out.resolve("parameters.csv")).contains("electrolyte_conductivity,0.21,S m-1"));
    }

    @Test
    void mapsAreVtk() throws IOException {
        final Path out = folder.resolve("vtk");
        assertEquals(0, operando("simulation", folder.resolve("results").toString(), "--out", out.toString()), said);
        final byte[] file = Files.readAllBytes(out.resolve("maps_t01.vtk"));
        final String text = new String(file, StandardCharsets.ISO_8859_1);
        assertTrue(text.startsWith("# vtk DataFile Version 3.0\n") && text.contains("DIMENSIONS 36 30 1\n") && text.contains("POINT_DATA 1080\n"), text.substring(0, 200));
        final String head = "SCALARS contact_bottom float 1\nLOOKUP_TABLE default\n";
        final ByteBuffer numbers = ByteBuffer.wrap(file, text.indexOf(head) + head.length(), 4 * WIDTH * HEIGHT);
        double contact = 0;
        for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
            contact += numbers.getFloat();
        }
        assertEquals(results.series().value(1, Quantity.CONTACT_FRACTION.at(Side.BOTTOM)), contact / (WIDTH * HEIGHT), 1e-9);
    }

    @Test
    void simulatedVoltageIsSetBesideTheMeasuredOne() throws IOException {
        final double[] times = results.voltage().orElseThrow().timesH();
        final double[] measured = results.voltage().orElseThrow().measuredV();
        final StringBuilder csv = new StringBuilder("time_h,voltage_predicted_V\n");
        for (int i = 0; i < times.length; i++) {
            csv.append(String.format(Locale.ROOT, "%.17g,%.17g%n", times[i], measured[i] + 0.003));
        }
        final Path simulated = Files.writeString(folder.resolve("simulated.csv"), csv);
        assertEquals(0, operando("simulation", folder.resolve("results").toString(), "--voltage", simulated.toString(), "--out", folder.resolve("back").toString()), said);
        assertTrue(said.contains("simulated less measured voltage, root mean square  0.003000 V over " + times.length), said);
        assertTrue(Files.size(folder.resolve("back/simulated-voltage.png")) > 5000);
        for (final List<String> wrong : List.of(List.of("time_h,volts\n0,1\n", "voltage_predicted_V"), List.of("time_h,voltage_predicted_V\n0,x\n", "is no number"))) {
            Files.writeString(simulated, wrong.get(0));
            assertEquals(2, operando("simulation", folder.resolve("results").toString(), "--voltage", simulated.toString(), "--out", folder.resolve("none").toString()));
            assertTrue(said.contains(wrong.get(1)), said);
        }
        assertEquals(2, operando("simulation", folder.toString(), "--out", folder.resolve("none").toString()));
        assertTrue(said.contains("holds no results"), said);
    }
}
