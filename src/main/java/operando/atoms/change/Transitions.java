package operando.atoms.change;

/** How many atoms went from one class to another between frames that follow each other. */
public final class Transitions {

    private final long[][] counts;
    private int[] before;

    public Transitions(final int classes) {
        counts = new long[classes + 1][classes + 1];
    }

    /** Takes in the classes of the next frame; negative ones are of no class. */
    public void add(final int[] classes) {
        if (before != null) {
            for (int i = 0; i < classes.length; i++) {
                counts[before[i] + 1][classes[i] + 1]++;
            }
        }
        before = classes.clone();
    }

    /** From a class to another, both from 0, or −1 for those of no class. */
    public long count(final int from, final int to) {
        return counts[from + 1][to + 1];
    }
}
