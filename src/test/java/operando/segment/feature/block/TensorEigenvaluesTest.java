package operando.segment.feature.block;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;

class TensorEigenvaluesTest {

    private static final int COUNT = 20_000;

    // Of all sizes, some with two or three equal eigenvalues.
    private static float[][] tensors() {
        final Random random = new Random(3);
        final float[][] tensor = new float[6][COUNT];
        for (int i = 0; i < COUNT; i++) {
            final double size = Math.pow(10, random.nextInt(25) - 12);
            for (int c = 0; c < tensor.length; c++) {
                tensor[c][i] = (float) (size * random.nextGaussian());
            }
            if (i % 5 == 0) {
                tensor[1][i] = tensor[0][i];
                tensor[3][i] = 0;
                tensor[4][i] = 0;
                tensor[5][i] = 0;
            }
            if (i % 50 == 0) {
                tensor[2][i] = tensor[0][i];
                tensor[1][i] = tensor[0][i];
                tensor[3][i] = 0;
                tensor[4][i] = 0;
                tensor[5][i] = 0;
            }
        }
        return tensor;
    }

    private static double[] eigenvalues(final float[][] t, final int i) {
        final double[] values = new EigenDecomposition(MatrixUtils.createRealMatrix(new double[][] {{t[0][i], t[3][i], t[4][i]},
            {t[3][i], t[1][i], t[5][i]}, {t[4][i], t[5][i], t[2][i]}})).getRealEigenvalues();
        Arrays.sort(values);
        return new double[] {values[2], values[1], values[0]};
    }

    // Rounding to float, 6e-8; where two eigenvalues are equal, the determinant's of 1e-16 moves them by its root, 1e-8.
    @Test
    void eigenvaluesAreThoseOfTheMatrixTheLargestFirst() {
        final float[][] tensor = tensors();
        final float[][] found = TensorEigenvalues.of(tensor);
        for (int i = 0; i < COUNT; i++) {
            final double[] expected = eigenvalues(tensor, i);
            final double largest = Math.max(Math.abs(expected[0]), Math.abs(expected[2]));
            for (int k = 0; k < 3; k++) {
                assertEquals(expected[k], found[k][i], 1e-7 * largest, "matrix " + i);
            }
        }
    }

    @Test
    void magnitudesAreSortedWithoutTheirSigns() {
        final float[][] tensor = tensors();
        final float[][] found = TensorEigenvalues.magnitudes(tensor);
        for (int i = 0; i < COUNT; i++) {
            final double[] expected = Arrays.stream(eigenvalues(tensor, i)).map(Math::abs).sorted().toArray();
            for (int k = 0; k < 3; k++) {
                assertEquals(expected[2 - k], found[k][i], 1e-7 * expected[2], "matrix " + i);
            }
        }
    }
}
