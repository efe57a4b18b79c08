package operando.segment.learn;

import java.util.Arrays;
import java.util.Random;

import operando.segment.learn.modelfile.TrainingRows;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.WeightedInstancesHandler;

/**
 * Makes each class count the same. Rows get weights if the classifier heeds them, so that none is lost; else as many rows
 * as there are drawn with replacement, each class as often.
 */
final class ClassBalance {

    private ClassBalance() {
    }

    static Instances balanced(final TrainingRows rows, final Classifier classifier, final int seed) {
        final int[] counts = rows.counts();
        final Instances data = rows.instances();
        if (classifier instanceof WeightedInstancesHandler) {
            final long labelled = Arrays.stream(counts).filter(count -> count > 0).count();
            for (int row = 0; row < rows.size(); row++) {
                data.instance(row).setWeight((double) rows.size() / labelled / counts[rows.classes()[row]]);
            }
            return data;
        }
        return drawn(rows, data, counts, new Random(seed));
    }

    private static Instances drawn(final TrainingRows rows, final Instances data, final int[] counts, final Random random) {
        final int[][] members = new int[counts.length][];
        for (int c = 0; c < counts.length; c++) {
            members[c] = new int[counts[c]];
        }
        final int[] filled = new int[counts.length];
        for (int row = 0; row < rows.size(); row++) {
            final int c = rows.classes()[row];
            members[c][filled[c]++] = row;
        }
        final Instances balanced = new Instances(data, rows.size());
        for (int i = 0; balanced.size() < rows.size(); i++) {
            final int[] of = members[i % counts.length];
            if (of.length == 0) {
                continue;
            }
            balanced.add(data.instance(of[random.nextInt(of.length)]));
        }
        return balanced;
    }
}
