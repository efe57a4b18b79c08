package operando.segment.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.segment.PhaseGreys;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Slow changes of the grey scale through a scan: ramps along the three axes, and cupping about the middle. The grey value of a phase
 * p at a place is modelled as
 *
 * <pre>g = G_p (1 + Σ a_i f_i) + Σ b_i f_i,  f = x, y, z, r², r⁴ (from −1 to 1, mean 0 in the electrolyte)</pre>
 *
 * and fitted by least squares to means over 3 × 3 × 3 voxels of one phase, of lithium, electrolyte and collector, all over the scan;
 * the electrolyte has by far the most of them. A change of the offset, b, is told from one of the gain, a, only by phases that lie at
 * the same place along an axis; where none do, it counts as gain. Voids and interphase are too thin to ask.
 */
final class Shading {

    private static final int TERMS = 5;
    private static final int Z = 2;
    private static final int PHASES = 3;
    private static final int UNKNOWN = PHASES + 2 * TERMS;
    private static final int ROWS = 40;
    private static final int ACROSS = 60;
    private static final int ALONG = 120;
    private static final int ROUNDS = 6;
    private static final double NEAR = 0.35;
    private static final double OFFSET_RIDGE = 1e-3;
    private static final int ENOUGH = 300;

    private final int width;
    private final int height;
    private final int depth;
    private final double[] gain = new double[TERMS];
    private final double[] offset = new double[TERMS];
    private final double[] middle = new double[TERMS];
    private final double[] levels;
    private double rms;

    private Shading(final Scan scan, final PhaseGreys greys) {
        width = scan.width();
        height = scan.height();
        depth = scan.depth();
        levels = new double[] {greys.lithium(), greys.electrolyte(), greys.collector()};
    }

    /** @param greys of the phases; of the collector not a number when none is in view */
    static Shading of(final Scan scan, final PhaseGreys greys, final Cores cores, final Progress progress) {
        final Shading shading = new Shading(scan, greys);
        final double[][] samples = shading.samples(scan, cores, progress);
        for (int round = 0; round < ROUNDS; round++) {
            shading.fit(samples, greys);
        }
        return shading;
    }

    /** How much the shading changes grey values, root mean square, over the step from lithium to electrolyte. */
    double strength() {
        return rms / (levels[1] - levels[0]);
    }

    /** The grey value without the shading. */
    double corrected(final double grey, final double[] f) {
        return (grey - sum(offset, f)) / (1 + sum(gain, f));
    }

    /** What stands in a row of the model: x, y, z, r² and r⁴. */
    void terms(final double x, final double y, final double z, final double[] f) {
        final double scale = Math.max(width, height) / 2.0;
        f[0] = (x - width / 2.0) / scale;
        f[1] = (y - height / 2.0) / scale;
        f[Z] = 2 * z / depth - 1;
        final double square = f[0] * f[0] + f[1] * f[1];
        f[3] = square;
        f[4] = square * square;
        for (int i = 0; i < TERMS; i++) {
            f[i] -= middle[i];
        }
    }

    static double[] newTerms() {
        return new double[TERMS];
    }

    private static double sum(final double[] coefficients, final double[] f) {
        double sum = 0;
        for (int i = 0; i < TERMS; i++) {
            sum += coefficients[i] * f[i];
        }
        return sum;
    }

    /** Means over cubes as x, y, z, grey. */
    private double[][] samples(final Scan scan, final Cores cores, final Progress progress) {
        final int rows = Math.min(ROWS, height / 3);
        final double[][][] found = new double[rows][][];
        cores.forEach(rows, i -> {
            progress.report((double) i / rows, "Shading");
            found[i] = row(scan, 1 + (int) ((i + 0.5) * (height - 2) / rows));
        });
        return Arrays.stream(found).flatMap(Arrays::stream).toArray(double[][]::new);
    }

    private double[][] row(final Scan scan, final int y) {
        final int strideX = Math.max(1, width / ACROSS);
        final int strideZ = Math.max(1, depth / ALONG);
        final float[] cube = new float[27 * width];
        final Object pixels = scan.pixelType().newPixels(3 * width);
        final List<double[]> samples = new ArrayList<>();
        for (int z = 1; z < depth - 1; z += strideZ) {
            for (int k = 0; k < 3; k++) {
                scan.readRows(z - 1 + k, y - 1, 3, pixels);
                PixelType.toFloat(pixels, 0, 3 * width, cube, 3 * k * width);
            }
            for (int x = 1; x < width - 1; x += strideX) {
                double sum = 0;
                double squares = 0;
                for (int line = 0; line < 9; line++) {
                    for (int i = -1; i <= 1; i++) {
                        final double grey = cube[line * width + x + i];
                        sum += grey;
                        squares += grey * grey;
                    }
                }
                samples.add(new double[] {x + 0.5, y + 0.5, z + 0.5, sum / 27, Math.sqrt(Math.max(0, squares / 27 - sum * sum / 729))});
            }
        }
        return samples.toArray(double[][]::new);
    }

    private void fit(final double[][] samples, final PhaseGreys greys) {
        final double[][] normal = new double[UNKNOWN][UNKNOWN];
        final double[] right = new double[UNKNOWN];
        final double[] row = new double[UNKNOWN];
        final double[] f = newTerms();
        final double[] centre = new double[TERMS];
        final int[] counts = new int[PHASES];
        final double[] nearest = spreads(samples);
        for (final double[] sample : samples) {
            terms(sample[0], sample[1], sample[2], f);
            final int phase = phase(corrected(sample[3], f), greys);
            if (phase < 0 || sample[4] > nearest[phase]) {
                continue;
            }
            counts[phase]++;
            Arrays.fill(row, 0);
            row[phase] = 1;
            for (int i = 0; i < TERMS; i++) {
                row[PHASES + i] = levels[phase] * f[i];
                row[PHASES + TERMS + i] = f[i];
                centre[i] += phase == 1 ? f[i] : 0;
            }
            for (int i = 0; i < UNKNOWN; i++) {
                right[i] += row[i] * sample[3];
                for (int j = 0; j < UNKNOWN; j++) {
                    normal[i][j] += row[i] * row[j];
                }
            }
        }
        if (counts[0] < ENOUGH || counts[1] < ENOUGH) {
            return;
        }
        for (int i = 0; i < UNKNOWN; i++) {
            normal[i][i] += i < PHASES ? 1e-9 : OFFSET_RIDGE * normal[1][1] * (i < PHASES + TERMS ? 1e-3 : 1);
        }
        take(new SingularValueDecomposition(new Array2DRowRealMatrix(normal)).getSolver().solve(new ArrayRealVector(right)).toArray(), counts);
        for (int i = 0; i < TERMS; i++) {
            middle[i] += centre[i] / counts[1];
        }
        rms(samples, greys, nearest);
    }

    /** The spread within a cube of one phase, with a margin; cubes across an edge have more. */
    private double[] spreads(final double[][] samples) {
        final double[] all = Arrays.stream(samples).mapToDouble(sample -> sample[4]).sorted().toArray();
        final double usual = all.length == 0 ? 0 : 1.4 * all[all.length / 4];
        final double step = 0.02 * (levels[1] - levels[0]);
        return new double[] {usual + step, 1.4 * usual + step, 1.4 * usual + step};
    }

    private void take(final double[] solution, final int[] counts) {
        for (int p = 0; p < PHASES; p++) {
            levels[p] = counts[p] >= ENOUGH ? solution[p] : levels[p];
        }
        System.arraycopy(solution, PHASES, gain, 0, TERMS);
        System.arraycopy(solution, PHASES + TERMS, offset, 0, TERMS);
    }

    private void rms(final double[][] samples, final PhaseGreys greys, final double[] spreads) {
        final double[] f = newTerms();
        double squares = 0;
        int count = 0;
        for (final double[] sample : samples) {
            terms(sample[0], sample[1], sample[2], f);
            final double flat = corrected(sample[3], f);
            final int phase = phase(flat, greys);
            if (phase >= 0 && sample[4] <= spreads[phase]) {
                squares += (sample[3] - flat) * (sample[3] - flat);
                count++;
            }
        }
        rms = Math.sqrt(squares / count);
    }

    /** Lithium 0, electrolyte 1, collector 2; −1 for what is none of them. */
    private int phase(final double grey, final PhaseGreys greys) {
        final double below = NEAR * (greys.lithium() - greys.voids());
        final double between = greys.electrolyte() - greys.interphase();
        if (grey > levels[0] - below && grey < levels[0] + NEAR * (greys.interphase() - greys.lithium())) {
            return 0;
        }
        if (grey > levels[1] - NEAR * between && grey < levels[1] + NEAR * (greys.hasCollector() ? levels[2] - levels[1] : between)) {
            return 1;
        }
        return greys.hasCollector() && grey > levels[2] - NEAR * (levels[2] - levels[1]) ? 2 : -1;
    }
}
