package operando.segment.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import operando.cell.InputException;
import operando.cell.Phase;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.segment.feature.LocalFeatures;
import operando.segment.feature.block.VoxelBlock;
import org.junit.jupiter.api.Test;

class VoxelClustersTest {

    /** Three slanted Gaussian clouds with 60, 30 and 10 % of the samples; and whose each is. */
    private static int[] clouds(final float[][] samples) {
        final Random random = new Random(5);
        final int[] of = new int[samples[0].length];
        for (int i = 0; i < of.length; i++) {
            final double which = random.nextDouble();
            of[i] = which < 0.6 ? 0 : which < 0.9 ? 1 : 2;
            final double a = random.nextGaussian();
            final double b = random.nextGaussian();
            samples[0][i] = (float) (8 * of[i] + 2 * a);
            samples[1][i] = (float) (-3 * of[i] + 2 * a + 0.5 * b);
        }
        return of;
    }

    @Test
    void aMixtureTellsSlantedCloudsApart() {
        final float[][] samples = new float[2][20_000];
        final int[] truth = clouds(samples);
        final VoxelClusters clusters = VoxelClusters.of(samples, ClusterSettings.defaults(3));
        final byte[] classes = new byte[truth.length];
        clusters.classify(samples, classes);
        int wrong = 0;
        for (int i = 0; i < truth.length; i++) {
            wrong += classes[i] == truth[i] ? 0 : 1;
        }
        // In units of the noise the centres are more than 20 apart.
        assertTrue(wrong < 0.001 * truth.length, wrong + " wrong");
        // The mean of 2 000 samples is known to 2/√2000 = 0.045; three times that.
        assertArrayEquals(new double[] {0, 8, 16}, clusters.meanGreys(), 0.135);
    }

    @Test
    void probabilitiesSumToOneAndTheLargestIsTheClass() {
        final float[][] samples = new float[2][5_000];
        clouds(samples);
        final VoxelClusters clusters = VoxelClusters.of(samples, ClusterSettings.defaults(3).withSeed(3));
        final byte[] classes = new byte[5_000];
        final float[][] probabilities = new float[3][5_000];
        clusters.classify(samples, classes);
        clusters.probabilities(samples, probabilities);
        for (int i = 0; i < classes.length; i++) {
            assertEquals(1, probabilities[0][i] + probabilities[1][i] + probabilities[2][i], 1e-5);
            for (final float[] one : probabilities) {
                assertTrue(one[i] <= probabilities[classes[i]][i]);
            }
        }
    }

    @Test
    void phasesOfACellAreFoundWithoutLabels() {
        try (Cores cores = new Cores(2)) {
            final Phantom phantom = new Phantom(PhantomSettings.defaults().withSize(72, 64, 120));
            final Scan scan = phantom.inMemory(4, cores);
            final byte[] classes = classes(scan, ClusterSettings.defaults(4), cores);
            assertArrayEquals(classes, classes(scan, ClusterSettings.defaults(4), cores), "the same again");
            // Voids are too few for a cluster of their own and go with the lithium; blur mixes the voxels between phases.
            final Scan labels = phantom.labels(4);
            assertTrue(dice(classes, 0, labels, Phase.LITHIUM) > 0.93);
            assertTrue(dice(classes, 1, labels, Phase.INTERPHASE) > 0.85);
            assertTrue(dice(classes, 2, labels, Phase.ELECTROLYTE) > 0.95);
            assertTrue(dice(classes, 3, labels, Phase.COLLECTOR) > 0.95);
            assertTrue(dice(classes(scan, ClusterSettings.defaults(4).withKMeans(), cores), 2, labels, Phase.ELECTROLYTE) > 0.95);
        }
    }

    private static byte[] classes(final Scan scan, final ClusterSettings settings, final Cores cores) {
        final LocalFeatures features = LocalFeatures.ofBrightness();
        final VoxelClusters clusters = VoxelClusters.in(scan, features, settings, cores, Progress.SILENT);
        final VoxelBlock whole = VoxelBlock.read(scan, 0, 0, 0, scan.width(), scan.height(), scan.depth(), 0, 0);
        final byte[] classes = new byte[whole.size()];
        clusters.classify(features.of(whole), classes);
        return classes;
    }

    private static double dice(final byte[] classes, final int of, final Scan labels, final Phase phase) {
        final byte[] slice = new byte[labels.width() * labels.height()];
        long both = 0;
        long either = 0;
        for (int z = 0; z < labels.depth(); z++) {
            labels.readSlice(z, slice);
            for (int i = 0; i < slice.length; i++) {
                final boolean found = classes[z * slice.length + i] == of;
                final boolean is = slice[i] == phase.label();
                both += found && is ? 2 : 0;
                either += (found ? 1 : 0) + (is ? 1 : 0);
            }
        }
        return (double) both / either;
    }

    @Test
    void aConstantScanIsRefused() {
        final List<byte[]> slices = new ArrayList<>();
        for (int z = 0; z < 6; z++) {
            slices.add(new byte[30]);
        }
        try (Cores cores = new Cores(1)) {
            assertTrue(assertThrows(InputException.class, () -> VoxelClusters.in(new MemoryScan("black", 6, 5, slices, Optional.empty()),
                LocalFeatures.ofBrightness(), ClusterSettings.defaults(2), cores, Progress.SILENT)).getMessage().contains("one grey value"));
        }
    }
}
