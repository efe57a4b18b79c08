package operando.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class DensityModesTest {

    /** A dense, a wide and a banana-shaped cluster, and samples along a line between the first two. */
    private static double[][] clusters(final Random random) {
        final double[][] rows = new double[1300][];
        for (int i = 0; i < rows.length; i++) {
            final double u = random.nextDouble();
            final double x = random.nextGaussian();
            final double y = random.nextGaussian();
            rows[i] = i < 400 ? new double[] {0.05 * x, 0.05 * y} : i < 800 ? new double[] {5 + 0.6 * x, 0.6 * y}
                : i < 1270 ? new double[] {2 + 3 * Math.cos(Math.PI * u) + 0.15 * x, 5 + 3 * Math.sin(Math.PI * u) + 0.15 * y} : new double[] {5 * u, 0.1 * x};
        }
        return rows;
    }

    private static double right(final double[][] rows, final DensityModes modes) {
        int right = 0;
        for (int i = 0; i < 1270; i++) {
            right += modes.cluster(i) == modes.cluster(i < 400 ? 0 : i < 800 ? 400 : 800) ? 1 : 0;
        }
        return right / 1270.0;
    }

    @Test
    void hillsOfUnlikeWidthAndShapeAreClustersAndABridgeIsNone() {
        final double[][] rows = clusters(new Random(1));
        final DensityModes modes = DensityModes.of(rows, 2);
        assertEquals(3, modes.count(), modes.prominences().toString());
        assertTrue(right(rows, modes) > 0.99);
        int between = 0;
        for (int i = 1270; i < 1300; i++) {
            between += modes.isBetween(i) ? 1 : 0;
        }
        assertTrue(between > 5, between + " of the bridge");
    }

    @Test
    void aMixtureWhoseNumberTheCriterionChoosesTellsTheSameHills() {
        final double[][] rows = clusters(new Random(2));
        final GaussianMixture mixture = MixtureSearch.best(rows, 12, 100, 1e-6, 1);
        assertTrue(mixture.count() > 3, mixture.count() + " Gaussians");
        final double[] shares = new double[mixture.count()];
        final DensityModes modes = DensityModes.of(rows, java.util.Arrays.stream(rows).mapToDouble(row -> mixture.shares(row, shares)).toArray(), 2);
        assertEquals(3, modes.count(), modes.prominences().toString());
        assertTrue(right(rows, modes) > 0.99);
    }

    @Test
    void oneCloudIsOneClusterAndOneGaussian() {
        final Random random = new Random(3);
        final double[][] rows = random.doubles(800).mapToObj(u -> new double[] {random.nextGaussian(), 3 * random.nextGaussian(), 0.1 * random.nextGaussian()}).toArray(double[][]::new);
        assertEquals(1, DensityModes.of(rows, 3).count());
        assertEquals(1, MixtureSearch.best(rows, 8, 100, 1e-6, 1).count());
    }

    @Test
    void componentsAreThoseOfTheCovariance() {
        final Random random = new Random(4);
        final PrincipalComponents.Covariance one = new PrincipalComponents.Covariance(3);
        final PrincipalComponents.Covariance two = new PrincipalComponents.Covariance(3);
        for (int i = 0; i < 20_000; i++) {
            final double a = 3 * random.nextGaussian();
            final double b = random.nextGaussian();
            (i % 3 == 0 ? one : two).add(new double[] {7 + (a + b) / Math.sqrt(2), (a - b) / Math.sqrt(2), 0.1 * random.nextGaussian()});
        }
        one.add(two);
        final PrincipalComponents components = one.components(2);
        assertEquals(9, components.variance(0), 0.3);
        assertEquals(1, components.variance(1), 0.03);
        assertEquals(3, Math.abs(components.scores(new double[] {7 + 3 / Math.sqrt(2), 3 / Math.sqrt(2), 0})[0]), 0.1);
        assertTrue(components.explained(2) > 0.998);
    }
}
