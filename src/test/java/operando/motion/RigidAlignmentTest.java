package operando.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.motion.subvolume.KnownPair;
import operando.scan.Scan;
import org.junit.jupiter.api.Test;

class RigidAlignmentTest {

    private static final VoxelSize VOXEL = new VoxelSize(1.1, 1.2, 1.3);

    @Test
    void shiftAndTurnOfWholeScanAreFoundToAHundredthOfAVoxel() {
        try (Cores cores = new Cores(2)) {
            final double[][] turn = {{0, -0.006, 0.004}, {0.006, 0, -0.002}, {-0.004, 0.002, 0}};
            final KnownPair pair = KnownPair.make(76, 70, 64, new double[] {9.3, -13.6, 5.2}, turn, 0, 0.1, 3, cores);
            final RigidAlignment alignment = RigidAlignment.of(scan("a", pair.reference()), scan("b", pair.deformed()), cores);
            final double[] middle = pair.at(37, 34, 31);
            for (int c = 0; c < 3; c++) {
                assertEquals(middle[c], alignment.shiftVoxels()[c], 0.01);
            }
            assertArray(new double[] {0.002, 0.004, 0.006}, alignment.turn(), 3e-4);
            assertTrue(alignment.correlation() > 0.95);
            final double[] away = pair.at(37 + 10, 34 - 5, 31 + 8);
            assertArray(away, alignment.at(10, -5, 8), 0.02);
        }
    }

    @Test
    void scansWithNothingInCommonAreNotMoved() {
        final Random random = new Random(8);
        final float[] a = new float[76 * 70 * 64];
        final float[] b = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) random.nextGaussian();
            b[i] = (float) random.nextGaussian();
        }
        try (Cores cores = new Cores(2)) {
            final RigidAlignment alignment = RigidAlignment.of(scan("a", a), scan("b", b), cores);
            assertEquals(0, alignment.correlation(), 0.05);
            for (int c = 0; c < 3; c++) {
                assertEquals(0, alignment.shiftVoxels()[c], 2);
            }
        }
    }

    private static Scan scan(final String name, final float[] grey) {
        return VolumeCorrelationTest.scan(name, grey, 76, 70, 64, VOXEL);
    }

    private static void assertArray(final double[] expected, final double[] actual, final double tolerance) {
        for (int c = 0; c < 3; c++) {
            assertEquals(expected[c], actual[c], tolerance);
        }
    }
}
