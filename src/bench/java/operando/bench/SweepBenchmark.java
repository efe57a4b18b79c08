package operando.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.DoubleAdder;

import com.sun.management.OperatingSystemMXBean;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.ScanMeasures;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.StackWriter;
import operando.segment.ColumnSweep;
import operando.segment.SweepSettings;

/**
 * The column sweep of both sides with all measures of a scan against a loop that sums the same voxels, read through the same reader, in the
 * same JVM in turns. The stack is a phantom of 128 × 128 columns repeated sideways. Arguments: folder for the stacks, width, height, depth,
 * rounds, types. Prints a row of the table a type; {@code make FILE width height depth TYPE} only makes a stack.
 */
public final class SweepBenchmark {

    private static final int TILE = 128;

    private SweepBenchmark() {
    }

    /** Seconds that have passed, and seconds of processor time. */
    private record Time(double passed, double processor) {
    }

    public static void main(final String[] arguments) {
        try (Cores cores = Cores.all()) {
            if (arguments[0].equals("make")) {
                make(Path.of(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]),
                    PixelType.valueOf(arguments[5]), cores);
                return;
            }
            final int width = Integer.parseInt(arguments[1]);
            final int height = Integer.parseInt(arguments[2]);
            final int depth = Integer.parseInt(arguments[3]);
            final int rounds = Integer.parseInt(arguments[4]);
            for (int i = 5; i < arguments.length; i++) {
                final PixelType type = PixelType.valueOf(arguments[i]);
                final Path file = Path.of(arguments[0]).resolve("sweep-" + width + "-" + height + "-" + depth + "-" + type + ".tif");
                if (!Files.exists(file)) {
                    make(file, width, height, depth, type, cores);
                }
                compare(file, type, rounds, cores);
            }
        }
    }

    private static void compare(final Path file, final PixelType type, final int rounds, final Cores cores) {
        final Time[] summing = new Time[rounds];
        final Time[] sweeping = new Time[rounds];
        // The first round is not counted: the virtual machine still compiles the program.
        for (int round = -1; round < rounds; round++) {
            final Time sum = time(() -> sum(file, cores));
            final Time sweep = time(() -> sweep(file, cores));
            System.err.printf(Locale.ROOT, "%s round %d: summing %.3f s (%.3f), sweep and measures %.3f s (%.3f)%n", type, round + 1, sum.passed,
                sum.processor, sweep.passed, sweep.processor);
            if (round >= 0) {
                summing[round] = sum;
                sweeping[round] = sweep;
            }
        }
        try (Scan scan = ScanFile.open(file)) {
            System.out.printf(Locale.ROOT, "| %d × %d × %d, %s | %.2f s | %.2f s | %.1f | %.1f |%n", scan.width(), scan.height(), scan.depth(), type.displayName(),
                median(summing, false), median(sweeping, false), median(sweeping, false) / median(summing, false), median(sweeping, true) / median(summing, true));
        }
    }

    static void make(final Path file, final int width, final int height, final int depth, final PixelType type, final Cores cores) {
        final PhantomSettings defaults = PhantomSettings.defaults();
        final Scan tile = new Phantom(defaults.withSize(TILE, TILE, depth).withPicture(defaults.picture().withNoise(6)
            .withPixelType(type))).inMemory(5, cores);
        final Object from = tile.newSlice();
        final Object to = type.newPixels(width * height);
        try (StackWriter writer = StackWriter.create(file, width, height, depth, type, VoxelSize.cubic(1.7))) {
            for (int z = 0; z < depth; z++) {
                tile.readSlice(z, from);
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x += TILE) {
                        System.arraycopy(from, y % TILE * TILE, to, y * width + x, Math.min(TILE, width - x));
                    }
                }
                writer.write(to);
            }
        }
    }

    private static Time time(final Runnable job) {
        final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        final long processor = machine.getProcessCpuTime();
        final long start = System.nanoTime();
        job.run();
        return new Time((System.nanoTime() - start) / 1e9, (machine.getProcessCpuTime() - processor) / 1e9);
    }

    /** Slice after slice into one array a thread, and its voxels added up. */
    private static void sum(final Path file, final Cores cores) {
        final DoubleAdder total = new DoubleAdder();
        try (Scan scan = ScanFile.open(file)) {
            final int parts = 4 * cores.threads();
            cores.forEach(parts, part -> {
                final Object slice = scan.newSlice();
                for (int z = part; z < scan.depth(); z += parts) {
                    scan.readSlice(z, slice);
                    total.add(sum(slice));
                }
            });
        }
        if (!(total.sum() > 0)) {
            throw new IllegalStateException("nothing was read");
        }
    }

    private static double sum(final Object slice) {
        if (slice instanceof byte[] bytes) {
            long sum = 0;
            for (final byte value : bytes) {
                sum += value & 0xff;
            }
            return sum;
        }
        if (slice instanceof short[] shorts) {
            long sum = 0;
            for (final short value : shorts) {
                sum += value & 0xffff;
            }
            return sum;
        }
        double sum = 0;
        for (final float value : (float[]) slice) {
            sum += value;
        }
        return sum;
    }

    static void sweep(final Path file, final Cores cores) {
        try (Scan scan = ScanFile.open(file)) {
            final ScanMeasures measures = ScanMeasures.of(new ColumnSweep(SweepSettings.defaults()).sweep(scan, cores, Progress.SILENT),
                scan.voxelSize().orElseThrow());
            if (!(measures.top().contactFraction().value() > 0.5 && measures.stackThicknessUm().value() > 0)) {
                throw new IllegalStateException("not what the phantom is: " + measures);
            }
        }
    }

    private static double median(final Time[] times, final boolean processor) {
        final double[] sorted = Arrays.stream(times).mapToDouble(time -> processor ? time.processor : time.passed).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
