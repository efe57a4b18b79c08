package operando.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import operando.cell.InputException;
import operando.segment.learn.forest.Forest;
import operando.segment.learn.modelfile.ModelHeader;
import operando.segment.learn.modelfile.TrainedClassifier;
import operando.segment.learn.origin.ImageKind;
import operando.segment.learn.origin.TrainingRecord;

/**
 * The classifier of a run and what is known of how good it is.
 *
 * @param file    name of the model file
 * @param header  its features and classes
 * @param trees   of a random forest; empty for another classifier, which is tested by cross-validation
 * @param origin  what it was trained on, in words
 * @param untested what the labels cannot tell, in a sentence; nothing where there is no doubt
 * @param quality as training found it; empty tables where nothing lies beside the model
 */
public record ClassifierResult(String file, ModelHeader header, OptionalInt trees, String origin, String untested, ClassifierQuality quality) {

    public static ClassifierResult of(final Path model, final TrainedClassifier trained, final ClassifierQuality quality) {
        return new ClassifierResult(model.getFileName().toString(), trained.header(),
            trained.classifier() instanceof Forest forest ? OptionalInt.of(forest.treeCount()) : OptionalInt.empty(), origin(trained), trained.record().flatMap(TrainingRecord::untested).orElse(""), quality);
    }

    private static String origin(final TrainedClassifier trained) {
        return trained.record().isEmpty() ? "the model does not say" : trained.record().get().images().map(ImageKind::text).orElse("a table of features");
    }

    /**
     * Looks for the tables that training wrote beside the model. Tables that cannot be read, or are of another model, are
     * left out.
     *
     * @param warnings get a line for each that is left out
     */
    public static ClassifierResult read(final Path model, final TrainedClassifier trained, final List<String> warnings) {
        try {
            final ClassifierQuality found = ClassifierQuality.read(ClassifierQuality.testBeside(model), ClassifierQuality.importancesBeside(model));
            if (found.test().isPresent() && !found.test().get().classes().equals(trained.header().classes())) {
                throw new InputException(ClassifierQuality.testBeside(model).toString(), "names other classes than the model",
                    "put the table of this model there");
            }
            if (found.importances().stream().anyMatch(one -> !trained.header().features().contains(one.feature()))) {
                throw new InputException(ClassifierQuality.importancesBeside(model).toString(), "names other features than the model",
                    "put the table of this model there");
            }
            return of(model, trained, found);
        } catch (final InputException e) {
            warnings.add("The report shows no quality of the classifier: " + e.getMessage());
            return of(model, trained, new ClassifierQuality(Optional.empty(), List.of()));
        }
    }
}
