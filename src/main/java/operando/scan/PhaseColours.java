package operando.scan;

import operando.cell.Phase;

/**
 * The colour of each phase in label stacks and figures, told apart with every kind of colour blindness (after Okabe and
 * Ito, Color Universal Design, 2008).
 */
public final class PhaseColours {

    private static final int LABELS = 256;

    private PhaseColours() {
    }

    /** The colour as {@code 0xRRGGBB}. */
    public static int rgb(final Phase phase) {
        return switch (phase) {
            case OUTSIDE -> 0x000000;
            case LITHIUM -> 0x999999;
            case VOID -> 0xD55E00;
            case INTERPHASE -> 0xF0E442;
            case ELECTROLYTE -> 0x0072B2;
            case COLLECTOR -> 0xE69F00;
            case PORE -> 0x56B4E9;
        };
    }

    /** A colour for each of the 256 values of an 8-bit label stack; values that are no phase are white. */
    static int[] table() {
        final int[] table = new int[LABELS];
        java.util.Arrays.fill(table, 0xFFFFFF);
        for (final Phase phase : Phase.values()) {
            table[phase.label()] = rgb(phase);
        }
        return table;
    }
}
