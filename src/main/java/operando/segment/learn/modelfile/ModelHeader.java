package operando.segment.learn.modelfile;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

import operando.cell.InputException;
import operando.segment.feature.FeatureSets;
import operando.segment.feature.block.VoxelFeatures;

/**
 * What a classifier was trained on: the names of its features in the order it expects them, and of its classes.
 *
 * @param relation the name of the training data; Trainable Weka Segmentation says there whether the features are 2-D
 *                 or 3-D, grey or colour, and which version made them
 * @param features without the class attribute
 * @param classes  the class with index i is label i in result images of Trainable Weka Segmentation
 */
public record ModelHeader(String relation, List<String> features, List<String> classes) implements Serializable {

    /** @throws InputException if there is no feature, fewer than two classes, or a name twice */
    public ModelHeader {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
        if (features.isEmpty() || classes.size() < 2) {
            throw new InputException("model " + relation,
                features.size() + " features and " + classes.size() + " classes decide nothing",
                "train with at least one feature and two classes");
        }
        if (classes.size() > 255) {
            throw new InputException("model " + relation, "it has " + classes.size() + " classes", "train at most 255");
        }
        requireDifferent(relation, features);
        requireDifferent(relation, classes);
    }

    /**
     * Where each feature of this model stands among the features at hand.
     *
     * @param where names the features at hand in an error
     * @throws InputException if some are not among them
     */
    public int[] placesIn(final List<String> names, final String where) {
        final List<String> missing = features.stream().filter(feature -> !names.contains(feature)).toList();
        if (!missing.isEmpty()) {
            throw new InputException(where, missing.size() + " of the " + features.size() + " features of the model are missing: "
                + String.join(", ", missing.subList(0, Math.min(5, missing.size()))) + (missing.size() > 5 ? ", …" : ""),
                "compute the features that the model was trained with");
        }
        return features.stream().mapToInt(names::indexOf).toArray();
    }

    /**
     * The features that the model takes, in its order.
     *
     * @param where the model, for the message
     * @throws InputException naming a feature that nothing here can compute
     */
    public VoxelFeatures voxelFeatures(final String where) {
        return FeatureSets.named(features, relation, where);
    }

    private static void requireDifferent(final String relation, final List<String> names) {
        final HashSet<String> seen = new HashSet<>();
        for (final String name : names) {
            if (!seen.add(name)) {
                throw new InputException("model " + relation, "the name '" + name + "' occurs twice",
                    "give every feature and every class a name of its own");
            }
        }
    }
}
