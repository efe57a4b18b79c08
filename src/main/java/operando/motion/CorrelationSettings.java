package operando.motion;

import java.util.OptionalDouble;

import operando.cell.InputException;
import operando.motion.subvolume.ShapeOrder;

/**
 * How displacements are measured.
 *
 * @param spacingVoxels    distance of the grid's points along each axis, voxels
 * @param subvolumeVoxels  side of the cube that is looked for about each point, voxels, odd; larger cubes are less noisy
 *                         and blur the field more
 * @param order            degree of the deformation within a subvolume
 * @param smoothingVoxels  standard deviation of a Gaussian by which both scans are smoothed first, voxels; chosen from
 *                         the noise where it is not given
 * @param leastCorrelation zero-mean normalised cross-correlation below which a match is not believed
 * @param largestErrorVoxels error by noise, voxels, above which a subvolume counts as without texture
 * @param leastMaskShare   part of a subvolume that must lie in the mask
 * @param outlierRatio     normalised deviation from what the neighbours predict above which a point is an outlier
 */
public record CorrelationSettings(int spacingVoxels, int subvolumeVoxels, ShapeOrder order,
                                  OptionalDouble smoothingVoxels, double leastCorrelation, double largestErrorVoxels,
                                  double leastMaskShare, double outlierRatio) {

    private static final int LEAST_SUBVOLUME = 9;
    private static final int LARGEST_SUBVOLUME = 129;

    public CorrelationSettings {
        require("spacing", spacingVoxels, 1, 10000);
        require("subvolume", subvolumeVoxels, LEAST_SUBVOLUME, LARGEST_SUBVOLUME);
        if (subvolumeVoxels % 2 == 0) {
            throw new InputException("subvolume", "a cube of " + subvolumeVoxels + " voxels has no middle voxel",
                "give an odd number");
        }
        if (smoothingVoxels.isPresent()) {
            require("smoothing", smoothingVoxels.getAsDouble(), 0, 5);
        }
        require("leastCorrelation", leastCorrelation, 0, 1);
        require("largestErrorVoxels", largestErrorVoxels, 1e-6, 10);
        require("leastMaskShare", leastMaskShare, 0, 1);
        require("outlierRatio", outlierRatio, 0.5, 1000);
    }

    /** A point every 16 voxels, subvolumes of 33 voxels a side, order and smoothing chosen from the data. */
    public static CorrelationSettings defaults() {
        return new CorrelationSettings(16, 33, ShapeOrder.AUTOMATIC, OptionalDouble.empty(), 0.5, 0.2, 0.3, 4);
    }

    public CorrelationSettings withSpacing(final int voxels) {
        return new CorrelationSettings(voxels, subvolumeVoxels, order, smoothingVoxels, leastCorrelation,
            largestErrorVoxels, leastMaskShare, outlierRatio);
    }

    public CorrelationSettings withSubvolume(final int voxels) {
        return new CorrelationSettings(spacingVoxels, voxels, order, smoothingVoxels, leastCorrelation,
            largestErrorVoxels, leastMaskShare, outlierRatio);
    }

    public CorrelationSettings withOrder(final ShapeOrder newOrder) {
        return new CorrelationSettings(spacingVoxels, subvolumeVoxels, newOrder, smoothingVoxels, leastCorrelation,
            largestErrorVoxels, leastMaskShare, outlierRatio);
    }

    public CorrelationSettings withSmoothing(final double voxels) {
        return new CorrelationSettings(spacingVoxels, subvolumeVoxels, order, OptionalDouble.of(voxels),
            leastCorrelation, largestErrorVoxels, leastMaskShare, outlierRatio);
    }

    int radius() {
        return subvolumeVoxels / 2;
    }

    private static void require(final String name, final double value, final double least, final double most) {
        if (!(value >= least && value <= most)) {
            throw new InputException(name, value + " is out of range", "give " + least + " to " + most);
        }
    }
}
