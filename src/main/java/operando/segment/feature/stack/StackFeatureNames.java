package operando.segment.feature.stack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of 3-D features in Trainable Weka Segmentation. */
public final class StackFeatureNames {

    static final String ORIGINAL = "original";
    static final int LAST_DERIVATIVE = 5;
    static final float[] INTEGRATION_SIGMAS = {1, 3};

    private static final String[] BY_SIZE = {"largest", "middle", "smallest"};
    private static final Pattern SIGMA = Pattern.compile("_(\\d{1,3}\\.\\d{1,6})(?=_|$)");

    private StackFeatureNames() {
    }

    /** All features of these sigmas, in the order of Trainable Weka Segmentation. */
    public static List<String> all(final TreeSet<Float> sigmas) {
        final List<String> names = new ArrayList<>(List.of(ORIGINAL));
        for (final float sigma : sigmas) {
            names.add("Gaussian_blur_" + sigma);
            sigmas.headSet(sigma, false).forEach(less -> names.add(difference(less, sigma)));
            names.addAll(hessian(sigma));
            for (int order = 1; order <= LAST_DERIVATIVE; order++) {
                names.add(derivative(order, sigma));
            }
            names.add("Laplacian_" + sigma);
            names.add("Edges_" + sigma);
            for (final float integration : INTEGRATION_SIGMAS) {
                names.addAll(structure(sigma, integration));
            }
            names.addAll(ball(sigma));
        }
        return names;
    }

    /** Sigmas that occur in these names. */
    static TreeSet<Float> sigmas(final List<String> names, final float most) {
        final TreeSet<Float> sigmas = new TreeSet<>();
        for (final String name : names) {
            final Matcher matcher = SIGMA.matcher(name);
            // The second sigma of a structure tensor is that of its smoothing.
            for (boolean first = true; matcher.find() && (first || !name.startsWith("Structure")); first = false) {
                final float sigma = Float.parseFloat(matcher.group(1));
                if (sigma > 0 && sigma <= most) {
                    sigmas.add(sigma);
                }
            }
        }
        return sigmas;
    }

    static String difference(final float less, final float sigma) {
        return "Difference_of_Gaussian_" + less + "_" + sigma;
    }

    static List<String> hessian(final float sigma) {
        return Arrays.stream(BY_SIZE).map(which -> "Hessian_" + which + "_" + sigma + "_true").toList();
    }

    static String derivative(final int order, final float sigma) {
        return "Derivatives_" + order + "_" + order + "_" + order + "_" + sigma;
    }

    static List<String> structure(final float sigma, final float integration) {
        return Arrays.stream(BY_SIZE).map(which -> "Structure_" + which + "_" + sigma + "_" + integration).toList();
    }

    static List<String> ball(final float sigma) {
        return List.of("Minimum_" + sigma, "Maximum_" + sigma, "Mean_" + sigma, "Median_" + sigma, "Variance_" + sigma);
    }
}
