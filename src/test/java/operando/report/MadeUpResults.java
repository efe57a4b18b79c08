package operando.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import javax.imageio.ImageIO;

import operando.cell.Phase;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.experiment.ClassifierResult;
import operando.experiment.Experiment;
import operando.experiment.ExperimentResults;
import operando.experiment.HalfCycleResult;
import operando.experiment.PlannedScan;
import operando.experiment.ResultFiles;
import operando.experiment.TimeSeries;
import operando.experiment.TimeSeriesFiller;
import operando.experiment.VoltageResult;

/** Results of a run that never was, with a name that is full of markup. */
final class MadeUpResults {

    static final String NAME = "LSPS <script>alert('1 & \"2\"')</script>";
    static final int SCANS = 9;
    private static final int WIDTH = 90;
    private static final int HEIGHT = 70;
    private static final int DEPTH = 120;

    private MadeUpResults() {
    }

    static ExperimentResults write(final Path folder) throws IOException {
        return write(folder, Optional.empty());
    }

    static ExperimentResults write(final Path folder, final Optional<ClassifierResult> classifier) throws IOException {
        final List<PlannedScan> scans = new ArrayList<>();
        for (int i = 0; i < SCANS; i++) {
            scans.add(new PlannedScan("t0" + i, folder.resolve("t0" + i + ".tif"), 1.2 * i));
        }
        final Path yml = folder.resolve("experiment.yml");
        Files.writeString(yml, "name: \"" + NAME.replace("\"", "\\\"")
            + "\"\non_unreadable_scan: gap\nscans: [{file: a.tif, time_h: 0}]\n");
        final TimeSeries series = new TimeSeries(scans);
        for (int i = 0; i < SCANS; i++) {
            if (i != 3) {
                fill(series, i);
                draw(i, new ResultFiles(folder));
            }
        }
        return new ExperimentResults(Experiment.read(yml), folder, new VoxelSize(1.7, 1.5, 2.0), series, List.of(),
            List.of(new HalfCycleResult(1, 0, 4.8, 1, 4.8, Side.TOP, -17, 0.72, 12, -3, 9.5),
                new HalfCycleResult(2, 4.8, 9.6, -1, 4.8, Side.BOTTOM, -12, 0.51, 22, -4, Double.NaN)),
            Optional.of(voltage()), Optional.empty(), classifier, "Thresholds were found in each scan's histogram.",
            Map.of("version", "<b>0.1</b>"), List.of("t03: cannot be read <i>"));
    }

    private static VoltageResult voltage() {
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
            measured[i] = sign * (0.2 + 0.002 * times[i] * times[i]);
            scenarios.get(VoltageResult.MEASURED_CONTACT)[i] = sign * (0.2 + 0.001 * times[i] * times[i]);
            scenarios.get("contact_25_percent_V")[i] = sign * 0.3;
            scenarios.get("contact_1_percent_V")[i] = sign * 0.47;
            scenarios.get("dynamic_V")[i] = i % 50 == 0 ? Double.NaN : measured[i] * 0.95;
        }
        return new VoltageResult(times, measured, scenarios, new double[samples], 0.0731, true, 4.8);
    }

    private static void fill(final TimeSeries series, final int i) {
        final Random random = new Random(7 + i);
        for (final String column : TimeSeries.COLUMNS) {
            final double level = column.contains("volume") ? 4e6 : column.contains("fraction") ? 0.24 : 20;
            TimeSeriesFiller.set(series, i, column, level * (1 - 0.02 * i * (column.contains("bottom") ? 3 : 0.3))
                + 0.002 * level * random.nextGaussian());
        }
        TimeSeriesFiller.set(series, i, "charge_mAh_cm2", i < 5 ? 1.2 * i : 9.6 - 1.2 * i);
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
