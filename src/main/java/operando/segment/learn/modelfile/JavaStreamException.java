package operando.segment.learn.modelfile;

/** A serialisation stream that is broken, cut short, or holds what no model needs; says which, for one line of text. */
final class JavaStreamException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JavaStreamException(final String what) {
        super(what);
    }
}
