package operando.segment.filter;

import java.util.Arrays;
import java.util.stream.IntStream;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.segment.PhaseGreys;

/**
 * Rings about the rotation axis, which is taken to be in the middle of the slices. In each slice, what voxels differ by from the grey
 * value of their phase is gathered in polar coordinates, half a voxel of radius at a time, and its median over the angle is the ring,
 * whether it is there in one slice or in all. Only voxels count that are of the same phase two slices before and after, so that rough
 * interfaces make no rings, and none as dark as voids, since what surrounds a round cell is as dark. A slice with too few of them at a
 * radius takes the mean over all slices. The closer the medians are to what noise alone gives, the less is taken away.
 */
final class Rings {

    private static final double BIN = 0.5;
    private static final int AWAY = 2;
    private static final int FEWEST = 12;
    private static final int ROUNDS = 2;
    /** Variance of a median over that of a mean, of normally distributed values. */
    private static final double MEDIAN = Math.PI / 2;

    private final int width;
    private final int height;
    private final double[] levels;
    private final float[][] rings;
    private final int bins;
    private double strength;

    private Rings(final Scan scan, final PhaseGreys greys) {
        width = scan.width();
        height = scan.height();
        levels = IntStream.range(0, 5).mapToDouble(i -> switch (i) {
            case 0 -> greys.voids();
            case 1 -> greys.lithium();
            case 2 -> greys.interphase();
            case 3 -> greys.electrolyte();
            default -> greys.collector();
        }).filter(grey -> !Double.isNaN(grey)).toArray();
        bins = (int) (Math.hypot(width, height) / 2 / BIN) + 3;
        rings = new float[scan.depth()][bins];
    }

    /** @param noise standard deviation of the grey values within a phase, without rings */
    static Rings of(final Scan scan, final PhaseGreys greys, final double noise, final Cores cores, final Progress progress) {
        final Rings found = new Rings(scan, greys);
        final int[][] counts = new int[scan.depth()][];
        cores.forEach(scan.depth(), z -> {
            progress.report((double) z / scan.depth(), "Rings");
            counts[z] = found.find(scan, z);
        });
        found.shrink(counts, noise);
        return found;
    }

    /** Standard deviation of the rings, grey values. */
    double strength() {
        return strength;
    }

    /** What the ring adds to the grey value at a radius in voxels. */
    float at(final int z, final double radius) {
        final double place = radius / BIN;
        final int bin = (int) place;
        final float[] ring = rings[z];
        return ring[bin] + (float) (place - bin) * (ring[bin + 1] - ring[bin]);
    }

    double radius(final int x, final int y) {
        return Math.hypot(x + 0.5 - width / 2.0, y + 0.5 - height / 2.0);
    }

    private int[] find(final Scan scan, final int z) {
        final float[] grey = read(scan, z);
        final float[] before = read(scan, Math.max(0, z - AWAY));
        final float[] after = read(scan, Math.min(scan.depth() - 1, z + AWAY));
        final int[] counts = new int[bins];
        final int[] bin = new int[grey.length];
        final float[] level = new float[grey.length];
        for (int i = 0; i < grey.length; i++) {
            final int phase = phase(grey[i]);
            final boolean inside = phase > 0 && phase == phase(before[i]) && phase == phase(after[i]) && isAwayFromDark(grey, i % width, i / width);
            bin[i] = inside ? (int) Math.round(radius(i % width, i / width) / BIN) : -1;
            level[i] = (float) levels[phase];
            counts[inside ? bin[i] : 0] += inside ? 1 : 0;
        }
        for (int round = 0; round < ROUNDS; round++) {
            addMedians(z, grey, level, bin, counts);
        }
        return counts;
    }

    /** Voxels at the rim of a round cell are mixed with the dark outside, all around and so like a ring. */
    private boolean isAwayFromDark(final float[] grey, final int x, final int y) {
        return phase(grey[y * width + Math.max(0, x - AWAY)]) > 0 && phase(grey[y * width + Math.min(width - 1, x + AWAY)]) > 0
            && phase(grey[Math.max(0, y - AWAY) * width + x]) > 0 && phase(grey[Math.min(height - 1, y + AWAY) * width + x]) > 0;
    }

    private void addMedians(final int z, final float[] grey, final float[] level, final int[] bin, final int[] counts) {
        final int[] from = new int[bins + 1];
        for (int b = 0; b < bins; b++) {
            from[b + 1] = from[b] + counts[b];
        }
        final float[] sorted = new float[from[bins]];
        final int[] next = Arrays.copyOf(from, bins);
        for (int i = 0; i < grey.length; i++) {
            if (bin[i] >= 0) {
                sorted[next[bin[i]]++] = grey[i] - level[i] - at(z, radius(i % width, i / width));
            }
        }
        for (int b = 0; b < bins; b++) {
            if (counts[b] > 0) {
                Arrays.sort(sorted, from[b], from[b + 1]);
                rings[z][b] += (sorted[from[b] + counts[b] / 2] + sorted[from[b] + (counts[b] - 1) / 2]) / 2;
            }
        }
    }

    private float[] read(final Scan scan, final int z) {
        final Object pixels = scan.newSlice();
        scan.readSlice(z, pixels);
        final float[] grey = new float[width * height];
        PixelType.toFloat(pixels, 0, grey.length, grey, 0);
        return grey;
    }

    private int phase(final float grey) {
        int phase = 0;
        while (phase < levels.length - 1 && grey > (levels[phase] + levels[phase + 1]) / 2) {
            phase++;
        }
        return phase;
    }

    private void shrink(final int[][] counts, final double noise) {
        double squares = 0;
        long number = 0;
        for (int b = 0; b < bins; b++) {
            final double mean = mean(b, counts);
            double between = 0;
            double expected = 0;
            int slices = 0;
            for (int z = 0; z < rings.length; z++) {
                if (counts[z][b] >= FEWEST) {
                    between += (rings[z][b] - mean) * (rings[z][b] - mean);
                    expected += MEDIAN * noise * noise / counts[z][b];
                    slices++;
                }
            }
            final double share = between > expected ? 1 - expected / between : 0;
            final double meanShare = slices == 0 ? 0 : mean * mean / (mean * mean + expected / slices / slices + Double.MIN_NORMAL);
            for (int z = 0; z < rings.length; z++) {
                final double own = counts[z][b] >= FEWEST ? share * (rings[z][b] - mean) : 0;
                rings[z][b] = (float) (meanShare * mean + own);
                squares += counts[z][b] >= FEWEST ? rings[z][b] * rings[z][b] : 0;
                number += counts[z][b] >= FEWEST ? 1 : 0;
            }
        }
        strength = number == 0 ? 0 : Math.sqrt(squares / number);
    }

    private double mean(final int bin, final int[][] counts) {
        double sum = 0;
        long weight = 0;
        for (int z = 0; z < rings.length; z++) {
            sum += (double) counts[z][bin] * rings[z][bin];
            weight += counts[z][bin];
        }
        return weight < FEWEST ? 0 : sum / weight;
    }
}
