package operando.phantom;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Random numbers that depend on a seed and the number of a stream only, so that slices may be made in any order.
 * SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
 */
final class KeyedRandom {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1p-53;
    private static final float[] NORMAL = normalQuantiles();

    private long state;

    KeyedRandom(final long seed, final long... stream) {
        long key = mix(seed);
        for (final long part : stream) {
            key = mix(key + STEP + part);
        }
        state = key;
    }

    /** A scrambled 64-bit number for a key. */
    static long mix(final long key) {
        long z = key;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    double uniform() {
        return (next() >>> 11) * TO_UNIT;
    }

    double between(final double from, final double to) {
        return from + (to - from) * uniform();
    }

    /** Mean 0, standard deviation 1, cut off at 4.2. */
    float normal() {
        return NORMAL[(int) (next() >>> 48)];
    }

    private static float[] normalQuantiles() {
        final NormalDistribution normal = new NormalDistribution(null, 0, 1);
        final float[] quantiles = new float[1 << 16];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = (float) normal.inverseCumulativeProbability((i + 0.5) / quantiles.length);
        }
        return quantiles;
    }
}
