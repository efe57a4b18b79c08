package operando.potential;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import operando.cell.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LayersTextTest {

    @Test
    void layersAndBottlenecksStandApartBySemicolons() {
        assertEquals(List.of(new Layer("cathodic", 75, 1, 4.25e-18, -2.3), new Layer("anodic", 25, 0.5, 2e-18, -0.7)),
            LayersText.layers("cathodic 75 1 4.25e-18 -2.3;  anodic 25 0.5 2e-18 -0.7 ;"));
        assertArrayEquals(new Bottleneck[] {new Bottleneck(0.25, 0.001, 1e-2), new Bottleneck(0.75, 0.002, 1e-4)},
            LayersText.bottlenecks("0.25 0.001 1e-2; 0.75 0.002 1e-4"));
        assertEquals(0, LayersText.bottlenecks(" ").length);
    }

    @Test
    void whatIsNoLayerIsRefusedWithItsText() {
        refused(() -> LayersText.layers("anodic 25 0.5 2e-18"), "layer 'anodic 25 0.5 2e-18': 3 numbers, not 4; give a name "
            + "without spaces, thickness in µm, ionic conductivity in mS cm⁻¹, A in S m⁻¹ and B in eV");
        refused(() -> LayersText.layers("anodic"), "layer 'anodic': 0 numbers, not 4; give a name "
            + "without spaces, thickness in µm, ionic conductivity in mS cm⁻¹, A in S m⁻¹ and B in eV");
        refused(() -> LayersText.bottlenecks("0.5 thin 1"), "bottleneck '0.5 thin 1': 'thin' is not a number; give its "
            + "position x/L, its width over L and its ionic conductivity in mS cm⁻¹");
    }

    private static void refused(final Executable input, final String message) {
        assertEquals(message, assertThrows(InputException.class, input).getMessage());
    }
}
