package operando.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.segment.learn.ConfusionMatrix;
import operando.segment.learn.Training;
import operando.segment.learn.TrainingResult.FeatureImportance;
import operando.segment.learn.TrainingSettings;
import operando.segment.learn.modelfile.ModelHeader;
import operando.segment.learn.modelfile.TrainedClassifier;
import operando.segment.learn.modelfile.TrainingRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training leaves what it found in two tables beside the model, and a run finds them there. */
class ClassifierQualityTest {

    private static final ConfusionMatrix MATRIX = new ConfusionMatrix(List.of("lithium, dense", "electrolyte"), new long[][] {{90, 10}, {5, 45}});

    @TempDir
    private Path folder;

    private Path model() {
        return folder.resolve("cell.model");
    }

    private void write(final ConfusionMatrix matrix, final FeatureImportance... importances) {
        new ClassifierQuality(Optional.ofNullable(matrix), List.of(importances))
            .write(ClassifierQuality.testBeside(model()), ClassifierQuality.importancesBeside(model()));
    }

    private ClassifierQuality read() {
        return ClassifierQuality.read(ClassifierQuality.testBeside(model()), ClassifierQuality.importancesBeside(model()));
    }

    @Test
    void whatWasWrittenIsRead() {
        write(MATRIX, new FeatureImportance("original", 0.75), new FeatureImportance("Hessian_1.0", 0.25));
        assertArrayEquals(MATRIX.counts(), read().test().orElseThrow().counts());
        assertEquals(MATRIX.classes(), read().test().orElseThrow().classes());
        assertEquals(List.of(new FeatureImportance("original", 0.75), new FeatureImportance("Hessian_1.0", 0.25)), read().importances());
    }

    @Test
    void compressedModelHasTablesOfTheSameName() {
        assertEquals(ClassifierQuality.testBeside(model()), ClassifierQuality.testBeside(folder.resolve("cell.model.gz")));
    }

    @Test
    void tablesOfAnEarlierTrainingDoNotStay() {
        write(MATRIX, new FeatureImportance("original", 1));
        write(null);
        assertTrue(read().test().isEmpty() && read().importances().isEmpty());
        assertFalse(Files.exists(ClassifierQuality.testBeside(model())));
    }

    @Test
    void brokenTableIsNamed() throws IOException {
        for (final String text : List.of("", "class\n", "class,taken for a\na,many\n", "class,taken for b\na,3\n", "class,taken for a\na,0\n")) {
            Files.writeString(ClassifierQuality.testBeside(model()), text);
            assertTrue(assertThrows(InputException.class, this::read, text).getMessage().contains("cell-quality.csv"));
        }
    }

    @Test
    void tablesOfAnotherModelAreLeftOutWithAWarning() {
        final TrainedClassifier trained = trained(List.of("lithium", "electrolyte"));
        final List<String> warnings = new ArrayList<>();
        assertEquals(7, ClassifierResult.read(model(), trained, warnings).trees().getAsInt());
        assertEquals(List.of(), warnings);
        write(MATRIX);
        assertTrue(ClassifierResult.read(model(), trained, warnings).quality().test().isEmpty());
        assertTrue(warnings.get(0).contains("cell-quality.csv") && warnings.get(0).contains("other classes"), warnings.toString());
        write(null, new FeatureImportance("Hessian_1.0", 1));
        assertTrue(ClassifierResult.read(model(), trained, warnings).quality().importances().isEmpty());
        assertTrue(warnings.get(1).contains("other features"), warnings.toString());
    }

    private static TrainedClassifier trained(final List<String> classes) {
        final Random random = new Random(3);
        final float[][] rows = new float[40][1];
        final int[] of = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            of[i] = i % 2;
            rows[i][0] = of[i] + random.nextFloat();
        }
        try (Cores cores = new Cores(1)) {
            return new Training(TrainingSettings.defaults().withTrees(7))
                .train(new TrainingRows(new ModelHeader("test", List.of("original"), classes), rows, of), cores, Progress.SILENT).model();
        }
    }
}
