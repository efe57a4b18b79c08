package operando.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.motion.subvolume.PointStatus;
import org.junit.jupiter.api.Test;

class CumulativeDisplacementTest {

    private static final PointGrid GRID = new PointGrid(10, 20, 17, 30, 5, 4, 3);

    private static DisplacementField uniform(final VoxelSize voxel, final float length, final float error, final float correlation) {
        final float[][] displacement = new float[3][GRID.size()];
        final float[][] errors = new float[3][GRID.size()];
        for (int c = 0; c < 3; c++) {
            Arrays.fill(displacement[c], length);
            Arrays.fill(errors[c], error);
        }
        final float[] correlations = new float[GRID.size()];
        Arrays.fill(correlations, correlation);
        final PointStatus[] status = new PointStatus[GRID.size()];
        Arrays.fill(status, PointStatus.CONVERGED);
        return new DisplacementField("a", "b", voxel, GRID, CorrelationSettings.defaults(),
            new RigidAlignment(new double[3], new double[3], 1), displacement, errors, correlations, new int[GRID.size()], status);
    }

    private static DisplacementField uniform(final float length, final float error, final float correlation) {
        return uniform(new VoxelSize(1.5, 2, 3), length, error, correlation);
    }

    @Test
    void errorsOfTwoStepsAddAsSquaresAndTheWorseMatchCounts() {
        final DisplacementField sum = CumulativeDisplacement.of(uniform(2, 0.03f, 0.9f), uniform(1, 0.04f, 0.8f));
        assertEquals(GRID.size(), sum.count(PointStatus.CONVERGED));
        for (int point = 0; point < sum.size(); point++) {
            for (int c = 0; c < 3; c++) {
                assertEquals(3, sum.displacementUm(c, point), 1e-5);
                assertEquals(0.05, sum.errorUm()[c][point], 1e-6);
            }
            assertEquals(0.8, sum.correlation()[point], 1e-6);
        }
    }

    @Test
    void whatTheNextStepLosesHasNeitherDisplacementNorError() {
        final DisplacementField sum = CumulativeDisplacement.of(uniform(2000, 0.03f, 0.9f), uniform(1, 0.04f, 0.8f));
        assertEquals(0, sum.count(PointStatus.CONVERGED));
        assertTrue(Float.isNaN(sum.errorUm()[0][0]) && Double.isNaN(sum.displacementUm(0, 0)));
    }

    @Test
    void stepsOfTwoVoxelSizesAreRefused() {
        assertThrows(InputException.class, () -> CumulativeDisplacement.of(uniform(1, 0, 1), uniform(VoxelSize.cubic(1), 1, 0, 1)));
    }
}
