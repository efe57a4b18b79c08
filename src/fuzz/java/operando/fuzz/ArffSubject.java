package operando.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import operando.segment.learn.modelfile.ArffFile;
import operando.segment.learn.modelfile.ModelHeader;
import operando.segment.learn.modelfile.TrainingRows;

/** Training data. */
final class ArffSubject implements Subject {

    @Override
    public String name() {
        return "arff";
    }

    @Override
    public Path make(final Random random, final Path folder) throws IOException {
        final Path file = folder.resolve("rows.arff");
        ArffFile.write(file, rows(random, 12));
        return Files.write(file, Mutation.ofText(Files.readAllBytes(file), random));
    }

    /** Rows of three features and two classes that can be told apart. */
    static TrainingRows rows(final Random random, final int count) {
        final ModelHeader header = new ModelHeader("TWS-2D-v4.0.0-grayscale", List.of("original", "Kuwahara_19_ 10_0", "it's"), List.of("class 1", "two"));
        final float[][] rows = new float[count][3];
        final int[] classes = new int[count];
        for (int row = 0; row < count; row++) {
            classes[row] = row % 2;
            for (int f = 0; f < 3; f++) {
                rows[row][f] = (float) (random.nextGaussian() + f * classes[row]);
            }
        }
        return new TrainingRows(header, rows, classes);
    }

    @Override
    public void read(final Path input) {
        ArffFile.read(input);
    }
}
