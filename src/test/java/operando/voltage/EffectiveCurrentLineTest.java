package operando.voltage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import operando.cell.Side;
import operando.voltage.EffectiveCurrentLine.Point;
import org.junit.jupiter.api.Test;

/** The linear range of the voltage over the effective current density is found where it was put. */
class EffectiveCurrentLineTest {

    private static final double NOISE_V = 0.004;

    private static List<Point> points(final int count, final long seed, final double noise, final DoubleUnaryOperator volts) {
        final Random random = new Random(seed);
        final List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final double density = 4 + 6.0 * i / (count - 1);
            points.add(new Point(density, volts.applyAsDouble(density) + noise * random.nextGaussian()));
        }
        Collections.shuffle(points, random);
        return points;
    }

    @Test
    void rangeEndsAtTheBendAndTheSlopeIsThatBeforeIt() {
        int within = 0;
        for (int seed = 0; seed < 40; seed++) {
            final EffectiveCurrentLine line = EffectiveCurrentLine.of(2, Side.BOTTOM,
                points(25, seed, NOISE_V, x -> 0.1 + 0.1 * x + Math.max(0, x - 7) * 0.9));
            // Points lie 0.25 apart.
            assertEquals(7, line.linearToMAPerCm2(), 0.3, "seed " + seed);
            assertEquals(0.8, line.linearToV(), 0.04, "seed " + seed);
            within += Math.abs(line.slopeOhmCm2().value() - 100) < 2 * line.slopeOhmCm2().standardError() ? 1 : 0;
        }
        // 95 % of 40 lie within two standard errors; a bend that is found one point late pulls a few out.
        assertTrue(within >= 33, within + " of 40");
    }

    @Test
    void straightLineIsLinearThroughout() {
        int bent = 0;
        for (int seed = 0; seed < 200; seed++) {
            final EffectiveCurrentLine line = EffectiveCurrentLine.of(1, Side.TOP, points(17, seed, NOISE_V, x -> 0.05 + 0.09 * x));
            bent += line.linearPoints() < 17 ? 1 : 0;
        }
        // One test in a hundred errs at most, Bonferroni's bound; 200 tests with 2 expected have 7 or more in 0.5 % of cases.
        assertTrue(bent < 7, bent + " of 200 straight lines were bent");
        final EffectiveCurrentLine exact = EffectiveCurrentLine.of(1, Side.TOP, points(17, 5, 0, x -> 0.05 + 0.09 * x));
        assertEquals(17, exact.linearPoints());
        assertEquals(90, exact.slopeOhmCm2().value(), 1e-9);
        assertEquals(0.05, exact.interceptV(), 1e-12);
    }

    @Test
    void tooFewOrEqualDensitiesGiveNoSlopeButAReason() {
        final EffectiveCurrentLine few = EffectiveCurrentLine.of(1, Side.TOP, points(2, 1, 0, x -> x));
        assertFalse(few.slopeOhmCm2().isPresent());
        assertTrue(few.slopeOhmCm2().reason().contains("three scans"));
        final EffectiveCurrentLine equal = EffectiveCurrentLine.of(1, Side.TOP, List.of(new Point(4, 0.3), new Point(4, 0.4), new Point(4, 0.5)));
        assertTrue(equal.slopeOhmCm2().reason().contains("does not change"));
        assertTrue(Double.isNaN(equal.linearToMAPerCm2()));
    }
}
