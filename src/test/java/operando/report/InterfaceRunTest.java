package operando.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import operando.breathing.phasefield.InterfaceParameter;
import operando.breathing.phasefield.InterfaceSettings;
import operando.breathing.phasefield.Plane;
import operando.cell.InputException;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cli.Operando;
import operando.engine.CancelledException;
import operando.engine.Progress;
import operando.results.PixelMap;
import operando.results.TimeSeriesFile;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.series.TimeSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterfaceRunTest {

    private static final InterfaceSettings SETTINGS = InterfaceSettings.defaults().with(new Plane(32, 16, 1)).with(InterfaceParameter.STACK_PRESSURE, 3).withCycles(2);

    @TempDir
    private Path folder;

    private String said = "";

    private int operando(final String... arguments) {
        final StringWriter text = new StringWriter();
        final int code = Operando.run(arguments, new PrintWriter(text, true), new PrintWriter(text, true));
        said = text.toString();
        return code;
    }

    @Test
    void aStoppedRunGoesOnToTheSameFiles() throws Exception {
        final Path whole = folder.resolve("whole");
        final Path stopped = folder.resolve("stopped");
        InterfaceRun.ofRandomVoids(SETTINGS).write(whole, false, Progress.SILENT);
        assertThrows(CancelledException.class, () -> InterfaceRun.ofRandomVoids(SETTINGS).write(stopped, true, (fraction, stage) -> {
            if (stage.equals("Cycle 2")) {
                throw new CancelledException();
            }
        }));
        assertTrue(Files.notExists(stopped.resolve("timeseries.csv")) && Files.exists(stopped.resolve("checkpoint/interface.bin")));
        InterfaceRun.ofRandomVoids(SETTINGS).write(stopped, true, Progress.SILENT);
        for (final String file : List.of("timeseries.csv", "cycles.csv", "descriptors.csv", "memory.csv", "contact.tif", "interphase.tif", "contact.gif")) {
            assertArrayEquals(Files.readAllBytes(whole.resolve(file)), Files.readAllBytes(stopped.resolve(file)), file);
        }
        assertThrows(InputException.class, () -> InterfaceRun.ofRandomVoids(SETTINGS.withSeed(5)).write(stopped, true, Progress.SILENT));
    }

    @Test
    void tablesAndMapsSayTheSame() throws Exception {
        assertEquals(0, operando("breathing", "simulate", "--cells", "32x16", "--cycles", "1", "--set", "stack_pressure_MPa=1", "--set", "rest_h=0.1", "--out", folder.toString()), said);
        final TimeSeries series = TimeSeriesFile.read(folder.resolve("timeseries.csv"));
        final double[] contact = series.values(Quantity.CONTACT_FRACTION.at(Side.TOP));
        try (Scan maps = ScanFile.open(folder.resolve("contact.tif"))) {
            assertEquals((contact.length + InterfaceFiles.READINGS_A_MAP - 1) / InterfaceFiles.READINGS_A_MAP, maps.depth());
            assertEquals(List.of(32, 16), List.of(maps.width(), maps.height()));
            final float[] map = new float[32 * 16];
            maps.readSlice(3, map);
            double sum = 0;
            for (final float c : map) {
                sum += c;
            }
            assertEquals(contact[3 * InterfaceFiles.READINGS_A_MAP], sum / map.length, 1e-6);
        }
        assertEquals(256, ImageIO.read(folder.resolve("contact.gif").toFile()).getWidth());
        assertEquals(0, operando("breathing", folder.resolve("timeseries.csv").toString(), "--out", folder.resolve("again").toString()), said);
        final String[] own = Files.readAllLines(folder.resolve("descriptors.csv")).get(1).split(",");
        final String[] again = Files.readAllLines(folder.resolve("again/descriptors.csv")).get(1).split(",");
        for (int column = 1; column < 15; column++) {
            // The table has ten digits.
            assertEquals(Double.parseDouble(own[column]), Double.parseDouble(again[column]), 1e-6 * (1 + Math.abs(Double.parseDouble(own[column]))));
        }
    }

    @Test
    void aMeasuredContactMapIsTheBeginning() throws Exception {
        final float[] map = new float[60 * 50];
        for (int pixel = 0; pixel < map.length; pixel++) {
            map[pixel] = Math.hypot(pixel % 60 - 29.5, pixel / 60 - 24.5) < 6 ? 0 : 1;
        }
        PixelMap.write(60, 50, 1.7, 1.7, map, folder.resolve("top.tif"));
        assertEquals(0, operando("breathing", "simulate", "--contact-map", folder.resolve("top.tif").toString(), "--pixel-size", "1.7", "--cells", "64", "--cycles", "1",
            "--out", folder.resolve("out").toString()), said);
        // A void of 6 pixels of 1.7 µm, mirrored into four windows of 32 µm; the smooth edge takes 2π D t of it.
        final double first = TimeSeriesFile.read(folder.resolve("out/timeseries.csv")).values(Quantity.CONTACT_FRACTION.at(Side.TOP))[0];
        final double expected = Math.PI * (Math.pow(6 * 1.7, 2) - 2 * 2 * 2 / 2.0) / (32 * 32);
        assertEquals(expected, 1 - first, 0.03 * expected);
        assertEquals(2, operando("breathing", "simulate", "--contact-map", folder.resolve("top.tif").toString(), "--pixel-size", "1.7", "--cells", "512", "--out",
            folder.resolve("no").toString()), said);
        assertTrue(said.contains("does not lie in the map"), said);
        assertTrue(Files.notExists(folder.resolve("no")));
    }

    @Test
    void wrongParametersAreRefused() {
        assertEquals(2, operando("breathing", "simulate", "--set", "pressure=3", "--out", folder.toString()));
        assertTrue(said.contains("stack_pressure_MPa"), said);
        assertEquals(2, operando("breathing", "simulate", "--set", "stack_pressure_MPa=much", "--out", folder.toString()));
        assertEquals(2, operando("breathing", "simulate", "--cells", "60", "--out", folder.toString()));
        assertEquals(2, operando("breathing", "simulate", "--cells", "a", "--out", folder.toString()));
        assertEquals(2, operando("breathing", "--out", folder.toString()));
        assertEquals(2, operando("breathing"));
    }
}
