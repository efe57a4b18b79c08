package operando.segment.learn.origin;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The least and the largest value of each feature that a classifier has seen. A feature that was always missing has no range:
 * its least value is above its largest.
 */
public record FeatureRanges(float[] least, float[] largest) implements Serializable {

    /** @throws IllegalArgumentException if not every feature has both */
    public FeatureRanges {
        if (least.length != largest.length) {
            throw new IllegalArgumentException(least.length + " least and " + largest.length + " largest values");
        }
    }

    /** Where it is not known what was seen. */
    public static FeatureRanges unknown() {
        return none(0);
    }

    private static FeatureRanges none(final int features) {
        final FeatureRanges none = new FeatureRanges(new float[features], new float[features]);
        Arrays.fill(none.least, Float.POSITIVE_INFINITY);
        Arrays.fill(none.largest, Float.NEGATIVE_INFINITY);
        return none;
    }

    /** @param rows [voxel][feature] */
    public static FeatureRanges ofRows(final float[][] rows, final int features) {
        final FeatureRanges seen = none(features);
        for (final float[] row : rows) {
            for (int f = 0; f < Math.min(features, row.length); f++) {
                seen.see(f, row[f]);
            }
        }
        return seen;
    }

    /** @param features [feature][voxel] */
    public static FeatureRanges ofBlock(final float[][] features) {
        final FeatureRanges seen = none(features.length);
        for (int f = 0; f < features.length; f++) {
            for (final float value : features[f]) {
                seen.see(f, value);
            }
        }
        return seen;
    }

    private void see(final int feature, final float value) {
        if (value < least[feature]) {
            least[feature] = value;
        }
        if (value > largest[feature]) {
            largest[feature] = value;
        }
    }

    public int size() {
        return least.length;
    }

    /** What either has seen. */
    public FeatureRanges with(final FeatureRanges other) {
        final FeatureRanges both = none(least.length);
        for (int f = 0; f < least.length; f++) {
            both.least[f] = Math.min(least[f], other.least[f]);
            both.largest[f] = Math.max(largest[f], other.largest[f]);
        }
        return both;
    }

    /** Those of some features in another order. */
    public FeatureRanges at(final int[] places) {
        final FeatureRanges some = none(places.length);
        for (int f = 0; f < places.length; f++) {
            some.least[f] = least[places[f]];
            some.largest[f] = largest[places[f]];
        }
        return some;
    }

    /**
     * Counts for each feature the voxels whose value is out of its range.
     *
     * @param features [feature][voxel]
     * @param counts   are added to
     */
    public void countBeyond(final float[][] features, final long[] counts) {
        for (int f = 0; f < least.length; f++) {
            int beyond = 0;
            for (final float value : features[f]) {
                beyond += value < least[f] || value > largest[f] ? 1 : 0;
            }
            counts[f] += beyond;
        }
    }
}
