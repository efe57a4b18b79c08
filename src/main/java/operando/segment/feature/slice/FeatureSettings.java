package operando.segment.feature.slice;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import operando.cell.InputException;

/**
 * Which 2-D features of Trainable Weka Segmentation to compute. Sigmas go from the smallest to the largest, each twice the
 * one before; they are nominal, as in the names of features.
 *
 * @param groups             groups of features
 * @param minimumSigma       the first sigma of the series, in pixels, above 0
 * @param maximumSigma       no sigma is larger, in pixels; at most 512
 * @param membraneThickness  nominal width of the line segments of the membrane projections, in pixels
 * @param membranePatchSize  length of these segments, in pixels, odd
 */
public record FeatureSettings(Set<FeatureGroup> groups, float minimumSigma, float maximumSigma, int membraneThickness,
                              int membranePatchSize)
    implements Serializable {

    static final float LARGEST_SIGMA = 512;
    private static final int LARGEST_PATCH = 99;

    /** @throws InputException if a number is out of range */
    public FeatureSettings {
        groups = groups.isEmpty() ? EnumSet.noneOf(FeatureGroup.class) : EnumSet.copyOf(groups);
        require(minimumSigma > 0 && minimumSigma <= maximumSigma && maximumSigma <= LARGEST_SIGMA, "sigmas",
            minimumSigma + " to " + maximumSigma + " pixels is no range", "keep 0 < smallest <= largest <= " + LARGEST_SIGMA);
        require(isMembrane(membraneThickness, membranePatchSize), "membranes", membraneThickness + " pixels wide and "
            + membranePatchSize + " long cannot be used", "give an odd length from 3 to " + LARGEST_PATCH
            + " and a width of at least 1 and less than the length less 1");
    }

    static boolean isMembrane(final int thickness, final int patch) {
        return patch >= 3 && patch <= LARGEST_PATCH && patch % 2 == 1 && thickness >= 1 && thickness + 1 < patch;
    }

    private static void require(final boolean held, final String where, final String what, final String mend) {
        if (!held) {
            throw new InputException(where, what, mend);
        }
    }

    /** What Trainable Weka Segmentation computes unless told otherwise: 76 features. */
    public static FeatureSettings defaults() {
        return of(Arrays.stream(FeatureGroup.values()).filter(FeatureGroup::isUsual).collect(Collectors.toSet()));
    }

    /** These groups with the usual sigmas, 1 to 16, and membranes. */
    public static FeatureSettings of(final Set<FeatureGroup> groups) {
        return new FeatureSettings(groups, 1, 16, 1, 19);
    }

    boolean has(final FeatureGroup group) {
        return groups.contains(group);
    }

    /** Sigmas in ascending order. */
    List<Float> sigmas() {
        final List<Float> sigmas = new ArrayList<>();
        for (float sigma = minimumSigma; sigma <= maximumSigma; sigma *= 2) {
            sigmas.add(sigma);
        }
        return sigmas;
    }

    /** Whether gradient and Hessian of the grey value as it is belong to the series. */
    boolean startsUnsmoothed() {
        return minimumSigma < 2;
    }

    /** Names of all these features in the order of Trainable Weka Segmentation. */
    public List<String> names() {
        return FeatureNames.of(this);
    }

    /**
     * The smallest settings with all the features of a model.
     *
     * @throws InputException naming a feature that cannot be computed
     */
    public static FeatureSettings forNames(final List<String> wanted) {
        return NamedSettings.of(wanted);
    }
}
