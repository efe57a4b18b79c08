package operando.segment.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.segment.learn.forest.Forest;
import operando.segment.learn.modelfile.ModelHeader;
import operando.segment.learn.modelfile.TrainingRows;
import org.junit.jupiter.api.Test;

/** A forest that does not fit into memory is refused once its first tree is known; one that does is counted by what it keeps. */
class ForestMemoryTest {

    // Labels that features say nothing of: every tree grows until each leaf has one class.
    private static TrainingRows noise() {
        final Random random = new Random(8);
        final float[][] rows = new float[3000][3];
        final int[] classes = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < rows[i].length; f++) {
                rows[i][f] = random.nextFloat();
            }
            classes[i] = random.nextInt(2);
        }
        return new TrainingRows(new ModelHeader("noise", List.of("a", "b", "c"), List.of("one", "two")), rows, classes);
    }

    @Test
    void aForestThatWillNotFitIsRefusedAfterItsFirstTree() {
        final int[] told = {0};
        try (Cores cores = new Cores(1)) {
            final Training training = new Training(TrainingSettings.defaults().withTrees(4000), 200L << 20);
            final InputException refused = assertThrows(InputException.class,
                () -> training.train(noise(), cores, (fraction, what) -> told[0] += what.startsWith("Growing tree") ? 1 : 0));
            assertTrue(refused.getMessage().matches("--memory: a forest of 4000 trees with some [0-9]+ nodes each needs [0-9]+ MB; give [0-9]+m or more, .*"),
                refused.getMessage());
            assertEquals(0, told[0], "trees grown before it is refused, but for the first");
        }
    }

    @Test
    void whatAForestKeepsGrowsWithItsNodes() {
        try (Cores cores = new Cores(2)) {
            final TrainingRows rows = noise();
            final Forest few = forest(rows, 5, cores);
            final Forest many = forest(rows, 20, cores);
            assertEquals((double) many.nodeCount() / few.nodeCount(), (double) many.bytesKept() / few.bytesKept(), 1e-9);
            // feature, threshold and first branch of a node, its place in the flat tree, and its votes for speed: 36 bytes before any array of a leaf.
            assertTrue(few.bytesKept() > 36L * few.nodeCount());
        }
    }

    private static Forest forest(final TrainingRows rows, final int trees, final Cores cores) {
        return (Forest) new Training(TrainingSettings.defaults().withTrees(trees)).train(rows, cores, Progress.SILENT).model().classifier();
    }
}
