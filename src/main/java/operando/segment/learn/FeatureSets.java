package operando.segment.learn;

import java.util.List;

import operando.cell.InputException;

/** Finds the features that a model asks for. */
public final class FeatureSets {

    private FeatureSets() {
    }

    /**
     * The features of these names, in this order.
     *
     * @param where the model, for the message
     * @throws InputException naming a feature that nothing here can compute
     */
    public static VoxelFeatures named(final ModelHeader header, final String where) {
        try {
            return new OrderedFeatures(LocalFeatures.named(header.features()), header.features());
        } catch (final InputException e) {
            throw e.within(where);
        }
    }
}
