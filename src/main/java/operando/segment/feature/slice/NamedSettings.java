package operando.segment.feature.slice;

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

/** What names of 2-D features of Trainable Weka Segmentation say about the settings behind them. */
final class NamedSettings {

    private static final Pattern MEMBRANE = Pattern.compile("Membrane_projections_\\d_(\\d{1,4})_(\\d{1,4})");
    private static final Pattern DIFFUSION = Pattern.compile("Anisotropic_diffusion_\\d{1,4}_\\d{1,4}_[\\d.]{1,9}_[\\d.]{1,9}_(\\d{1,4})\\.0");
    private static final Pattern KUWAHARA = Pattern.compile("Kuwahara_(\\d{1,4})_ 10_\\d");
    private static final Pattern SIGMA = Pattern.compile("_(\\d{1,3}(?:\\.\\d{1,9})?)(?=_|$)");
    private static final FeatureSettings USUAL = FeatureSettings.of(EnumSet.noneOf(FeatureGroup.class));

    private NamedSettings() {
    }

    /** The smallest settings with all features of these names. */
    static FeatureSettings of(final List<String> wanted) {
        final Set<FeatureGroup> groups = new HashSet<>();
        final TreeSet<Float> sigmas = new TreeSet<>();
        final TreeSet<Float> radii = new TreeSet<>();
        int patch = USUAL.membranePatchSize();
        int thickness = USUAL.membraneThickness();
        for (final String name : wanted) {
            final Optional<FeatureGroup> group = group(name);
            group.ifPresent(groups::add);
            final Matcher diffusion = DIFFUSION.matcher(name);
            if (diffusion.matches() && isMembrane(String.valueOf(patch), diffusion.group(1))) {
                thickness = Integer.parseInt(diffusion.group(1));
            }
            final Matcher membrane = MEMBRANE.matcher(name);
            if (membrane.matches() && isMembrane(membrane.group(1), membrane.group(2))) {
                patch = Integer.parseInt(membrane.group(1));
                thickness = Integer.parseInt(membrane.group(2));
            }
            final Matcher kuwahara = KUWAHARA.matcher(name);
            if (kuwahara.matches() && isMembrane(kuwahara.group(1), "1")) {
                patch = Integer.parseInt(kuwahara.group(1));
            }
            group.ifPresent(of -> addSigmas(of, name, sigmas, radii));
        }
        addFurther(radii, sigmas);
        final FeatureSettings settings = over(groups, sigmas, thickness, patch);
        final Set<String> known = new HashSet<>(settings.names());
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(NamedSettings::refuse);
        return settings;
    }

    private static boolean isMembrane(final String patch, final String thickness) {
        return FeatureSettings.isMembrane(Integer.parseInt(thickness), Integer.parseInt(patch));
    }

    private static Optional<FeatureGroup> group(final String name) {
        return Arrays.stream(FeatureGroup.values()).filter(group -> name.startsWith(group.title() + "_")).findFirst();
    }

    private static void addSigmas(final FeatureGroup group, final String name, final TreeSet<Float> sigmas,
        final TreeSet<Float> radii) {
        final Matcher matcher = SIGMA.matcher(name.substring(group.title().length()));
        final List<Float> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(Float.valueOf(matcher.group(1)));
        }
        found.removeIf(sigma -> sigma > FeatureSettings.LARGEST_SIGMA);
        switch (group) {
            case BILATERAL, LIPSCHITZ, KUWAHARA, GABOR, MEMBRANE_PROJECTIONS, ORIGINAL_NEIGHBORS -> { }
            case DIFFERENCE_OF_GAUSSIANS -> sigmas.addAll(found);
            case ANISOTROPIC_DIFFUSION -> found.stream().skip(1).limit(1).forEach(radii::add);
            case ENTROPY, NEIGHBORS -> found.stream().limit(1).forEach(radii::add);
            case STRUCTURE -> found.stream().limit(1).forEach(sigmas::add);
            default -> found.stream().skip(Math.max(0, found.size() - 1)).forEach(sigmas::add);
        }
    }

    // Radii are sigmas without their fractions, so they tell something new only beyond all sigmas.
    private static void addFurther(final TreeSet<Float> radii, final TreeSet<Float> sigmas) {
        final Float least = sigmas.higher(0f);
        if (least == null) {
            sigmas.addAll(radii);
        } else {
            final float greatest = sigmas.last();
            radii.stream().filter(radius -> radius < (int) (float) least || radius > greatest).forEach(sigmas::add);
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
        throw new InputException("feature " + name, "nothing here computes it", "train the model again without it");
    }
}
