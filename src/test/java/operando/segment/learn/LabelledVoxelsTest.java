package operando.segment.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.MemoryScan;
import operando.scan.Scan;
import operando.segment.feature.LocalFeatures;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.learn.modelfile.TrainingRows;
import org.junit.jupiter.api.Test;

class LabelledVoxelsTest {

    private static final VoxelFeatures FEATURES = LocalFeatures.ofTexture();

    private static Scan stack(final String name, final int width, final int height, final int depth, final int most, final int labelledOf) {
        final Random random = new Random(8);
        final List<byte[]> slices = new ArrayList<>();
        for (int z = 0; z < depth; z++) {
            final byte[] slice = new byte[width * height];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (byte) (random.nextInt(labelledOf) == 0 ? random.nextInt(most + 1) : 0);
            }
            slices.add(slice);
        }
        return new MemoryScan(name, width, height, slices, Optional.empty());
    }

    private static TrainingRows rows(final LabelledVoxels voxels, final Scan scan, final int threads) {
        try (Cores cores = new Cores(threads)) {
            return voxels.rows(scan, FEATURES, "made", cores, Progress.SILENT);
        }
    }

    @Test
    void everyLabelledVoxelBecomesARowOfItsFeatures() {
        final Scan scan = stack("scan", 71, 43, 38, 250, 1);
        final Scan labels = stack("labels", 71, 43, 38, 3, 200);
        final LabelledVoxels voxels = LabelledVoxels.in(labels, scan, TrainingLabels.found(List.of(labels)), 100_000, 1);
        final TrainingRows rows = rows(voxels, scan, 2);
        assertArrayEquals(voxels.counts(), rows.counts());
        assertEquals(List.of("class 1", "class 2", "class 3"), rows.header().classes());
        assertArrayEquals(rows.rows(), rows(voxels, scan, 1).rows());
        final VoxelBlock whole = VoxelBlock.read(scan, 0, 0, 0, 71, 43, 38, FEATURES.reach(), FEATURES.reach());
        final float[][] all = FEATURES.of(whole);
        double sum = 0;
        final byte[] slice = new byte[71 * 43];
        for (int z = 0; z < 38; z++) {
            labels.readSlice(z, slice);
            for (int i = 0; i < slice.length; i++) {
                sum += slice[i] == 2 ? all[5][z * slice.length + i] : 0;
            }
        }
        double found = 0;
        for (int row = 0; row < rows.size(); row++) {
            found += rows.classes()[row] == 1 ? rows.rows()[row][5] : 0;
        }
        assertEquals(sum, found, 1e-6 * Math.abs(sum));
    }

    @Test
    void labelsThatAvoidBordersAreTold() {
        final Scan scan = stack("scan", 71, 43, 9, 250, 1);
        final LabelledVoxels apart = new LabelledVoxels(List.of("a", "b"));
        for (int i = 0; i < 40; i++) {
            apart.add(0, i, 10, 4);
            apart.add(1, i, 14, 4);
        }
        final String untested = rows(apart, scan, 1).origin().untested().orElseThrow();
        assertTrue(untested.contains("of 80 labelled voxels 0 lie within 3 voxels of another class"), untested);
        apart.add(1, 20, 13, 4);
        // Seven voxels of the other class are within three voxels along x and y, and it itself.
        assertEquals(8, rows(apart, scan, 1).origin().atBorder());
        assertTrue(rows(apart, scan, 1).origin().untested().isEmpty());
    }

    @Test
    void ofManyVoxelsARandomChoiceIsTaken() {
        final Scan scan = stack("scan", 40, 40, 40, 250, 1);
        final Scan labels = stack("labels", 40, 40, 40, 2, 1);
        final TrainingLabels meaning = TrainingLabels.named(List.of("dark", "bright"));
        final LabelledVoxels voxels = LabelledVoxels.in(labels, scan, meaning, 500, 1);
        assertArrayEquals(new int[] {500, 500}, voxels.counts());
        assertTrue(rows(voxels, scan, 2).rows()[0][0] != rows(LabelledVoxels.in(labels, scan, meaning, 500, 2), scan, 2).rows()[0][0]
            || !java.util.Arrays.deepEquals(rows(voxels, scan, 2).rows(), rows(LabelledVoxels.in(labels, scan, meaning, 500, 2), scan, 2).rows()));
    }

    @Test
    void labelsKeepTheirNumbersThroughTheirNames() {
        final List<byte[]> slices = List.of(new byte[] {0, 85, (byte) 170, (byte) 255, 85, 0});
        final TrainingLabels meaning = TrainingLabels.found(List.of(new MemoryScan("labels", 3, 2, slices, Optional.empty())));
        assertEquals(List.of("class 85", "class 170", "class 255"), meaning.names());
        final ClassLabels labels = new ClassLabels(meaning.names());
        assertEquals(85, labels.label(0));
        assertEquals(255, labels.label(2));
        assertEquals(3, new ClassLabels(List.of("void", "interphase")).label(1));
        assertEquals(2, new ClassLabels(List.of("void", "sand")).label(1));
    }

    @Test
    void labelsThatDoNotFitAreRefusedInOneLine() {
        final Scan scan = stack("scan", 20, 19, 18, 250, 1);
        refused("labels", () -> LabelledVoxels.in(stack("labels", 20, 18, 18, 2, 1), scan, TrainingLabels.named(List.of("a", "b")), 9, 1));
        refused("3", () -> LabelledVoxels.in(stack("labels", 20, 19, 18, 3, 1), scan, TrainingLabels.named(List.of("a", "b")), 9, 1));
        refused("one class only", () -> TrainingLabels.found(List.of(stack("labels", 20, 19, 18, 1, 2))));
    }

    private static void refused(final String words, final org.junit.jupiter.api.function.Executable input) {
        final String message = assertThrows(InputException.class, input).getMessage();
        assertTrue(message.contains(words) && message.lines().count() == 1, message);
    }
}
