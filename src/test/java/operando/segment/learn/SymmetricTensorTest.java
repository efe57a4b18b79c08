package operando.segment.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;

class SymmetricTensorTest {

    @Test
    void theCosineOfAThirdOfAnAngleIsThatOfTheLibrary() {
        for (int i = 0; i <= 100_000; i++) {
            final double cosine = Math.cos(Math.PI * i / 100_000);
            assertEquals(Math.cos(Math.acos(cosine) / 3), SymmetricTensor.cosineOfThird(cosine), 4e-15, "cos " + cosine);
        }
    }

    // Where two eigenvalues are equal, rounding of the determinant by 1e-16 moves them by its root, 1e-8, of their spread.
    @Test
    void eigenvaluesAreThoseOfTheMatrix() {
        final Random random = new Random(3);
        final double[] values = new double[3];
        for (int i = 0; i < 20_000; i++) {
            final double size = Math.pow(10, random.nextInt(13) - 6);
            final double[] t = random.doubles(6).map(d -> size * (d - 0.5)).toArray();
            if (i % 3 == 0) {
                t[1] = t[0];
                t[3] = 0;
            }
            SymmetricTensor.eigenvalues(t[0], t[1], t[2], t[3], t[4], t[5], values);
            final double[] expected = new EigenDecomposition(MatrixUtils.createRealMatrix(
                new double[][] {{t[0], t[3], t[4]}, {t[3], t[1], t[5]}, {t[4], t[5], t[2]}})).getRealEigenvalues();
            java.util.Arrays.sort(expected);
            for (int k = 0; k < 3; k++) {
                assertEquals(expected[2 - k], values[k], 3e-8 * size, "matrix " + i);
            }
        }
    }

    @Test
    void aMultipleOfTheUnitMatrixHasOneEigenvalue() {
        final double[] values = new double[3];
        SymmetricTensor.eigenvalues(-2, -2, -2, 0, 0, 0, values);
        assertEquals(-2, values[0]);
        assertEquals(-2, values[1]);
        assertEquals(-2, values[2]);
    }

    @Test
    void magnitudesOfManyAreThoseOfEach() {
        final Random random = new Random(4);
        final float[][] tensor = new float[6][1300];
        for (int i = 0; i < tensor[0].length; i++) {
            for (int c = 0; c < 6; c++) {
                tensor[c][i] = i % 50 == 0 ? c < 3 ? -2 : 0 : (float) random.nextGaussian() * (i % 7 == 0 ? 1e-12f : 1e4f);
            }
        }
        final float[][] found = TensorMagnitudes.of(tensor);
        final double[] values = new double[3];
        for (int i = 0; i < tensor[0].length; i++) {
            SymmetricTensor.eigenvalues(tensor[0][i], tensor[1][i], tensor[2][i], tensor[3][i], tensor[4][i], tensor[5][i], values);
            final double[] expected = java.util.Arrays.stream(values).map(Math::abs).sorted().toArray();
            for (int k = 0; k < 3; k++) {
                assertEquals(expected[2 - k], found[k][i], 1e-7 * expected[2], "matrix " + i);
            }
        }
    }
}
