package operando.cell;

/**
 * Bad input: something the user gave and can mend. Its message is one line that names where the trouble is, what it
 * is, and how to mend it. The command line prints it and exits with 2; Fiji shows it in a dialog. Every other
 * exception is a defect of this software.
 */
public class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 1000;

    private final String where;
    private final String what;
    private final String mend;

    /**
     * @param where the file, key, line or quantity at fault
     * @param what  what is wrong with it, with the offending value
     * @param mend  what the user can do
     */
    public InputException(final String where, final String what, final String mend) {
        super(oneLine(where) + ": " + oneLine(what) + "; " + oneLine(mend));
        this.where = where;
        this.what = what;
        this.mend = mend;
    }

    /** The same complaint with the place that it was found in, such as a file and line, named before it. */
    public InputException within(final String outer) {
        final InputException named = new InputException(outer + ", " + where, what, mend);
        named.initCause(this);
        return named;
    }

    // What stands in a file may be long, of many lines, or meant for the terminal.
    private static String oneLine(final String text) {
        final String shortened = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return shortened.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
    }
}
