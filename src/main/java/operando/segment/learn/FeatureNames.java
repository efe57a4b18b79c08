package operando.segment.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import operando.cell.InputException;

/** Names of 2-D features in Trainable Weka Segmentation, and what they say about the settings behind them. */
final class FeatureNames {

    static final String ORIGINAL = "original";
    static final int MEMBRANES = 6;
    static final int NEIGHBORS = 8;
    static final int[] SLOPES = {5, 10, 15, 20, 25};
    static final int FIRST_DERIVATIVE = 2;
    static final int LAST_DERIVATIVE = 5;
    static final float[] INTEGRATION_SIGMAS = {1, 3};

    private static final String[] HESSIANS = {"Hessian", "Hessian_Trace", "Hessian_Determinant", "Hessian_Eigenvalue_1",
        "Hessian_Eigenvalue_2", "Hessian_Orientation", "Hessian_Square_Eigenvalue_Difference",
        "Hessian_Normalized_Eigenvalue_Difference"};
    private static final FeatureGroup[] DISCS = {FeatureGroup.VARIANCE, FeatureGroup.MEAN, FeatureGroup.MINIMUM,
        FeatureGroup.MAXIMUM, FeatureGroup.MEDIAN};
    private static final Pattern DIFFUSION = Pattern.compile("Anisotropic_diffusion_\\d{1,4}_\\d{1,4}_[\\d.]{1,9}_[\\d.]{1,9}_(\\d{1,4})\\.0");
    private static final Pattern MEMBRANE = Pattern.compile("Membrane_projections_\\d_(\\d{1,4})_(\\d{1,4})");
    private static final Pattern SIGMA = Pattern.compile("_(\\d{1,3}(?:\\.\\d{1,9})?)(?=_|$)");
    private static final FeatureSettings USUAL = FeatureSettings.of(EnumSet.noneOf(FeatureGroup.class));

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
        return List.copyOf(names);
    }

    private static void addUnscaled(final FeatureSettings settings, final List<String> names) {
        if (settings.has(FeatureGroup.ANISOTROPIC_DIFFUSION)) {
            names.addAll(AnisotropicDiffusion.names(settings.sigmas(), settings.membraneThickness()));
        }
        if (settings.has(FeatureGroup.LIPSCHITZ)) {
            Arrays.stream(SLOPES).forEach(slope -> names.add(lipschitz(slope)));
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

    static String neighbor(final int sigma, final int which) {
        return "Neighbors_" + sigma + "_" + which;
    }

    static FeatureSettings settingsFor(final List<String> wanted) {
        final Set<FeatureGroup> groups = new HashSet<>();
        final TreeSet<Float> sigmas = new TreeSet<>();
        int patch = USUAL.membranePatchSize();
        int thickness = USUAL.membraneThickness();
        for (final String name : wanted) {
            final Optional<FeatureGroup> group = group(name);
            group.ifPresent(groups::add);
            final Matcher diffusion = DIFFUSION.matcher(name);
            if (diffusion.matches() && FeatureSettings.isMembrane(Integer.parseInt(diffusion.group(1)), patch)) {
                thickness = Integer.parseInt(diffusion.group(1));
            }
            final Matcher membrane = MEMBRANE.matcher(name);
            if (membrane.matches() && FeatureSettings.isMembrane(Integer.parseInt(membrane.group(2)), Integer.parseInt(membrane.group(1)))) {
                patch = Integer.parseInt(membrane.group(1));
                thickness = Integer.parseInt(membrane.group(2));
            } else if (group.isPresent() && group.get() != FeatureGroup.MEMBRANE_PROJECTIONS) {
                addSigmas(group.get(), name, sigmas);
            }
        }
        final FeatureSettings settings = over(groups, sigmas, thickness, patch);
        final Set<String> known = new HashSet<>(settings.names());
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(FeatureNames::refuse);
        return settings;
    }

    private static Optional<FeatureGroup> group(final String name) {
        return Arrays.stream(FeatureGroup.values()).filter(group -> name.startsWith(group.title() + "_")).findFirst();
    }

    private static void addSigmas(final FeatureGroup group, final String name, final TreeSet<Float> sigmas) {
        final Matcher matcher = SIGMA.matcher(name.substring(group.title().length()));
        final List<Float> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(Float.valueOf(matcher.group(1)));
        }
        found.removeIf(sigma -> sigma > FeatureSettings.LARGEST_SIGMA);
        switch (group) {
            case LIPSCHITZ, GABOR -> { }
            case ANISOTROPIC_DIFFUSION -> found.stream().skip(1).limit(1).forEach(sigmas::add);
            case DIFFERENCE_OF_GAUSSIANS -> sigmas.addAll(found);
            case STRUCTURE, NEIGHBORS -> found.stream().limit(1).forEach(sigmas::add);
            default -> found.stream().skip(Math.max(0, found.size() - 1)).forEach(sigmas::add);
        }
    }

    private static FeatureSettings over(final Set<FeatureGroup> groups, final TreeSet<Float> sigmas, final int thickness,
        final int patch) {
        final boolean unsmoothed = sigmas.remove(0f);
        float first = sigmas.isEmpty() ? USUAL.minimumSigma() : sigmas.first();
        while (unsmoothed && first >= 2) {
            first /= 2;
        }
        return new FeatureSettings(groups, first, sigmas.isEmpty() ? first : Math.max(first, sigmas.last()), thickness, patch);
    }

    private static void refuse(final String name) {
        throw new InputException("feature " + name, "nothing here computes it", "train with others");
    }
}
