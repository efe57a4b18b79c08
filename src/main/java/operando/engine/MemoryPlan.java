package operando.engine;

import operando.cell.InputException;

/**
 * What a computation needs of the heap beside the program itself, known from sizes before it starts. Refuses what does not fit, so that
 * hours of work do not end for want of memory.
 *
 * <pre>
 * MemoryPlan.of("a sweep of t00", 60L * columns).require(memoryBytes, "or filters: none");
 * </pre>
 *
 * @param what  that needs it, for the message
 * @param bytes of arrays that it has at the same time
 */
public record MemoryPlan(String what, long bytes) {

    /** Classes, text, progress: what the heap holds whatever is computed. */
    private static final long PROGRAM_BYTES = 48L << 20;
    // Part of the heap that a collector can fill with arrays of many megabytes.
    private static final double USABLE = 0.8;

    /** What is there for arrays in a heap of this size, bytes. */
    public static long usable(final long memoryBytes) {
        return Math.max(0, (long) (USABLE * memoryBytes) - PROGRAM_BYTES);
    }

    /** The heap that is needed in all, MB. */
    public long megabytes() {
        return (long) Math.ceil((PROGRAM_BYTES + bytes) / USABLE / (1 << 20));
    }

    /**
     * @param memoryBytes the heap that may be used
     * @param otherwise   how less would be needed
     * @throws InputException if it is less than what is needed
     */
    public void require(final long memoryBytes, final String otherwise) {
        // A collector may keep up to a ninth of the heap aside and not count it.
        if (megabytes() << 20 > memoryBytes + memoryBytes / 8) {
            throw new InputException("--memory", what + " needs " + megabytes() + " MB", "give " + megabytes() + "m or more, " + otherwise);
        }
    }
}
