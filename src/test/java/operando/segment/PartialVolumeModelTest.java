package operando.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A void of known thickness over an electrolyte's surface, blurred: the model tells both from what it leaves to see. */
class PartialVolumeModelTest {

    private static final PhaseGreys GREYS = new PhaseGreys(21, 63, 128, 171, 230);
    private static final double SURFACE = 40;
    // Thickness is looked up in steps of 1/32 of the blur and interpolated; D'' is at most (L - V) / (σ √(2π)), D' at least what it
    // is at the thinnest void asked for, so that the error is below (σ/32)²/8 · D''/D' < 0.001 σ.
    private static final double TABLE = 0.001;

    private static BlurredLayers layers(final double sigma, final double thickness) {
        return BlurredLayers.of(sigma, new double[] {GREYS.lithium(), GREYS.voids(), GREYS.interphase()}, SURFACE - thickness, SURFACE);
    }

    private static double level() {
        return (GREYS.lithium() + GREYS.interphase()) / 2;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.3, 2})
    void thicknessAndSurfaceFollowFromTheShortfallBeforeThePassing(final double sigma) {
        final PartialVolumeModel model = new PartialVolumeModel(GREYS, sigma);
        assertEquals(level(), model.level(), 1e-4);
        for (final double relative : new double[] {0.5, 0.77, 1, 1.6, 2.9, 5, 7.99, 8, 11}) {
            final double thickness = relative * sigma;
            final BlurredLayers layers = layers(sigma, thickness);
            // Below the level from the void's middle on.
            final double passed = layers.passing(SURFACE - thickness / 2, level());
            final double shortfall = layers.shortfall(GREYS.lithium(), SURFACE - thickness - 8 * sigma, passed);
            assertEquals(thickness, model.thickness((float) shortfall), TABLE * sigma + 2e-5 * thickness);
            assertEquals(passed - SURFACE, model.passingAfterSurface((float) thickness), TABLE * sigma);
        }
    }

    @Test
    void aShortfallThatBlurAloneLeavesIsNoVoid() {
        final PartialVolumeModel model = new PartialVolumeModel(GREYS, 1.3);
        final BlurredLayers layers = layers(1.3, 0);
        // Without a void the level lies half-way, so it is passed at the surface itself, and the grey value only exceeds that of lithium.
        assertEquals(SURFACE, layers.passing(SURFACE - 5, level()), 1e-9);
        final double shortfall = layers.shortfall(GREYS.lithium(), SURFACE - 12, SURFACE);
        assertTrue(shortfall < 0);
        assertEquals(0, model.thickness((float) shortfall), 1e-5);
        assertEquals(0, model.thickness((float) (shortfall - 10)), 0);
        assertEquals(0, model.passingAfterSurface(0), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.3, 2})
    void aVoidUnderLithiumIsAsThickAsWhatItTakesFromTheGreyValue(final double sigma) {
        final PartialVolumeModel model = new PartialVolumeModel(GREYS, sigma);
        for (final double thickness : new double[] {1.4, 3, 6.3}) {
            final double from = 20.3;
            final GreyColumn column = BlurredLayers.of(sigma, new double[] {GREYS.lithium(), GREYS.voids(), GREYS.lithium()}, from, from + thickness).column(60);
            final VoidRun run = new VoidRun(true, 21, 21 + (int) Math.round(thickness) - 1);
            // Of a Gaussian 0.27 % lie beyond 3 σ, half of it on either side, each σ wide at most; sampling at voxels adds what it does at a blur of 0.6.
            assertEquals(thickness, model.buriedThickness(column, run), 0.003 * sigma + 2 * Math.exp(-2 * Math.pow(Math.PI * sigma, 2)));
        }
        final GreyColumn bright = BlurredLayers.of(sigma, new double[] {GREYS.lithium(), GREYS.electrolyte()}, 30).column(60);
        assertEquals(0, model.buriedThickness(bright, new VoidRun(true, 28, 33)), 0, "what is brighter than lithium is no void");
        final GreyColumn black = new GreyColumn(new float[60], 60, false).at(0, 0);
        assertEquals(60, model.buriedThickness(black, new VoidRun(true, 0, 60)), 1e-4, "darker than void is void, and beyond the stack nothing is");
    }

    @Test
    void aVoidMuchThinnerThanTheBlurLooksLikeADeeperSurface() {
        final double sigma = 1.7;
        final PartialVolumeModel model = new PartialVolumeModel(GREYS, sigma);
        for (final double thickness : new double[] {0.01, 0.02}) {
            final double apparent = layers(sigma, thickness).passing(SURFACE - 2, level()) - SURFACE;
            // The next order in t/σ.
            assertEquals(thickness, model.thinVoid((float) apparent), thickness * thickness / sigma);
            assertEquals(-thickness, model.thinVoid((float) -apparent), thickness * thickness / sigma);
        }
    }

    @Test
    void theBlurFollowsFromTheShortfallBeforeAnEdge() {
        for (final double sigma : new double[] {0.5, 1.3, 3}) {
            final BlurredLayers falling = BlurredLayers.of(sigma, new double[] {GREYS.collector(), GREYS.lithium()}, SURFACE);
            final double shortfall = falling.shortfall(GREYS.collector(), SURFACE - 9 * sigma, SURFACE);
            assertEquals(sigma, PartialVolumeModel.sigma(GREYS.collector() - GREYS.lithium(), shortfall), 1e-6);
        }
    }

    @Test
    void levelsLieHalfWayBetweenNeighbours() {
        final PartialVolumeModel model = new PartialVolumeModel(GREYS, 1.3);
        assertEquals(146.5, model.collectorLevel());
        assertEquals(149.5, model.electrolyteLevel());
        assertEquals(63, model.lithium());
        assertEquals(1.3, model.sigma());
    }
}
