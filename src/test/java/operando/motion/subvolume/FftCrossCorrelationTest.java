package operando.motion.subvolume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import operando.engine.Cores;
import operando.phantom.FourierTexture;
import org.junit.jupiter.api.Test;

class FftCrossCorrelationTest {

    @Test
    void cubeIsFoundAtItsShiftWithTheCorrelationOfTheDirectSum() {
        try (Cores cores = new Cores(2)) {
            final FourierTexture texture = new FourierTexture(60, 6, 12, 2);
            final GreyBlock reference = block(texture.evaluate(40, 36, 34, (x, y, z, p) -> { }, cores));
            final GreyBlock deformed = block(texture.evaluate(40, 36, 34, (x, y, z, p) -> {
                p[0] = x - 5.2;
                p[1] = y + 3;
                p[2] = z - 1.7;
            }, cores));
            final FftCrossCorrelation.Found found = new FftCrossCorrelation(12, 4).find(reference, deformed, 13, 12, 11, new int[] {3, 0, 0});
            assertEquals(5.2, found.x(), 0.1);
            assertEquals(-3, found.y(), 0.1);
            assertEquals(1.7, found.z(), 0.1);
            assertEquals(direct(reference, deformed, 13, 12, 11, 12, 5, -3, 2), found.correlation(), 1e-4);
        }
    }

    @Test
    void flatCubeIsNotFound() {
        try (Cores cores = new Cores(1)) {
            final GreyBlock texture = block(new FourierTexture(60, 6, 12, 2).evaluate(40, 36, 34, (x, y, z, p) -> { }, cores));
            assertTrue(new FftCrossCorrelation(12, 4).find(block(new float[40 * 36 * 34]), texture, 13, 12, 11, new int[3])
                .correlation() == 0);
        }
    }

    private static GreyBlock block(final float[] grey) {
        return new GreyBlock(0, 0, 0, 40, 36, 34, grey);
    }

    private static double direct(final GreyBlock a, final GreyBlock b, final int x, final int y, final int z,
        final int side, final int dx, final int dy, final int dz) {
        final float[] f = new float[side * side * side];
        final float[] g = new float[f.length];
        a.copyCube(x, y, z, side, f);
        b.copyCube(x + dx, y + dy, z + dz, side, g);
        return new org.apache.commons.math3.stat.correlation.PearsonsCorrelation().correlation(doubles(f), doubles(g));
    }

    private static double[] doubles(final float[] values) {
        final double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
