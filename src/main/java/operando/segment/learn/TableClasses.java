package operando.segment.learn;

import java.util.List;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.segment.learn.forest.VoxelClassifier;
import operando.segment.learn.modelfile.FeatureTable;
import operando.segment.learn.modelfile.TrainedClassifier;

/**
 * The rows of a table to classes: for models on anything that can be put into numbers, not voxels alone.
 *
 * <pre>
 * TableClasses.of(ArffFile.readTable(file), ModelFile.read(model), cores, progress).classes();
 * </pre>
 *
 * @param names         of the classes
 * @param classes       of each row, from 0; the first of equals, and −1 where the classifier knows none
 * @param probabilities [row][class]
 */
public record TableClasses(List<String> names, int[] classes, double[][] probabilities) {

    private static final int ROWS_A_TASK = 500;

    /** @throws operando.cell.InputException if a feature of the model is not in the table */
    public static TableClasses of(final FeatureTable table, final TrainedClassifier trained, final Cores cores, final Progress progress) {
        final int[] places = table.placesOf(trained.header());
        final int count = table.rows().length;
        final int[] classes = new int[count];
        final double[][] probabilities = new double[count][trained.header().classes().size()];
        final int tasks = (count + ROWS_A_TASK - 1) / ROWS_A_TASK;
        cores.forEach(tasks, task -> {
            for (int row = task * ROWS_A_TASK; row < Math.min(count, (task + 1) * ROWS_A_TASK); row++) {
                trained.classifier().probabilities(table.row(row, places), probabilities[row]);
                final int most = VoxelClassifier.firstLargest(probabilities[row]);
                classes[row] = probabilities[row][most] > 0 ? most : -1;
            }
            progress.report((task + 1.0) / tasks, "Classifying rows");
        });
        return new TableClasses(trained.header().classes(), classes, probabilities);
    }

    /** Rows of each class. */
    public long[] counts() {
        final long[] counts = new long[names.size()];
        for (final int one : classes) {
            if (one >= 0) {
                counts[one]++;
            }
        }
        return counts;
    }
}
