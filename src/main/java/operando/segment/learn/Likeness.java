package operando.segment.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import operando.scan.Scan;
import operando.segment.learn.modelfile.TrainedClassifier;
import operando.segment.learn.origin.ImageKind;
import operando.segment.learn.origin.TrainingRecord;

/**
 * Whether an image is like those that a classifier was trained on. A forest answers to anything; outside of what it has seen the
 * answer means nothing.
 *
 * <pre>
 * Likeness likeness = new Likeness(trained, "phases.model");
 * likeness.differences(scan).forEach(terminal::println);
 * </pre>
 */
public final class Likeness {

    // Of images taken alike a few in a thousand voxels are out of the range of some thousand others.
    private static final double MOST_BEYOND = 0.05;
    private static final int MOST_NAMED = 3;

    private final TrainedClassifier trained;
    private final String model;

    /** @param model its file, for the sentences */
    public Likeness(final TrainedClassifier trained, final String model) {
        this.trained = trained;
        this.model = model;
    }

    /** What cannot be checked because the model does not say it, as one of Trainable Weka Segmentation or Weka does not. */
    public Optional<String> unknown() {
        final String what = "cannot be checked: the model does not say what it was trained on";
        if (trained.record().isEmpty()) {
            return Optional.of(model + ": whether the image is like those trained on, in bit depth, range of grey values, size of voxels and range of features, " + what
                + ", as models of Trainable Weka Segmentation and Weka do not");
        }
        return trained.record().get().images().isPresent() ? Optional.empty()
            : Optional.of(model + ": whether the image is like those trained on, in bit depth, range of grey values and size of voxels, " + what + " but a table of features");
    }

    /**
     * In what a scan differs from those trained on, before it is classified; a sentence each.
     *
     * @throws operando.cell.InputException if a slice cannot be read
     */
    public List<String> differences(final Scan scan) {
        final Optional<ImageKind> known = trained.record().flatMap(TrainingRecord::images);
        if (known.isEmpty()) {
            return List.of();
        }
        return known.get().differences(ImageKind.of(scan)).stream().map(difference -> unlike(scan, difference)).toList();
    }

    private String unlike(final Scan scan, final String difference) {
        return scan.name() + " is unlike what " + model + " was trained on: " + difference;
    }

    /** In what the features of a scan differ from those trained on, once it is classified; a sentence, or none. */
    public List<String> differences(final Scan scan, final Classified found) {
        final long all = Arrays.stream(found.voxels()).sum();
        final List<Integer> worst = new ArrayList<>(IntStream.range(0, found.beyond().length).filter(f -> found.beyond()[f] > MOST_BEYOND * all).boxed().toList());
        worst.sort(Comparator.comparingLong(f -> -found.beyond()[f]));
        if (worst.isEmpty()) {
            return List.of();
        }
        final List<String> named = worst.stream().limit(MOST_NAMED).map(f -> String.format(Locale.ROOT, "%s in %.0f %% of the voxels",
            trained.header().features().get(f), 100.0 * found.beyond()[f] / all)).toList();
        return List.of(unlike(scan, worst.size() + " of " + found.beyond().length + " features are out of the range seen (" + String.join(", ", named)
            + (worst.size() > MOST_NAMED ? ", …" : "") + "), where the classes mean little"));
    }
}
