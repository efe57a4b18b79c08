package operando.report.figure;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;

import operando.potential.Bottleneck;
import operando.potential.Layer;
import operando.potential.LayerStack;
import operando.potential.PotentialProfile;
import operando.potential.PotentialSolver;
import operando.report.plot.FigureFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PotentialFigureTest {

    private static final Layer LAYER = new Layer("LLZO", 100, 0.3, 4.25e-18, -1.48);

    @ParameterizedTest
    @ValueSource(doubles = {-1.5 + 4e-16, -1.5 + 1e-12, -1.5 + 1e-6, 0.3})
    void profilesThatAreNearlyFlatAreDrawnToo(final double anodeEv) {
        draw(PotentialSolver.solve(LayerStack.of(-1.5, anodeEv, LAYER)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-30, -1e-30, 1e3, -1e3})
    void anyCurrentIsDrawn(final double current) {
        draw(PotentialSolver.solve(LayerStack.of(-1.78, -1.18, LAYER).withBottlenecks(new Bottleneck(0.5, 1e-3, 1e-12)).withCurrentDensity(current)));
    }

    private static void draw(final PotentialProfile profile) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () ->
            assertTrue(FigureFiles.png(new PotentialFigure("potential", "a stack", Map.of("LLZO", profile))).length > 1000));
    }
}
