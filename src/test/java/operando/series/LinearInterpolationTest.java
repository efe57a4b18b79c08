package operando.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LinearInterpolationTest {

    private static final double[] X = {1, 2, 4, 7};

    @Test
    void straightLinesPassOverPointsWithoutAValue() {
        final LinearInterpolation line = new LinearInterpolation(X, new double[] {Double.NaN, 10, Double.NaN, 20});
        assertEquals(12, line.at(3), 1e-12);
        assertEquals(10, line.at(0), "before the first point with a value");
        assertEquals(20, line.at(9), "after the last");
        assertEquals(2, line.from());
        assertEquals(7, line.to());
        assertFalse(line.isEmpty());
    }

    @Test
    void onePointHoldsEverywhereAndNoneNowhere() {
        final LinearInterpolation one = new LinearInterpolation(X, new double[] {Double.NaN, Double.NaN, 3, Double.NaN});
        assertEquals(3, one.at(-5));
        assertEquals(3, one.at(50));
        final LinearInterpolation none = new LinearInterpolation(X, new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN});
        assertTrue(none.isEmpty());
        assertTrue(Double.isNaN(none.at(2)) && Double.isNaN(none.from()) && Double.isNaN(none.to()));
    }
}
