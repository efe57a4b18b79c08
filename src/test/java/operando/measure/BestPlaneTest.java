package operando.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BestPlaneTest {

    private static final double[] RISES = {1, -1, -1, 1};

    // What is left of 4 × 4 points, a·b with a, b = 1, −1, −1, 1 along the axes, has no mean and no slope.
    private static BestPlane tilted(final double offset) {
        final BestPlane plane = new BestPlane();
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < 4; i++) {
                plane.add(offset + 2 * i, 3 * j - offset, offset + 0.7 * i - 1.3 * j + 0.25 * RISES[i] * RISES[j]);
            }
        }
        plane.add(17, 4, Double.NaN);
        return plane;
    }

    @Test
    void aTiltIsNoRoughness() {
        assertEquals(0.25, tilted(0).roughness(), 1e-12);
        // 0.7 · 1.5 − 1.3 · 1.5
        assertEquals(-0.9, tilted(0).meanHeight(), 1e-12);
    }

    @Test
    void farFromTheOriginNothingIsLost() {
        assertEquals(0.25, tilted(1e6).roughness(), 1e-8);
        assertEquals(1e6 - 0.9, tilted(1e6).meanHeight(), 1e-8);
    }

    @Test
    void pointsOnALineHaveAPlaneThroughThem() {
        final BestPlane plane = new BestPlane();
        for (int i = 0; i < 4; i++) {
            plane.add(i, 5, 2 + i + 0.5 * RISES[i]);
        }
        assertEquals(0.5, plane.roughness(), 1e-12);
        assertEquals(3.5, plane.meanHeight(), 1e-12);
    }

    @Test
    void withoutPointsThereIsNoPlane() {
        assertTrue(Double.isNaN(new BestPlane().roughness()));
        assertTrue(Double.isNaN(new BestPlane().meanHeight()));
    }

    @Test
    void momentsOfTheNumbersAmongSomeValues() {
        final Moments moments = new Moments();
        for (final double value : new double[] {1e6 + 1, Double.NaN, 1e6 + 2, 1e6 + 6}) {
            moments.add(value);
        }
        assertEquals(3, moments.count());
        assertEquals(1e6 + 3, moments.mean(), 1e-9);
        // (4 + 1 + 9) / 3
        assertEquals(Math.sqrt(14 / 3.0), moments.deviation(), 1e-9);
        assertTrue(Double.isNaN(new Moments().mean()) && Double.isNaN(new Moments().deviation()));
    }
}
