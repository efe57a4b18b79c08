package operando.segment;

import operando.cell.Phase;

/**
 * Paints the labels of some rows, slice after slice. Along a column the phases follow one another in stretches, so that
 * what a column is labelled changes only where a stretch begins: these places are sorted by slice beforehand. A slice then takes
 * the few changes that fall on it, and each of its voxels one of two labels by whether it is below the void threshold.
 */
final class LabelRows {

    private static final int KIND_BITS = 3;
    /** Labels by kind of stretch. */
    private static final byte[] SOLID = labels(Phase.COLLECTOR, Phase.LITHIUM, Phase.VOID, Phase.INTERPHASE, Phase.ELECTROLYTE);
    /** The same for voxels below the void threshold. */
    private static final byte[] DARK = labels(Phase.OUTSIDE, Phase.LITHIUM, Phase.VOID, Phase.PORE, Phase.PORE);
    private static final int COLLECTOR = 0;
    private static final int LITHIUM = 1;
    private static final int VOID = 2;
    private static final int INTERPHASE = 3;
    private static final int ELECTROLYTE = 4;

    private final SweepResult swept;
    private final int depth;
    private final double voidLithium;
    private final byte[] solid;
    private final byte[] dark;
    /** Where the changes of a slice end; those of the next one follow. */
    private final int[] end;
    /** Column and kind of stretch that begins, by slice. */
    private int[] changes;
    private int next;
    private int cursor;

    /** @param inside whether a column belongs to the cell's cross-section */
    LabelRows(final SweepResult swept, final boolean[] inside, final int firstRow, final int rows) {
        this.swept = swept;
        depth = swept.depth();
        voidLithium = swept.thresholds().voidLithium();
        solid = new byte[rows * swept.width()];
        dark = new byte[solid.length];
        end = new int[depth + 1];
        final int first = firstRow * swept.width();
        for (int i = 0; i < solid.length; i++) {
            if (inside[first + i]) {
                follow(first + i, i);
            }
        }
        for (int z = 0; z < depth; z++) {
            end[z + 1] += end[z];
        }
        changes = new int[end[depth]];
        for (int i = 0; i < solid.length; i++) {
            if (inside[first + i]) {
                follow(first + i, i);
            }
        }
    }

    private static byte[] labels(final Phase... phases) {
        final byte[] labels = new byte[phases.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = phases[i].label();
        }
        return labels;
    }

    /** Goes through the stretches of a column; where both sweeps have met, the top's word counts. */
    private void follow(final int column, final int i) {
        cursor = 0;
        final ElectrodeMaps top = swept.top();
        if (top.status[column] != 0) {
            final int to = top.interphaseTo[column];
            final int lithiumTo = Math.min(to, top.lithiumTo[column]);
            until(Math.min(to, top.lithiumFrom[column]), COLLECTOR, i);
            until(Math.min(lithiumTo, top.voidFrom[column]), LITHIUM, i);
            until(Math.min(lithiumTo, top.voidTo[column]), VOID, i);
            until(lithiumTo, LITHIUM, i);
            until(to, INTERPHASE, i);
        }
        final ElectrodeMaps bottom = swept.bottom();
        if (bottom.status[column] == 0) {
            until(depth, ELECTROLYTE, i);
        } else {
            final int lithiumFrom = bottom.lithiumFrom[column];
            until(depth - bottom.interphaseTo[column], ELECTROLYTE, i);
            until(depth - Math.max(lithiumFrom, bottom.lithiumTo[column]), INTERPHASE, i);
            until(depth - Math.max(lithiumFrom, bottom.voidTo[column]), LITHIUM, i);
            until(depth - Math.max(lithiumFrom, bottom.voidFrom[column]), VOID, i);
            until(depth - lithiumFrom, LITHIUM, i);
            until(depth, COLLECTOR, i);
        }
    }

    // The first time only counted, then put where the count says.
    private void until(final int to, final int kind, final int i) {
        if (to > cursor) {
            if (changes == null) {
                end[cursor + 1]++;
            } else {
                changes[end[cursor]++] = i << KIND_BITS | kind;
            }
            cursor = to;
        }
    }

    /**
     * Paints the rows of the next slice.
     *
     * @param grey   their grey values, in the scan's type
     * @param labels filled with a label a voxel
     */
    void paint(final int z, final Object grey, final byte[] labels) {
        for (; next < end[z]; next++) {
            final int i = changes[next] >> KIND_BITS;
            final int kind = changes[next] & (1 << KIND_BITS) - 1;
            solid[i] = SOLID[kind];
            dark[i] = DARK[kind];
        }
        System.arraycopy(solid, 0, labels, 0, solid.length);
        final int least = (int) Math.max(0, Math.min(1 << Short.SIZE, Math.ceil(voidLithium)));
        if (grey instanceof short[] shorts) {
            paintDark(shorts, least, labels);
        } else if (grey instanceof byte[] bytes) {
            paintDark(bytes, least, labels);
        } else {
            final float[] floats = (float[]) grey;
            for (int i = 0; i < solid.length; i++) {
                labels[i] = floats[i] < voidLithium ? dark[i] : labels[i];
            }
        }
    }

    // Few voxels are dark: eight at a time are asked whether one of them is. A difference below zero has its sign bit set.
    private void paintDark(final short[] grey, final int least, final byte[] labels) {
        int i = 0;
        for (; i + 8 <= solid.length; i += 8) {
            final int any = (grey[i] & 0xffff) - least | (grey[i + 1] & 0xffff) - least | (grey[i + 2] & 0xffff) - least | (grey[i + 3] & 0xffff) - least
                | (grey[i + 4] & 0xffff) - least | (grey[i + 5] & 0xffff) - least | (grey[i + 6] & 0xffff) - least | (grey[i + 7] & 0xffff) - least;
            for (int k = i; any < 0 && k < i + 8; k++) {
                labels[k] = (grey[k] & 0xffff) < least ? dark[k] : labels[k];
            }
        }
        for (; i < solid.length; i++) {
            labels[i] = (grey[i] & 0xffff) < least ? dark[i] : labels[i];
        }
    }

    private void paintDark(final byte[] grey, final int least, final byte[] labels) {
        int i = 0;
        for (; i + 8 <= solid.length; i += 8) {
            final int any = (grey[i] & 0xff) - least | (grey[i + 1] & 0xff) - least | (grey[i + 2] & 0xff) - least | (grey[i + 3] & 0xff) - least
                | (grey[i + 4] & 0xff) - least | (grey[i + 5] & 0xff) - least | (grey[i + 6] & 0xff) - least | (grey[i + 7] & 0xff) - least;
            for (int k = i; any < 0 && k < i + 8; k++) {
                labels[k] = (grey[k] & 0xff) < least ? dark[k] : labels[k];
            }
        }
        for (; i < solid.length; i++) {
            labels[i] = (grey[i] & 0xff) < least ? dark[i] : labels[i];
        }
    }
}
