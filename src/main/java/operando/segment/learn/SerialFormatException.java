package operando.segment.learn;

/** A serialisation stream that is broken, cut short, or holds what no model needs; says which, for one line of text. */
final class SerialFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SerialFormatException(final String what) {
        super(what);
    }
}
