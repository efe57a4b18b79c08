package operando.voltage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import operando.cell.InputException;
import org.junit.jupiter.api.Test;

class ButlerVolmerTest {

    private static final double ULPS = 1e-13;

    @Test
    void equalCoefficientsFollowTheInverseHyperbolicSine() {
        final ButlerVolmer kinetics = new ButlerVolmer(0.8, 0.5, 0.5, 298);
        // RT/F = 25.679 mV at 298 K; at i = 2 i0 sinh(1) the argument is exactly 1.
        final double thermal = 8.31446261815324 * 298 / 96485.33212331;
        assertEquals(2 * thermal, kinetics.overpotentialV(2 * 0.8 * Math.sinh(1)), ULPS);
    }

    @Property(tries = 500, seed = "20220601")
    void overpotentialAndCurrentDensityAreInverse(@ForAll @DoubleRange(min = -12, max = 6) final double exponent,
        @ForAll final boolean anodic, @ForAll @DoubleRange(min = 0.05, max = 2) final double alphaAnodic,
        @ForAll @DoubleRange(min = 0.05, max = 2) final double alphaCathodic) {
        final ButlerVolmer kinetics = new ButlerVolmer(0.8, alphaAnodic, alphaCathodic, 311);
        final double current = (anodic ? 1 : -1) * Math.pow(10, exponent);
        final double back = kinetics.currentDensityMAPerCm2(kinetics.overpotentialV(current));
        // A relative error ε of η moves i by ε α F η / RT, whose factor stays below ln(1 + 1.25e6) ≈ 14 here; where
        // one coefficient is 40 times the other, cancellation costs that factor of digits.
        assertEquals(current, back, 1e-11 * Math.abs(current));
    }

    @Test
    void nearlyEqualCoefficientsAgreeWithEqualOnes() {
        final ButlerVolmer equal = new ButlerVolmer(0.8, 0.5, 0.5, 298);
        final ButlerVolmer nearly = new ButlerVolmer(0.8, 0.5, Math.nextUp(0.5), 298);
        for (final double current : new double[] {-1e4, -3, -1e-9, 0, 1e-9, 0.3, 1e4, 1e12}) {
            final double expected = equal.overpotentialV(current);
            assertEquals(expected, nearly.overpotentialV(current), 1e-13 * Math.abs(expected) + 1e-300);
        }
    }

    @Test
    void overpotentialIsOhmicAtSmallCurrent() {
        final ButlerVolmer kinetics = new ButlerVolmer(0.8, 0.3, 0.7, 298);
        // Charge transfer resistance RT / (i0 F (α_a + α_c)); the next term of the series is smaller by i / i0.
        final double resistance = kinetics.thermalVoltageV() / 0.8;
        assertEquals(resistance * 1e-10, kinetics.overpotentialV(1e-10), 1e-9 * resistance * 1e-10);
        assertEquals(1 / resistance, kinetics.slopeMAPerCm2V(0), 1e-12 / resistance);
    }

    @Test
    void theSlopeIsThatOfTheCurrentDensity() {
        final ButlerVolmer kinetics = new ButlerVolmer(0.8, 0.35, 0.6, 311);
        // Both transfer coefficients at once, one outweighing the other at either end.
        for (final double volts : new double[] {-0.2, -0.03, 0, 0.01, 0.15}) {
            final double step = 1e-5;
            final double difference = (kinetics.currentDensityMAPerCm2(volts + step) - kinetics.currentDensityMAPerCm2(volts - step)) / (2 * step);
            // The next term is (α F step / RT)² / 6 of the slope.
            assertEquals(difference, kinetics.slopeMAPerCm2V(volts), 1e-8 * difference);
        }
    }

    @Test
    void infiniteCurrentDensityNeedsAnInfiniteOverpotential() {
        for (final double alphaCathodic : new double[] {0.5, 0.6}) {
            final ButlerVolmer kinetics = new ButlerVolmer(0.8, 0.5, alphaCathodic, 298);
            assertEquals(Double.POSITIVE_INFINITY, kinetics.overpotentialV(Double.POSITIVE_INFINITY));
            assertEquals(Double.NEGATIVE_INFINITY, kinetics.overpotentialV(Double.NEGATIVE_INFINITY));
            assertEquals(0, kinetics.overpotentialV(0));
            assertTrue(Double.isNaN(kinetics.overpotentialV(Double.NaN)));
        }
    }

    @Test
    void impossibleParametersAreRefusedWithTheirUnit() {
        final InputException refused = assertThrows(InputException.class, () -> new ButlerVolmer(0, 0.5, 0.5, 298));
        assertTrue(refused.getMessage().contains("mA cm⁻²"), refused.getMessage());
        assertThrows(InputException.class, () -> new ButlerVolmer(0.8, -0.5, 0.5, 298));
        assertThrows(InputException.class, () -> new ButlerVolmer(0.8, 0.5, Double.NaN, 298));
        assertThrows(InputException.class, () -> new ButlerVolmer(0.8, 0.5, 0.5, Double.POSITIVE_INFINITY));
    }
}
