package operando.segment.feature.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** 2-D features made of derivatives under a Gaussian, against closed forms. */
class SliceDerivativesTest {

    private static final double FREQUENCY = 0.25;

    /** d²ᵏ/dxᵏdyᵏ and the Laplacian of cos ωx cos ωy under a Gaussian, at a pixel whose kernel meets no border. */
    @Test
    void derivativesOfAWaveAreItsOwn() {
        final int width = 121;
        final int height = 113;
        final double sigma = 4;
        final float[] grey = new float[width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (float) (Math.cos(FREQUENCY * (i % width)) * Math.cos(FREQUENCY * (i / width)));
        }
        final Map<String, float[]> found = SliceFeaturesTest.features(SliceFeaturesTest.whole(width, height, grey), SliceFeatures.named(List.of("Derivatives_2_2_4.0",
            "Derivatives_3_3_4.0", "Derivatives_4_4_4.0", "Derivatives_5_5_4.0", "Laplacian_4.0")));
        final double damped = Math.exp(-FREQUENCY * FREQUENCY * sigma * sigma);
        for (int y = 50; y < 60; y++) {
            for (int x = 51; x < 67; x++) {
                final double even = Math.cos(FREQUENCY * x) * Math.cos(FREQUENCY * y);
                final double odd = Math.sin(FREQUENCY * x) * Math.sin(FREQUENCY * y);
                for (int k = 2; k <= 5; k++) {
                    // Kernels end at 4 (k = 2) or 5 sigma; what is left beyond is at most 0.0024 an axis.
                    final double amplitude = Math.pow(FREQUENCY, 2 * k) * damped;
                    assertEquals(amplitude * (k % 2 == 0 ? even : odd), found.get("Derivatives_" + k + "_" + k + "_4.0")[y * width + x],
                        0.006 * amplitude, "order " + k);
                }
                final double amplitude = 2 * FREQUENCY * FREQUENCY * damped;
                assertEquals(-amplitude * even, found.get("Laplacian_4.0")[y * width + x], 0.006 * amplitude);
            }
        }
    }

    @Test
    void theStructureOfASlopeIsItsSquareInOneDirection() {
        final int width = 61;
        final int height = 57;
        final float[] grey = new float[width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 3 * (i % width) - 4 * (i / width);
        }
        final Map<String, float[]> found = SliceFeaturesTest.features(SliceFeaturesTest.whole(width, height, grey),
            SliceFeatures.named(List.of("Structure_largest_2.0_3.0", "Structure_smallest_2.0_3.0")));
        final int centre = 28 * width + 30;
        // The derivative's kernel ends at 4 sigma: 0.0011 of the slope is missing, twice that of its square.
        assertEquals(25, found.get("Structure_largest_2.0_3.0")[centre], 25 * 0.0025);
        assertEquals(0, found.get("Structure_smallest_2.0_3.0")[centre], 25 * 1e-6);
    }
}
