package operando.segment.learn;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.cell.Phase;
import operando.scan.Scan;

/**
 * What the values in label stacks mean. 0 is always unlabelled.
 *
 * @param values the label of each class
 * @param names  the class's name
 */
public record TrainingLabels(List<Integer> values, List<String> names) {

    private static final int MOST = 255;
    private static final int USUAL = 32;

    /** @throws InputException if there are fewer than two classes, or one has no name or another's */
    public TrainingLabels {
        values = List.copyOf(values);
        names = List.copyOf(names);
        if (values.size() < 2 || values.size() != names.size()) {
            throw new InputException("labels", values.size() < 2 ? "there " + (values.isEmpty() ? "are no classes" : "is one class only, '" + names.get(0) + "'")
                : values.size() + " labels have " + names.size() + " names",
                "label voxels of two classes or more, for instance with 1 and 2, and leave the others 0");
        }
        for (int c = 0; c < names.size(); c++) {
            if (names.get(c).isBlank() || names.indexOf(names.get(c)) < c) {
                throw new InputException("names of the classes", names.get(c).isBlank() ? "the name for label " + values.get(c) + " is empty"
                    : "'" + names.get(c) + "' is there twice", "give every class a name of its own");
            }
        }
    }

    /**
     * As the user says it.
     *
     * @param choice names of the labels 1, 2, … with commas between them; "phases" for the labels that this program writes; or
     *               nothing, for classes called after their labels
     * @throws InputException if a label occurs that the choice does not cover, or there are fewer than two
     */
    public static TrainingLabels chosen(final String choice, final List<Scan> stacks) {
        if (choice == null || choice.isBlank()) {
            return found(stacks);
        }
        return choice.strip().equals("phases") ? phases(stacks) : named(Arrays.stream(choice.split(",")).map(String::strip).toList());
    }

    /** The labels 1, 2, … with these names. */
    public static TrainingLabels named(final List<String> names) {
        return new TrainingLabels(IntStream.rangeClosed(1, names.size()).boxed().toList(), names);
    }

    /** The labels that occur in the stacks, called "class" and their number. */
    public static TrainingLabels found(final List<Scan> stacks) {
        final List<Integer> values = distinct(stacks);
        return new TrainingLabels(values, values.stream().map(value -> ClassLabels.NUMBERED + value).toList());
    }

    /**
     * The labels that occur in the stacks, as phases.
     *
     * @throws InputException if one is no phase
     */
    public static TrainingLabels phases(final List<Scan> stacks) {
        final List<Integer> values = distinct(stacks);
        try {
            return new TrainingLabels(values, values.stream().map(value -> Phase.ofLabel(value).displayName()).toList());
        } catch (final InputException e) {
            throw e.within(String.join(" or ", stacks.stream().map(Scan::name).toList()));
        }
    }

    private static List<Integer> distinct(final List<Scan> stacks) {
        final TreeSet<Integer> values = new TreeSet<>();
        for (final Scan stack : stacks) {
            final float[] slice = new float[stack.width() * stack.height()];
            for (int z = 0; z < stack.depth(); z++) {
                stack.readBlock(0, 0, z, stack.width(), stack.height(), 1, slice);
                float last = 0;
                for (final float label : slice) {
                    if (label != last && label != 0) {
                        values.add(whole(label, stack.name()));
                    }
                    last = label;
                }
            }
            if (values.size() > USUAL) {
                throw new InputException(stack.name(), "has " + values.size() + " different values, as grey values have and labels have not",
                    "give the stack's labels, or name the classes");
            }
        }
        return List.copyOf(values);
    }

    private static int whole(final float label, final String where) {
        if (!(label >= 1 && label <= MOST && label == Math.rint(label))) {
            throw new InputException(where, "the label " + label + " is no class", "use 0 for unlabelled voxels and whole numbers up to " + MOST + " for the classes");
        }
        return (int) label;
    }

    /** For each label from 0 to 255 the number of its class; −1 where there is none. */
    int[] classes() {
        final int[] classes = new int[MOST + 1];
        Arrays.fill(classes, -1);
        for (int c = 0; c < values.size(); c++) {
            classes[values.get(c)] = c;
        }
        return classes;
    }

    /** @throws InputException if the label has no class */
    int classOf(final float label, final int[] classes, final String where) {
        final int found = classes[whole(label, where)];
        if (found < 0) {
            throw new InputException(where, "the label " + (int) label + " has no class", "use " + values + ", or name more classes");
        }
        return found;
    }
}
