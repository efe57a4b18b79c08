package operando.segment.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import operando.cell.Phase;

/**
 * The labels of classes in a label stack: a class named like a {@link Phase} has that phase's label, if all are; otherwise
 * they are numbered from 1, as they are in the labels to train from.
 */
public final class ClassLabels {

    private final List<String> names;
    private final byte[] labels;

    /** @param names of the classes, in their order */
    public ClassLabels(final List<String> names) {
        this.names = List.copyOf(names);
        labels = new byte[names.size()];
        final boolean phases = names.stream().allMatch(ClassLabels::isPhase);
        for (int c = 0; c < labels.length; c++) {
            labels[c] = phases ? phase(names.get(c)).label() : (byte) (c + 1);
        }
    }

    private static boolean isPhase(final String name) {
        return phase(name) != null;
    }

    private static Phase phase(final String name) {
        final String wanted = name.strip().toLowerCase(Locale.ROOT);
        for (final Phase phase : Phase.values()) {
            if (phase.name().toLowerCase(Locale.ROOT).equals(wanted) || phase.displayName().equals(wanted)) {
                return phase;
            }
        }
        return null;
    }

    public String name(final int classNumber) {
        return names.get(classNumber);
    }

    /** The label of a class, 0 to 255. */
    public int label(final int classNumber) {
        return labels[classNumber] & 0xff;
    }

    /** Replaces classes by their labels. */
    void paint(final byte[] classes) {
        for (int i = 0; i < classes.length; i++) {
            classes[i] = labels[classes[i] & 0xff];
        }
    }

    /** A file for the probability of each class. */
    public List<Path> files(final Path folder, final String scan) {
        return names.stream().map(name -> folder.resolve(scan + "_" + name.replaceAll("[^\\p{L}\\p{N}]+", "_") + ".tif")).toList();
    }
}
