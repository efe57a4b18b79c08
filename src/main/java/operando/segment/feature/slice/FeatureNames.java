package operando.segment.feature.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Names of 2-D features in Trainable Weka Segmentation, and their order. */
public final class FeatureNames {

    public static final String ORIGINAL = "original";
    static final int MEMBRANES = 6;
    static final int NEIGHBORS = 8;
    static final int KUWAHARAS = 3;
    static final int[] ENTROPY_LIMITS = {32, 64, 128, 256};
    static final int[] PLACE_RADII = {5, 10};
    static final int[] GREY_RADII = {50, 100};
    static final int[] SLOPES = {5, 10, 15, 20, 25};
    static final int FIRST_DERIVATIVE = 2;
    static final int LAST_DERIVATIVE = 5;
    static final float[] INTEGRATION_SIGMAS = {1, 3};

    private static final String[] HESSIANS = {"Hessian", "Hessian_Trace", "Hessian_Determinant", "Hessian_Eigenvalue_1",
        "Hessian_Eigenvalue_2", "Hessian_Orientation", "Hessian_Square_Eigenvalue_Difference",
        "Hessian_Normalized_Eigenvalue_Difference"};
    private static final FeatureGroup[] DISCS = {FeatureGroup.VARIANCE, FeatureGroup.MEAN, FeatureGroup.MINIMUM,
        FeatureGroup.MAXIMUM, FeatureGroup.MEDIAN};

    private FeatureNames() {
    }

    static List<String> of(final FeatureSettings settings) {
        final List<String> names = new ArrayList<>(List.of(ORIGINAL));
        addUnscaled(settings, names);
        if (settings.startsUnsmoothed()) {
            addGradients(settings, 0, names);
        }
        settings.sigmas().forEach(sigma -> addScale(settings, sigma, names));
        if (settings.has(FeatureGroup.MEMBRANE_PROJECTIONS)) {
            for (int p = 0; p < MEMBRANES; p++) {
                names.add(membrane(settings, p));
            }
        }
        if (settings.has(FeatureGroup.NEIGHBORS)) {
            for (int sigma = (int) settings.minimumSigma(); sigma > 0 && sigma <= (int) settings.maximumSigma(); sigma *= 2) {
                for (int i = 0; i < NEIGHBORS; i++) {
                    names.add(neighbor(sigma, i));
                }
            }
        }
        if (settings.has(FeatureGroup.ORIGINAL_NEIGHBORS)) {
            names.addAll(originalNeighbors());
        }
        return List.copyOf(names);
    }

    private static void addUnscaled(final FeatureSettings settings, final List<String> names) {
        if (settings.has(FeatureGroup.ANISOTROPIC_DIFFUSION)) {
            names.addAll(AnisotropicDiffusion.names(settings.sigmas(), settings.membraneThickness()));
        }
        if (settings.has(FeatureGroup.BILATERAL)) {
            Arrays.stream(PLACE_RADII).forEach(radius -> names.addAll(bilateral(radius)));
        }
        if (settings.has(FeatureGroup.LIPSCHITZ)) {
            Arrays.stream(SLOPES).forEach(slope -> names.add(lipschitz(slope)));
        }
        if (settings.has(FeatureGroup.KUWAHARA)) {
            names.addAll(kuwahara(settings));
        }
        if (settings.has(FeatureGroup.GABOR)) {
            names.addAll(GaborFilter.allNames());
        }
    }

    private static void addGradients(final FeatureSettings settings, final float sigma, final List<String> names) {
        if (settings.has(FeatureGroup.SOBEL_FILTER)) {
            names.add(sobel(sigma));
        }
        if (settings.has(FeatureGroup.HESSIAN)) {
            names.addAll(hessian(sigma));
        }
    }

    private static void addScale(final FeatureSettings settings, final float sigma, final List<String> names) {
        if (settings.has(FeatureGroup.GAUSSIAN_BLUR)) {
            names.add(blur(sigma));
        }
        addGradients(settings, sigma, names);
        if (settings.has(FeatureGroup.DIFFERENCE_OF_GAUSSIANS)) {
            settings.sigmas().stream().filter(less -> less < sigma).forEach(less -> names.add(difference(sigma, less)));
        }
        Arrays.stream(DISCS).filter(settings::has).forEach(group -> names.add(disc(group, sigma)));
        if (settings.has(FeatureGroup.DERIVATIVES)) {
            for (int k = FIRST_DERIVATIVE; k <= LAST_DERIVATIVE; k++) {
                names.add(derivative(k, sigma));
            }
        }
        if (settings.has(FeatureGroup.LAPLACIAN)) {
            names.add(laplacian(sigma));
        }
        if (settings.has(FeatureGroup.STRUCTURE)) {
            for (final float integration : INTEGRATION_SIGMAS) {
                names.add(structure("largest", sigma, integration));
                names.add(structure("smallest", sigma, integration));
            }
        }
        if (settings.has(FeatureGroup.ENTROPY)) {
            names.addAll(entropy((int) sigma));
        }
    }

    static List<String> bilateral(final int placeRadius) {
        return Arrays.stream(GREY_RADII).mapToObj(grey -> "Bilateral_" + (double) placeRadius + "_" + (double) grey).toList();
    }

    static List<String> kuwahara(final FeatureSettings settings) {
        return IntStream.range(0, KUWAHARAS).mapToObj(i -> "Kuwahara_" + settings.membranePatchSize() + "_ 10_" + i).toList();
    }

    static List<String> entropy(final int radius) {
        return Arrays.stream(ENTROPY_LIMITS).mapToObj(limit -> "Entropy_" + radius + "_" + limit).toList();
    }

    static String lipschitz(final int slope) {
        return "Lipschitz_true_true_" + (double) slope;
    }

    static String blur(final float sigma) {
        return "Gaussian_blur_" + sigma;
    }

    static String sobel(final float sigma) {
        return "Sobel_filter_" + sigma;
    }

    static List<String> hessian(final float sigma) {
        return Arrays.stream(HESSIANS).map(title -> title + "_" + sigma).toList();
    }

    static String difference(final float sigma, final float less) {
        return "Difference_of_gaussians_" + sigma + "_" + less;
    }

    static String disc(final FeatureGroup group, final float sigma) {
        return group.title() + "_" + sigma;
    }

    static List<String> discs(final float sigma) {
        return Arrays.stream(DISCS).map(group -> disc(group, sigma)).toList();
    }

    static String derivative(final int order, final float sigma) {
        return "Derivatives_" + order + "_" + order + "_" + sigma;
    }

    static String laplacian(final float sigma) {
        return "Laplacian_" + sigma;
    }

    static String structure(final String which, final float sigma, final float integration) {
        return "Structure_" + which + "_" + sigma + "_" + integration;
    }

    static String membrane(final FeatureSettings settings, final int projection) {
        return "Membrane_projections_" + projection + "_" + settings.membranePatchSize() + "_" + settings.membraneThickness();
    }

    static List<String> originalNeighbors() {
        return IntStream.rangeClosed(1, NEIGHBORS).mapToObj(i -> "original_neighbor_" + i).toList();
    }

    static String neighbor(final int sigma, final int which) {
        return "Neighbors_" + sigma + "_" + which;
    }
}
