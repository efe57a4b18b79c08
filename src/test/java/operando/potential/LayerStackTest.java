package operando.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import operando.cell.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LayerStackTest {

    private static final Layer LAYER = new Layer("LLZO", 100, 0.3, 4.25e-18, -1.48);

    @Test
    void refusesImpossibleQuantitiesNamingThemAndTheirUnit() {
        refused(() -> LAYER.withThickness(0),
            "LLZO: thickness: 0.0 µm is not a positive number; give a number above 0 in µm");
        refused(() -> LAYER.withIonicConductivity(-1),
            "LLZO: ionic conductivity: -1.0 mS cm⁻¹ is not a positive number; give a number above 0 in mS cm⁻¹");
        refused(() -> LAYER.withElectronicConstant(Double.NaN),
            "LLZO: electronic constant A: NaN S m⁻¹ is not a positive number; give a number above 0 in S m⁻¹");
        refused(() -> LayerStack.of(-1.2, -1.2, LAYER),
            "boundary potentials: both are -1.2 eV; give two different Li⁰ potentials in eV");
        refused(() -> LayerStack.of(-3, 0, LAYER).withCurrentDensity(0), "current density: the Li⁺ share of a current "
            + "of 0 mA cm⁻² is undefined; give a current density other than 0, however small, in mA cm⁻²");
        refused(() -> LayerStack.of(-3, 0), "layers: there is none; give one layer or more");
        refused(() -> new Bottleneck(0.9999, 0.001, 1e-3), "bottleneck position: 0.9999 with width 0.001 reaches out of "
            + "the stack; give a position x/L between 0 and 1");
    }

    @Test
    void refusesPotentialsThatNoShareOfTheCurrentCanReach() {
        refused(() -> PotentialSolver.solve(LayerStack.of(-30, 0, LAYER)),
            "LLZO: B: -1.48 eV is too far from the boundary potential -30.0 eV; give Li⁰ potentials that differ by "
                + "less than 18 eV");
    }

    @Test
    void aBottleneckOnTheBoundaryOfLayersBelongsToTheLayerTowardsTheAnode() {
        final Layer anodic = new Layer("anodic", 300, 2, 1e-17, -0.7);
        final LayerStack stack = LayerStack.of(-3, 0, LAYER, anodic).withBottlenecks(new Bottleneck(0.25, 0.01, 1e-3));
        final List<Section> sections = stack.sections();
        assertEquals(List.of(new Section(0, 0.245, LAYER, 0.3), new Section(0.245, 0.255, anodic, 1e-3),
            new Section(0.255, 1, anodic, 2)), sections);
    }

    @Test
    void theSideOfSuchABottleneckDoesNotHangOnHowThicknessesAreRounded() {
        final LayerStack stack = LayerStack.of(-3, 0, LAYER.withThickness(75), new Layer("anodic", 25, 2, 1e-17, -0.7))
            .withBottlenecks(new Bottleneck(0.75, 0.001, 1e-3));
        for (double um = 0.1; um < 1000; um *= 1.07) {
            assertEquals("anodic", stack.withTotalThickness(um).sections().get(1).layer().name(), "of " + um + " µm");
        }
    }

    private static void refused(final Executable input, final String message) {
        assertEquals(message, assertThrows(InputException.class, input).getMessage());
    }
}
