package operando.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import operando.segment.GreyPeaks.Peak;
import org.junit.jupiter.api.Test;

/** Histograms of 1024 bins from grey −100 to 924, a bin a grey level, with samples where they are put. */
class GreyPeaksTest {

    private static final double LEAST = -100;

    private static EdgeFreeHistogram histogram(final double noise) {
        return new EdgeFreeHistogram(LEAST, LEAST + EdgeFreeHistogram.BINS, noise, Optional.empty());
    }

    /** Samples in one bin. */
    private static void put(final EdgeFreeHistogram histogram, final int bin, final long inner, final long outer) {
        histogram.inner()[bin] += inner;
        histogram.outer()[bin] += outer;
    }

    @Test
    void everyPeakHasItsGreyAndItsSamplesInBothPartsOfTheStack() {
        final EdgeFreeHistogram histogram = histogram(0);
        put(histogram, 100, 30, 500);
        put(histogram, 103, 0, 40);
        put(histogram, 400, 700, 10);
        put(histogram, 900, 0, 60);
        final List<Peak> peaks = GreyPeaks.of(histogram);
        assertEquals(3, peaks.size());
        assertEquals(30, peaks.get(0).inner());
        assertEquals(540, peaks.get(0).outer());
        assertEquals(570, peaks.get(0).count());
        assertEquals(540 - 60, peaks.get(0).outerExcess());
        // Forty of 570 samples lie three bins further: 0.2 bins, and the upper half of the peak ends at whole bins.
        assertEquals(LEAST + 100.5 + 3 * 40.0 / 570, peaks.get(0).grey(), 0.5);
        assertEquals(LEAST + 400.5, peaks.get(1).grey(), 1e-9, "a lone peak is as its samples are");
        assertEquals(710, peaks.get(1).count());
        assertEquals(LEAST + 900.5, peaks.get(2).grey(), 1e-9);
        assertEquals(60, peaks.get(2).count());
    }

    @Test
    void aPeakOfAFewSamplesIsNone() {
        final EdgeFreeHistogram histogram = histogram(0);
        put(histogram, 300, 1000, 0);
        put(histogram, 500, 19, 0);
        put(histogram, 700, 10, 10);
        assertEquals(List.of(1000L, 20L), GreyPeaks.of(histogram).stream().map(Peak::count).toList());
    }

    @Test
    void samplesGoToThePeakOnWhoseSideOfTheValleyTheyLie() {
        final EdgeFreeHistogram histogram = histogram(0);
        put(histogram, 300, 0, 1000);
        put(histogram, 400, 0, 1000);
        // Bumps too small to stand clear: of equal peaks the deepest place lies half-way.
        put(histogram, 306, 5, 0);
        put(histogram, 394, 7, 0);
        final List<Peak> peaks = GreyPeaks.of(histogram);
        assertEquals(List.of(1005L, 1007L), peaks.stream().map(Peak::count).toList());
        assertEquals(List.of(5L, 7L), peaks.stream().map(Peak::inner).toList());
    }

    @Test
    void twoPhasesAreToldApartWhereTheValleyIsBelowFourFifthsOfBoth() {
        // Of two equal Gaussians d apart the valley over the top is about 2 exp(-d²/8σ²) / (1 + exp(-d²/2σ²)), σ = 4.1 bins.
        assertEquals(1, two(10).size(), "0.91");
        assertEquals(2, two(12).size(), "0.67");
    }

    private static List<Peak> two(final int apart) {
        final EdgeFreeHistogram histogram = histogram(0);
        put(histogram, 500, 100, 100);
        put(histogram, 500 + apart, 100, 100);
        return GreyPeaks.of(histogram);
    }

    @Test
    void noiseMakesThePeaksWider() {
        final EdgeFreeHistogram clear = histogram(0);
        final EdgeFreeHistogram noisy = histogram(40);
        for (final EdgeFreeHistogram histogram : List.of(clear, noisy)) {
            put(histogram, 500, 100, 0);
            put(histogram, 524, 100, 0);
        }
        assertEquals(2, GreyPeaks.of(clear).size(), "six standard deviations of 4.1 bins");
        final List<Peak> merged = GreyPeaks.of(noisy);
        assertEquals(1, merged.size(), "a quarter of the noise is a standard deviation of ten bins");
        assertEquals(200, merged.get(0).count());
        assertEquals(LEAST + 512.5, merged.get(0).grey(), 1e-6, "between both");
    }

    @Test
    void anEmptyHistogramHasNoPeaks() {
        assertTrue(GreyPeaks.of(histogram(0)).isEmpty());
    }

    @Test
    void aSecondTopBesideAHigherOneIsPartOfItUnlessTheValleyIsDeep() {
        final EdgeFreeHistogram histogram = histogram(0);
        put(histogram, 500, 1000, 0);
        put(histogram, 560, 400, 0);
        put(histogram, 570, 1000, 0);
        put(histogram, 600, 300, 0);
        final List<Peak> peaks = GreyPeaks.of(histogram);
        assertEquals(3, peaks.size());
        assertEquals(1400, peaks.get(1).count());
    }
}
