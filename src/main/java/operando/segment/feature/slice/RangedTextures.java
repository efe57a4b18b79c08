package operando.segment.feature.slice;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Those 2-D features of Trainable Weka Segmentation that look at a pixel's surroundings and at the range of greys of its
 * slice: bilateral and Kuwahara smoothing, entropy.
 */
final class RangedTextures {

    private final FeatureSettings settings;
    private final Set<String> wanted;

    RangedTextures(final FeatureSettings settings, final Set<String> wanted) {
        this.settings = settings;
        this.wanted = wanted;
    }

    /** Whether any of them is wanted. */
    boolean isWanted() {
        return settings.has(FeatureGroup.BILATERAL) || settings.has(FeatureGroup.KUWAHARA) || settings.has(FeatureGroup.ENTROPY);
    }

    private boolean wantsAny(final List<String> names) {
        return names.stream().anyMatch(wanted::contains);
    }

    int reach() {
        int reach = wantsAny(FeatureNames.kuwahara(settings)) ? LinearKuwahara.reach(settings.membranePatchSize()) : 0;
        for (final int radius : FeatureNames.PLACE_RADII) {
            reach = Math.max(reach, wantsAny(FeatureNames.bilateral(radius)) ? radius : 0);
        }
        for (final float sigma : settings.sigmas()) {
            reach = Math.max(reach, wantsAny(FeatureNames.entropy((int) sigma)) ? (int) sigma : 0);
        }
        return reach;
    }

    void find(final SlicePlane plane, final WholeSlice slice, final Map<String, float[]> found) {
        for (final int radius : FeatureNames.PLACE_RADII) {
            if (wantsAny(FeatureNames.bilateral(radius))) {
                put(FeatureNames.bilateral(radius), new BilateralFilter(radius).of(plane, slice.shown()), found);
            }
        }
        if (wantsAny(FeatureNames.kuwahara(settings))) {
            put(FeatureNames.kuwahara(settings), new LinearKuwahara(settings.membranePatchSize()).of(plane, slice.range().least()), found);
        }
        for (final float sigma : settings.sigmas()) {
            final List<String> names = FeatureNames.entropy((int) sigma);
            if (wantsAny(names)) {
                put(names, EntropyFilter.of((int) sigma, plane, slice.range()), found);
            }
        }
    }

    private static void put(final List<String> names, final float[][] images, final Map<String, float[]> found) {
        for (int i = 0; i < images.length; i++) {
            found.put(names.get(i), images[i]);
        }
    }
}
