package operando.segment.learn;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import operando.cell.Phase;

/**
 * The labels of classes in a label stack. If all classes are named like a {@link Phase} they have the phases' labels; if all
 * are called "class" and a number, that number; otherwise they are numbered from 1.
 */
public final class ClassLabels implements Serializable {

    private static final long serialVersionUID = 1L;

    static final String NUMBERED = "class ";

    private static final Pattern NUMBER = Pattern.compile(NUMBERED + "([1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])");

    private final List<String> names;
    private final byte[] labels;

    /** @param names of the classes, in their order */
    public ClassLabels(final List<String> names) {
        this.names = List.copyOf(names);
        labels = new byte[names.size()];
        final boolean phases = names.stream().allMatch(name -> phase(name).isPresent());
        final boolean numbered = names.stream().allMatch(name -> NUMBER.matcher(name).matches());
        for (int c = 0; c < labels.length; c++) {
            labels[c] = phases ? phase(names.get(c)).orElseThrow().label() : (byte) (numbered ? number(names.get(c)) : c + 1);
        }
    }

    private static int number(final String name) {
        return Integer.parseInt(name.substring(NUMBERED.length()));
    }

    private static Optional<Phase> phase(final String name) {
        final String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(Phase.values()).filter(phase -> phase.name().toLowerCase(Locale.ROOT).equals(wanted) || phase.displayName().equals(wanted))
            .findFirst();
    }

    public String name(final int classNumber) {
        return names.get(classNumber);
    }

    /** The label of a class, 0 to 255. */
    public int label(final int classNumber) {
        return labels[classNumber] & 0xff;
    }

    /** Replaces classes by their labels. */
    public void paint(final byte[] classes) {
        for (int i = 0; i < classes.length; i++) {
            classes[i] = labels[classes[i] & 0xff];
        }
    }

    /** A file for the probability of each class. */
    public List<Path> files(final Path folder, final String scan) {
        return names.stream().map(name -> folder.resolve(scan + "_" + name.replaceAll("[^\\p{L}\\p{N}]+", "_") + ".tif")).toList();
    }
}
