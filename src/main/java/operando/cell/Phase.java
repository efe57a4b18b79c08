package operando.cell;

/**
 * What a voxel is made of. The label written to 8-bit label stacks is {@link #label()}; it never changes
 * (0 outside, 1 lithium, 2 void, 3 interphase, 4 electrolyte, 5 current collector, 6 pore).
 */
public enum Phase {
    /** Not part of the cell. */
    OUTSIDE("outside", 0x000000),
    LITHIUM("lithium", 0x56B4E9),
    /** A void at an interface between lithium and electrolyte. */
    VOID("void", 0xD55E00),
    INTERPHASE("interphase", 0xF0E442),
    ELECTROLYTE("electrolyte", 0x888888),
    COLLECTOR("current collector", 0xE8E8E8),
    /** A pore inside the electrolyte, away from both interfaces. */
    PORE("pore", 0xCC79A7);

    private static final Phase[] BY_LABEL = values();

    private final String displayName;
    private final int rgb;

    Phase(final String displayName, final int rgb) {
        this.displayName = displayName;
        this.rgb = rgb;
    }

    /** The value of this phase in a label stack. */
    public byte label() {
        return (byte) ordinal();
    }

    public String displayName() {
        return displayName;
    }

    /** The colour of this phase in pictures, 0xRRGGBB; told apart by colour-blind readers (Okabe and Ito's palette). */
    public int rgb() {
        return rgb;
    }

    /** @throws InputException if no phase has this label */
    public static Phase ofLabel(final int label) {
        if (label < 0 || label >= BY_LABEL.length) {
            throw new InputException("label stack", "the value " + label + " is no phase",
                "use the labels 0 (outside) to 6 (pore)");
        }
        return BY_LABEL[label];
    }
}
