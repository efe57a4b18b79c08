package operando.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import operando.cell.InputException;
import org.junit.jupiter.api.Test;

class CorrelationSettingsTest {

    @Test
    void settingsOutOfRangeAreRefused() {
        final CorrelationSettings defaults = CorrelationSettings.defaults();
        assertEquals("subvolume: a cube of 32 voxels has no middle voxel; give an odd number",
            assertThrows(InputException.class, () -> defaults.withSubvolume(32)).getMessage());
        assertThrows(InputException.class, () -> defaults.withSubvolume(7));
        assertThrows(InputException.class, () -> defaults.withSpacing(0));
        assertThrows(InputException.class, () -> defaults.withSmoothing(-1));
        assertThrows(InputException.class, () -> defaults.withSmoothing(Double.NaN));
    }
}
