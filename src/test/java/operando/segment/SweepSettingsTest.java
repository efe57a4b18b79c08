package operando.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.Thresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user may say of the sweep. */
class SweepSettingsTest {

    @Test
    void thresholdsAreAutoOrThreeOrFourGreyValues() {
        assertEquals(new SweepSettings(Optional.empty(), 3, 2), SweepSettings.of(" Auto ", 3, 2));
        assertEquals(Optional.of(new Thresholds(60, 100, 145, 200)), SweepSettings.of("60,100, 145 ,200", 4, 5).thresholds());
        assertEquals(Optional.of(new Thresholds(-1.5, 2e3, 3e3, 4e3)), SweepSettings.of("-1.5; 2e3 3e3;4e3", 4, 5).thresholds());
        assertEquals(Optional.of(new Thresholds(60, 100, 145, Double.POSITIVE_INFINITY)), SweepSettings.of("60,100,145", 4, 5).thresholds(), "no collector in view");
        assertEquals(7, SweepSettings.of("60,100,145", 7, 5).lookAhead());
        assertEquals(8, SweepSettings.of("60,100,145", 7, 8).contactDepth());
        assertEquals(Optional.of(new Thresholds(1, 2, 3, 4)), SweepSettings.defaults().withThresholds(new Thresholds(1, 2, 3, 4)).thresholds());
        assertEquals(SweepSettings.defaults().lookAhead(), SweepSettings.defaults().withThresholds(new Thresholds(1, 2, 3, 4)).lookAhead());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "60,100", "60,100,145,200,230", "60,hundred,145", "otsu", "100,60,145,200"})
    void anythingElseIsRefused(final String words) {
        assertThrows(InputException.class, () -> SweepSettings.of(words, 4, 5));
    }

    @Test
    void lookAheadAndContactDepthAreOneToFiftyVoxels() {
        assertEquals(1, new SweepSettings(Optional.empty(), 1, 50).lookAhead());
        assertEquals(1, new SweepSettings(Optional.empty(), 50, 1).contactDepth());
        assertTrue(assertThrows(InputException.class, () -> new SweepSettings(Optional.empty(), 0, 5)).getMessage().contains("look-ahead"));
        assertTrue(assertThrows(InputException.class, () -> new SweepSettings(Optional.empty(), 4, 51)).getMessage().contains("contact depth"));
    }

    @Test
    void theyCanBeSentToAnotherMachine() throws Exception {
        for (final SweepSettings settings : new SweepSettings[] {SweepSettings.defaults(), SweepSettings.of("60,100,145", 3, 2)}) {
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(settings);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                assertEquals(settings, in.readObject());
            }
        }
    }

    @Test
    void aRuleTakesGreysOrRanks() {
        final SweepSettings settings = new SweepSettings(Optional.empty(), 3, 2);
        final Thresholds greys = new Thresholds(60, 100, 145, 200);
        final SweepRule rule = SweepRule.ofGreys(settings, greys);
        assertEquals(new SweepRule(greys, 3, 2, false), rule);
        assertEquals(new SweepRule(new Thresholds(0.5, 1.5, 2.5, 3.5), 3, 2, true), SweepRule.ofRanks(settings));
        assertEquals(new SweepRule(new Thresholds(1, 2, 3, 4), 3, 2, false), rule.with(new Thresholds(1, 2, 3, 4)));
    }

    @Test
    void falselyDarkColumnsFollowFromTheContrast() {
        // Q(2.9) = 0.00187 a voxel (tables of the normal distribution), 1 - (1 - Q)^5 = 0.0093 of five.
        final ImageQuality good = ImageQuality.of(2, 5.8, 0.5, 5);
        assertEquals(0.00929, good.falseVoidShare(), 5e-5);
        assertTrue(good.tellsPhases() && good.tellsContact() && good.tellsVoids());
        assertEquals(0.5 * 2.35482, good.resolutionVoxels(), 1e-5);
        assertEquals(1 - Math.pow(0.5, 3), ImageQuality.of(2, 0, 0.5, 3).falseVoidShare(), 1e-12, "without contrast half of the voxels are dark");
        assertFalse(quality(0.5, 0.031).tellsVoids());
        assertTrue(quality(0.5, 0.031).tellsContact());
        assertFalse(quality(0.5, 0.11).tellsContact());
        assertTrue(quality(0.5, 0.11).tellsPhases());
        assertFalse(quality(0.5, 0.31).tellsPhases());
        assertFalse(quality(1.6, 0).tellsContact() || quality(1.6, 0).tellsVoids());
        assertTrue(quality(1.6, 0).tellsPhases());
        assertFalse(quality(2.6, 0).tellsPhases());
        assertTrue(quality(Double.NaN, 0).tellsPhases() && quality(Double.NaN, 0).tellsContact() && quality(Double.NaN, 0).tellsVoids(), "a blur that is not known is not held against it");
        assertTrue(quality(1.5, 0.03).tellsVoids() && quality(1.5, 0.1).tellsContact() && quality(2.5, 0.3).tellsPhases(), "the limits themselves");
    }

    private static ImageQuality quality(final double blur, final double falseVoids) {
        return new ImageQuality(2, 5, blur, falseVoids);
    }
}
