package operando.motion.subvolume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import operando.engine.Cores;
import operando.phantom.FourierTexture;
import org.junit.jupiter.api.Test;

class SubvolumeHessianTest {

    private static final int RADIUS = 5;

    @Test
    void momentsGiveTheSumOfProductsOfDescents() {
        final SubvolumeSamples samples = new SubvolumeSamples(RADIUS, 1);
        try (Cores cores = new Cores(1)) {
            final float[] grey = new FourierTexture(30, 5, 9, 1).evaluate(17, 15, 13, (x, y, z, p) -> { }, cores);
            samples.load(ReferenceVolume.of(grey, 17, 15, 13, Optional.empty(), cores), 8, 7, 6, Optional.empty(), new ShapeFunction(RADIUS),
                Optional.empty());
        }
        final SubvolumeHessian hessian = new SubvolumeHessian();
        hessian.fill(samples, 1);
        final double[][] expected = new double[SubvolumeSamples.PARAMETERS][SubvolumeSamples.PARAMETERS];
        int i = 0;
        for (int z = -RADIUS; z <= RADIUS; z++) {
            for (int y = -RADIUS; y <= RADIUS; y++) {
                for (int x = -RADIUS; x <= RADIUS; x++, i++) {
                    add(expected, new double[] {samples.slopeX[i], samples.slopeY[i], samples.slopeZ[i]},
                        x / (double) RADIUS, y / (double) RADIUS, z / (double) RADIUS);
                }
            }
        }
        for (int row = 0; row < expected.length; row++) {
            for (int column = 0; column < expected.length; column++) {
                assertEquals(expected[row][column], hessian.matrix[row][column], 1e-5 * expected[0][0]);
            }
        }
    }

    private static void add(final double[][] sum, final double[] slope, final double x, final double y, final double z) {
        final double[] monomials = {1, x, y, z, x * x, y * y, z * z, x * y, x * z, y * z};
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] += slope[i % 3] * monomials[i / 3] * slope[j % 3] * monomials[j / 3];
            }
        }
    }
}
