package operando.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** Which squares of 5 × 5 columns count, and how rough they are. */
class RoughnessAndVoidsTest {

    private static final int EDGE = 5;
    private static final int WIDTH = 12;
    private static final int HEIGHT = 11;

    private final float[] height = new float[WIDTH * HEIGHT];
    private final byte[] earlier = new byte[WIDTH * HEIGHT];
    private final byte[] later = new byte[WIDTH * HEIGHT];

    /** The first so many columns of the square with its first column at (x, y). */
    private static void set(final byte[] map, final int x, final int y, final int columns, final int value) {
        for (int i = 0; i < columns; i++) {
            map[(y + i / EDGE) * WIDTH + x + i % EDGE] = (byte) value;
        }
    }

    // Columns of every other row higher by 2: without a tilt to take it up the root mean square is √(1 − 1/25), the mean being 1/5 off the middle.
    private void corrugate(final int x, final int y, final float amplitude) {
        for (int i = 0; i < EDGE * EDGE; i++) {
            height[(y + i / EDGE) * WIDTH + x + i % EDGE] = i / EDGE % 2 == 0 ? amplitude : -amplitude;
        }
    }

    private RoughnessAndVoids found() {
        return RoughnessAndVoids.between(WIDTH, height, earlier, later, EDGE);
    }

    @Test
    void fourFifthsInContactCountAndAFifthLostIsANewVoid() {
        corrugate(0, 0, 1);
        corrugate(5, 0, 2);
        corrugate(0, 5, 4);
        corrugate(5, 5, 8);
        Arrays.fill(earlier, (byte) 1);
        Arrays.fill(later, (byte) 1);
        set(later, 0, 0, 5, 0);
        set(later, 5, 0, 4, 0);
        set(earlier, 0, 5, 5, 0);
        set(earlier, 5, 5, 6, 0);
        final RoughnessAndVoids found = found();
        final double one = Math.sqrt(1 - 1 / 25.0);
        assertEquals(1, found.newVoids());
        assertEquals(one, found.newVoidUm(), 1e-6);
        assertEquals(2, found.contacts());
        assertEquals((2 + 4) * one / 2, found.contactUm(), 1e-6);
        assertTrue(Double.isNaN(found.pValue()));
    }

    @Test
    void twoSquaresOfEachKindGiveAPValue() {
        corrugate(0, 0, 1);
        corrugate(5, 0, 1.1f);
        corrugate(0, 5, 4);
        corrugate(5, 5, 4.1f);
        Arrays.fill(earlier, (byte) 1);
        Arrays.fill(later, (byte) 1);
        set(later, 0, 0, 25, 0);
        set(later, 5, 0, 25, 0);
        final RoughnessAndVoids found = found();
        assertEquals(2, found.newVoids());
        assertEquals(2, found.contacts());
        // t = 3 / 0.0707 with two degrees of freedom.
        assertEquals(2 * (0.5 - 42.43 / (2 * Math.sqrt(2 + 42.43 * 42.43))), found.pValue(), 1e-5);
    }

    @Test
    void withoutContactNothingIsSaid() {
        final RoughnessAndVoids found = found();
        assertEquals(0, found.newVoids());
        assertEquals(0, found.contacts());
        assertTrue(Double.isNaN(found.newVoidUm()) && Double.isNaN(found.contactUm()) && Double.isNaN(found.pValue()));
    }

    @Test
    void aSquareWithoutAnySurfaceIsLeftOut() {
        Arrays.fill(earlier, (byte) 1);
        Arrays.fill(later, (byte) 1);
        Arrays.fill(height, Float.NaN);
        height[5 * WIDTH + 7] = 3;
        final RoughnessAndVoids found = found();
        assertEquals(1, found.contacts());
        assertEquals(0, found.contactUm());
    }
}
