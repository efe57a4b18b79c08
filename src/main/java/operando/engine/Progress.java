package operando.engine;

/**
 * How a long job tells how far it is and learns that nobody wants its result any more. Implementations are called
 * from several threads.
 */
public interface Progress {

    /** Tells nobody and is never cancelled. */
    Progress SILENT = (fraction, stage) -> { };

    /**
     * @param fraction the part done, 0 to 1
     * @param stage    what is being done, in the user's words
     * @throws CancelledException if the user cancelled the job; the caller lets it pass
     */
    void report(double fraction, String stage);

    /** The part of this progress from {@code from} to {@code to}, for one step of a job with several. */
    default Progress part(final double from, final double to) {
        return (fraction, stage) -> report(from + fraction * (to - from), stage);
    }
}
