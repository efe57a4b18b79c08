package operando.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import operando.cell.InputException;
import operando.cell.Phase;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.DistantEngine;
import operando.engine.Progress;
import operando.motion.subvolume.KnownPair;
import operando.motion.subvolume.PointStatus;
import operando.phantom.FourierTexture;
import operando.phantom.PelletMotion;
import operando.phantom.Phantom;
import operando.phantom.PhantomSettings;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class VolumeCorrelationTest {

    private static final VoxelSize VOXEL = new VoxelSize(1.7, 1.5, 1.3);
    private static final double[] EDGE = {1.7, 1.5, 1.3};
    private static final double NOISE = 0.05;

    public static Scan scan(final String name, final float[] grey, final int width, final int height, final int depth,
        final VoxelSize voxelSize) {
        final List<float[]> slices = new ArrayList<>();
        for (int z = 0; z < depth; z++) {
            slices.add(Arrays.copyOfRange(grey, z * width * height, (z + 1) * width * height));
        }
        return new MemoryScan(name, width, height, slices, Optional.of(voxelSize));
    }

    static DisplacementField correlate(final KnownPair pair, final CorrelationSettings settings, final Masks masks,
        final int threads) {
        try (Cores cores = new Cores(threads)) {
            return VolumeCorrelation.correlate(
                scan("before", pair.reference(), pair.width(), pair.height(), pair.depth(), VOXEL),
                scan("after", pair.deformed(), pair.width(), pair.height(), pair.depth(), VOXEL), settings, masks, cores,
                Progress.SILENT);
        }
    }

    private static KnownPair pair(final int width, final int height, final int depth, final double... shift) {
        try (Cores cores = new Cores(2)) {
            return KnownPair.make(width, height, depth, shift, KnownPair.onePerCent(), 0, NOISE, 5, cores);
        }
    }

    @Test
    void displacementsLargerThanTwelveVoxelsAreFoundWithoutAnyGuess() {
        final KnownPair pair = pair(104, 96, 88, 12.6, -8.3, 14.45);
        final DisplacementField field = correlate(pair, CorrelationSettings.defaults().withSpacing(12), Masks.none(), 2);
        assertTrue(field.count(PointStatus.CONVERGED) >= 0.99 * (field.size() - field.count(PointStatus.OUTSIDE)));
        // What left the scan by half a subvolume or more cannot be followed; one side along each axis.
        assertTrue(field.count(PointStatus.CONVERGED) > 0.25 * field.size());
        assertTrue(error(pair, field) <= 0.0015, "error " + error(pair, field));
        final double[] shift = field.alignment().shiftVoxels();
        assertEquals(12.6, shift[0], 0.1);
        assertEquals(-8.3, shift[1], 0.1);
        assertEquals(14.45, shift[2], 0.1);
    }

    @Test
    void fieldIsTheSameOnAnyNumberOfThreadsAndAcrossBlocks() {
        final KnownPair pair = pair(230, 57, 55, 1.6, -2.3, 0.45);
        final CorrelationSettings settings = CorrelationSettings.defaults().withSpacing(9).withSubvolume(25);
        final DisplacementField one = correlate(pair, settings, Masks.none(), 1);
        final DisplacementField two = correlate(pair, settings, Masks.none(), 2);
        for (int c = 0; c < 3; c++) {
            assertArrayEquals(one.displacementUm()[c], two.displacementUm()[c]);
        }
        assertArrayEquals(one.status(), two.status());
        // 25³ voxels instead of 33³ leave 1.5 times the noise.
        assertTrue(error(pair, one) <= 0.002, "error " + error(pair, one));
        // Of the four points that fit along y the first moves out of the scan.
        assertTrue(one.count(PointStatus.CONVERGED) >= 0.99 * (one.size() - one.count(PointStatus.OUTSIDE)));
        assertTrue(one.count(PointStatus.CONVERGED) > 0.7 * one.size());
    }

    @Test
    void anEngineThatSendsBlocksAwayFindsTheSameField(@TempDir final Path folder) {
        final KnownPair pair = pair(96, 57, 55, 1.6, -2.3, 0.45);
        final CorrelationSettings settings = CorrelationSettings.defaults().withSpacing(28).withSubvolume(21);
        final Path labels = folder.resolve("labels.tif");
        try (StackWriter writer = StackWriter.createLabels(labels, 96, 57, 55, VOXEL)) {
            for (int z = 0; z < 55; z++) {
                final byte[] slice = new byte[96 * 57];
                Arrays.fill(slice, z * slice.length / 55, slice.length, Phase.ELECTROLYTE.label());
                writer.write(slice);
            }
        }
        final Scan before = scan("before", pair.reference(), 96, 57, 55, VOXEL);
        final Scan after = scan("after", pair.deformed(), 96, 57, 55, VOXEL);
        try (Cores cores = new Cores(2); Scan mask = LabelMask.pellet(ScanFile.open(labels))) {
            final DisplacementField here = VolumeCorrelation.correlate(before, after, settings, Masks.of(mask, mask), cores, Progress.SILENT);
            final DisplacementField there = VolumeCorrelation.correlate(before, after, settings, Masks.of(mask, mask), new DistantEngine(cores), Progress.SILENT);
            assertTrue(here.count(PointStatus.CONVERGED) > 0 && here.count(PointStatus.MASKED) > 0);
            assertArrayEquals(here.status(), there.status());
            for (int c = 0; c < 3; c++) {
                assertArrayEquals(here.displacementUm()[c], there.displacementUm()[c]);
                assertArrayEquals(here.errorUm()[c], there.errorUm()[c]);
            }
        }
    }

    @Test
    void regionWithoutTextureIsReportedAndNeverZero() {
        final KnownPair pair = pair(92, 60, 52, 0.6, -0.3, 0.45);
        final Random random = new Random(4);
        for (int i = 0; i < pair.reference().length; i++) {
            if (i % 92 >= 42) {
                pair.reference()[i] = (float) (NOISE * random.nextGaussian());
                pair.deformed()[i] = (float) (NOISE * random.nextGaussian());
            }
        }
        final DisplacementField field = correlate(pair, CorrelationSettings.defaults().withSpacing(6).withSubvolume(21),
            Masks.none(), 2);
        for (int i = 0; i < field.size(); i++) {
            if (field.grid().voxelX(i) >= 42 + 10 + 5) {
                assertEquals(PointStatus.NO_TEXTURE, field.status()[i]);
                assertTrue(Double.isNaN(field.displacementUm(0, i)) && Double.isNaN(field.lengthUm(i)));
            } else if (field.grid().voxelX(i) < 42 - 10 && field.status()[i] != PointStatus.OUTSIDE) {
                assertEquals(PointStatus.CONVERGED, field.status()[i]);
            }
        }
    }

    @Test
    void cubeThatPartlyLeavesTheScanIsOutside() {
        final KnownPair pair = pair(84, 78, 72, 4.6, -3.3, 2.45);
        final DisplacementField field = correlate(pair, CorrelationSettings.defaults().withSpacing(5).withSubvolume(25), Masks.none(), 2);
        final int[] size = {84, 78, 72};
        int leaving = 0;
        for (int i = 0; i < field.size(); i++) {
            final int[] at = {field.grid().voxelX(i), field.grid().voxelY(i), field.grid().voxelZ(i)};
            final double[] u = pair.at(at[0], at[1], at[2]);
            double room = Double.POSITIVE_INFINITY;
            for (int c = 0; c < 3; c++) {
                room = Math.min(room, Math.min(at[c] + u[c] - 12, size[c] - 1 - at[c] - u[c] - 12));
            }
            // Its spline needs a voxel beside it, and strain moves its corners by up to a fifth of a voxel.
            if (room < 0.8) {
                leaving++;
                assertEquals(PointStatus.OUTSIDE, field.status()[i]);
            } else if (room > 1.2) {
                assertEquals(PointStatus.CONVERGED, field.status()[i]);
            }
        }
        assertTrue(leaving > 100, leaving + " leave");
    }

    @Test
    void lessNoiseDoesNotLosePoints() {
        final int[] found = new int[3];
        final double[] noise = {0.2, 0.1, 0.05};
        for (int n = 0; n < noise.length; n++) {
            final KnownPair pair;
            try (Cores cores = new Cores(2)) {
                pair = KnownPair.make(92, 60, 52, new double[] {0.6, -0.3, 0.45}, new double[3][3], 0, 0, 5, cores);
            }
            for (int i = 0; i < pair.reference().length; i++) {
                // Contrast fades along x.
                final float contrast = (float) Math.exp(-(i % 92) / 16.0);
                pair.reference()[i] *= contrast;
                pair.deformed()[i] *= contrast;
            }
            FourierTexture.addNoise(pair.reference(), noise[n], 31);
            FourierTexture.addNoise(pair.deformed(), noise[n], 32);
            found[n] = correlate(pair, CorrelationSettings.defaults().withSpacing(6).withSubvolume(21), Masks.none(), 2).count(PointStatus.CONVERGED);
        }
        assertTrue(found[0] > 0 && found[0] <= found[1] && found[1] <= found[2], Arrays.toString(found));
    }

    // Along the plane x = 45.3 one half slides by three voxels; noise moves a point by about 0.002 voxel.
    @Test
    void halvesThatSlideAreFollowedUpToTheJumpAndTheJumpIsMeasured() {
        final int width = 92;
        final int height = 62;
        final int depth = 58;
        final double[] slip = {0, 1.8, -2.4};
        final DisplacementField field;
        try (Cores cores = new Cores(2)) {
            final FourierTexture texture = new FourierTexture(60, 6, 14, 17);
            final float[] before = texture.evaluate(width, height, depth, (x, y, z, p) -> { }, cores);
            final float[] after = texture.evaluate(width, height, depth, (x, y, z, p) -> {
                for (int c = 0; c < 3; c++) {
                    p[c] -= x > 45.7 ? 0.4 + slip[c] : 0.4;
                }
            }, cores);
            FourierTexture.addNoise(before, NOISE, 18);
            FourierTexture.addNoise(after, NOISE, 19);
            field = VolumeCorrelation.correlate(scan("before", before, width, height, depth, VOXEL), scan("after", after, width, height, depth, VOXEL),
                CorrelationSettings.defaults().withSpacing(7).withSubvolume(25), Masks.none(), cores, Progress.SILENT);
        }
        final List<Double> ratios = new ArrayList<>();
        int far = 0;
        for (int i = 0; i < field.size(); i++) {
            final double distance = field.grid().voxelX(i) - 45.3;
            if (field.status()[i].measured()) {
                double square = 0;
                double predicted = 0;
                for (int c = 0; c < 3; c++) {
                    final double error = field.displacementUm(c, i) / EDGE[c] - 0.4 - (distance > 0 ? slip[c] : 0);
                    square += error * error / 3;
                    predicted += Math.pow(field.errorUm()[c][i] / EDGE[c], 2) / 3;
                }
                if (Math.abs(distance) > 1.1 * 12.5) {
                    far++;
                    assertTrue(Math.sqrt(square) <= 0.005, Math.sqrt(square) + " at " + distance);
                    assertEquals(PointStatus.CONVERGED, field.status()[i]);
                } else if (Math.abs(distance) < 9) {
                    assertEquals(PointStatus.DISCONTINUITY, field.status()[i], "at " + distance);
                    ratios.add(Math.sqrt(square / predicted));
                    for (int c = 0; c < 3; c++) {
                        assertEquals(distance > 0 ? -slip[c] : slip[c], field.jumpUm()[c][i] / EDGE[c], 0.1);
                    }
                }
            }
        }
        ratios.sort(null);
        assertTrue(far > 50 && ratios.size() > 10, far + " far, " + ratios.size() + " near");
        assertEquals(1, ratios.get(ratios.size() / 2), 0.6, "median of error over predicted error");
    }

    // Within one block of points two pieces part by 33.3 voxels, more than is read of the deformed scan at once; the rest of the scan stays.
    @Test
    void piecesThatMoveFartherApartThanIsReadAtOnceAreBothFollowed() {
        final int width = 390;
        final int height = 57;
        final int depth = 53;
        final double[][] moved = {{0.2, 0.1, 0}, {-16.7, 0.6, -0.4}, {16.6, -0.7, 0.3}, {0.2, 0.1, 0}};
        // Where pieces end before and after; what stays is covered where they move onto it.
        final int[] ends = {140, 205, 270};
        final int[] covered = {123, 205, 287};
        final DisplacementField field;
        final CorrelationSettings settings = CorrelationSettings.defaults().withSpacing(9).withSubvolume(25);
        try (Cores cores = new Cores(2)) {
            final FourierTexture texture = new FourierTexture(60, 6, 14, 23);
            final float[] before = texture.evaluate(width, height, depth, (x, y, z, p) -> { }, cores);
            final float[] after = texture.evaluate(width, height, depth, (x, y, z, p) -> {
                final int piece = x < covered[0] ? 0 : x < covered[1] ? 1 : x < covered[2] ? 2 : 3;
                for (int c = 0; c < 3; c++) {
                    p[c] -= moved[piece][c];
                }
            }, cores);
            FourierTexture.addNoise(before, NOISE, 24);
            FourierTexture.addNoise(after, NOISE, 25);
            field = VolumeCorrelation.correlate(scan("before", before, width, height, depth, VOXEL), scan("after", after, width, height, depth, VOXEL),
                settings, Masks.none(), cores, Progress.SILENT);
        }
        final int[] followed = new int[4];
        for (int i = 0; i < field.size(); i++) {
            final int[] at = {field.grid().voxelX(i), field.grid().voxelY(i), field.grid().voxelZ(i)};
            final int piece = (int) Arrays.stream(ends).filter(end -> at[0] >= end).count();
            final double to = at[0] + moved[piece][0];
            final boolean cut = Arrays.stream(ends).anyMatch(end -> Math.abs(at[0] - end) <= settings.radius() + 2)
                || Arrays.stream(covered).anyMatch(end -> Math.abs(to - end) <= settings.radius() + 2);
            if (!cut && stays(to, width, settings) && stays(at[1] + moved[piece][1], height, settings)
                && stays(at[2] + moved[piece][2], depth, settings)) {
                assertEquals(PointStatus.CONVERGED, field.status()[i], "at " + at[0]);
                for (int c = 0; c < 3; c++) {
                    // 25³ voxels instead of 33³ leave 1.5 times the noise; five standard deviations.
                    assertEquals(moved[piece][c], field.displacementUm(c, i) / EDGE[c], 0.01, "at " + at[0]);
                }
                followed[piece]++;
            }
        }
        assertTrue(Arrays.stream(followed).min().orElseThrow() >= 4, Arrays.toString(followed));
    }

    // The start at reduced size may be a few voxels off, and reach beyond the scan where the subvolume does not.
    private static boolean stays(final double voxel, final int length, final CorrelationSettings settings) {
        return voxel > settings.radius() + 4 && voxel < length - settings.radius() - 5;
    }

    // The pellet's displacement is a paraboloid: first order would miss 0.09 voxel of it in 33 voxels, and the noise of
    // one subvolume hides its curvature.
    @Test
    void pelletOfPhantomIsFollowedWithinATenthOfAVoxelWhereTextureSuffices() {
        final int last = 5;
        final Phantom phantom = new Phantom(PhantomSettings.defaults().withSize(96, 90, 160));
        final DisplacementField field;
        try (Cores cores = new Cores(2)) {
            field = VolumeCorrelation.correlate(phantom.inMemory(0, cores), phantom.inMemory(last, cores),
                CorrelationSettings.defaults().withSpacing(10), Masks.of(
                    LabelMask.pellet(inMemory(phantom.labels(0))), LabelMask.pellet(inMemory(phantom.labels(last)))),
                cores, Progress.SILENT);
        }
        final PelletMotion motion = phantom.truth(last).motion();
        final double voxelUm = field.voxelSize().zUm();
        final double[] sum = new double[3];
        int count = 0;
        int within = 0;
        int sure = 0;
        int tenth = 0;
        for (int i = 0; i < field.size(); i++) {
            final double[] truth = motion.displacementUm(field.xUm(i), field.yUm(i), field.zUm(i));
            if (field.status()[i] == PointStatus.CONVERGED) {
                count++;
                boolean all = true;
                boolean small = true;
                boolean near = true;
                for (int c = 0; c < 3; c++) {
                    final double error = field.displacementUm(c, i) - truth[c];
                    sum[c] += error;
                    all &= Math.abs(error) < 3 * field.errorUm()[c][i];
                    small &= field.errorUm()[c][i] < 0.05 * voxelUm;
                    near &= Math.abs(error) < 0.1 * voxelUm;
                }
                within += all ? 1 : 0;
                sure += small ? 1 : 0;
                tenth += small && near ? 1 : 0;
            }
        }
        assertTrue(count > 150, "found " + count);
        assertTrue(sure > 50, "sure of " + sure);
        assertTrue(tenth >= 0.98 * sure, tenth + " of " + sure);
        for (int c = 0; c < 3; c++) {
            assertEquals(0, sum[c] / count, 0.02 * voxelUm);
        }
        assertTrue(within >= 0.98 * count, within + " of " + count);
        assertTrue(field.count(PointStatus.MASKED) > 0);
    }

    @Test
    void scansThatCannotBeComparedAreRefused() {
        final KnownPair pair = pair(40, 38, 36, 0, 0, 0);
        final Scan before = scan("before", pair.reference(), 40, 38, 36, VOXEL);
        final Scan smaller = scan("after", Arrays.copyOf(pair.deformed(), 40 * 38 * 35), 40, 38, 35, VOXEL);
        final Scan finer = scan("after", pair.deformed(), 40, 38, 36, new VoxelSize(1.7, 1.5, 1.2));
        final Scan flat = scan("flat", new float[40 * 38 * 36], 40, 38, 36, VOXEL);
        final CorrelationSettings settings = CorrelationSettings.defaults();
        assertEquals("after: the scan is 40 x 38 x 35 voxels and before is 40 x 38 x 36; "
            + "crop or reconstruct the scans of a series to one size", refusal(before, smaller, settings, Masks.none()));
        assertEquals("after: a voxel is 1.7 x 1.5 x 1.2 um and one of before is 1.7 x 1.5 x 1.3 um; "
            + "give two scans of one voxel size", refusal(before, finer, settings, Masks.none()));
        assertEquals("before: a subvolume of 39 voxels a side does not fit into 40 x 38 x 36 voxels; "
            + "give a subvolume of at most 35 voxels", refusal(before, before, settings.withSubvolume(39), Masks.none()));
        assertEquals("flat: the mask is zero everywhere, so that no voxel would count; "
            + "give a mask that is not zero where the motion is wanted", refusal(before, before, settings, Masks.of(flat)));
        assertEquals("flat: all voxels have one grey value, so that nothing can be followed; "
            + "give a reconstructed scan with contrast", refusal(flat, flat, settings, Masks.none()));
        final Scan bare = new MemoryScan("bare", 40, 38, ((MemoryScan) before).slices(), Optional.empty());
        assertEquals("bare: the scan does not state its voxel size; state the voxel size in µm",
            refusal(bare, bare, settings, Masks.none()));
    }

    private static String refusal(final Scan first, final Scan second, final CorrelationSettings settings,
        final Masks masks) {
        try (Cores cores = new Cores(1)) {
            return assertThrows(InputException.class,
                () -> VolumeCorrelation.correlate(first, second, settings, masks, cores, Progress.SILENT)).getMessage();
        }
    }

    private static Scan inMemory(final Scan labels) {
        final List<Object> slices = new ArrayList<>();
        for (int z = 0; z < labels.depth(); z++) {
            final Object slice = labels.newSlice();
            labels.readSlice(z, slice);
            slices.add(slice);
        }
        return new MemoryScan(labels.name(), labels.width(), labels.height(), slices, labels.voxelSize());
    }

    /** Root mean square error a component, voxels, of the points that were found. */
    private static double error(final KnownPair pair, final DisplacementField field) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < field.size(); i++) {
            if (field.status()[i] == PointStatus.CONVERGED) {
                final double[] u = pair.at(field.grid().voxelX(i), field.grid().voxelY(i), field.grid().voxelZ(i));
                for (int c = 0; c < 3; c++) {
                    final double difference = field.displacementUm(c, i) / EDGE[c] - u[c];
                    sum += difference * difference;
                    count++;
                }
            }
        }
        return Math.sqrt(sum / count);
    }
}
