package operando.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import operando.cell.Measured;
import operando.cell.Phase;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.results.ClassifierResult;
import operando.results.ResultFiles;
import operando.results.Results;
import operando.results.SectionLines;
import operando.series.BeamTimes;
import operando.series.HalfCycleBalance;
import operando.series.TimeSeries;
import operando.voltage.LumpedParameters;
import operando.voltage.VoltageResult;

/** Results of a run that never was, with a name that is full of markup. */
final class MadeUpResults {

    static final String NAME = "LSPS <script>alert('1 & \"2\"')</script>";
    static final int SCANS = 9;
    private static final int WIDTH = 90;
    private static final int HEIGHT = 70;
    private static final int DEPTH = 120;

    private MadeUpResults() {
    }

    static Results write(final Path folder) throws IOException {
        return write(folder, Optional.empty());
    }

    static Results write(final Path folder, final Optional<ClassifierResult> classifier) throws IOException {
        return write(folder, classifier, Double.NaN);
    }

    /** @param volts measured, of the sign of the current; NaN for a voltage that rises */
    static Results write(final Path folder, final Optional<ClassifierResult> classifier, final double volts) throws IOException {
        final TimeSeries series = new TimeSeries(IntStream.range(0, SCANS).mapToObj(i -> "t0" + i).toList(),
            IntStream.range(0, SCANS).mapToDouble(i -> 1.2 * i).toArray());
        for (int i = 0; i < SCANS; i++) {
            if (i != 3) {
                fill(series, i);
                draw(i, new ResultFiles(folder));
            }
        }
        return new Results(NAME, "no <cell>", folder, new VoxelSize(1.7, 1.5, 2.0), series, List.of(),
            List.of(new HalfCycleBalance(1, 0, 4.8, 1, 4.8, Side.TOP, List.of(0, 1, 2, 4), Measured.of(-17), Measured.of(0.72, 0.021), Measured.of(12), Measured.of(-3),
                Measured.of(9.5)),
                new HalfCycleBalance(2, 4.8, 9.6, -1, 4.8, Side.BOTTOM, List.of(4, 5, 6, 7), Measured.of(-12), Measured.of(0.51), Measured.of(22), Measured.of(-4),
                    Measured.missing("<u>two scans</u>"))),
            Optional.of(voltage(volts)), Optional.empty(), classifier, SectionLines.NONE,
            List.of(new BeamTimes.TimeSpan(1, 1.5)), "Thresholds were found in each scan's histogram.",
            Map.of("version", "<b>0.1</b>"), List.of("t03: cannot be read <i>"));
    }

    private static VoltageResult voltage(final double volts) {
        final int samples = 400;
        final double[] times = new double[samples];
        final double[] measured = new double[samples];
        final Map<String, double[]> scenarios = new LinkedHashMap<>();
        for (final String name : List.of(VoltageResult.MEASURED_CONTACT, "contact_25_percent_V", "contact_1_percent_V",
            "dynamic_V")) {
            scenarios.put(name, new double[samples]);
        }
        for (int i = 0; i < samples; i++) {
            times[i] = i * 9.6 / samples;
            final double sign = times[i] < 4.8 ? 1 : -1;
            measured[i] = sign * (Double.isNaN(volts) ? 0.2 + 0.002 * times[i] * times[i] : volts);
            scenarios.get(VoltageResult.MEASURED_CONTACT)[i] = sign * (0.2 + 0.001 * times[i] * times[i]);
            scenarios.get("contact_25_percent_V")[i] = sign * 0.3;
            scenarios.get("contact_1_percent_V")[i] = sign * 0.47;
            scenarios.get("dynamic_V")[i] = i % 50 == 0 ? Double.NaN : measured[i] * 0.95;
        }
        return new VoltageResult(times, java.util.Arrays.stream(times).map(time -> time < 4.8 ? 1 : -1).toArray(), measured, scenarios, new double[samples],
            LumpedParameters.defaults(), Measured.of(0.0731, 0.0012), true, List.of(), Measured.missing("not resolved"), 4.8);
    }

    private static void fill(final TimeSeries series, final int i) {
        final Random random = new Random(7 + i);
        for (final Quantity quantity : new TimeSeries(List.of(), new double[0]).quantities()) {
            final double level = quantity.column().contains("volume") ? 4e6 : quantity.column().contains("fraction") ? 0.24 : 20;
            series.set(i, quantity, Measured.of(level * (1 - 0.02 * i * (quantity.column().contains("bottom") ? 3 : 0.3))
                + 0.002 * level * random.nextGaussian()));
        }
        series.set(i, Quantity.CHARGE_PASSED, Measured.of(1.2 * i));
        series.set(i, Quantity.CHARGE, Measured.of(i < 5 ? 1.2 * i : 9.6 - 1.2 * i));
    }

    private static void draw(final int i, final ResultFiles files) throws IOException {
        final Random random = new Random(i);
        for (final Side side : Side.values()) {
            final BufferedImage map = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
            for (int p = 0; p < WIDTH * HEIGHT; p++) {
                final int x = p % WIDTH;
                final int y = p / WIDTH;
                map.getRaster().setSample(x, y, 0, Math.sin(x / 5.0) * Math.cos(y / 6.0) > 0.1 * i ? 255 : 0);
            }
            write(map, files.contactPicture(side, "t0" + i));
        }
        final BufferedImage grey = new BufferedImage(WIDTH, DEPTH, BufferedImage.TYPE_BYTE_GRAY);
        final BufferedImage labels = new BufferedImage(WIDTH, DEPTH, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < WIDTH; x++) {
            for (int z = 0; z < DEPTH; z++) {
                final boolean lithium = z < 40 || z > 80;
                final boolean isVoid = (z > 36 && z < 41 || z > 79 && z < 82) && x % 20 < i;
                grey.getRaster().setSample(x, z, 0, (isVoid ? 30 : lithium ? 90 : 180) + random.nextInt(20));
                labels.getRaster().setSample(x, z, 0,
                    (isVoid ? Phase.VOID : lithium ? Phase.LITHIUM : Phase.ELECTROLYTE).label());
            }
        }
        write(grey, files.section("t0" + i));
        write(labels, files.sectionLabels("t0" + i));
    }

    private static void write(final BufferedImage image, final Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
