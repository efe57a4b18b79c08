package operando.cell;

/**
 * What a voxel is made of. The label written to 8-bit label stacks is {@link #label()}; it never changes
 * (0 outside, 1 lithium, 2 void, 3 interphase, 4 electrolyte, 5 current collector, 6 pore).
 */
public enum Phase {
    /** Not part of the cell. */
    OUTSIDE("outside"),
    LITHIUM("lithium"),
    /** A void at an interface between lithium and electrolyte. */
    VOID("void"),
    INTERPHASE("interphase"),
    ELECTROLYTE("electrolyte"),
    COLLECTOR("current collector"),
    /** A pore inside the electrolyte, away from both interfaces. */
    PORE("pore");

    private static final Phase[] BY_LABEL = values();

    private final String displayName;

    Phase(final String displayName) {
        this.displayName = displayName;
    }

    /** The value of this phase in a label stack. */
    public byte label() {
        return (byte) ordinal();
    }

    public String displayName() {
        return displayName;
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
