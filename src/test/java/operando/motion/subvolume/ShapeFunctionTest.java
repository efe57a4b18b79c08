package operando.motion.subvolume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

class ShapeFunctionTest {

    private static final double RADIUS = 14;

    @Test
    void affineWarpComposedWithInverseOfItselfIsIdentity() {
        final ShapeFunction warp = random(0.6, ShapeFunction.LINEAR, 1);
        warp.composeWithInverse(warp.copy().p);
        for (final double[] component : warp.p) {
            for (final double value : component) {
                assertEquals(0, value, 1e-12);
            }
        }
    }

    @Test
    void compositionTakesPointsThroughBothWarps() {
        final double small = 1e-3;
        final ShapeFunction warp = random(0.5, ShapeFunction.QUADRATIC, 2);
        final ShapeFunction step = random(small, ShapeFunction.QUADRATIC, 3);
        final ShapeFunction composed = warp.copy();
        composed.composeWithInverse(step.p);
        // W'(V(x)) = W(x) up to what is dropped: products of the step and the second-order terms, over the radius.
        final double[] x = {5, -7, 9};
        final double[] v = {x[0] + step.at(0, x[0], x[1], x[2]), x[1] + step.at(1, x[0], x[1], x[2]),
            x[2] + step.at(2, x[0], x[1], x[2])};
        for (int c = 0; c < 3; c++) {
            assertEquals(x[c] + warp.at(c, x[0], x[1], x[2]), v[c] + composed.at(c, v[0], v[1], v[2]), 0.5 * small);
        }
    }

    @Test
    void warpAboutAnotherCentreIsTheSameField() {
        final ShapeFunction warp = random(0.5, ShapeFunction.QUADRATIC, 4);
        final ShapeFunction moved = warp.about(3, -2, 5);
        for (int c = 0; c < 3; c++) {
            assertEquals(warp.at(c, 7, 1, 2), moved.at(c, 4, 3, -3), 1e-12);
        }
    }

    private static ShapeFunction random(final double size, final int terms, final long seed) {
        final Random random = new Random(seed);
        final ShapeFunction warp = new ShapeFunction(RADIUS);
        for (final double[] component : warp.p) {
            for (int m = 0; m < terms; m++) {
                component[m] = size * random.nextGaussian();
            }
        }
        return warp;
    }
}
