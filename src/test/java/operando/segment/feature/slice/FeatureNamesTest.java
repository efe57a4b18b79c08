package operando.segment.feature.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import operando.cell.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of 2-D features, their order, and what they tell about settings. */
class FeatureNamesTest {

    @Test
    void namesAndOrderAreThoseOfTrainableWekaSegmentation() throws IOException {
        final Set<FeatureGroup> groups = EnumSet.allOf(FeatureGroup.class);
        groups.removeAll(Set.of(FeatureGroup.DERIVATIVES, FeatureGroup.LAPLACIAN, FeatureGroup.STRUCTURE,
            FeatureGroup.ORIGINAL_NEIGHBORS));
        assertEquals(SliceFeaturesTest.peer().keySet().stream().skip(1).toList(), FeatureSettings.of(groups).names());
        assertEquals(76, FeatureSettings.defaults().names().size());
        final List<String> all = FeatureSettings.of(EnumSet.allOf(FeatureGroup.class)).names();
        final int first = all.indexOf("Median_2.0");
        assertEquals(List.of("Derivatives_2_2_2.0", "Derivatives_3_3_2.0", "Derivatives_4_4_2.0", "Derivatives_5_5_2.0", "Laplacian_2.0",
            "Structure_largest_2.0_1.0", "Structure_smallest_2.0_1.0", "Structure_largest_2.0_3.0", "Structure_smallest_2.0_3.0",
            "Entropy_2_32", "Entropy_2_64", "Entropy_2_128", "Entropy_2_256", "Gaussian_blur_4.0"), all.subList(first + 1, first + 15));
        assertEquals(272 + 8, all.size());
        assertEquals(List.of("Neighbors_16_7", "original_neighbor_1"), all.subList(271, 273));
    }

    @ParameterizedTest
    @ValueSource(floats = {0.5f, 1, 1.5f, 2, 3, 8})
    void aModelsNamesTellItsSettings(final float first) {
        final FeatureSettings settings = new FeatureSettings(EnumSet.allOf(FeatureGroup.class), first, 8 * first, 2, 11);
        assertEquals(settings.names(), FeatureSettings.forNames(settings.names()).names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kuwahara_18_ 10_0", "Entropy_1_16", "Bilateral_5.0_60.0", "Lipschitz_true_true_30.0", "Gabor_1_1.0_1.0_1_2.0",
        "Gabor_3_1.0_1.0_0_2.0", "Anisotropic_diffusion_20_1_0.2_0.9_1.0", "Gaussian_blur_3.0", "Gaussian_blur_640.0", "operando_grey",
        "Membrane_projections_0_18_1", "Membrane_projections_6_19_1", "Hessian_largest_1.0_true", "class"})
    void aFeatureThatNothingComputesIsRefusedByName(final String name) {
        final String message = assertThrows(InputException.class, () -> SliceFeatures.named(List.of("original", "Gaussian_blur_1.0", name)))
            .getMessage();
        assertTrue(message.startsWith("feature " + name), message);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        final Set<FeatureGroup> groups = EnumSet.allOf(FeatureGroup.class);
        assertThrows(InputException.class, () -> new FeatureSettings(groups, 0, 16, 1, 19));
        assertThrows(InputException.class, () -> new FeatureSettings(groups, 4, 2, 1, 19));
        assertThrows(InputException.class, () -> new FeatureSettings(groups, 1, 1024, 1, 19));
        assertThrows(InputException.class, () -> new FeatureSettings(groups, 1, 16, 1, 18));
        assertThrows(InputException.class, () -> new FeatureSettings(groups, 1, 16, 18, 19));
    }
}
