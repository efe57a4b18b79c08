package operando.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.phantom.PhantomTruth.ScanTruth;
import operando.phantom.PhantomTruth.SideTruth;
import operando.scan.PixelType;
import operando.segment.ColumnSweep;
import operando.segment.SweepSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Measures against the truth of phantoms of 160 × 160 × 240 voxels with noise of 6 grey levels on a step of 40 between
 * lithium and void. The voids of this phantom are lenses that thin out to nothing, so that a third of their area is thinner
 * than a voxel and hides from the plain rule; what partial grey values make of it is held to tighter bounds.
 */
class ScanMeasuresTest {

    private static final double UM_PER_VOXEL = 1.7;
    private static final Cores CORES = Cores.all();
    private static final PhantomSettings NOISY = PhantomSettings.defaults().withPicture(PhantomSettings.defaults().picture().withNoise(6));

    @AfterAll
    static void close() {
        CORES.close();
    }

    @Test
    void measuresOfAPhantomAreThoseOfItsTruth() {
        final Phantom phantom = new Phantom(NOISY);
        for (final int scan : new int[] {0, 3, 9}) {
            final SweepSettings settings = SweepSettings.defaults().withThresholds(NOISY.picture().thresholds());
            compare(phantom, scan, settings, 0.02, 0.09);
        }
    }

    @Test
    void driftAndRingsAreTakenUpByAutomaticThresholds() {
        final Phantom phantom = new Phantom(NOISY.withSeed(5).withPicture(NOISY.picture().withRingsAndDrift(2, 4).withPixelType(PixelType.UINT16)));
        for (final int scan : new int[] {0, 4, 9}) {
            compare(phantom, scan, SweepSettings.defaults(), 0.03, 0.09);
        }
    }

    @Test
    void cylinderWithVoxelsThatAreNoCubes() {
        final Phantom phantom = new Phantom(NOISY.withSize(170, 150, 250).withVoxelSize(new VoxelSize(1.6, 1.9, UM_PER_VOXEL))
            .withSeed(7).withCell(NOISY.cell().asCylinder()).withPicture(NOISY.picture().withPixelType(PixelType.FLOAT32)));
        // Columns that the rim of the cylinder cuts through are left out: about one voxel of a radius of 75.
        compare(phantom, 5, SweepSettings.defaults(), 0.03, 0.12);
    }

    private static void compare(final Phantom phantom, final int scan, final SweepSettings settings, final double contact, final double voids) {
        final ScanTruth truth = phantom.truth(scan);
        final ScanMeasures measured = ScanMeasures.of(new ColumnSweep(settings).sweep(phantom.inMemory(scan, CORES), CORES,
            Progress.SILENT), phantom.settings().voxelSize());
        assertEquals(truth.stackThicknessUm(), measured.stackThicknessUm().value(), 0.1 * UM_PER_VOXEL);
        for (final Side side : Side.values()) {
            final SideMeasures of = measured.side(side);
            final SideTruth is = truth.side(side);
            final String where = side + " of scan " + scan;
            assertEquals(is.contactFraction(), of.contactFractionSubvoxel().value(), contact, where);
            assertTrue(of.contactFraction().value() >= is.contactFraction(), where + ": thin rims count as contact");
            assertEquals(is.contactFraction(), of.contactFraction().value(), 0.09, where);
            assertEquals(1, of.lithiumVolumeUm3().value() / is.lithiumVolumeUm3(), 0.03, where);
            assertEquals(1, of.voidVolumeSubvoxelUm3().value() / is.voidVolumeUm3(), voids, where);
            assertEquals(1, of.voidVolumeUm3().value() / is.voidVolumeUm3(), 0.25, where);
            assertEquals(is.interphaseThicknessUm(), of.interphaseThicknessUm().value(), 0.15, where);
            assertEquals(is.interphaseThicknessDeviationUm(), of.interphaseThicknessDeviationUm().value(), 0.5, where);
            assertEquals(is.interfacePositionUm(), of.interfacePositionUm().value(), 0.1 * UM_PER_VOXEL, where);
            assertEquals(is.collectorPositionUm(), of.collectorPositionUm().value(), 0.05 * UM_PER_VOXEL, where);
            assertEquals(is.roughnessUm(), of.roughnessUm().value(), 0.15, where);
        }
    }
}
