package operando.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.motion.CorrelationSettings;
import operando.motion.DisplacementField;
import operando.motion.Masks;
import operando.motion.VolumeCorrelation;
import operando.motion.subvolume.PointStatus;

/**
 * Error and speed of volume correlation on a pair whose displacement is known ({@link CorrelationPair}), and the same
 * figures of what another program found for the same files.
 *
 * <pre>
 * pair FOLDER [bump]                makes the pair, measures it, writes it with points.csv to the folder
 * peer FOLDER bump FILE             a table x,y,z,ux,uy,uz in voxels, or a raw field of vectors for every voxel
 * sweep                             bias over shifts from 0 to 1 voxel
 * far                               shifts of 12 to 20 voxels
 * </pre>
 */
public final class CorrelationBenchmark {

    private static final int SIDE = 128;
    private static final int SPACING = 9;
    private static final int RADIUS = 16;
    private static final int THREADS = 2;
    private static final int ROUNDS = 5;

    private final Cores cores;

    private CorrelationBenchmark(final Cores cores) {
        this.cores = cores;
    }

    public static void main(final String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        try (Cores cores = new Cores(THREADS)) {
            final CorrelationBenchmark benchmark = new CorrelationBenchmark(cores);
            switch (arguments[0]) {
                case "pair" -> benchmark.pair(Path.of(arguments[1]), arguments.length > 2 ? Double.parseDouble(arguments[2]) : 0);
                case "peer" -> benchmark.peer(Path.of(arguments[1]), Double.parseDouble(arguments[2]), Path.of(arguments[3]));
                case "sweep" -> benchmark.sweep();
                case "far" -> benchmark.far();
                default -> throw new IllegalArgumentException("pair, peer, sweep or far, not " + arguments[0]);
            }
        }
    }

    private void pair(final Path folder, final double bump) throws IOException {
        final CorrelationPair pair = CorrelationPair.strained(SIDE, bump, cores);
        pair.write(folder);
        DisplacementField field = null;
        final double[] seconds = new double[ROUNDS];
        final double[] cpuSeconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            final long cpu = cpuNs();
            final long start = System.nanoTime();
            field = correlate(pair, CorrelationSettings.defaults().withSpacing(SPACING));
            seconds[round] = (System.nanoTime() - start) / 1e9;
            cpuSeconds[round] = (cpuNs() - cpu) / 1e9;
        }
        Arrays.sort(seconds);
        Arrays.sort(cpuSeconds);
        final Errors errors = new Errors(pair);
        final StringBuilder points = new StringBuilder("x,y,z\n");
        int asked = 0;
        for (int i = 0; i < field.size(); i++) {
            final int x = field.grid().voxelX(i);
            final int y = field.grid().voxelY(i);
            final int z = field.grid().voxelZ(i);
            if (stays(pair, x, y, z)) {
                asked++;
                points.append(x).append(',').append(y).append(',').append(z).append('\n');
                if (field.status()[i] == PointStatus.CONVERGED) {
                    errors.add(x, y, z, field.displacementUm(0, i), field.displacementUm(1, i), field.displacementUm(2, i));
                }
            }
        }
        Files.writeString(folder.resolve("points.csv"), points);
        System.out.printf(Locale.ROOT, "bump %.1f: %s, %.1f %% of %d points converged, %.2f s (%.2f to %.2f), %.0f points/s, %.2f s of processor time (%.2f to %.2f)%n", bump,
            errors, 100.0 * errors.count / asked, asked, seconds[ROUNDS / 2], seconds[0], seconds[ROUNDS - 1],
            asked / seconds[ROUNDS / 2], cpuSeconds[ROUNDS / 2], cpuSeconds[0], cpuSeconds[ROUNDS - 1]);
    }

    private static long cpuNs() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void peer(final Path folder, final double bump, final Path file) throws IOException {
        final CorrelationPair pair = CorrelationPair.strained(SIDE, bump, cores);
        final Errors errors = new Errors(pair);
        final boolean table = file.toString().endsWith(".csv");
        for (final String line : Files.readAllLines(table ? file : folder.resolve("points.csv")).stream().skip(1).toList()) {
            final double[] numbers = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
            final double[] u = table ? Arrays.copyOfRange(numbers, 3, 6)
                : vector(file, (int) numbers[0], (int) numbers[1], (int) numbers[2]);
            errors.add((int) numbers[0], (int) numbers[1], (int) numbers[2], u[0], u[1], u[2]);
        }
        System.out.printf(Locale.ROOT, "%s, bump %.1f: %s, %d points%n", file.getFileName(), bump, errors, errors.count);
    }

    private static double[] vector(final Path file, final int x, final int y, final int z) throws IOException {
        final FloatBuffer field = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        final int at = 3 * ((z * SIDE + y) * SIDE + x);
        return new double[] {field.get(at), field.get(at + 1), field.get(at + 2)};
    }

    private void sweep() {
        double worst = 0;
        final List<String> each = new ArrayList<>();
        for (int step = 0; step <= 10; step++) {
            final double s = 0.1 * step;
            final CorrelationPair pair = CorrelationPair.shifted(64, s, s, s, cores);
            final Errors errors = measured(pair, CorrelationSettings.defaults().withSpacing(6));
            worst = Math.max(worst, errors.largestBias());
            each.add(String.format(Locale.ROOT, "%.1f: %.4f", s, errors.largestBias()));
        }
        System.out.printf(Locale.ROOT, "largest bias over a sweep of one voxel %.4f (%s)%n", worst, String.join(", ", each));
    }

    private void far() {
        for (final double s : new double[] {12.6, 16.2, 20.4}) {
            final CorrelationPair pair = CorrelationPair.shifted(SIDE, s, -s, s, cores);
            System.out.printf(Locale.ROOT, "shift of %.1f voxels along each axis: %s%n", s,
                measured(pair, CorrelationSettings.defaults().withSpacing(SPACING)));
        }
    }

    private Errors measured(final CorrelationPair pair, final CorrelationSettings settings) {
        final DisplacementField field = correlate(pair, settings);
        final Errors errors = new Errors(pair);
        for (int i = 0; i < field.size(); i++) {
            if (field.status()[i] == PointStatus.CONVERGED) {
                errors.add(field.grid().voxelX(i), field.grid().voxelY(i), field.grid().voxelZ(i), field.displacementUm(0, i),
                    field.displacementUm(1, i), field.displacementUm(2, i));
            }
        }
        return errors;
    }

    private DisplacementField correlate(final CorrelationPair pair, final CorrelationSettings settings) {
        return VolumeCorrelation.correlate(pair.reference(), pair.deformed(), settings, Masks.none(), cores, Progress.SILENT);
    }

    // Whether the subvolume stays inside, with the voxel beside it that interpolation needs.
    private static boolean stays(final CorrelationPair pair, final int x, final int y, final int z) {
        final double[] u = pair.at(x, y, z);
        final int[] p = {x, y, z};
        boolean stays = true;
        for (int c = 0; c < 3; c++) {
            stays &= p[c] + u[c] - RADIUS >= 2 && p[c] + u[c] + RADIUS <= pair.side - 3;
        }
        return stays;
    }

    /** Errors of displacements against the truth, voxels. */
    private static final class Errors {

        private final CorrelationPair pair;
        private final double[] sum = new double[3];
        private final double[] square = new double[3];
        private int count;

        Errors(final CorrelationPair pair) {
            this.pair = pair;
        }

        void add(final int x, final int y, final int z, final double... found) {
            final double[] u = pair.at(x, y, z);
            for (int c = 0; c < 3; c++) {
                sum[c] += found[c] - u[c];
                square[c] += (found[c] - u[c]) * (found[c] - u[c]);
            }
            count++;
        }

        double largestBias() {
            return Math.max(Math.abs(sum[0]), Math.max(Math.abs(sum[1]), Math.abs(sum[2]))) / count;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "rms error %.5f %.5f %.5f, all %.5f, bias %.5f %.5f %.5f", Math.sqrt(square[0] / count),
                Math.sqrt(square[1] / count), Math.sqrt(square[2] / count),
                Math.sqrt((square[0] + square[1] + square[2]) / 3 / count), sum[0] / count, sum[1] / count, sum[2] / count);
        }
    }
}
