package operando.segment.learn.origin;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.PixelType;

/**
 * What a classifier was trained on. It lies in the model file as text behind what Weka and Trainable Weka Segmentation write and
 * read there, which go on to load the model.
 *
 * @param kinds    what the images are like, all together; none if all rows came from a table
 * @param features the range of each, in the labelled voxels and in a sample of all voxels of the images
 * @param labelled voxels of images
 * @param atBorder labelled voxels with one of another class within {@value #NEAR} voxels along each axis
 */
public record TrainingRecord(List<ImageKind> kinds, FeatureRanges features, long labelled, long atBorder) implements Serializable {

    /** Voxels along each axis within which another class makes a border. */
    public static final int NEAR = 3;

    private static final long serialVersionUID = 1L;

    private static final String HEAD = "operando training record 1";

    private static final int MOST_KINDS = 1000;
    private static final double FEW = 0.02;

    public TrainingRecord {
        kinds = List.copyOf(kinds);
    }

    /** Of a table. */
    public TrainingRecord(final FeatureRanges features) {
        this(List.of(), features, 0, 0);
    }

    /** What the labels cannot tell of a classifier, in a sentence; nothing where they show the borders of the classes, or are of a table. */
    public Optional<String> untested() {
        return labelled == 0 || atBorder >= FEW * labelled ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
            "The labels avoid the borders of the classes (of %d labelled voxels %d lie within %d voxels of another class): how well borders are found is not "
                + "known, and what is said of the labelled voxels is too good for a whole image. Label some voxels on both sides of borders.", labelled, atBorder, NEAR));
    }

    /** What the images are like; empty if all rows came from a table. */
    public Optional<ImageKind> images() {
        return kinds.stream().findFirst();
    }

    /** What either says. */
    public TrainingRecord with(final TrainingRecord other) {
        return new TrainingRecord(Stream.concat(kinds.stream(), other.kinds.stream()).reduce(ImageKind::with).stream().toList(), features.with(other.features),
            labelled + other.labelled, atBorder + other.atBorder);
    }

    /** The same for features in another order. */
    public TrainingRecord at(final int[] places) {
        return new TrainingRecord(kinds, features.at(places), labelled, atBorder);
    }

    /** Whether a text begins like a record. */
    public static boolean isRecord(final String text) {
        return text.startsWith(HEAD);
    }

    /** As it is saved: a line each. */
    public String text() {
        final List<String> lines = new ArrayList<>(List.of(HEAD));
        kinds.forEach(kind -> {
            lines.add("pixels " + kind.pixels().stream().map(PixelType::name).collect(Collectors.joining(" ")));
            lines.add("dark " + kind.dark().from() + " " + kind.dark().to());
            lines.add("bright " + kind.bright().from() + " " + kind.bright().to());
            kind.voxels().forEach(size -> lines.add("voxel_um " + size.xUm() + " " + size.yUm() + " " + size.zUm()));
        });
        lines.add("labelled " + labelled + " " + atBorder);
        for (int f = 0; f < features.size(); f++) {
            lines.add("feature " + features.least()[f] + " " + features.largest()[f]);
        }
        return String.join("\n", lines);
    }

    /** @throws InputException if it is no record that {@link #text} made */
    public static TrainingRecord read(final String text) {
        try {
            return new Reading(text).record();
        } catch (final IllegalArgumentException | InputException | IndexOutOfBoundsException e) {
            throw new InputException("model", "its record of the training is damaged", "train it again, or save it anew");
        }
    }

    /** The lines of a record by their first words. */
    private static final class Reading {

        private final List<String[]> lines;

        private Reading(final String text) {
            lines = text.lines().map(line -> line.split(" ")).toList();
            if (!text.startsWith(HEAD + "\n")) {
                throw new IllegalArgumentException("no record");
            }
        }

        private List<String[]> all(final String word) {
            return lines.stream().filter(line -> line[0].equals(word)).toList();
        }

        private TrainingRecord record() {
            final List<String[]> ranges = all("feature");
            final FeatureRanges features = new FeatureRanges(new float[ranges.size()], new float[ranges.size()]);
            for (int f = 0; f < ranges.size(); f++) {
                features.least()[f] = Float.parseFloat(ranges.get(f)[1]);
                features.largest()[f] = Float.parseFloat(ranges.get(f)[2]);
            }
            return new TrainingRecord(all("pixels").isEmpty() ? List.of() : List.of(images()), features,
                Long.parseLong(all("labelled").get(0)[1]), Long.parseLong(all("labelled").get(0)[2]));
        }

        private ImageKind images() {
            final List<PixelType> pixels = Arrays.stream(all("pixels").get(0)).skip(1).map(PixelType::valueOf).toList();
            final List<VoxelSize> voxels = all("voxel_um").stream().limit(MOST_KINDS)
                .map(line -> new VoxelSize(Double.parseDouble(line[1]), Double.parseDouble(line[2]), Double.parseDouble(line[3]))).toList();
            return new ImageKind(pixels, range("dark"), range("bright"), voxels);
        }

        private ImageKind.Range range(final String word) {
            final String[] line = all(word).get(0);
            return new ImageKind.Range(Double.parseDouble(line[1]), Double.parseDouble(line[2]));
        }
    }
}
