package operando.series;

import java.util.function.IntToDoubleFunction;

/** Values between the pixels of a map, linear along both axes; NaN beyond it or beside a pixel without a value. */
final class Bilinear {

    private Bilinear() {
    }

    static double at(final float[] map, final int width, final int height, final double x, final double y) {
        return at((IntToDoubleFunction) pixel -> map[pixel], width, height, x, y);
    }

    /** @param map the value of a pixel, x fastest */
    static double at(final IntToDoubleFunction map, final int width, final int height, final double x, final double y) {
        final int i = (int) Math.floor(x);
        final int j = (int) Math.floor(y);
        final double u = x - i;
        final double v = y - j;
        if (i < 0 || j < 0 || i + (u > 0 ? 1 : 0) >= width || j + (v > 0 ? 1 : 0) >= height) {
            return Double.NaN;
        }
        final int right = u > 0 ? 1 : 0;
        final int below = v > 0 ? width : 0;
        final int at = j * width + i;
        return (1 - v) * ((1 - u) * map.applyAsDouble(at) + u * map.applyAsDouble(at + right))
            + v * ((1 - u) * map.applyAsDouble(at + below) + u * map.applyAsDouble(at + below + right));
    }
}
