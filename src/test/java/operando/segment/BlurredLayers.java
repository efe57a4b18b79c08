package operando.segment;

import org.apache.commons.math3.special.Erf;

/**
 * Layers along a column, blurred by a Gaussian: the grey value at any height in closed form, a sum of error functions. Its
 * voxels are the values at their middles.
 */
record BlurredLayers(double sigma, double[] greys, double[] faces) {

    /** @param faces heights at which one grey value ends and the next begins, rising; one fewer than grey values */
    static BlurredLayers of(final double sigma, final double[] greys, final double... faces) {
        return new BlurredLayers(sigma, greys, faces);
    }

    double at(final double height) {
        double grey = greys[0];
        for (int i = 0; i < faces.length; i++) {
            grey += (greys[i + 1] - greys[i]) * 0.5 * Erf.erfc(-(height - faces[i]) / (sigma * Math.sqrt(2)));
        }
        return grey;
    }

    GreyColumn column(final int depth) {
        final float[] values = new float[depth];
        for (int i = 0; i < depth; i++) {
            values[i] = (float) at(i + 0.5);
        }
        return new GreyColumn(values, depth, false).at(0, 0);
    }

    /** Where the grey value first rises through a level from a height on. */
    double passing(final double from, final double level) {
        double low = from;
        while (at(low + 1e-3) < level) {
            low += 1e-3;
        }
        return low + 1e-3 * (level - at(low)) / (at(low + 1e-3) - at(low));
    }

    /** What the grey value falls short of another between two heights, by Simpson's rule. */
    double shortfall(final double grey, final double from, final double to) {
        final int steps = 2000;
        final double step = (to - from) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            sum += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * (grey - at(from + i * step));
        }
        return sum * step / 3;
    }
}
