package operando.cell;

/**
 * Bad input: something the user gave and can mend. Its message is one line that names where the trouble is, what it
 * is, and how to mend it. The command line prints it and exits with 2; Fiji shows it in a dialog. Every other
 * exception is a defect of this software.
 */
public class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param where the file, key, line or quantity at fault
     * @param what  what is wrong with it, with the offending value
     * @param mend  what the user can do
     */
    public InputException(final String where, final String what, final String mend) {
        super(oneLine(where) + ": " + oneLine(what) + "; " + oneLine(mend));
    }

    private static String oneLine(final String text) {
        return text.replaceAll("\\s*\\R\\s*", " ").strip();
    }
}
