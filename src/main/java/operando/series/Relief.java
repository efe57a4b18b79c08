package operando.series;

import operando.cell.Side;

/** The height of an interface about its mean plane, over the columns of a scan; NaN where there is none. */
final class Relief {

    private static final int NARROW = 2;
    private static final int WIDE = 8;

    private final int width;
    private final int height;
    private final float[] heights;

    private Relief(final int width, final int height, final float[] heights) {
        this.width = width;
        this.height = height;
        this.heights = heights;
    }

    static Relief of(final InterfaceMaps maps, final Side side) {
        return flat(new Relief(maps.width(), maps.height(), maps.heightUm(side).clone()));
    }

    /** Without its mean and its slopes, which are found apart as x and y are all but uncorrelated over a field of view. */
    private static Relief flat(final Relief relief) {
        final double[] s = new double[6];
        for (int i = 0; i < relief.heights.length; i++) {
            final double h = relief.heights[i];
            if (!Double.isNaN(h)) {
                final double x = i % relief.width - relief.width / 2.0;
                final double y = i / relief.width - relief.height / 2.0;
                s[0]++;
                s[1] += h;
                s[2] += x * h;
                s[3] += y * h;
                s[4] += x * x;
                s[5] += y * y;
            }
        }
        for (int i = 0; i < relief.heights.length; i++) {
            final double x = i % relief.width - relief.width / 2.0;
            final double y = i / relief.width - relief.height / 2.0;
            relief.heights[i] -= (float) (s[1] / s[0] + x * s[2] / s[4] + y * s[3] / s[5]);
        }
        return relief;
    }

    /**
     * The bumps of middling width alone: means over some pixels, in which noise is a twentieth, less means over many, with which goes the slow
     * bend of the cell. Unknown near the border, where the wide means are lopsided.
     */
    Relief bumps() {
        final float[] smooth = heights.clone();
        final float[] wide = heights.clone();
        for (int round = 0; round < 3; round++) {
            mean(smooth, NARROW);
            mean(wide, WIDE);
        }
        for (int i = 0; i < smooth.length; i++) {
            final int border = Math.min(Math.min(i % width, width - 1 - i % width), Math.min(i / width, height - 1 - i / width));
            smooth[i] = border < WIDE || Float.isNaN(heights[i]) ? Float.NaN : smooth[i] - wide[i];
        }
        return new Relief(width, height, smooth);
    }

    /** Replaces each value by the mean of those that are known in a square about it. */
    private void mean(final float[] map, final int reach) {
        final float[] known = new float[map.length];
        for (int i = 0; i < map.length; i++) {
            known[i] = Float.isNaN(map[i]) ? 0 : 1;
            map[i] = Float.isNaN(map[i]) ? 0 : map[i];
        }
        for (final float[] each : new float[][] {map, known}) {
            for (int y = 0; y < height; y++) {
                slide(each, y * width, 1, width, reach);
            }
            for (int x = 0; x < width; x++) {
                slide(each, x, width, height, reach);
            }
        }
        for (int i = 0; i < map.length; i++) {
            map[i] = known[i] > 0 ? map[i] / known[i] : Float.NaN;
        }
    }

    /** Replaces each value of a line by the sum of those up to {@code reach} away. */
    private static void slide(final float[] map, final int from, final int step, final int count, final int reach) {
        final double[] sums = new double[count + 1];
        for (int i = 0; i < count; i++) {
            sums[i + 1] = sums[i] + map[from + i * step];
        }
        for (int i = 0; i < count; i++) {
            map[from + i * step] = (float) (sums[Math.min(count, i + reach + 1)] - sums[Math.max(0, i - reach)]);
        }
    }

    Relief binned(final int bin) {
        if (bin == 1) {
            return this;
        }
        final int newWidth = width / bin;
        final float[] means = new float[newWidth * (height / bin)];
        for (int at = 0; at < means.length; at++) {
            float sum = 0;
            int count = 0;
            for (int j = 0; j < bin; j++) {
                for (int i = 0; i < bin; i++) {
                    final float h = heights[(at / newWidth * bin + j) * width + at % newWidth * bin + i];
                    sum += Float.isNaN(h) ? 0 : h;
                    count += Float.isNaN(h) ? 0 : 1;
                }
            }
            means[at] = count == 0 ? Float.NaN : sum / count;
        }
        return new Relief(newWidth, height / bin, means);
    }

    /** Adds Σ a², Σ b², Σ ab and the count over where both are known, b being {@code other} at a shift. */
    void addProducts(final Relief other, final double x, final double y, final double[] sums) {
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                final double a = heights[j * width + i];
                final double b = Double.isNaN(a) ? Double.NaN : other.at(i + x, j + y);
                if (!Double.isNaN(b)) {
                    sums[0] += a * a;
                    sums[1] += b * b;
                    sums[2] += a * b;
                    sums[3]++;
                }
            }
        }
    }

    /** Adds the normal equations of a step of the shift: Σ gx², Σ gx gy, Σ gy², Σ gx d, Σ gy d, Σ d², count. */
    void addSteps(final Relief other, final double x, final double y, final double[] sums) {
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                final double a = heights[j * width + i];
                final double gx = (other.at(i + x + 1, j + y) - other.at(i + x - 1, j + y)) / 2;
                final double gy = (other.at(i + x, j + y + 1) - other.at(i + x, j + y - 1)) / 2;
                final double d = a - other.at(i + x, j + y);
                if (!Double.isNaN(gx + gy + d)) {
                    sums[0] += gx * gx;
                    sums[1] += gx * gy;
                    sums[2] += gy * gy;
                    sums[3] += gx * d;
                    sums[4] += gy * d;
                    sums[5] += d * d;
                    sums[6]++;
                }
            }
        }
    }

    private double at(final double x, final double y) {
        return Bilinear.at(heights, width, height, x, y);
    }
}
