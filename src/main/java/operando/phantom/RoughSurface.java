package operando.phantom;

/**
 * A rough surface of mean 0: a sum of cosine waves with random directions, phases and lengths, each periodic in the
 * field of view, the longer ones higher.
 */
final class RoughSurface {

    private static final int WAVES = 24;
    private static final double SHORTEST_UM = 24;

    private final double[] waveX = new double[WAVES];
    private final double[] waveY = new double[WAVES];
    private final double[] phase = new double[WAVES];
    private final double[] amplitude = new double[WAVES];

    /** @param rmsUm root mean square of the heights over the field of view */
    RoughSurface(final double widthUm, final double heightUm, final double rmsUm, final KeyedRandom numbers) {
        final double longest = Math.max(SHORTEST_UM, Math.min(widthUm, heightUm));
        double squares = 0;
        for (int i = 0; i < WAVES; i++) {
            final double length = SHORTEST_UM * Math.pow(longest / SHORTEST_UM, numbers.uniform());
            final double angle = numbers.between(0, 2 * Math.PI);
            long periodsX = Math.round(widthUm / length * Math.cos(angle));
            final long periodsY = Math.round(heightUm / length * Math.sin(angle));
            if (periodsX == 0 && periodsY == 0) {
                periodsX = 1;
            }
            waveX[i] = 2 * Math.PI * periodsX / widthUm;
            waveY[i] = 2 * Math.PI * periodsY / heightUm;
            phase[i] = numbers.between(0, 2 * Math.PI);
            amplitude[i] = Math.sqrt(length);
            squares += length / 2;
        }
        for (int i = 0; i < WAVES; i++) {
            amplitude[i] *= rmsUm / Math.sqrt(squares);
        }
    }

    double at(final double xUm, final double yUm) {
        double height = 0;
        for (int i = 0; i < WAVES; i++) {
            height += amplitude[i] * Math.cos(waveX[i] * xUm + waveY[i] * yUm + phase[i]);
        }
        return height;
    }

    /** Heights at every x (fastest) and y: cos(a + b) = cos a cos b − sin a sin b makes it a product of two tables. */
    float[] over(final double[] xUm, final double[] yUm) {
        final double[] cosX = new double[xUm.length * WAVES];
        final double[] sinX = new double[xUm.length * WAVES];
        for (int x = 0; x < xUm.length; x++) {
            for (int i = 0; i < WAVES; i++) {
                cosX[x * WAVES + i] = Math.cos(waveX[i] * xUm[x] + phase[i]);
                sinX[x * WAVES + i] = Math.sin(waveX[i] * xUm[x] + phase[i]);
            }
        }
        final float[] heights = new float[xUm.length * yUm.length];
        final double[] cosY = new double[WAVES];
        final double[] sinY = new double[WAVES];
        for (int y = 0; y < yUm.length; y++) {
            for (int i = 0; i < WAVES; i++) {
                cosY[i] = amplitude[i] * Math.cos(waveY[i] * yUm[y]);
                sinY[i] = amplitude[i] * Math.sin(waveY[i] * yUm[y]);
            }
            for (int x = 0; x < xUm.length; x++) {
                double height = 0;
                for (int i = 0; i < WAVES; i++) {
                    height += cosX[x * WAVES + i] * cosY[i] - sinX[x * WAVES + i] * sinY[i];
                }
                heights[y * xUm.length + x] = (float) height;
            }
        }
        return heights;
    }
}
