package operando.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import operando.engine.Cores;
import operando.motion.subvolume.KnownPair;
import operando.motion.subvolume.PointStatus;
import org.junit.jupiter.api.Test;

/** The errors that are found are those that are predicted: their rms over the predicted one is 1, within 0.8 to 1.25. */
class CalibratedErrorTest {

    // Subvolumes overlap, so that about 30 of 80 are independent: the rms of three components each is known within 7 %.
    @Test
    void errorsAreThosePredictedWithMuchAndWithLittleNoiseAndWithTenPerCentOfStrain() {
        final double[][] none = new double[3][3];
        final double[][] strong = {{0.1, 0.02, 0}, {0, -0.03, 0.01}, {0.02, 0, -0.03}};
        assertEquals(1, ratio(0.2, none, 0), 0.25);
        assertEquals(1, ratio(0.025, none, 0), 0.25);
        assertEquals(1, ratio(0.05, strong, 0), 0.25);
    }

    @Test
    void errorsAreThosePredictedWhereTheFieldCurves() {
        assertEquals(1, ratio(0.1, KnownPair.onePerCent(), 0.6), 0.25);
    }

    private static double ratio(final double noise, final double[][] gradient, final double bump) {
        final KnownPair pair;
        try (Cores cores = new Cores(2)) {
            pair = KnownPair.make(84, 76, 72, new double[] {0.3, -0.4, 0.2}, gradient, bump, noise, 61, cores);
        }
        final DisplacementField field = VolumeCorrelationTest.correlate(pair, CorrelationSettings.defaults().withSpacing(11).withSubvolume(25), Masks.none(), 2);
        final double[] edge = {1.7, 1.5, 1.3};
        double found = 0;
        double predicted = 0;
        for (int i = 0; i < field.size(); i++) {
            if (field.status()[i] == PointStatus.CONVERGED) {
                final double[] u = pair.at(field.grid().voxelX(i), field.grid().voxelY(i), field.grid().voxelZ(i));
                for (int c = 0; c < 3; c++) {
                    found += Math.pow(field.displacementUm(c, i) / edge[c] - u[c], 2);
                    predicted += Math.pow(field.errorUm()[c][i] / edge[c], 2);
                }
            }
        }
        return Math.sqrt(found / predicted);
    }
}
