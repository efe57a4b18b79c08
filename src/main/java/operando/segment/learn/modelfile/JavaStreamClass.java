package operando.segment.learn.modelfile;

import java.util.List;

/**
 * What a serialisation stream says of a class: its name, version and the fields it stores, and the same of the class
 * it extends. A description only; no class of that name is ever looked up.
 *
 * @param name       as {@link Class#getName()} writes it
 * @param version    the serialVersionUID
 * @param flags      the stream protocol's SC_ flags
 * @param fields     in stream order
 * @param superClass the class it extends, if that one is stored too, or null
 */
record JavaStreamClass(String name, long version, int flags, List<Field> fields, JavaStreamClass superClass) {

    static final int WRITE_METHOD = 1;
    static final int SERIALIZABLE = 2;
    static final int EXTERNALIZABLE = 4;
    static final int ENUM = 16;

    /**
     * A stored field: its type code (B C D F I J S Z for values, L and [ for references), its name, and of a reference the
     * class as a method descriptor writes it.
     */
    record Field(char type, String name, String className) {
        boolean isReference() {
            return type == 'L' || type == '[';
        }
    }

    /** Whether this class or one that it extends has the given name. */
    boolean is(final String className) {
        for (JavaStreamClass c = this; c != null; c = c.superClass) {
            if (c.name.equals(className)) {
                return true;
            }
        }
        return false;
    }

    int fieldCountWithSuperClasses() {
        int count = 0;
        for (JavaStreamClass c = this; c != null; c = c.superClass) {
            count += c.fields.size();
        }
        return count;
    }
}
