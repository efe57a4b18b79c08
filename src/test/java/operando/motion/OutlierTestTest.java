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

class OutlierTestTest {

    private static final PointGrid GRID = new PointGrid(16, 20, 18, 22, 9, 7, 6);
    private static final double NOISE = 0.01;

    private interface Motion {
        double[] at(double x, double y, double z);
    }

    /** Ten per cent of tension along x, five of compression along y, and turned by ten degrees about z. */
    private static final Motion STRAINED_AND_TURNED = (x, y, z) -> {
        final double cosine = Math.cos(Math.toRadians(10));
        final double sine = Math.sin(Math.toRadians(10));
        return new double[] {1.1 * cosine * x - 0.95 * sine * y - x, 1.1 * sine * x + 0.95 * cosine * y - y, 0.03 * z};
    };

    /** Waves of 250 voxels' length with strains of up to 7.5 per cent. */
    private static final Motion WAVES = (x, y, z) -> new double[] {3 * Math.sin(2 * Math.PI * x / 250) * Math.cos(2 * Math.PI * y / 250),
        3 * Math.cos(2 * Math.PI * (x + z) / 250), 3 * Math.sin(2 * Math.PI * (y - z) / 250)};

    /** Halves that slide along each other by three voxels. */
    private static final Motion SLIDING = (x, y, z) -> new double[] {x + 0.4 * y > 120 ? 3 : 0, 0.01 * x, x + 0.4 * y > 120 ? -1 : 0.02 * y};

    private final Random random = new Random(12);

    private Match[] matches(final Motion motion, final boolean[] wrong, final double far) {
        final Match[] matches = new Match[GRID.size()];
        for (int i = 0; i < matches.length; i++) {
            final double[] u = motion.at(GRID.voxelX(i), GRID.voxelY(i), GRID.voxelZ(i));
            final double[] away = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            final double length = Math.sqrt(away[0] * away[0] + away[1] * away[1] + away[2] * away[2]);
            for (int c = 0; c < 3; c++) {
                u[c] += NOISE * random.nextGaussian() + (wrong[i] ? far * (1 + random.nextDouble()) * away[c] / length : 0);
            }
            matches[i] = new Match(PointStatus.CONVERGED, ShapeFunction.shifted(16, u[0], u[1], u[2]), 0.9, 3, false, new double[] {NOISE, NOISE, NOISE});
        }
        return matches;
    }

    private static boolean[] marked(final Match[] matches) {
        final PointStatus[] status = new PointStatus[matches.length];
        Arrays.fill(status, PointStatus.CONVERGED);
        try (Cores cores = new Cores(2)) {
            OutlierTest.mark(GRID, matches, CorrelationSettings.defaults().outlierRatio(), status, cores);
        }
        final boolean[] marked = new boolean[status.length];
        for (int i = 0; i < marked.length; i++) {
            marked[i] = status[i] == PointStatus.OUTLIER;
        }
        return marked;
    }

    private static int count(final boolean[] flags) {
        int count = 0;
        for (final boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    @Test
    void noCorrectPointIsMarkedUnderStrainRotationWavesAndSlip() {
        for (final Motion motion : new Motion[] {STRAINED_AND_TURNED, WAVES, SLIDING}) {
            assertEquals(0, count(marked(matches(motion, new boolean[GRID.size()], 0))));
        }
    }

    @Test
    void wrongPointsAreFoundAmongStrainAndRotationAndNoOthers() {
        for (final double share : new double[] {0.02, 0.1, 0.2}) {
            for (final double far : new double[] {0.5, 1, 4}) {
                final boolean[] wrong = new boolean[GRID.size()];
                for (int i = 0; i < wrong.length; i++) {
                    wrong[i] = random.nextDouble() < share;
                }
                check(wrong, marked(matches(STRAINED_AND_TURNED, wrong, far)));
            }
        }
    }

    @Test
    void threeWrongPointsSideBySideAreFoundAtFacesEdgesAndCorners() {
        final boolean[] wrong = new boolean[GRID.size()];
        final int[][] first = {{0, 0, 0}, {6, 6, 5}, {3, 0, 3}, {3, 3, 0}, {0, 6, 2}, {5, 3, 3}, {6, 0, 0}};
        for (final int[] at : first) {
            for (int i = 0; i < 3; i++) {
                wrong[GRID.index(at[0] + i, at[1], at[2])] = true;
            }
        }
        check(wrong, marked(matches(STRAINED_AND_TURNED, wrong, 1)));
        final Match[] together = matches(STRAINED_AND_TURNED, wrong, 0);
        for (int i = 0; i < together.length; i++) {
            together[i].warp().p[1][0] += wrong[i] ? 1.5 : 0;
        }
        check(wrong, marked(together));
    }

    private static void check(final boolean[] wrong, final boolean[] marked) {
        int found = 0;
        for (int i = 0; i < wrong.length; i++) {
            found += wrong[i] && marked[i] ? 1 : 0;
            assertTrue(wrong[i] || !marked[i], "point " + i + " is correct");
        }
        assertTrue(found >= 0.95 * count(wrong), found + " of " + count(wrong));
    }
}
