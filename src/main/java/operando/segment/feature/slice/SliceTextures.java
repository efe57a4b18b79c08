package operando.segment.feature.slice;

import java.util.Map;
import java.util.Set;

import operando.segment.feature.block.GaussianDerivative;

/** Those 2-D features of Trainable Weka Segmentation that do not begin with its smoothing: discs, derivatives, neighbours. */
final class SliceTextures {

    private final FeatureSettings settings;
    private final Set<String> wanted;

    SliceTextures(final FeatureSettings settings, final Set<String> wanted) {
        this.settings = settings;
        this.wanted = wanted;
    }

    private boolean wants(final FeatureGroup group, final float sigma) {
        return wanted.contains(FeatureNames.disc(group, sigma));
    }

    private boolean wantsStructure(final float sigma, final float integration) {
        return wanted.contains(FeatureNames.structure("largest", sigma, integration))
            || wanted.contains(FeatureNames.structure("smallest", sigma, integration));
    }

    int reach() {
        int reach = settings.has(FeatureGroup.NEIGHBORS) ? (int) settings.maximumSigma() : settings.has(FeatureGroup.ORIGINAL_NEIGHBORS) ? 1 : 0;
        for (final float sigma : settings.sigmas()) {
            reach = Math.max(reach, reach(sigma));
        }
        return reach;
    }

    private int reach(final float sigma) {
        int reach = FeatureNames.discs(sigma).stream().anyMatch(wanted::contains) ? new Disc(sigma).reach() : 0;
        for (int order = FeatureNames.FIRST_DERIVATIVE; order <= FeatureNames.LAST_DERIVATIVE; order++) {
            if (wanted.contains(FeatureNames.derivative(order, sigma))) {
                reach = Math.max(reach, GaussianDerivative.reach(order, sigma));
            }
        }
        if (wanted.contains(FeatureNames.laplacian(sigma))) {
            reach = Math.max(reach, GaussianDerivative.reach(2, sigma));
        }
        for (final float integration : FeatureNames.INTEGRATION_SIGMAS) {
            if (wantsStructure(sigma, integration)) {
                reach = Math.max(reach, SliceDerivatives.structureReach(sigma, integration));
            }
        }
        return reach;
    }

    void find(final SlicePlane plane, final Map<String, float[]> found) {
        for (final float sigma : settings.sigmas()) {
            findDiscs(sigma, plane, found);
            findDerivatives(sigma, plane, found);
        }
        findNeighbors(plane, found);
    }

    private void findDiscs(final float sigma, final SlicePlane plane, final Map<String, float[]> found) {
        final Disc disc = new Disc(sigma);
        if (wants(FeatureGroup.VARIANCE, sigma)) {
            found.put(FeatureNames.disc(FeatureGroup.VARIANCE, sigma), MeanVariance.variance(disc, plane));
        }
        if (wants(FeatureGroup.MEAN, sigma)) {
            found.put(FeatureNames.disc(FeatureGroup.MEAN, sigma), MeanVariance.mean(disc, plane));
        }
        if (wants(FeatureGroup.MINIMUM, sigma)) {
            found.put(FeatureNames.disc(FeatureGroup.MINIMUM, sigma), new MinMaxFilter(disc, false).of(plane));
        }
        if (wants(FeatureGroup.MAXIMUM, sigma)) {
            found.put(FeatureNames.disc(FeatureGroup.MAXIMUM, sigma), new MinMaxFilter(disc, true).of(plane));
        }
        if (wants(FeatureGroup.MEDIAN, sigma)) {
            found.put(FeatureNames.disc(FeatureGroup.MEDIAN, sigma), MedianFilter.of(disc, plane));
        }
    }

    private double widestIntegration(final float sigma) {
        double widest = 0;
        for (final float integration : FeatureNames.INTEGRATION_SIGMAS) {
            widest = wantsStructure(sigma, integration) ? Math.max(widest, integration) : widest;
        }
        return widest;
    }

    private void findDerivatives(final float sigma, final SlicePlane plane, final Map<String, float[]> found) {
        final SliceDerivatives derivatives = new SliceDerivatives(plane.around(reach(sigma)), sigma, widestIntegration(sigma));
        for (int order = FeatureNames.FIRST_DERIVATIVE; order <= FeatureNames.LAST_DERIVATIVE; order++) {
            if (wanted.contains(FeatureNames.derivative(order, sigma))) {
                found.put(FeatureNames.derivative(order, sigma), derivatives.of(order, order));
            }
        }
        if (wanted.contains(FeatureNames.laplacian(sigma))) {
            found.put(FeatureNames.laplacian(sigma), derivatives.laplacian());
        }
        for (final float integration : FeatureNames.INTEGRATION_SIGMAS) {
            if (wantsStructure(sigma, integration)) {
                final float[][] structure = derivatives.structure(integration);
                found.put(FeatureNames.structure("largest", sigma, integration), structure[0]);
                found.put(FeatureNames.structure("smallest", sigma, integration), structure[1]);
            }
        }
    }

    private void findNeighbors(final SlicePlane plane, final Map<String, float[]> found) {
        for (int s = (int) settings.minimumSigma(); settings.has(FeatureGroup.NEIGHBORS) && s > 0 && s <= (int) settings.maximumSigma(); s *= 2) {
            final float[][] neighbors = new SliceNeighbors(s).of(plane);
            for (int i = 0; i < neighbors.length; i++) {
                found.put(FeatureNames.neighbor(s, i), neighbors[i]);
            }
        }
        if (settings.has(FeatureGroup.ORIGINAL_NEIGHBORS)) {
            final float[][] around = new SliceNeighbors(1).of(plane);
            for (int i = 0; i < around.length; i++) {
                found.put(FeatureNames.originalNeighbors().get(i), around[i]);
            }
        }
    }
}
