package operando.cell;

/** One of the two lithium electrodes of a symmetric cell; {@link #TOP} is the one met first along the stack axis. */
public enum Side {
    TOP, BOTTOM;

    /** The name used in file names and column headers: {@code top} or {@code bottom}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public Side opposite() {
        return this == TOP ? BOTTOM : TOP;
    }
}
