package operando.segment.feature;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.Scan;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.feature.slice.FeatureGroup;
import operando.segment.feature.slice.FeatureNames;
import operando.segment.feature.slice.FeatureSettings;
import operando.segment.feature.slice.SliceFeatures;
import operando.segment.feature.stack.StackFeatureNames;
import operando.segment.feature.stack.StackFeatures;

/** Finds the features that a model asks for. */
public final class FeatureSets {

    /** What {@link #chosen} takes. */
    public static final String CHOICES = "cell (3-D, with the depth in the electrolyte), texture (3-D), wide (3-D, texture and its wider surroundings), auto (cell where the "
        + "column sweep finds one in every stack, else wide), slice or stack (2-D or 3-D, the defaults of Trainable Weka Segmentation), these two with "
        + "groups of features after them (stack,Hessian,Structure), or names of features, with commas between them";

    private static final List<String> SLICE_NAMES = FeatureSettings.of(EnumSet.allOf(FeatureGroup.class)).names();
    private static final List<String> STACK_NAMES = StackFeatureNames.all(new TreeSet<>(StackFeatures.USUAL_SIGMAS));

    // Relation names of Trainable Weka Segmentation before it wrote its version there.
    private static final String BEFORE_VERSIONS = "segment";

    private FeatureSets() {
    }

    /**
     * The set that the user asks for.
     *
     * @param scans to train on
     * @throws InputException if there is no such set or feature
     */
    public static VoxelFeatures chosen(final String choice, final List<Scan> scans, final Cores cores, final Progress progress) {
        return switch (choice.strip()) {
            case "auto" -> isCell(scans, cores, progress) ? LocalFeatures.ofCell() : WideFeatures.ofTexture();
            case "cell" -> LocalFeatures.ofCell();
            case "texture" -> LocalFeatures.ofTexture();
            case "wide" -> WideFeatures.ofTexture();
            case "stack" -> StackFeatures.defaults();
            case "slice" -> SliceFeatures.of(FeatureSettings.defaults());
            default -> {
                final List<String> items = Arrays.stream(choice.split(",")).map(String::strip).toList();
                yield switch (items.get(0)) {
                    case "slice" -> SliceFeatures.named(ofGroups(items.subList(1, items.size()), SLICE_NAMES));
                    case "stack" -> StackFeatures.named(ofGroups(items.subList(1, items.size()), STACK_NAMES));
                    default -> listed(items);
                };
            }
        };
    }

    // The grey value belongs to every set of Trainable Weka Segmentation.
    private static List<String> ofGroups(final List<String> groups, final List<String> all) {
        groups.stream().filter(group -> all.stream().noneMatch(name -> isOf(group, name))).findFirst().ifPresent(group -> {
            throw new InputException("features", group + " is no group of these features", "give beginnings of names, such as Hessian or Structure");
        });
        return all.stream().filter(name -> name.equals(FeatureNames.ORIGINAL) || groups.stream().anyMatch(group -> isOf(group, name))).toList();
    }

    private static boolean isOf(final String group, final String name) {
        return name.equals(group) || name.startsWith(group + "_");
    }

    // Many names are the same in 2-D and in 3-D; only then it is 2-D.
    private static VoxelFeatures listed(final List<String> names) {
        try {
            return named(names, false);
        } catch (final InputException inSlices) {
            try {
                return named(names, true);
            } catch (final InputException inStack) {
                throw inSlices;
            }
        }
    }

    private static boolean isCell(final List<Scan> scans, final Cores cores, final Progress progress) {
        try {
            scans.forEach(scan -> ElectrolyteDepth.in(scan, cores, progress));
            return true;
        } catch (final InputException e) {
            return false;
        }
    }

    /** What data with these features are called; Trainable Weka Segmentation looks there for 2D or 3D. */
    public static String relation(final VoxelFeatures features) {
        return "TWS-" + (features.reachAcrossSlices() == 0 ? "2D" : "3D") + "-v4.0.0-grayscale";
    }

    /**
     * The features that a model takes, in its order.
     *
     * @param relation what the model calls its training data, where Trainable Weka Segmentation says whether it is in 3-D
     * @param where    the model, for the message
     * @throws InputException naming a feature that nothing here can compute
     */
    public static VoxelFeatures named(final List<String> names, final String relation, final String where) {
        try {
            final VoxelFeatures features = named(names, relation.startsWith("TWS-3D"));
            return features instanceof SliceFeatures slice && relation.startsWith(BEFORE_VERSIONS) ? slice.asBeforeVersion3225() : features;
        } catch (final InputException e) {
            throw e.within(where);
        }
    }

    private static VoxelFeatures named(final List<String> names, final boolean inStack) {
        if (names.stream().anyMatch(name -> name.startsWith(LocalFeatures.PREFIX))) {
            return new OrderedFeatures(WideFeatures.isAmong(names) ? WideFeatures.named(names) : LocalFeatures.named(names), names);
        }
        return inStack ? StackFeatures.named(names) : SliceFeatures.named(names);
    }
}
