package operando.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import operando.engine.Cores;
import operando.motion.subvolume.Match;
import operando.motion.subvolume.PointStatus;
import operando.motion.subvolume.ShapeFunction;
import org.junit.jupiter.api.Test;

class FieldCurvatureTest {

    private static final double ERROR = 0.002;
    private static final PointGrid GRID = new PointGrid(16, 20, 21, 22, 8, 7, 6);
    private static final CorrelationSettings SETTINGS = CorrelationSettings.defaults();
    private static final double RADIUS = SETTINGS.radius();

    // First-order subvolumes give the mean of a paraboloid over a cube, a third of the sum of its curvatures too much.
    @Test
    void meansOfAParaboloidOverSubvolumesAreBroughtBackToItsCentres() {
        final double[] curvature = {0.14, -0.05, 0.08, 0.03, -0.02, 0.06};
        final FieldCurvature.Corrected corrected = correct(matches(curvature, 0, 1));
        for (int point = 0; point < GRID.size(); point++) {
            assertEquals(value(curvature, point) - (curvature[0] + curvature[1] + curvature[2]) / 3, corrected.displacement()[2][point], ERROR);
            assertTrue(corrected.error()[2][point] >= ERROR && corrected.error()[2][point] < 2.3 * ERROR);
        }
    }

    @Test
    void fieldThatDoesNotCurveIsLeftAloneAndItsErrorHardlyGrows() {
        final Match[] matches = matches(new double[6], ERROR, 2);
        final FieldCurvature.Corrected corrected = correct(matches);
        for (int point = 0; point < GRID.size(); point++) {
            assertEquals(matches[point].warp().p[2][0], corrected.displacement()[2][point], ERROR);
            assertEquals(ERROR, corrected.error()[2][point], 0.2 * ERROR);
        }
    }

    @Test
    void pointsThatWereNotFoundHaveNoDisplacement() {
        final Match[] matches = matches(new double[6], 0, 3);
        matches[5] = Match.without(PointStatus.NO_TEXTURE, new ShapeFunction(RADIUS));
        final FieldCurvature.Corrected corrected = correct(matches);
        assertTrue(Double.isNaN(corrected.displacement()[0][5]) && Double.isNaN(corrected.error()[0][5]));
        assertTrue(Double.isFinite(corrected.displacement()[0][6]));
    }

    private static FieldCurvature.Corrected correct(final Match[] matches) {
        final PointStatus[] status = Arrays.stream(matches).map(Match::status).toArray(PointStatus[]::new);
        try (Cores cores = new Cores(1)) {
            return new FieldCurvature(GRID, SETTINGS).correct(matches, status, cores);
        }
    }

    private static double value(final double[] q, final int point) {
        final double x = GRID.spacing() / RADIUS * (GRID.i(point) - 2);
        final double y = GRID.spacing() / RADIUS * (GRID.j(point) - 3);
        final double z = GRID.spacing() / RADIUS * (GRID.k(point) - 3);
        return 1.5 + 0.2 * x + q[0] * x * x + q[1] * y * y + q[2] * z * z + q[3] * x * y + q[4] * x * z + q[5] * y * z;
    }

    private static Match[] matches(final double[] curvature, final double noise, final long seed) {
        final Random random = new Random(seed);
        final Match[] matches = new Match[GRID.size()];
        for (int i = 0; i < matches.length; i++) {
            matches[i] = new Match(PointStatus.CONVERGED, ShapeFunction.shifted(RADIUS, 0.5, -0.5, value(curvature, i) + noise * random.nextGaussian()), 0.9, 3,
                false, new double[] {ERROR, ERROR, ERROR});
        }
        return matches;
    }
}
