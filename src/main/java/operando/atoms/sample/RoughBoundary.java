package operando.atoms.sample;

import java.util.Random;

/** A boundary across the cell: a mean position that is given, and waves along x and y. */
final class RoughBoundary {

    private static final int WAVES = 4;

    private final double width;
    private final double depth;
    private final double[] amplitude = new double[WAVES];
    private final double[] phase = new double[WAVES];
    private final int[] alongX = new int[WAVES];
    private final int[] alongY = new int[WAVES];

    RoughBoundary(final double width, final double depth, final double roughness, final Random random) {
        this.width = width;
        this.depth = depth;
        for (int w = 0; w < WAVES; w++) {
            amplitude[w] = roughness * Math.sqrt(2.0 / WAVES);
            phase[w] = 2 * Math.PI * random.nextDouble();
            alongX[w] = w % 2 == 0 ? 1 + random.nextInt(2) : random.nextInt(2);
            alongY[w] = w % 2 == 0 ? random.nextInt(2) : 1 + random.nextInt(2);
        }
    }

    /** How far above its mean the boundary is, Å. */
    double height(final double x, final double y) {
        double height = 0;
        for (int w = 0; w < WAVES; w++) {
            height += amplitude[w] * Math.sin(2 * Math.PI * (alongX[w] * x / width + alongY[w] * y / depth) + phase[w]);
        }
        return height;
    }
}
