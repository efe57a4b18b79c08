package operando.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import operando.cell.Side;
import org.junit.jupiter.api.Test;

class ReliefTest {

    /** Σ over the map of what it is at each pixel, by the products of a map with itself. */
    private static double squares(final Relief relief) {
        return products(relief, relief, 0, 0)[0];
    }

    private static double[] products(final Relief from, final Relief to, final double x, final double y) {
        final double[] sums = new double[4];
        from.addProducts(to, x, y, sums);
        return sums;
    }

    private static Relief relief(final int width, final int height, final MadeMaps.Field field) {
        return Relief.of(MadeMaps.of(width, height, 0, 0, (x, y) -> 1, (x, y) -> 0, field), Side.TOP);
    }

    @Test
    void thePlaneIsTakenOutWhereverTheMapIsKnown() {
        assertEquals(0, squares(relief(30, 41, (x, y) -> 17 + 0.3 * x - 0.7 * y)) / (30 * 41), 1e-8);
        final Relief holes = relief(30, 41, (x, y) -> x == 4 && y > 8 ? Double.NaN : 17);
        assertEquals(0, squares(holes), 1e-8);
        assertEquals(30 * 41 - 32, products(holes, holes, 0, 0)[3], "32 pixels have no interface");
    }

    /** Two rows of a wave with neither mean nor slope: Σ a², Σ b², Σ ab and the pixels that both know. */
    @Test
    void productsAreSumsOverWhatBothKnow() {
        final double[] wave = {1, -2, 1, 1, -2, 1};
        final Relief a = relief(6, 2, (x, y) -> wave[(int) x]);
        assertArrayEquals(new double[] {24, 24, 24, 12}, products(a, a, 0, 0), 1e-3);
        // Shifted by one: 1·−2, −2·1, 1·1, 1·−2, −2·1 a row.
        assertArrayEquals(new double[] {2 * 11, 2 * 11, 2 * -7, 10}, products(a, a, 1, 0), 1e-3);
        // By half: b = −0.5, −0.5, 1, −0.5, −0.5 a row.
        assertArrayEquals(new double[] {22, 2 * 2, 2 * (-0.5 + 1 + 1 - 0.5 + 1), 10}, products(a, a, 0.5, 0), 1e-3);
    }

    /** z = x² has the slope 2x: a step of Gauss–Newton from a shift of s finds −s at once. */
    @Test
    void aStepLeadsBackToWhereTheReliefsMeet() {
        final Relief a = relief(41, 31, (x, y) -> (x - 20) * (x - 20) / 20 + (y - 15) * (y - 15) / 30 + (x - 20) * (y - 15) / 60);
        for (final double[] off : new double[][] {{0.5, 0, 38 * 29}, {0, 0.5, 39 * 28}, {1, -1, 39 * 29}, {0, 0, 39 * 29}}) {
            final double[] s = new double[7];
            a.addSteps(a, off[0], off[1], s);
            final double determinant = s[0] * s[2] - s[1] * s[1];
            // Half of the shift's own curvature, and bilinear interpolation, are what is left.
            assertEquals(-off[0], (s[3] * s[2] - s[4] * s[1]) / determinant, 0.02 + 0.1 * Math.abs(off[0]));
            assertEquals(-off[1], (s[4] * s[0] - s[3] * s[1]) / determinant, 0.02 + 0.1 * Math.abs(off[1]));
            assertEquals(off[2], s[6], "pixels whose place in the other map has all neighbours");
        }
    }

    @Test
    void binsAreMeansOfWhatIsKnown() {
        // Checks of ±1, of no mean and no slope but for what a hole makes of one value of 64.
        final Relief fine = relief(8, 8, (x, y) -> x == 2 && y == 2 ? Double.NaN : ((int) (x / 2) + (int) (y / 2)) % 2 == 0 ? 1 : -1);
        final Relief coarse = fine.binned(2);
        assertEquals(16, products(coarse, coarse, 0, 0)[3]);
        assertEquals(16, squares(coarse), 0.5);
        assertEquals(8 * 8 - 1, products(fine.binned(1), fine.binned(1), 0, 0)[3]);
        final Relief cut = relief(9, 7, (x, y) -> Math.sin(x)).binned(4);
        assertEquals(2, products(cut, cut, 0, 0)[3], "what does not fill a bin is left out");
    }

    /** A bump of middling width stays; the bend of the cell and noise in single pixels go, and the border is not known. */
    @Test
    void bumpsOfMiddlingWidthAreKept() {
        final Relief wave = relief(112, 88, (x, y) -> Math.sin(2 * Math.PI * x / 24) * Math.cos(2 * Math.PI * y / 24)).bumps();
        final double known = (112 - 16) * (88 - 16);
        assertEquals(known, products(wave, wave, 0, 0)[3]);
        // Three means over 5 pixels leave (sin 5a / 5 sin a)³ along each axis, a = π/24; over 17 hardly anything.
        final double kept = response(5) * response(5) - response(17) * response(17);
        assertEquals(kept * kept / 4, squares(wave) / known, 0.02 * kept * kept / 4);
        final Relief bend = relief(112, 88, (x, y) -> 5 * Math.cos(2 * Math.PI * x / 240)).bumps();
        // Second moments of both means, 3 (17² − 1)/12 − 3 (5² − 1)/12, over 2, times the curvature.
        final double left = 5 * Math.pow(2 * Math.PI / 240, 2) * 66 / 2;
        assertEquals(0, squares(bend) / known, left * left);
        final Relief noise = relief(112, 88, (x, y) -> ((int) x + (int) y) % 2 == 0 ? 1 : -1).bumps();
        assertEquals(0, squares(noise) / known, 1e-5);
    }

    private static double response(final int pixels) {
        return Math.pow(Math.sin(pixels * Math.PI / 24) / (pixels * Math.sin(Math.PI / 24)), 3);
    }

    @Test
    void theOtherSideSeesItsOwnHeights() {
        final InterfaceMaps maps = MadeMaps.of(20, 20, 0, 0, (x, y) -> 1, (x, y) -> 0, (x, y) -> Math.sin(x) * Math.sin(y));
        final double[] sums = products(Relief.of(maps, Side.TOP), Relief.of(maps, Side.BOTTOM), 0, 0);
        assertEquals(-sums[0], sums[2], 0.01 * sums[0]);
        assertEquals(400, sums[3]);
    }
}
