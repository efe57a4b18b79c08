package operando.segment.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import operando.cell.InputException;
import operando.segment.feature.block.VoxelFeatures;
import org.junit.jupiter.api.Test;

class FeatureSetsTest {

    private static VoxelFeatures chosen(final String choice) {
        return FeatureSets.chosen(choice, List.of(), null, null);
    }

    @Test
    void groupsAreThoseOfTheStackOrOfItsSlices() {
        assertEquals(1 + 4 * 3 + 4 * 6, chosen("stack, Hessian, Structure").names().size());
        assertEquals(List.of("original", "Mean_1.0", "Mean_2.0", "Mean_4.0", "Mean_8.0", "Mean_16.0"), chosen("slice,Mean").names());
        assertEquals(List.of("original", "Mean_1.0", "Mean_2.0", "Mean_4.0", "Mean_8.0"), chosen("stack,Mean").names());
        assertTrue(chosen("slice,Mean").reachAcrossSlices() == 0 && chosen("stack,Mean").reachAcrossSlices() > 0);
    }

    @Test
    void theDefaultsOfTrainableWekaSegmentationAreGroups() {
        assertEquals(chosen("slice").names(), chosen("slice,Gaussian_blur,Sobel_filter,Hessian,Difference_of_gaussians,Membrane_projections").names());
        assertEquals(chosen("stack").names(), chosen("stack,Mean,Variance").names());
    }

    @Test
    void namesThatOnlyAStackHasMakeA3DSet() {
        assertTrue(chosen("Edges_2.0,original").reachAcrossSlices() > 0);
        assertEquals(0, chosen("original,Hessian_2.0").reachAcrossSlices());
    }

    @Test
    void aGroupThatIsNotThereIsRefusedByName() {
        assertEquals("features: Edges is no group of these features; give beginnings of names, such as Hessian or Structure",
            assertThrows(InputException.class, () -> chosen("slice,Edges")).getMessage());
    }
}
