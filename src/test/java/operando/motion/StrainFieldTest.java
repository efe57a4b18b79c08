package operando.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.motion.StrainField.Component;
import operando.motion.subvolume.PointStatus;
import org.junit.jupiter.api.Test;

class StrainFieldTest {

    private static final VoxelSize VOXEL = new VoxelSize(1.5, 2, 3);
    // Displacements are floats: 7 digits of a length of up to 40 µm over a window of 60 µm.
    private static final double ROUNDING = 2e-6;

    private interface Motion {
        double[] at(double x, double y, double z);
    }

    private static DisplacementField field(final PointGrid grid, final Motion motion) {
        final int size = grid.size();
        final PointStatus[] status = new PointStatus[size];
        Arrays.fill(status, PointStatus.CONVERGED);
        final DisplacementField empty = new DisplacementField("before", "after", VOXEL, grid, CorrelationSettings.defaults(),
            new RigidAlignment(new double[3], new double[3], 1), new float[3][size], new float[3][size], new float[size], new int[size], status);
        final float[][] displacement = new float[3][size];
        for (int point = 0; point < size; point++) {
            final double[] u = motion.at(empty.xUm(point), empty.yUm(point), empty.zUm(point));
            for (int c = 0; c < 3; c++) {
                displacement[c][point] = (float) u[c];
            }
        }
        return empty.with(displacement, status);
    }

    private static DisplacementField affine(final double[][] h) {
        return field(new PointGrid(10, 20, 17, 30, 6, 5, 4), (x, y, z) -> new double[] {5 + h[0][0] * x + h[0][1] * y + h[0][2] * z,
            -2 + h[1][0] * x + h[1][1] * y + h[1][2] * z, h[2][0] * x + h[2][1] * y + h[2][2] * z});
    }

    @Test
    void anAffineFieldHasItsGradientsStrainEverywhere() {
        final double[][] h = {{0.01, 0.004, -0.002}, {0.001, -0.02, 0.003}, {0.005, 0, 0.015}};
        final DisplacementField field = affine(h);
        for (final int window : new int[] {1, 2}) {
            final StrainField strain = StrainField.of(field, window);
            assertEquals(field.size(), strain.known());
            for (int point = 0; point < field.size(); point++) {
                assertEquals(0.01, strain.smallStrain()[Component.XX.ordinal()][point], ROUNDING);
                assertEquals(0.0025, strain.smallStrain()[Component.XY.ordinal()][point], ROUNDING);
                assertEquals(0.0015, strain.smallStrain()[Component.YZ.ordinal()][point], ROUNDING);
                assertEquals(0.01 + (0.01 * 0.01 + 0.001 * 0.001 + 0.005 * 0.005) / 2, strain.greenLagrange(Component.XX)[point], ROUNDING);
                assertEquals(0.0015 + (-0.002 * 0.01 + 0.003 * 0.001 + 0.015 * 0.005) / 2, strain.greenLagrange(Component.XZ)[point], ROUNDING);
                assertEquals(0.005, strain.volumetric(point), 3 * ROUNDING);
            }
        }
    }

    @Test
    void aRotationHasNoGreenLagrangeStrain() {
        final double angle = 0.1;
        final double[][] h = {{Math.cos(angle) - 1, -Math.sin(angle), 0}, {Math.sin(angle), Math.cos(angle) - 1, 0}, {0, 0, 0}};
        final StrainField strain = StrainField.of(affine(h), 1);
        for (final Component component : Component.values()) {
            assertEquals(0, strain.greenLagrange(component)[40], ROUNDING);
        }
        assertEquals(Math.cos(angle) - 1, strain.smallStrain()[0][40], ROUNDING);
    }

    @Test
    void aStretchAtConstantVolumeHasItsOwnEquivalentShear() {
        final StrainField strain = StrainField.of(affine(new double[][] {{-0.01, 0, 0}, {0, -0.01, 0}, {0, 0, 0.02}}), 1);
        assertEquals(0.02, strain.equivalentShear(33), ROUNDING);
        assertEquals(0, strain.volumetric(33), 3 * ROUNDING);
    }

    @Test
    void gapsAndOutliersDoNotCountAndFewNeighboursGiveNoStrain() {
        final double[][] h = {{0.01, 0, 0}, {0, 0.01, 0}, {0, 0, 0.01}};
        final DisplacementField whole = affine(h);
        final float[][] displacement = whole.displacementUm();
        final PointStatus[] status = whole.status().clone();
        displacement[0][50] = 1000;
        status[50] = PointStatus.OUTLIER;
        for (int i = 1; i < 6; i++) {
            for (int j = 0; j < 5; j++) {
                for (int k = 1; k < 4; k++) {
                    status[whole.grid().index(i, j, k)] = i > 2 ? status[whole.grid().index(i, j, k)] : PointStatus.NO_TEXTURE;
                }
            }
        }
        final StrainField strain = StrainField.of(whole.with(displacement, status), 1);
        assertTrue(Float.isNaN(strain.volumetric(50)));
        assertEquals(0.01, strain.median(Component.YY), ROUNDING);
        // At the corner only its own column and layer are left: a plane and a line away from it, but no volume.
        assertTrue(Float.isNaN(strain.volumetric(whole.grid().index(0, 0, 3))));
    }

    @Test
    void pointsThatMoveMoreInTheMiddleShowInTheRadialProfile() {
        final PointGrid grid = new PointGrid(10, 5, 5, 20, 11, 11, 3);
        final DisplacementField field = field(grid, (x, y, z) -> new double[] {0, 0, 20 - 0.1 * Math.hypot(x - 82.5, y - 110)});
        final List<RadialProfile.Ring> profile = RadialProfile.of(field, 110, 110, 5);
        assertEquals(grid.size(), profile.stream().mapToInt(RadialProfile.Ring::points).sum());
        for (final RadialProfile.Ring ring : profile) {
            assertTrue(ring.lengthUm() >= 20 - 0.1 * ring.outerUm() - 1e-5 && ring.lengthUm() <= 20 - 0.1 * ring.innerUm() + 1e-5);
            assertEquals(ring.lengthUm(), ring.axialUm(), 1e-5);
            assertEquals(0, ring.radialUm(), 1e-9);
        }
    }

    @Test
    void filledGapsSayThatTheyAreAndOfAUniformFieldAreExact() {
        final DisplacementField whole = field(new PointGrid(10, 20, 20, 20, 5, 4, 3), (x, y, z) -> new double[] {1, 2, 3});
        final PointStatus[] status = whole.status().clone();
        for (int point = 0; point < status.length; point++) {
            status[point] = point % 5 < 3 ? PointStatus.NOT_CONVERGED : PointStatus.CONVERGED;
        }
        final DisplacementField filled = GapFilling.fill(whole.with(new float[][] {holes(1, status), holes(2, status), holes(3, status)}, status));
        assertEquals(36, filled.count(PointStatus.FILLED));
        for (int point = 0; point < status.length; point++) {
            assertEquals(3, filled.displacementUm(2, point), 1e-6);
        }
    }

    @Test
    void gapsOfAStrainedAndTurnedBodyAreFilledExactlyUpToItsCorners() {
        final double[][] h = {{0.083, -0.165, 0}, {0.191, -0.065, 0}, {0, 0, 0.03}};
        final DisplacementField whole = affine(h);
        final PointStatus[] status = whole.status().clone();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                status[whole.grid().index(i, j, 0)] = PointStatus.NOT_CONVERGED;
                status[whole.grid().index(3 + i, 2, 1 + j)] = PointStatus.OUTLIER;
            }
        }
        final float[][] displacement = new float[3][];
        for (int c = 0; c < 3; c++) {
            displacement[c] = whole.displacementUm()[c].clone();
            for (int point = 0; point < status.length; point++) {
                displacement[c][point] = status[point].measured() ? displacement[c][point] : 99;
            }
        }
        final DisplacementField filled = GapFilling.fill(whole.with(displacement, status));
        assertEquals(8, filled.count(PointStatus.FILLED));
        for (int point = 0; point < status.length; point++) {
            for (int c = 0; c < 3; c++) {
                // Ten times the rounding of floats of up to 40 µm.
                assertEquals(whole.displacementUm(c, point), filled.displacementUm(c, point), 4e-5);
            }
        }
    }

    private static float[] holes(final float value, final PointStatus[] status) {
        final float[] values = new float[status.length];
        for (int point = 0; point < values.length; point++) {
            values[point] = status[point].measured() ? value : Float.NaN;
        }
        return values;
    }

    @Test
    void twoStepsMakeTheWholeWay() {
        final PointGrid grid = new PointGrid(10, 20, 20, 20, 6, 6, 6);
        final Motion one = (x, y, z) -> new double[] {0.05 * x, 1, -0.02 * z};
        final Motion two = (x, y, z) -> new double[] {-1, 0.03 * y, 2 + 0.01 * x};
        final DisplacementField sum = CumulativeDisplacement.of(field(grid, one), field(grid, two));
        int known = 0;
        for (int point = 0; point < sum.size(); point++) {
            if (sum.status()[point].measured()) {
                known++;
                final double x = sum.xUm(point);
                final double y = sum.yUm(point);
                // Beyond the outermost points the nearest one answers.
                if (grid.i(point) < 4 && grid.j(point) < 4) {
                    assertEquals(0.05 * x - 1, sum.displacementUm(0, point), 1e-4);
                    assertEquals(1 + 0.03 * (y + 1), sum.displacementUm(1, point), 1e-4);
                }
            }
        }
        assertTrue(known > 150, known + " known");
    }

    @Test
    void aCurvedFieldHasItsStrainUpToTheBorder() {
        final DisplacementField field = field(new PointGrid(10, 20, 20, 20, 7, 7, 7), (x, y, z) -> new double[] {1e-4 * x * z, 0, 2e-4 * (x * x + y * y)});
        final StrainField strain = StrainField.of(field, 2);
        for (int point = 0; point < field.size(); point++) {
            assertEquals(1e-4 * field.zUm(point), strain.smallStrain()[Component.XX.ordinal()][point], 10 * ROUNDING);
            assertEquals(2e-4 * field.yUm(point), strain.smallStrain()[Component.YZ.ordinal()][point], 10 * ROUNDING);
        }
    }

    @Test
    void gapsOfTheDirectFieldAreClosedByTheSteps() {
        final PointGrid grid = new PointGrid(10, 20, 20, 20, 5, 5, 5);
        final DisplacementField chained = field(grid, (x, y, z) -> new double[] {4, 5, 6});
        final DisplacementField direct = field(grid, (x, y, z) -> new double[] {1, 2, 3});
        final PointStatus[] status = direct.status().clone();
        status[7] = PointStatus.NOT_CONVERGED;
        final DisplacementField whole = CumulativeDisplacement.completed(direct.with(direct.displacementUm(), status), chained);
        assertEquals(6, whole.displacementUm(2, 7));
        assertEquals(3, whole.displacementUm(2, 8));
        assertTrue(whole.status()[7].measured());
    }

    @Test
    void impossibleWindowsAndFlatGridsAreRefused() {
        assertThrows(InputException.class, () -> StrainField.of(affine(new double[3][3]), 0));
        assertThrows(InputException.class, () -> StrainField.of(field(new PointGrid(10, 20, 20, 20, 5, 5, 1), (x, y, z) -> new double[3]), 1));
        assertThrows(InputException.class, () -> RadialProfile.of(affine(new double[3][3]), 100, 100, 0));
    }
}
