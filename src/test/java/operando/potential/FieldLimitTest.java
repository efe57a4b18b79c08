package operando.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

import operando.cell.InputException;
import operando.potential.published.PublishedFigure;
import org.junit.jupiter.api.Test;

/** Voltages that no electrolyte bears are refused; those of the paper are far below. */
class FieldLimitTest {

    private static final double JUMP_M = 0.3e-9;

    @Test
    void atTheLimitAJumpingIonIsEighteenPerCentFasterThanInProportion() {
        final double thermalEv = 0.0257;
        final double half = FieldLimit.voltsPerMetre(thermalEv) * JUMP_M / (2 * thermalEv);
        assertEquals(1.18, Math.sinh(half) / half, 0.005);
        assertEquals(1.7e8, FieldLimit.voltsPerMetre(thermalEv), 0.02e8);
    }

    @Test
    void everyPublishedProfileIsWithin() {
        for (final String figure : new String[] {"2", "3", "4b", "4d", "5c", "6b", "7a", "7b", "8d"}) {
            PublishedFigure.named(figure).cases().forEach(curve -> {
                final PotentialProfile profile = PotentialSolver.solve(curve.stack());
                assertSame(profile, FieldLimit.require(profile));
            });
        }
    }

    @Test
    void aBottleneckIsRefusedFromTheConductivityOnWhereItsFieldExceedsTheLimit() {
        final LayerStack stack = LayerStack.of(-3, 0.15, new Layer("cathodic", 75, 1, 9.65e-18, -2.3), new Layer("anodic", 25, 1, 9.65e-18, -0.7));
        final double limit = FieldLimit.voltsPerMetre(stack.thermalEnergyEv());
        int within = 0;
        int refused = 0;
        for (double conductivity = 1e-3; conductivity > 1e-13; conductivity /= 10) {
            final PotentialProfile profile = PotentialSolver.solve(stack.withBottlenecks(new Bottleneck(0.5, 0.001, conductivity)));
            // What falls off over the bottleneck, a thousandth of 100 µm thick.
            final double field = (profile.electrostaticPotentialEv(0.4995) - profile.electrostaticPotentialEv(0.5005)) / 1e-7;
            if (field <= limit) {
                within++;
                assertSame(profile, FieldLimit.require(profile));
            } else {
                refused++;
                final String message = assertThrows(InputException.class, () -> FieldLimit.require(profile)).getMessage();
                assertTrue(message.startsWith("bottleneck in ") && message.contains(String.format(Locale.ROOT, "field of %.1e V/m", field)), message);
            }
        }
        assertTrue(within > 2 && refused > 2, within + " within, " + refused + " refused");
    }

    @Test
    void withoutIonsInTheCurrentTheLeastConductivityIsNoObstacle() {
        // Electrons of 1 S/m carry the current with less than a millivolt.
        final LayerStack mixed = LayerStack.of(-1.5, -1.4999, new Layer("mixed", 100, 1e-7, 0.5, -1.5));
        final PotentialProfile profile = PotentialSolver.solve(mixed);
        assertTrue(Math.abs(profile.transferenceNumber()) < 0.01, "t = " + profile.transferenceNumber());
        assertSame(profile, FieldLimit.require(profile));
    }
}
