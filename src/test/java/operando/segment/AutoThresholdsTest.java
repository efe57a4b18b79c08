package operando.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import operando.cell.InputException;
import operando.cell.Thresholds;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import org.junit.jupiter.api.Test;

/** Layers of known grey values under noise: the histogram gives them back. */
class AutoThresholdsTest {

    private static final int WIDTH = 47;
    private static final int HEIGHT = 36;
    private static final double NOISE = 4;
    // Means over 27 voxels vary by 0.8 levels; the mean of the thousands in a peak by far less. A bin is 0.2 levels wide.
    private static final double TOLERANCE = 0.3;

    /** Layers from the first slice on: grey value, thickness, …; the left half of the columns has voids of this grey value in the last lithium voxels. */
    private static Scan scan(final double voids, final double... layers) {
        final Random random = new Random(8);
        final List<float[]> slices = new ArrayList<>();
        for (int i = 0; i < layers.length; i += 2) {
            for (int k = 0; k < layers[i + 1]; k++) {
                final float[] slice = new float[WIDTH * HEIGHT];
                final boolean isVoid = voids > 0 && i == 2 && k >= layers[3] - 8;
                for (int at = 0; at < slice.length; at++) {
                    slice[at] = (float) ((isVoid && at % WIDTH < WIDTH / 2 ? voids : layers[i]) + NOISE * random.nextGaussian());
                }
                slices.add(slice);
            }
        }
        return new MemoryScan("layers", WIDTH, HEIGHT, slices, Optional.empty());
    }

    private static PhaseGreys greys(final Scan scan) {
        try (Cores cores = new Cores(2)) {
            return AutoThresholds.of(scan, cores, Progress.SILENT);
        }
    }

    @Test
    void allFivePhasesAreFound() {
        final PhaseGreys greys = greys(scan(35, 230, 10, 75, 20, 122, 9, 168, 50, 122, 9, 75, 18, 230, 12));
        assertEquals(35, greys.voids(), TOLERANCE);
        assertEquals(75, greys.lithium(), TOLERANCE);
        assertEquals(122, greys.interphase(), TOLERANCE);
        assertEquals(168, greys.electrolyte(), TOLERANCE);
        assertEquals(230, greys.collector(), TOLERANCE);
        final Thresholds thresholds = greys.thresholds();
        assertEquals(55, thresholds.voidLithium(), TOLERANCE);
        assertEquals(98.5, thresholds.lithiumInterphase(), TOLERANCE);
        assertEquals(145, thresholds.interphaseElectrolyte(), TOLERANCE);
        assertEquals(199, thresholds.electrolyteCollector(), TOLERANCE);
    }

    @Test
    void noiseIsThatFromVoxelToVoxel() {
        try (Cores cores = new Cores(1)) {
            // The median of 64 · 36 · 46 differences between neighbours along a slice is good to a percent.
            assertEquals(NOISE, EdgeFreeHistogram.of(scan(0, 230, 10, 75, 20, 168, 50, 75, 18, 230, 12), cores, Progress.SILENT).noise(), 0.02 * NOISE);
        }
    }

    @Test
    void phasesThatAreMissingLieWhereTheyUsuallyDo() {
        final PhaseGreys greys = greys(scan(0, 230, 10, 70, 20, 170, 50, 70, 18, 230, 12));
        assertEquals(70, greys.lithium(), TOLERANCE);
        assertEquals(110, greys.interphase(), TOLERANCE);
        assertEquals(30, greys.voids(), 2 * TOLERANCE);
        final PhaseGreys open = greys(scan(0, 75, 30, 122, 9, 168, 50, 122, 9, 75, 30));
        assertFalse(open.hasCollector());
        assertTrue(Double.isInfinite(open.thresholds().electrolyteCollector()));
    }

    @Test
    void aStackWithoutLithiumBesideAnElectrolyteIsRefused() {
        final InputException refused = assertThrows(InputException.class, () -> greys(scan(0, 168, 90)));
        assertTrue(refused.getMessage().contains("no lithium is found"), refused.getMessage());
    }

    @Test
    void thresholdsSayWhatLiesBetweenThem() {
        final PhaseGreys greys = new PhaseGreys(35, 75, 115, 155, 195);
        final PhaseGreys between = PhaseGreys.between(greys.thresholds());
        assertEquals(greys, between);
        assertTrue(Double.isNaN(PhaseGreys.between(new Thresholds(55, 95, 135, Double.POSITIVE_INFINITY)).collector()));
        // Lithium lies above the threshold to void, wherever the others are.
        assertEquals(90, PhaseGreys.between(new Thresholds(80, 100, 190, 250)).lithium());
        assertThrows(InputException.class, () -> new PhaseGreys(35, 75, 75, 155, 195));
        assertThrows(InputException.class, () -> new PhaseGreys(35, 75, 115, 155, 155));
        assertThrows(InputException.class, () -> new PhaseGreys(75, 75, 115, 155, 195));
        assertThrows(InputException.class, () -> new PhaseGreys(35, 75, 155, 155, 195));
        assertFalse(new PhaseGreys(35, 75, 115, 155, Double.NaN).hasCollector());
    }
}
