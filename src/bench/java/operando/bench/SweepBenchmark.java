package operando.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

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
 * The column sweep of both sides with all measures of a scan, against only reading the file's bytes into one buffer, and
 * against reading its slices into arrays, in the same JVM in turns. The stack is a phantom of 128 × 128 columns repeated sideways. Arguments: file, width, height, depth, rounds.
 */
public final class SweepBenchmark {

    private static final int TILE = 128;
    private static final int CHUNK = 1 << 20;

    private SweepBenchmark() {
    }

    public static void main(final String[] arguments) throws IOException {
        final Path file = Path.of(arguments[0]);
        final int width = Integer.parseInt(arguments[1]);
        final int height = Integer.parseInt(arguments[2]);
        final int depth = Integer.parseInt(arguments[3]);
        final int rounds = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 5;
        try (Cores cores = Cores.all()) {
            if (!Files.exists(file)) {
                make(file, width, height, depth, cores);
            }
            final double[] reading = new double[rounds];
            final double[] slices = new double[rounds];
            final double[] sweeping = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                reading[round] = seconds(() -> read(file, cores));
                slices[round] = seconds(() -> readSlices(file, cores));
                sweeping[round] = seconds(() -> sweep(file, cores));
                System.out.printf(Locale.ROOT, "round %d: bytes %.3f s, slices %.3f s, sweep and measures %.3f s%n", round, reading[round],
                    slices[round], sweeping[round]);
            }
            System.out.printf(Locale.ROOT, "%d x %d x %d, %d threads: median ratio to bytes %.2f, to slices %.2f%n", width, height, depth,
                cores.threads(), median(sweeping) / median(reading), median(sweeping) / median(slices));
        }
    }

    private static void make(final Path file, final int width, final int height, final int depth, final Cores cores) {
        final PhantomSettings defaults = PhantomSettings.defaults();
        final Scan tile = new Phantom(defaults.withSize(TILE, TILE, depth).withPicture(defaults.picture().withNoise(6)
            .withPixelType(PixelType.UINT16))).inMemory(5, cores);
        final short[] from = new short[TILE * TILE];
        final short[] to = new short[width * height];
        try (StackWriter writer = StackWriter.create(file, width, height, depth, PixelType.UINT16, VoxelSize.cubic(1.7))) {
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

    private static double seconds(final Runnable job) {
        final long start = System.nanoTime();
        job.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void read(final Path file, final Cores cores) {
        try (FileChannel channel = FileChannel.open(file)) {
            final long bytes = channel.size();
            final int parts = 4 * cores.threads();
            cores.forEach(parts, part -> {
                final ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
                long at = bytes * part / parts;
                final long end = bytes * (part + 1) / parts;
                try {
                    while (at < end) {
                        buffer.clear().limit((int) Math.min(CHUNK, end - at));
                        at += channel.read(buffer, at);
                    }
                } catch (final IOException e) {
                    throw new IllegalStateException(e);
                }
            });
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every slice into an array of its own, as a program does that keeps the scan. */
    private static void readSlices(final Path file, final Cores cores) {
        try (Scan scan = ScanFile.open(file)) {
            cores.forEach(scan.depth(), z -> scan.readSlice(z, scan.pixelType().newPixels(scan.width() * scan.height())));
        }
    }

    private static void sweep(final Path file, final Cores cores) {
        try (Scan scan = ScanFile.open(file)) {
            final ScanMeasures measures = ScanMeasures.of(new ColumnSweep(SweepSettings.defaults()).sweep(scan, cores, Progress.SILENT),
                scan.voxelSize().orElseThrow());
            if (!(measures.top().contactFraction().value() > 0.5 && measures.stackThicknessUm().value() > 0)) {
                throw new IllegalStateException("not what the phantom is: " + measures);
            }
        }
    }

    private static double median(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
