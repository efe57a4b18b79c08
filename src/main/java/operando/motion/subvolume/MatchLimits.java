package operando.motion.subvolume;

import java.io.Serializable;

/**
 * What a subvolume must be to be looked for, and what a match must be to be believed.
 *
 * @param radius           half the subvolume's side, voxels
 * @param smoothing        how both volumes were smoothed
 * @param noise            variance of the white noise of one volume before smoothing
 * @param leastShare       part of the subvolume that must lie in the mask
 * @param leastCorrelation zero-mean normalised cross-correlation of a match
 * @param largestError     error that noise may cause along any direction, voxels
 */
public record MatchLimits(int radius, ShapeOrder order, Smoothing smoothing, double noise, double leastShare,
                   double leastCorrelation, double largestError) implements Serializable {

    /** Nothing is known of the noise and everything is believed. */
    public static MatchLimits open(final int radius, final ShapeOrder order) {
        return new MatchLimits(radius, order, Smoothing.NONE, 0, 0, -1, Double.POSITIVE_INFINITY);
    }

    /** Voxels of a subvolume whose noise is independent: smoothing shares the noise of a voxel with those beside it. */
    public double independentVoxels() {
        return Math.pow(2 * radius + 1.0, 3) * smoothing.keptNoise();
    }
}
