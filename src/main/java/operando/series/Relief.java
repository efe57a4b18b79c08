package operando.series;

import java.util.Arrays;

import operando.cell.Side;
import operando.measure.BestPlane;

/** The height of an interface about its mean plane, over the columns of a scan; NaN where there is none. */
final class Relief {

    private static final int NARROW = 2;
    private static final int WIDE = 8;
    /** Neighbouring columns of a map share what the cache holds. */
    private static final int TOGETHER = 16;

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

    private static Relief flat(final Relief relief) {
        final BestPlane plane = new BestPlane();
        for (int i = 0; i < relief.heights.length; i++) {
            plane.add(i % relief.width, i / relief.width, relief.heights[i]);
        }
        final double corner = plane.heightAt(0, 0);
        final double alongX = plane.heightAt(1, 0) - corner;
        final double alongY = plane.heightAt(0, 1) - corner;
        for (int i = 0; i < relief.heights.length; i++) {
            relief.heights[i] -= (float) (corner + alongX * (i % relief.width) + alongY * (i / relief.width));
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
        boolean whole = true;
        for (int i = 0; i < map.length && whole; i++) {
            whole = !Float.isNaN(map[i]);
        }
        if (whole) {
            sum(map, reach);
            for (int y = 0; y < height; y++) {
                final int down = Math.min(height, y + reach + 1) - Math.max(0, y - reach);
                for (int x = 0; x < width; x++) {
                    map[y * width + x] /= down * (Math.min(width, x + reach + 1) - Math.max(0, x - reach));
                }
            }
            return;
        }
        final float[] known = new float[map.length];
        for (int i = 0; i < map.length; i++) {
            known[i] = Float.isNaN(map[i]) ? 0 : 1;
            map[i] = Float.isNaN(map[i]) ? 0 : map[i];
        }
        sum(map, reach);
        sum(known, reach);
        for (int i = 0; i < map.length; i++) {
            map[i] = known[i] > 0 ? map[i] / known[i] : Float.NaN;
        }
    }

    /** Replaces each value by the sum over a square about it. */
    private void sum(final float[] map, final int reach) {
        for (int y = 0; y < height; y++) {
            slideAlong(map, y * width, reach);
        }
        for (int x = 0; x < width; x += TOGETHER) {
            slideDown(map, x, Math.min(TOGETHER, width - x), reach);
        }
    }

    /** Replaces each value of a row by the sum of those up to {@code reach} away. */
    private void slideAlong(final float[] map, final int from, final int reach) {
        final double[] sums = new double[width + 1];
        for (int x = 0; x < width; x++) {
            sums[x + 1] = sums[x] + map[from + x];
        }
        for (int x = 0; x < width; x++) {
            map[from + x] = (float) (sums[Math.min(width, x + reach + 1)] - sums[Math.max(0, x - reach)]);
        }
    }

    /** The same down some columns. */
    private void slideDown(final float[] map, final int from, final int columns, final int reach) {
        final double[] sums = new double[(height + 1) * columns];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < columns; x++) {
                sums[(y + 1) * columns + x] = sums[y * columns + x] + map[from + y * width + x];
            }
        }
        for (int y = 0; y < height; y++) {
            final int above = Math.max(0, y - reach) * columns;
            final int below = Math.min(height, y + reach + 1) * columns;
            for (int x = 0; x < columns; x++) {
                map[from + y * width + x] = (float) (sums[below + x] - sums[above + x]);
            }
        }
    }

    int size() {
        return heights.length;
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
        if (x == Math.rint(x) && y == Math.rint(y)) {
            addProducts(other, (int) x, (int) y, sums);
            return;
        }
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                final double a = heights[j * width + i];
                final double b = Double.isNaN(a) ? Double.NaN : Bilinear.at(other.heights, other.width, other.height, i + x, j + y);
                if (!Double.isNaN(b)) {
                    sums[0] += a * a;
                    sums[1] += b * b;
                    sums[2] += a * b;
                    sums[3]++;
                }
            }
        }
    }

    private void addProducts(final Relief other, final int x, final int y, final double[] sums) {
        double aa = sums[0];
        double bb = sums[1];
        double ab = sums[2];
        long count = 0;
        final int to = Math.min(width, other.width - x);
        for (int j = Math.max(0, -y); j < Math.min(height, other.height - y); j++) {
            final int shifted = (j + y) * other.width + x;
            for (int i = Math.max(0, -x); i < to; i++) {
                final double a = heights[j * width + i];
                final double b = other.heights[shifted + i];
                if (!Double.isNaN(a * b)) {
                    aa += a * a;
                    bb += b * b;
                    ab += a * b;
                    count++;
                }
            }
        }
        sums[0] = aa;
        sums[1] = bb;
        sums[2] = ab;
        sums[3] += count;
    }

    /** Adds the normal equations of a step of the shift: Σ gx², Σ gx gy, Σ gy², Σ gx d, Σ gy d, Σ d², count. */
    void addSteps(final Relief other, final double x, final double y, final double[] sums) {
        final Weights across = new Weights(width, x, other.width);
        final Weights left = new Weights(width, x - 1, other.width);
        final Weights right = new Weights(width, x + 1, other.width);
        final Weights along = new Weights(height, y, other.height);
        final Weights above = new Weights(height, y - 1, other.height);
        final Weights below = new Weights(height, y + 1, other.height);
        final double[] row = new double[7];
        for (int j = 0; j < height; j++) {
            Arrays.fill(row, 0);
            for (int i = 0; i < width; i++) {
                final double gx = (other.at(right, i, along, j) - other.at(left, i, along, j)) / 2;
                final double gy = (other.at(across, i, below, j) - other.at(across, i, above, j)) / 2;
                final double d = heights[j * width + i] - other.at(across, i, along, j);
                if (!Double.isNaN(gx + gy + d)) {
                    row[0] += gx * gx;
                    row[1] += gx * gy;
                    row[2] += gy * gy;
                    row[3] += gx * d;
                    row[4] += gy * d;
                    row[5] += d * d;
                    row[6]++;
                }
            }
            for (int k = 0; k < row.length; k++) {
                sums[k] += row[k];
            }
        }
    }

    private double at(final Weights x, final int i, final Weights y, final int j) {
        final int at = y.from[j] * width + x.from[i];
        if ((y.from[j] | x.from[i]) < 0) {
            return Double.NaN;
        }
        final int right = at + x.next[i];
        final int below = y.next[j] * width;
        final double u = x.share[i];
        final double v = y.share[j];
        return (1 - v) * ((1 - u) * heights[at] + u * heights[right]) + v * ((1 - u) * heights[at + below] + u * heights[right + below]);
    }

    /** Where along one axis the places of a line lie in another, and how much the next one there counts; −1 beyond it. */
    private static final class Weights {

        private final int[] from;
        private final int[] next;
        private final double[] share;

        private Weights(final int count, final double shift, final int there) {
            from = new int[count];
            next = new int[count];
            share = new double[count];
            for (int i = 0; i < count; i++) {
                from[i] = (int) Math.floor(i + shift);
                share[i] = i + shift - from[i];
                next[i] = share[i] > 0 ? 1 : 0;
                from[i] = from[i] < 0 || from[i] + next[i] >= there ? -1 : from[i];
            }
        }
    }
}
