package operando.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.InterfaceAreas.Pair;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.scan.ScanFile;
import org.junit.jupiter.api.Test;

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
        final List<byte[]> slices = new ArrayList<>();
        for (int z = 0; z < depth; z++) {
            final byte[] slice = new byte[width * height];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (byte) labels.at((i % width + 0.5) * VOXEL.xUm(), (i / width + 0.5) * VOXEL.yUm(), (z + 0.5) * VOXEL.zUm());
            }
            slices.add(slice);
        }
        return areas(new MemoryScan("labels", width, height, slices, Optional.empty()), VOXEL);
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
        assertFaces(data.resolve("nmc-three-phase"), new int[][] {{0, 85, 928745}, {0, 170, 4219124}, {85, 170, 1522482}});
        assertFaces(data.resolve("nmc-electrode"), new int[][] {{0, 1, 1291082}, {0, 2, 1854595}, {1, 2, 2181973}});
    }

    private static void assertFaces(final Path folder, final int[][] expected) {
        try (var files = Files.list(folder); Scan scan = ScanFile.open(files.filter(f -> f.toString().matches(".*\\.tiff?")).findFirst().orElseThrow())) {
            final List<Pair> pairs = areas(scan, VoxelSize.cubic(1)).pairs();
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i][0], pairs.get(i).first());
                assertEquals(expected[i][1], pairs.get(i).second());
                assertEquals(expected[i][2], pairs.get(i).faces());
            }
        } catch (final java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void greyStacksAreRefused() {
        assertThrows(InputException.class, () -> areas(new MemoryScan("grey", 2, 2, List.of(new short[4]), Optional.empty()), VOXEL));
    }
}
