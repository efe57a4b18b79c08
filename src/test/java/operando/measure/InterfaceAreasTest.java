package operando.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.InterfaceAreas.Pair;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.scan.ScanFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterfaceAreasTest {

    private static final VoxelSize VOXEL = new VoxelSize(1.0, 1.3, 0.8);

    private interface Labels {
        int at(double x, double y, double z);
    }

    private static InterfaceAreas areas(final Scan scan, final VoxelSize voxel) {
        try (Cores cores = Cores.all()) {
            return InterfaceAreas.of(scan, voxel, cores, Progress.SILENT);
        }
    }

    /** Labels at the voxels' middles, in µm. */
    private static InterfaceAreas areas(final int width, final int height, final int depth, final Labels labels) {
        return areas(width, height, depth, VOXEL, labels);
    }

    private static InterfaceAreas areas(final int width, final int height, final int depth, final VoxelSize voxel, final Labels labels) {
        final List<byte[]> slices = new ArrayList<>();
        for (int z = 0; z < depth; z++) {
            final byte[] slice = new byte[width * height];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (byte) labels.at((i % width + 0.5) * voxel.xUm(), (i / width + 0.5) * voxel.yUm(), (z + 0.5) * voxel.zUm());
            }
            slices.add(slice);
        }
        return areas(new MemoryScan("labels", width, height, slices, Optional.empty()), voxel);
    }

    @Test
    void facesOfABoxAreExact() {
        final Pair box = areas(20, 17, 31, (x, y, z) -> x > 4 && x < 10 && y > 1.3 * 3 && y < 1.3 * 7 && z > 0.8 * 5 && z < 0.8 * 12 ? 7 : 0)
            .pairs().get(0);
        assertEquals(0, box.first());
        assertEquals(7, box.second());
        assertEquals(2 * 4 * 7, box.facesX());
        assertEquals(2 * 6 * 7, box.facesY());
        assertEquals(2 * 6 * 4, box.facesZ());
        assertEquals(2 * (4 * 7 + 6 * 7 + 6 * 4), box.faces());
        assertEquals(2 * (4 * 1.3 * 7 * 0.8 + 6 * 7 * 0.8 + 6 * 4 * 1.3), box.facesUm2(), 1e-9);
    }

    @Test
    void croftonFindsTheAreaOfASphereWhichFacesMissByHalf() {
        final double radius = 20.3;
        final Pair sphere = areas(52, 41, 64, (x, y, z) -> Math.sqrt(Math.pow(x - 25.4, 2) + Math.pow(y - 26.1, 2) + Math.pow(z - 25.7, 2)) < radius
            ? 1 : 0).pairs().get(0);
        // 13 directions leave about 1 %; rounding to voxels at radius 20 less.
        assertEquals(1, sphere.croftonUm2() / (4 * Math.PI * radius * radius), 0.02);
        assertEquals(1.5, sphere.facesUm2() / (4 * Math.PI * radius * radius), 0.02);
    }

    /** A disc of the plane, round at its edge, so that the box does not cut it: what lies outside is a third label. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0.03, 0.4, 1", "0.1, 0, 1", "0.15, 1.1, 1", "0.4, 0.3, 1", "0.7854, 0.7854, 1", "0.9553, 0.7854, 1", "1.3, 2, 1",
        "1.5708, 0.5, 1", "0, 0, 3", "0.03, 0.4, 3", "0.1, 0, 3", "0.15, 1.1, 3", "0.4, 0.3, 3", "0.7854, 0.7854, 3", "1.3, 2, 3", "1.5708, 0.5, 3"})
    void aPlaneHasItsAreaAtAnyAngle(final double tilt, final double turn, final double depthOfVoxel) {
        final double[] n = {Math.sin(tilt) * Math.cos(turn), Math.sin(tilt) * Math.sin(turn), Math.cos(tilt)};
        final double radius = 30;
        final VoxelSize voxel = new VoxelSize(1, 1, depthOfVoxel);
        final Pair plane = areas(70, 72, (int) Math.ceil(74 / depthOfVoxel), voxel, (x, y, z) -> {
            final double along = n[0] * (x - 35.2) + n[1] * (y - 36.1) + n[2] * (z - 37.3);
            final double across = Math.pow(x - 35.2, 2) + Math.pow(y - 36.1, 2) + Math.pow(z - 37.3, 2) - along * along;
            return across > radius * radius ? 9 : along > 0 ? 2 : 1;
        }).pairs().get(0);
        assertEquals(2, plane.second());
        // Faces along an axis need both voxels within the disc: two discs apart by the voxel's edge as it lies in the plane.
        final double[] edges = {1, 1, depthOfVoxel};
        double truth = 0;
        for (int axis = 0; axis < 3; axis++) {
            truth += n[axis] * n[axis] * (Math.PI * radius * radius - 2 * radius * edges[axis] * Math.sqrt(1 - n[axis] * n[axis]));
        }
        assertEquals(1, plane.localNormalsUm2() / truth, 0.011);
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "7, 1", "10, 1", "15, 1", "9, 3", "15, 3"})
    void spheresHaveTheirAreaAndTheExpectedErrorHolds(final double radius, final double depthOfVoxel) {
        final Random random = new Random(5);
        final double truth = 4 * Math.PI * radius * radius;
        double mean = 0;
        final int places = 12;
        for (int i = 0; i < places; i++) {
            final double[] at = {radius + 2 + random.nextDouble(), radius + 2 + random.nextDouble(), radius + 4 + 3 * random.nextDouble()};
            final int edge = (int) (2 * radius + 5);
            final Pair sphere = areas(edge, edge + 1, (int) ((2 * radius + 10) / depthOfVoxel), new VoxelSize(1, 1, depthOfVoxel), (x, y, z) ->
                Math.pow(x - at[0], 2) + Math.pow(y - at[1], 2) + Math.pow(z - at[2], 2) < radius * radius ? 4 : 3).pairs().get(0);
            final double error = sphere.localNormalsUm2() / truth - 1;
            assertTrue(Math.abs(error) < sphere.expectedError(), () -> error + " at an expected " + sphere.expectedError());
            mean += error / places;
        }
        assertEquals(0, mean, 0.01);
    }

    @Test
    void anEllipsoidHasItsArea() {
        // Half axes 20, 12, 12: 2 π b² (1 + a/(b e) arcsin e), e² = 1 − b²/a².
        final double e = Math.sqrt(1 - 144.0 / 400);
        final double truth = 2 * Math.PI * 144 * (1 + 20 / (12 * e) * Math.asin(e));
        for (final double depth : new double[] {1, 3}) {
            final Pair body = areas(48, 32, (int) (34 / depth), new VoxelSize(1, 1, depth), (x, y, z) ->
                Math.pow((x - 23.7) / 20, 2) + Math.pow((y - 16.2) / 12, 2) + Math.pow((z - 16.9) / 12, 2) < 1 ? 1 : 0).pairs().get(0);
            assertEquals(1, body.localNormalsUm2() / truth, 0.01, "voxels of depth " + depth);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "0.2", "0.6"})
    void nothingIsCountedThroughALayerOfOneVoxel(final double slope) {
        final InterfaceAreas areas = areas(40, 41, 60, VoxelSize.cubic(1), (x, y, z) -> {
            final long height = Math.round(15 + slope * x + 0.3 * slope * y - 0.5);
            final long voxel = (long) Math.floor(z);
            return voxel < height ? 1 : voxel == height ? 5 : 8;
        });
        for (final Pair pair : areas.pairs()) {
            final boolean across = pair.first() == 1 && pair.second() == 8;
            if (across) {
                assertTrue(pair.croftonUm2() > 0, "corners meet");
                assertEquals(0, pair.localNormalsUm2());
                assertTrue(Double.isNaN(pair.expectedError()));
            } else {
                final double truth = 40 * 41 * Math.sqrt(1 + slope * slope * 1.09);
                // Beside a thin layer only the small ball sees a plane: steps tilt normals by more than in the large one.
                assertEquals(1, pair.localNormalsUm2() / truth, 0.04);
            }
        }
    }

    @Test
    void threePhasesHaveThreeInterfaces() {
        final InterfaceAreas areas = areas(30, 30, 30, (x, y, z) -> z > 12 ? 5 : x > 15 ? 2 : 1);
        assertEquals(3, areas.pairs().size());
        assertEquals(30 * 1.3 * 15 * 1.0, areas.pairs().get(1).facesUm2(), 1e-9);
        assertEquals(1, areas.pairs().get(0).first());
        assertEquals(2, areas.pairs().get(0).second());
    }

    @Test
    void weightsOfDirectionsAddUpToOneAndFollowTheVoxel() {
        double sum = 0;
        for (final double weight : InterfaceAreas.weights(VOXEL)) {
            sum += weight;
        }
        assertEquals(1, sum, 1e-9);
        final double[] cube = InterfaceAreas.weights(VoxelSize.cubic(2));
        assertEquals(cube[0], cube[2], 0.001);
        assertEquals(cube[3], cube[8], 0.001);
    }

    @Test
    void weightsOfCubesAreThePublishedOnes() {
        // Ohser and Mücklich, Statistical Analysis of Microstructures in Materials Science (2000): halves of these, each way along a direction.
        final double[] published = {0.0457778912, 0.0369806279, 0.0351956398};
        final double[] weights = InterfaceAreas.weights(VoxelSize.cubic(2));
        for (int step = 0; step < weights.length; step++) {
            assertEquals(2 * published[step < 3 ? 0 : step < 9 ? 1 : 2], weights[step], 2e-4);
        }
    }

    @Test
    void weightsOfOtherVoxelsAreTheSharesOfRandomDirections() {
        final int[][] steps = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 0}, {-1, 1, 0}, {1, 0, 1}, {-1, 0, 1}, {0, 1, 1}, {0, -1, 1}, {1, 1, 1}, {-1, 1, 1},
            {1, -1, 1}, {-1, -1, 1}};
        final double[] edges = {VOXEL.xUm(), VOXEL.yUm(), VOXEL.zUm()};
        final double[] shares = new double[steps.length];
        final java.util.Random random = new java.util.Random(3);
        final int count = 300_000;
        for (int i = 0; i < count; i++) {
            final double[] direction = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            int nearest = 0;
            double most = -1;
            for (int step = 0; step < steps.length; step++) {
                double along = 0;
                double length = 0;
                for (int axis = 0; axis < 3; axis++) {
                    along += direction[axis] * steps[step][axis] * edges[axis];
                    length += Math.pow(steps[step][axis] * edges[axis], 2);
                }
                if (Math.abs(along) / Math.sqrt(length) > most) {
                    most = Math.abs(along) / Math.sqrt(length);
                    nearest = step;
                }
            }
            shares[nearest] += 1.0 / count;
        }
        final double[] weights = InterfaceAreas.weights(VOXEL);
        for (int step = 0; step < steps.length; step++) {
            // Five standard deviations of the shares.
            assertEquals(shares[step], weights[step], 5 * Math.sqrt(shares[step] / count));
        }
    }

    @Test
    void knownFaceCountsOfRealElectrodes() {
        final Path data = Path.of("../shared/data");
        assumeTrue(Files.isDirectory(data), "real data is not beside this project");
        final List<Pair> pairs = assertFaces(data.resolve("nmc-three-phase"), new int[][] {{0, 85, 928745}, {0, 170, 4219124}, {85, 170, 1522482}});
        assertFaces(data.resolve("nmc-electrode"), new int[][] {{0, 1, 1291082}, {0, 2, 1854595}, {1, 2, 2181973}});
        // Marching cubes of each label against the rest (scikit-image, from the data's notes) follow every corner of the voxels.
        assertEquals(0.881, (pairs.get(0).localNormalsUm2() + pairs.get(1).localNormalsUm2()) / Math.pow(256, 3) / 0.222681, 0.01);
        assertEquals(0.869, (pairs.get(1).localNormalsUm2() + pairs.get(2).localNormalsUm2()) / Math.pow(256, 3) / 0.253999, 0.01);
    }

    private static List<Pair> assertFaces(final Path folder, final int[][] expected) {
        try (var files = Files.list(folder); Scan scan = ScanFile.open(files.filter(f -> f.toString().matches(".*\\.tiff?")).findFirst().orElseThrow())) {
            final List<Pair> pairs = areas(scan, VoxelSize.cubic(1)).pairs();
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i][0], pairs.get(i).first());
                assertEquals(expected[i][1], pairs.get(i).second());
                assertEquals(expected[i][2], pairs.get(i).faces());
            }
            return pairs;
        } catch (final java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void greyStacksAreRefused() {
        assertThrows(InputException.class, () -> areas(new MemoryScan("grey", 2, 2, List.of(new short[4]), Optional.empty()), VOXEL));
    }
}
