package operando.motion.subvolume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    private static final double[][] MATRIX = {{4, 2, -1}, {2, 5, 3}, {-1, 3, 6}};

    @Test
    void solvesAndInverts() {
        final Cholesky cholesky = new Cholesky(3);
        assertEquals(3, cholesky.factor(MATRIX, 3));
        final double[] y = new double[3];
        final double[] x = new double[3];
        cholesky.forward(new double[] {5, 10, 8}, y, 3);
        cholesky.backward(y, x, 3);
        for (int i = 0; i < 3; i++) {
            assertEquals(new double[] {5, 10, 8}[i], MATRIX[i][0] * x[0] + MATRIX[i][1] * x[1] + MATRIX[i][2] * x[2], 1e-12);
        }
        // The determinant is 4 (30 − 9) − 2 (12 + 3) − (6 + 5) = 43.
        assertEquals((5 * 6 - 3 * 3) / 43.0, cholesky.inverseDiagonal(0, 3), 1e-12);
        assertEquals((4 * 5 - 2 * 2) / 43.0, cholesky.inverseDiagonal(2, 3), 1e-12);
        // The leading 2 x 2 block has the determinant 16.
        assertEquals(4.0 / 16, cholesky.inverseDiagonal(1, 2), 1e-12);
    }

    @Test
    void singularMatrixIsFactoredUpToTheRowThatDependsOnOthers() {
        assertEquals(1, new Cholesky(3).factor(new double[][] {{1, 2, 0}, {2, 4, 0}, {0, 0, 1}}, 3));
    }
}
