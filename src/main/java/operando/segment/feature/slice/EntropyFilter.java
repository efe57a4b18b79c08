package operando.segment.feature.slice;

import java.util.Arrays;

/**
 * Entropy in bits of the greys in a circle around each pixel, in 8 bit, cut at the border: of all greys below each of some
 * limits, as shares of those below it. Greys are counted while the circle slides along a row; the sum of n log n over
 * the counts is kept in fixed point, so that it does not depend on where the circle began.
 */
final class EntropyFilter {

    private static final int GREYS = 256;
    // The first limit is 2 to this power; each other one is twice the one before.
    private static final int FIRST_BITS = 5;
    private static final int LONG_BITS = 62;

    private final int radius;
    private final int[] halfWidths;
    private final long[] logarithms;
    private final SlicePlane plane;
    private final byte[] grey;
    private final int[] counts = new int[GREYS];
    private final int[] bandOf = new int[GREYS];
    private final int[] totals = new int[FeatureNames.ENTROPY_LIMITS.length];
    private final long[] sums = new long[totals.length];

    private EntropyFilter(final int radius, final SlicePlane given, final SliceRange range) {
        this.radius = radius;
        plane = given.around(radius);
        grey = range.scaled(plane.grey());
        halfWidths = new int[radius + 1];
        int size = 0;
        for (int dy = 0; dy <= radius; dy++) {
            halfWidths[dy] = (int) Math.sqrt((radius + 0.5) * (radius + 0.5) - dy * dy);
            size += (dy == 0 ? 1 : 2) * (2 * halfWidths[dy] + 1);
        }
        logarithms = logarithms(size);
        for (int g = 0; g < GREYS; g++) {
            bandOf[g] = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(g) - FIRST_BITS);
        }
    }

    private static double logarithm(final int n) {
        return n < 2 ? 0 : n * (Math.log(n) / Math.log(2));
    }

    /** n log n for n up to {@code size}, all in the same unit, as large as fits. */
    private static long[] logarithms(final int size) {
        final double unit = Math.scalb(1.0, LONG_BITS - 1 - Math.getExponent(logarithm(size) + 1));
        final long[] logarithms = new long[size + 1];
        for (int n = 0; n <= size; n++) {
            logarithms[n] = Math.round(logarithm(n) * unit);
        }
        return logarithms;
    }

    /** One image a limit: the entropies of the pixels of the plane's box. */
    static float[][] of(final int radius, final SlicePlane plane, final SliceRange range) {
        return new EntropyFilter(radius, plane, range).entropies();
    }

    private float[][] entropies() {
        final double unit = logarithms.length < 3 ? 1 : logarithms[2] / 2.0;
        final int count = plane.boxWidth();
        final float[][] entropies = new float[totals.length][count * plane.boxHeight()];
        for (int y = 0; y < plane.boxHeight(); y++) {
            start(plane.up() + y);
            for (int x = 0; x < count; x++) {
                if (x > 0) {
                    slide(plane.left() + x, plane.up() + y);
                }
                int total = 0;
                long sum = 0;
                for (int band = 0; band < totals.length; band++) {
                    total += totals[band];
                    sum += sums[band];
                    entropies[band][y * count + x] = total == 0 ? 0 : (float) ((logarithms[total] - sum) / unit / total);
                }
            }
        }
        return entropies;
    }

    private int halfWidth(final int dy) {
        return halfWidths[Math.abs(dy)];
    }

    private void start(final int y) {
        Arrays.fill(counts, 0);
        Arrays.fill(totals, 0);
        Arrays.fill(sums, 0);
        for (int row = Math.max(0, y - radius); row <= Math.min(plane.height() - 1, y + radius); row++) {
            final int half = halfWidth(row - y);
            for (int x = Math.max(0, plane.left() - half); x <= Math.min(plane.width() - 1, plane.left() + half); x++) {
                add(grey[row * plane.width() + x] & 0xff);
            }
        }
    }

    private void slide(final int x, final int y) {
        final int width = plane.width();
        for (int row = Math.max(0, y - radius); row <= Math.min(plane.height() - 1, y + radius); row++) {
            final int half = halfWidth(row - y);
            if (x - 1 - half >= 0) {
                remove(grey[row * width + x - 1 - half] & 0xff);
            }
            if (x + half < width) {
                add(grey[row * width + x + half] & 0xff);
            }
        }
    }

    private void add(final int g) {
        final int count = ++counts[g];
        totals[bandOf[g]]++;
        sums[bandOf[g]] += logarithms[count] - logarithms[count - 1];
    }

    private void remove(final int g) {
        final int count = counts[g]--;
        totals[bandOf[g]]--;
        sums[bandOf[g]] -= logarithms[count] - logarithms[count - 1];
    }
}
