package operando.bench;

import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.motion.CorrelationSettings;
import operando.motion.Masks;
import operando.motion.VolumeCorrelation;
import operando.report.plot.Figure;
import operando.report.plot.FigureFiles;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;

/**
 * How time grows: the sweep with all measures over stacks of about 10⁷ to 2·10⁹ voxels on one thread and on all, volume correlation over grids of
 * about 10³ to 10⁵ points. Prints rows of a table and draws both. Arguments: {@code sweep FOLDER PICTURES DEPTH ROUNDS WIDTH …} (stacks of WIDTH ×
 * WIDTH × DEPTH are made in the folder) or {@code points PICTURES ROUNDS SPACING …}.
 */
public final class ScalingBenchmark {

    private static final int SIDE = 128;
    private static final int SUBVOLUME = 17;

    private ScalingBenchmark() {
    }

    /** Seconds against a size, both as powers of ten along the axes. */
    private record Curves(String id, String title, String sizeLabel, double[] size, String[] names, double[][] seconds) implements Figure {

        @Override
        public String caption() {
            return title;
        }

        @Override
        public int width() {
            return 640;
        }

        @Override
        public int height() {
            return 420;
        }

        @Override
        public void draw(final Graphics2D graphics) {
            final double[] all = Arrays.stream(seconds).flatMapToDouble(Arrays::stream).toArray();
            final LinePlot plot = new LinePlot(sizeLabel, "seconds").decades((int) Math.floor(Math.log10(Arrays.stream(all).min().orElseThrow())),
                (int) Math.ceil(Math.log10(Arrays.stream(all).max().orElseThrow())));
            final double[] x = Arrays.stream(size).map(Math::log10).toArray();
            final LinePlot.Look[] looks = {LinePlot.Look.CIRCLES, LinePlot.Look.SQUARES};
            for (int i = 0; i < seconds.length; i++) {
                plot.series(0, names[i], x, seconds[i], i == 0 ? Palette.BLUE : Palette.RED, looks[i]);
            }
            final double[] linear = Arrays.stream(size).map(each -> seconds[0][size.length - 1] * each / size[size.length - 1]).toArray();
            plot.series(0, "in proportion", x, linear, Palette.INK, LinePlot.Look.DOTTED);
            plot.draw(graphics, 0, 0, width(), height());
        }
    }

    public static void main(final String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        if (arguments[0].equals("sweep")) {
            sweep(Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), numbers(arguments, 5));
        } else {
            points(Path.of(arguments[1]), Integer.parseInt(arguments[2]), numbers(arguments, 3));
        }
    }

    private static int[] numbers(final String[] arguments, final int from) {
        return Arrays.stream(arguments).skip(from).mapToInt(Integer::parseInt).toArray();
    }

    private static void sweep(final Path folder, final Path pictures, final int depth, final int rounds, final int[] widths) throws IOException {
        final double[] voxels = new double[widths.length];
        final double[][] seconds = new double[2][widths.length];
        final int cores = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < widths.length; i++) {
            final Path file = folder.resolve("scaling-" + widths[i] + "-" + depth + ".tif");
            try (Cores all = Cores.all(); Cores one = new Cores(1)) {
                if (!Files.exists(file)) {
                    SweepBenchmark.make(file, widths[i], widths[i], depth, PixelType.UINT16, all);
                }
                try (Scan scan = ScanFile.open(file)) {
                    voxels[i] = (double) scan.width() * scan.height() * scan.depth();
                }
                // What is swept first is read from the disk, and makes the virtual machine compile.
                SweepBenchmark.sweep(file, all);
                seconds[0][i] = median(rounds, () -> SweepBenchmark.sweep(file, one));
                seconds[1][i] = median(rounds, () -> SweepBenchmark.sweep(file, all));
                System.out.printf(Locale.ROOT, "| %d × %d × %d | %.3g | %.2f s | %.2f s | %.2f | %.2f |%n", widths[i], widths[i], depth, voxels[i], seconds[0][i],
                    seconds[1][i], 1e9 * seconds[1][i] / voxels[i], seconds[0][i] / seconds[1][i]);
            } finally {
                Files.deleteIfExists(file);
            }
        }
        FigureFiles.write(new Curves("scaling-sweep", "Sweep and measures against the size of the stack", "log₁₀ of voxels", voxels,
            new String[] {"1 thread", cores + " threads"}, seconds), pictures);
    }

    private static void points(final Path pictures, final int rounds, final int[] spacings) throws IOException {
        final double[] points = new double[spacings.length];
        final double[][] seconds = new double[1][spacings.length];
        try (Cores cores = Cores.all()) {
            final CorrelationPair pair = CorrelationPair.strained(SIDE, 0, cores);
            for (int i = 0; i < spacings.length; i++) {
                final CorrelationSettings settings = CorrelationSettings.defaults().withSubvolume(SUBVOLUME).withSpacing(spacings[i]);
                final int[] count = new int[1];
                seconds[0][i] = median(rounds + (i == 0 ? 2 : 0), () -> count[0] = VolumeCorrelation.correlate(pair.reference(), pair.deformed(), settings, Masks.none(),
                    cores, Progress.SILENT).size());
                points[i] = count[0];
                System.out.printf(Locale.ROOT, "| %d | %d | %.2f s | %.0f |%n", spacings[i], count[0], seconds[0][i], count[0] / seconds[0][i]);
            }
        }
        FigureFiles.write(new Curves("scaling-points", "Volume correlation against the number of points", "log₁₀ of points", points, new String[] {"all threads"}, seconds), pictures);
    }

    private static double median(final int rounds, final Runnable job) {
        final double[] seconds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            final long start = System.nanoTime();
            job.run();
            seconds[round] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[rounds / 2];
    }
}
