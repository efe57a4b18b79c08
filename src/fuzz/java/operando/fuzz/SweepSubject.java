package operando.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import operando.cell.Thresholds;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.ScanMeasures;
import operando.scan.MemoryScan;
import operando.segment.ColumnSweep;
import operando.segment.SweepResult;
import operando.segment.SweepSettings;
import operando.segment.SweptLabels;

/** Random columns, and cells with wrong voxels, through the column sweep, its labels and its measures. */
final class SweepSubject implements Subject {

    private static final float[] GREYS = {30, 90, 130, 170, 230};

    private final Cores cores = new Cores(1);

    @Override
    public String name() {
        return "sweep";
    }

    // The file holds the seed only, since the stack is made in memory.
    @Override
    public Path make(final Random random, final Path folder) throws IOException {
        return Files.writeString(folder.resolve("seed.txt"), String.valueOf(random.nextLong()));
    }

    @Override
    public void read(final Path input) throws IOException {
        final Random random = new Random(Long.parseLong(Files.readString(input)));
        final int width = 1 + random.nextInt(24);
        final int height = 1 + random.nextInt(18);
        final int depth = 1 + random.nextInt(random.nextInt(10) == 0 ? 300 : 70);
        final float[][] values = new float[depth][width * height];
        final int style = random.nextInt(4);
        for (int column = 0; column < width * height; column++) {
            fill(values, column, style, random);
        }
        final Optional<Thresholds> thresholds = random.nextBoolean() ? Optional.of(new Thresholds(60, 110, 150, random.nextBoolean() ? 200 : Double.POSITIVE_INFINITY))
            : Optional.empty();
        final SweepSettings settings = new SweepSettings(thresholds, 1 + random.nextInt(8), 1 + random.nextInt(6));
        final MemoryScan scan = new MemoryScan("random", width, height, typed(values, random), Optional.empty());
        final SweepResult swept = new ColumnSweep(settings).sweep(scan, cores, Progress.SILENT);
        final VoxelSize size = new VoxelSize(1.3, 1.7, 2.1);
        ScanMeasures.of(swept, size);
        final byte[] labels = new byte[width * height];
        for (int z = 0; z < depth; z++) {
            new SweptLabels(swept).paint(z, scan.slices().get(z), labels);
        }
    }

    private static void fill(final float[][] values, final int column, final int style, final Random random) {
        final int depth = values.length;
        int run = 0;
        int grey = random.nextInt(GREYS.length);
        for (int z = 0; z < depth; z++) {
            if (style == 0) {
                values[z][column] = random.nextInt(256);
            } else if (style == 1) {
                // Layers of any phase and thickness.
                if (run-- <= 0) {
                    grey = random.nextInt(GREYS.length);
                    run = random.nextInt(12);
                }
                values[z][column] = GREYS[grey];
            } else {
                // Collector, lithium, interphase, electrolyte and back, with noise and wrong voxels.
                final int side = Math.min(z, depth - 1 - z);
                final float clean = side < 4 ? GREYS[4] : side < 12 ? GREYS[1] : side < 15 ? GREYS[2] : GREYS[3];
                values[z][column] = random.nextInt(style == 2 ? 1000 : 20) == 0 ? GREYS[random.nextInt(GREYS.length)]
                    : (float) (clean + (style == 2 ? 2 : 25) * random.nextGaussian());
            }
        }
    }

    private static List<Object> typed(final float[][] values, final Random random) {
        final int type = random.nextInt(3);
        final List<Object> slices = new ArrayList<>();
        for (final float[] slice : values) {
            if (type == 0) {
                final byte[] bytes = new byte[slice.length];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(slice[i])));
                }
                slices.add(bytes);
            } else if (type == 1) {
                final short[] shorts = new short[slice.length];
                for (int i = 0; i < shorts.length; i++) {
                    shorts[i] = (short) Math.max(0, Math.min(65535, Math.round(slice[i])));
                }
                slices.add(shorts);
            } else {
                final float[] floats = Arrays.copyOf(slice, slice.length);
                if (random.nextInt(40) == 0) {
                    floats[random.nextInt(floats.length)] = new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE}[random.nextInt(4)];
                }
                slices.add(floats);
            }
        }
        return slices;
    }
}
