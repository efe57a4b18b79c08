package operando.segment.learn.modelfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.segment.learn.origin.FeatureRanges;
import operando.segment.learn.origin.TrainingRecord;
import weka.core.Attribute;
import weka.core.Instances;

/**
 * Labelled voxels: the features of each, and its class.
 *
 * @param header  names of the features and classes
 * @param rows    one row a voxel, the features in the header's order; not a number where one is missing
 * @param classes the class of each row, from 0 in the header's order
 * @param blocks  the part of the image that each row is from; rows of one part are near each other
 * @param origin  what the rows come from
 */
public record TrainingRows(ModelHeader header, float[][] rows, int[] classes, int[] blocks, TrainingRecord origin) {

    /** @throws InputException if rows and classes differ in number, or a row does not fit the header */
    public TrainingRows {
        if (blocks.length != rows.length) {
            throw new IllegalArgumentException(rows.length + " rows are from " + blocks.length + " blocks");
        }
        if (rows.length != classes.length) {
            throw new InputException("training data", rows.length + " rows have " + classes.length + " classes",
                "give every row one class");
        }
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != header.features().size()) {
                throw new InputException("training data, row " + (row + 1), "has " + rows[row].length + " features where "
                    + header.features().size() + " are named", "give every row all features");
            }
            if (classes[row] < 0 || classes[row] >= header.classes().size()) {
                throw new InputException("training data, row " + (row + 1), "is of class " + classes[row] + " where there are "
                    + header.classes().size(), "number the classes from 0");
            }
        }
    }

    /** Rows of a table, of which no image is known: each stands for itself. */
    public TrainingRows(final ModelHeader header, final float[][] rows, final int[] classes) {
        this(header, rows, classes, IntStream.range(0, rows.length).toArray(), new TrainingRecord(FeatureRanges.ofRows(rows, header.features().size())));
    }

    public int size() {
        return rows.length;
    }

    /** Rows of each class. */
    public int[] counts() {
        final int[] counts = new int[header.classes().size()];
        for (final int c : classes) {
            counts[c]++;
        }
        return counts;
    }

    /** The classes in the order in which they first have a row; those without rows last. */
    public int[] classesByFirstRow() {
        return IntStream.concat(Arrays.stream(classes), IntStream.range(0, header.classes().size())).distinct().toArray();
    }

    /** The same rows with the classes in another order, which names each by its number here. */
    public TrainingRows withClasses(final int[] order) {
        final int[] places = new int[order.length];
        for (int c = 0; c < order.length; c++) {
            places[order[c]] = c;
        }
        final List<String> names = Arrays.stream(order).mapToObj(header.classes()::get).toList();
        return new TrainingRows(new ModelHeader(header.relation(), header.features(), names), rows, Arrays.stream(classes).map(c -> places[c]).toArray(), blocks, origin);
    }

    /**
     * The same rows with the features of another header, in its order.
     *
     * @throws InputException if a feature that it names is not here, or the classes are others
     */
    public TrainingRows as(final ModelHeader other) {
        if (!header.classes().equals(other.classes())) {
            throw new InputException("training data " + header.relation(), "has the classes " + header.classes()
                + " where " + other.classes() + " are due", "use the same class names in the same order");
        }
        final int[] places = other.placesIn(header.features(), "training data " + header.relation());
        final float[][] ordered = new float[rows.length][places.length];
        for (int row = 0; row < rows.length; row++) {
            for (int f = 0; f < places.length; f++) {
                ordered[row][f] = rows[row][places[f]];
            }
        }
        return new TrainingRows(other, ordered, classes, blocks, origin.at(places));
    }

    /**
     * These rows and then those of another scan or time point.
     *
     * @throws InputException if the others lack a feature or have other classes
     */
    public TrainingRows with(final TrainingRows others) {
        final TrainingRows matched = others.as(header);
        final float[][] all = Arrays.copyOf(rows, rows.length + matched.rows.length);
        final int[] allClasses = Arrays.copyOf(classes, all.length);
        System.arraycopy(matched.rows, 0, all, rows.length, matched.rows.length);
        System.arraycopy(matched.classes, 0, allClasses, rows.length, matched.rows.length);
        final int next = Arrays.stream(blocks).max().orElse(-1) + 1;
        final int[] allBlocks = IntStream.concat(Arrays.stream(blocks), Arrays.stream(matched.blocks).map(block -> block + next)).toArray();
        return new TrainingRows(header, all, allClasses, allBlocks, origin.with(matched.origin));
    }

    /** Some of the rows, by their numbers. */
    public TrainingRows at(final int[] numbers) {
        return new TrainingRows(header, Arrays.stream(numbers).mapToObj(row -> rows[row]).toArray(float[][]::new), Arrays.stream(numbers).map(row -> classes[row]).toArray(),
            Arrays.stream(numbers).map(row -> blocks[row]).toArray(), origin);
    }

    /** As Weka holds them. */
    public Instances instances() {
        final Instances data = instances(header, rows.length);
        for (int row = 0; row < rows.length; row++) {
            final double[] values = new double[header.features().size() + 1];
            for (int f = 0; f < values.length - 1; f++) {
                values[f] = rows[row][f];
            }
            values[values.length - 1] = classes[row];
            data.add(new TrainingRow(1, values));
        }
        return data;
    }

    /** No rows, as Weka holds the names. */
    public static Instances instances(final ModelHeader header, final int capacity) {
        final ArrayList<Attribute> attributes = new ArrayList<>();
        header.features().forEach(name -> attributes.add(new Attribute(name)));
        attributes.add(new Attribute("class", List.copyOf(header.classes())));
        final Instances data = new Instances(header.relation(), attributes, capacity);
        data.setClassIndex(attributes.size() - 1);
        return data;
    }
}
