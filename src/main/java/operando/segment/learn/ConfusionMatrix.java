package operando.segment.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import operando.cell.InputException;

/**
 * How often voxels of one class were taken for another. A ratio that nothing decides, such as the recall of a class that
 * does not occur, is not a number.
 *
 * @param classes their names
 * @param counts  [true class][predicted class]
 */
public record ConfusionMatrix(List<String> classes, long[][] counts) {

    /**
     * How well one class is found.
     *
     * @param name      of the class
     * @param voxels    that are of it
     * @param precision share of those predicted to be of it that are
     * @param recall    share of those that are of it that were predicted to be
     * @param dice      2 · both / (are + predicted), the harmonic mean of precision and recall
     */
    public record ClassScore(String name, long voxels, double precision, double recall, double dice) {
    }

    /** @throws InputException if there is not a row and a column for each class */
    public ConfusionMatrix {
        classes = List.copyOf(classes);
        final int size = classes.size();
        if (counts.length != size || IntStream.range(0, size).anyMatch(row -> counts[row].length != size)) {
            throw new InputException("confusion matrix", "has not a row and a column for each of " + size + " classes",
                "count every class");
        }
    }

    /** From the true and the predicted class of each voxel. */
    static ConfusionMatrix of(final List<String> classes, final int[] actual, final int[] predicted) {
        final long[][] counts = new long[classes.size()][classes.size()];
        for (int i = 0; i < actual.length; i++) {
            counts[actual[i]][predicted[i]]++;
        }
        return new ConfusionMatrix(classes, counts);
    }

    public List<ClassScore> scores() {
        return IntStream.range(0, classes.size()).mapToObj(this::score).toList();
    }

    private ClassScore score(final int c) {
        final double both = counts[c][c];
        long actual = 0;
        long predicted = 0;
        for (int other = 0; other < counts.length; other++) {
            actual += counts[c][other];
            predicted += counts[other][c];
        }
        return new ClassScore(classes.get(c), actual, both / predicted, both / actual, 2 * both / (actual + predicted));
    }

    /** Voxels counted. */
    public long voxels() {
        return IntStream.range(0, counts.length).mapToLong(c -> Arrays.stream(counts[c]).sum()).sum();
    }

    /** Share of the voxels whose class was predicted. */
    public double accuracy() {
        long right = 0;
        for (int c = 0; c < counts.length; c++) {
            right += counts[c][c];
        }
        return (double) right / voxels();
    }
}
