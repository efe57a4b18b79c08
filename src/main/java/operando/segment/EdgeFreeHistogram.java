package operando.segment;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.StackAxis;

/**
 * Histograms of the grey values inside phases: means over 3 × 3 × 3 voxels, sampled all over the scan, of those places
 * only where opposite faces of the cube agree to within noise. Edges, and with them partial volumes, drop out and noise
 * falls to a fifth, so that each phase stands as a narrow peak. Columns without anything bright are beside the cell and left
 * out.
 */
public final class EdgeFreeHistogram {

    static final int BINS = 1024;
    private static final int ROWS = 24;
    private static final int RAW_SLICES = 64;
    private static final int MOST_SAMPLES = 800_000;
    /** Faces are means of nine voxels: their difference varies by √(2/9) of the noise; three times that is let pass. */
    private static final double AGREEMENT = 3 * Math.sqrt(2.0 / 9);
    private static final double CLEARLY_LAYERED = 0.4;
    private static final double TIMES_OTHERS = 3;
    private static final double LEAST_AGREEMENT = 0.01;
    private static final double MEDIAN_OF_DIFFERENCE = 0.9539;

    private final double least;
    private final double greatest;
    private final double noise;
    private final Optional<StackAxis> layers;
    /** In the middle third of the stack. */
    private final long[] inner = new long[BINS];
    /** In the two outer thirds. */
    private final long[] outer = new long[BINS];

    EdgeFreeHistogram(final double least, final double greatest, final double noise, final Optional<StackAxis> layers) {
        this.layers = layers;
        this.least = least;
        this.greatest = greatest;
        this.noise = noise;
    }

    public static EdgeFreeHistogram of(final Scan scan, final Cores cores, final Progress progress) {
        final int count = Math.max(1, Math.min(ROWS, scan.height() / 3));
        final int[] rows = IntStream.range(0, count).map(i -> (int) ((i + 0.5) * scan.height() / count)).toArray();
        final float[][] raw = new float[count][];
        final float[][] differences = new float[count][];
        cores.forEach(count, i -> {
            progress.report(0.3 * i / count, "Grey values");
            sampleRaw(scan, rows[i], i, raw, differences);
        });
        final Optional<StackAxis> layers = layers(raw, Math.min(scan.depth(), RAW_SLICES));
        final float[][] sorted = new float[2][];
        cores.forEach(2, i -> sorted[i] = sorted(i == 0 ? raw : differences));
        final float[] values = sorted[0];
        final float[] steps = sorted[1];
        final double noise = steps.length == 0 ? 0 : steps[steps.length / 2] / MEDIAN_OF_DIFFERENCE;
        final double rim = 0.02 * (values[values.length - 1] - values[0]) + 1e-6;
        final EdgeFreeHistogram overview = new EdgeFreeHistogram(values[values.length / 5000] - rim,
            values[values.length - 1 - values.length / 5000] + rim, noise, layers);
        cores.forEach(count, i -> {
            progress.report(0.3 + 0.7 * i / count, "Grey values");
            overview.sampleInside(scan, rows[i]);
        });
        return overview;
    }

    double least() {
        return least;
    }

    double greatest() {
        return greatest;
    }

    /** Standard deviation from voxel to voxel. */
    public double noise() {
        return noise;
    }

    /** The axis along which layers clearly follow one another; empty where none does, or more than one. */
    public Optional<StackAxis> layers() {
        return layers;
    }

    // Of a layered stack most of the variance lies between planes across the stack axis, and hardly any between others.
    private static Optional<StackAxis> layers(final float[][] raw, final int slices) {
        final int across = raw[0].length / slices;
        final double[][] sums = {new double[across], new double[raw.length], new double[slices]};
        double sum = 0;
        double squares = 0;
        for (int y = 0; y < raw.length; y++) {
            for (int i = 0; i < raw[y].length; i++) {
                final double grey = raw[y][i];
                sums[0][i % across] += grey;
                sums[1][y] += grey;
                sums[2][i / across] += grey;
                sum += grey;
                squares += grey * grey;
            }
        }
        final double count = (double) across * raw.length * slices;
        final double mean = sum / count;
        final double[] share = new double[StackAxis.values().length];
        for (int axis = 0; axis < share.length; axis++) {
            for (final double part : sums[axis]) {
                final double difference = part / (count / sums[axis].length) - mean;
                share[axis] += difference * difference / sums[axis].length / Math.max(Double.MIN_NORMAL, squares / count - mean * mean);
            }
        }
        for (int axis = 0; axis < share.length; axis++) {
            final double other = Math.max(share[(axis + 1) % 3], share[(axis + 2) % 3]);
            if (share[axis] >= CLEARLY_LAYERED && share[axis] >= TIMES_OTHERS * other) {
                return Optional.of(StackAxis.values()[axis]);
            }
        }
        return Optional.empty();
    }

    double grey(final int bin) {
        return least + (bin + 0.5) * binWidth();
    }

    double binWidth() {
        return (greatest - least) / BINS;
    }

    long[] inner() {
        return inner;
    }

    long[] outer() {
        return outer;
    }

    private static float[] sorted(final float[][] parts) {
        int count = 0;
        for (final float[] part : parts) {
            count += part.length;
        }
        final float[] all = new float[count];
        int at = 0;
        for (final float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        Arrays.sort(all);
        return all;
    }

    private static void sampleRaw(final Scan scan, final int row, final int i, final float[][] raw, final float[][] differences) {
        final int slices = Math.min(scan.depth(), RAW_SLICES);
        final int strideX = Math.max(1, scan.width() / 64);
        final int across = (scan.width() - 1) / strideX;
        final Object pixels = scan.pixelType().newPixels(scan.width());
        final float[] grey = new float[scan.width()];
        raw[i] = new float[slices * Math.max(1, across)];
        final boolean real = scan.pixelType() == PixelType.FLOAT32;
        final float[] steps = new float[slices * across];
        int count = 0;
        for (int k = 0; k < slices; k++) {
            scan.readRows((int) ((k + 0.5) * scan.depth() / slices), row, 1, pixels);
            PixelType.toFloat(pixels, 0, grey.length, grey, 0);
            raw[i][k * Math.max(1, across)] = grey[0];
            for (int x = 0; x < across; x++) {
                raw[i][k * across + x] = grey[x * strideX];
                final float step = Math.abs(grey[x * strideX + 1] - grey[x * strideX]);
                // Real numbers that are the same to the bit were filled in outside of the field of view, without noise.
                if (step > 0 || !real) {
                    steps[count++] = step;
                }
            }
        }
        differences[i] = Arrays.copyOf(steps, count);
    }

    private void sampleInside(final Scan scan, final int row) {
        if (scan.height() < 3 || scan.width() < 3 || scan.depth() < 3) {
            return;
        }
        final int y = Math.max(1, Math.min(scan.height() - 2, row));
        final long perRow = (long) scan.width() * scan.depth() * ROWS;
        final int stride = (int) Math.max(1, Math.round(Math.sqrt((double) perRow / MOST_SAMPLES)));
        final boolean[] inCell = brightColumns(scan, y);
        final long[] rowInner = new long[BINS];
        final long[] rowOuter = new long[BINS];
        final float[][] cube = new float[3][3 * scan.width()];
        final Object pixels = scan.pixelType().newPixels(3 * scan.width());
        for (int z = 1; z < scan.depth() - 1; z += stride) {
            for (int k = 0; k < 3; k++) {
                scan.readRows(z - 1 + k, y - 1, 3, pixels);
                PixelType.toFloat(pixels, 0, cube[k].length, cube[k], 0);
            }
            final boolean middle = z >= scan.depth() / 3 && z < scan.depth() - scan.depth() / 3;
            count(cube, inCell, stride, middle ? rowInner : rowOuter);
        }
        add(rowInner, rowOuter);
    }

    private boolean[] brightColumns(final Scan scan, final int row) {
        final int slices = Math.min(scan.depth(), RAW_SLICES);
        final Object pixels = scan.pixelType().newPixels(scan.width());
        final float[] grey = new float[scan.width()];
        final boolean[] bright = new boolean[scan.width()];
        for (int k = 0; k < slices; k++) {
            scan.readRows((int) ((k + 0.5) * scan.depth() / slices), row, 1, pixels);
            PixelType.toFloat(pixels, 0, grey.length, grey, 0);
            for (int x = 0; x < bright.length; x++) {
                bright[x] |= grey[x] > (least + greatest) / 2;
            }
        }
        return bright;
    }

    private synchronized void add(final long[] rowInner, final long[] rowOuter) {
        for (int bin = 0; bin < BINS; bin++) {
            inner[bin] += rowInner[bin];
            outer[bin] += rowOuter[bin];
        }
    }

    private void count(final float[][] cube, final boolean[] inCell, final int stride, final long[] histogram) {
        final double limit = 9 * Math.max(AGREEMENT * noise, LEAST_AGREEMENT * (greatest - least));
        final int width = inCell.length;
        for (int x = 1; x < width - 1; x += stride) {
            if (!inCell[x]) {
                continue;
            }
            float alongX = 0;
            float alongY = 0;
            float alongZ = 0;
            float sum = 0;
            for (int k = 0; k < 3; k++) {
                for (int j = 0; j < 3; j++) {
                    final int at = j * width + x;
                    final float before = cube[k][at - 1];
                    final float here = cube[k][at];
                    final float after = cube[k][at + 1];
                    final float line = before + here + after;
                    alongX += after - before;
                    alongY += (j - 1) * line;
                    alongZ += (k - 1) * line;
                    sum += line;
                }
            }
            final int bin = (int) ((sum / 27 - least) / binWidth());
            if (Math.abs(alongX) <= limit && Math.abs(alongY) <= limit && Math.abs(alongZ) <= limit && bin >= 0 && bin < BINS) {
                histogram[bin]++;
            }
        }
    }
}
