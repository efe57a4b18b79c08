package operando.scan;

import operando.cell.InputException;

/** A file that may well be a scan, but of a kind that Bio-Formats has to read. */
public final class UnsupportedFormatException extends InputException {

    private static final long serialVersionUID = 1L;

    public UnsupportedFormatException(final String where, final String what, final String mend) {
        super(where, what, mend + ", or open it where Bio-Formats is installed (as in Fiji)");
    }
}
