package operando.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import operando.motion.subvolume.Match;
import operando.motion.subvolume.PointStatus;
import operando.motion.subvolume.ShapeFunction;
import org.junit.jupiter.api.Test;

class OutlierTestTest {

    private static final PointGrid GRID = new PointGrid(8, 10, 10, 10, 5, 4, 3);

    @Test
    void pointAwayFromItsNeighboursIsMarkedAndStrainIsNot() {
        final Match[] matches = new Match[GRID.size()];
        for (int i = 0; i < matches.length; i++) {
            // Two per cent of strain: neighbours differ by 0.16 voxel.
            final double ux = 3 + 0.02 * GRID.voxelX(i) + (i == GRID.index(2, 1, 1) ? 2 : 0);
            matches[i] = new Match(PointStatus.CONVERGED, ShapeFunction.shifted(16, ux, -0.01 * GRID.voxelZ(i), 1), 0.9, 3, false,
                new double[3]);
        }
        final PointStatus[] status = new PointStatus[matches.length];
        Arrays.fill(status, PointStatus.CONVERGED);
        OutlierTest.mark(GRID, matches, CorrelationSettings.defaults().outlierRatio(), status);
        for (int i = 0; i < status.length; i++) {
            assertEquals(i == GRID.index(2, 1, 1) ? PointStatus.OUTLIER : PointStatus.CONVERGED, status[i]);
        }
    }
}
