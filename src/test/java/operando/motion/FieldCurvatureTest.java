package operando.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import operando.motion.subvolume.Match;
import operando.motion.subvolume.PointStatus;
import operando.motion.subvolume.ShapeFunction;
import org.junit.jupiter.api.Test;

class FieldCurvatureTest {

    private static final int RADIUS = 16;
    private static final double ERROR = 0.04;
    private static final PointGrid GRID = new PointGrid(10, 20, 21, 22, 8, 7, 6);

    @Test
    void paraboloidIsRecoveredFromItsMeansOverSubvolumes() {
        final double[] curvature = {0.14, -0.05, 0.08, 0.03, -0.02, 0.06};
        final Match[] matches = matches(curvature);
        final int point = GRID.index(2, 3, 3);
        final ShapeFunction bent = new FieldCurvature(GRID, RADIUS).bent(matches, point).orElseThrow();
        for (int m = 0; m < 6; m++) {
            assertEquals(curvature[m], bent.p[2][4 + m], 1e-9);
            assertEquals(0, bent.p[0][4 + m], 1e-9);
        }
        assertEquals(value(curvature, point) - (curvature[0] + curvature[1] + curvature[2]) / 3,
            bent.p[2][0], 1e-9);
    }

    @Test
    void curvatureThatShiftsLessThanTheErrorIsLeftAlone() {
        assertTrue(new FieldCurvature(GRID, RADIUS).bent(matches(new double[] {0.05, 0.03, 0.03, 0.1, 0, 0}),
            GRID.index(2, 3, 3)).isEmpty());
        assertTrue(new FieldCurvature(GRID, RADIUS).bent(matches(new double[] {0.05, 0.03, 0.05, 0.1, 0, 0}),
            GRID.index(2, 3, 3)).isPresent());
    }

    @Test
    void fewPointsOrPointsInOnePlaneTellNoCurvature() {
        final double[] curvature = {0.4, 0.2, 0.3, 0, 0, 0};
        final Match[] plane = matches(curvature);
        for (int i = 0; i < plane.length; i++) {
            plane[i] = GRID.k(i) == 3 ? plane[i] : null;
        }
        assertTrue(new FieldCurvature(GRID, RADIUS).bent(plane, GRID.index(2, 3, 3)).isEmpty());
        final Match[] few = matches(curvature);
        for (int i = 0; i < few.length; i++) {
            few[i] = i == GRID.index(2, 3, 3) || GRID.i(i) == 3 && GRID.j(i) < 3 ? few[i]
                : Match.without(PointStatus.NO_TEXTURE, new ShapeFunction(RADIUS));
        }
        assertTrue(new FieldCurvature(GRID, RADIUS).bent(few, GRID.index(2, 3, 3)).isEmpty());
    }

    private static double value(final double[] q, final int point) {
        final double x = (double) GRID.spacing() / RADIUS * (GRID.i(point) - 2);
        final double y = (double) GRID.spacing() / RADIUS * (GRID.j(point) - 3);
        final double z = (double) GRID.spacing() / RADIUS * (GRID.k(point) - 3);
        return 1.5 + 0.2 * x + q[0] * x * x + q[1] * y * y + q[2] * z * z + q[3] * x * y + q[4] * x * z + q[5] * y * z;
    }

    private static Match[] matches(final double[] curvature) {
        final Match[] matches = new Match[GRID.size()];
        for (int i = 0; i < matches.length; i++) {
            final double error = ERROR * (1 + i % 3);
            matches[i] = new Match(PointStatus.CONVERGED, ShapeFunction.shifted(RADIUS, 0.5, -0.5, value(curvature, i)), 0.9, 3,
                false, new double[] {error, error, error});
        }
        final int middle = GRID.index(2, 3, 3);
        matches[middle] = new Match(PointStatus.CONVERGED, matches[middle].warp(), 0.9, 3, false,
            new double[] {ERROR, ERROR, ERROR});
        return matches;
    }
}
