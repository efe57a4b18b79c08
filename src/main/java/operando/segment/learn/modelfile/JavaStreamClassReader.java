package operando.segment.learn.modelfile;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads what a serialisation stream says of its classes, and refuses the first class that no model needs. */
final class JavaStreamClassReader {

    private static final int DESCRIPTION = 0x72;
    private static final int MOST_FIELDS = 1000;
    private static final int MOST_SUPER_CLASSES = 32;
    private static final Object UNFINISHED = new Object();

    private final DataInputStream in;
    private final JavaStreamHandles handles;
    private final Predicate<String> isAllowed;

    JavaStreamClassReader(final DataInputStream in, final JavaStreamHandles handles, final Predicate<String> isAllowed) {
        this.in = in;
        this.handles = handles;
        this.isAllowed = isAllowed;
    }

    /** @throws JavaStreamException if the class is not allowed, or the description broken */
    JavaStreamClass read() throws IOException {
        return readIfAny(0).orElseThrow(() -> new JavaStreamException("is broken: it holds an object of no class"));
    }

    private Optional<JavaStreamClass> readIfAny(final int superClasses) throws IOException {
        final int code = in.readUnsignedByte();
        if (code == JavaStreamReader.NULL) {
            return Optional.empty();
        }
        if (code == JavaStreamReader.REFERENCE) {
            if (handles.get(in.readInt()) instanceof JavaStreamClass known) {
                return Optional.of(known);
            }
            throw new JavaStreamException("is broken: it refers to a class that it does not describe");
        }
        if (code != DESCRIPTION || superClasses > MOST_SUPER_CLASSES) {
            throw new JavaStreamException("is broken, or holds a class made while a program ran");
        }
        return Optional.of(readDescription(superClasses));
    }

    private JavaStreamClass readDescription(final int superClasses) throws IOException {
        final String name = in.readUTF();
        if (!isAllowed.test(elementName(name))) {
            throw new JavaStreamException("holds an object of the class " + shortened(name)
                + ", which no model needs");
        }
        final long version = in.readLong();
        final int handle = handles.size();
        handles.add(UNFINISHED);
        final int flags = in.readUnsignedByte();
        final List<JavaStreamClass.Field> fields = readFields();
        if (in.readUnsignedByte() != JavaStreamReader.END_BLOCK_DATA) {
            throw new JavaStreamException("is broken: the class " + shortened(name) + " says more than its fields");
        }
        final JavaStreamClass type = new JavaStreamClass(name, version, flags, fields, readIfAny(superClasses + 1).orElse(null));
        handles.set(handle, type);
        return type;
    }

    private List<JavaStreamClass.Field> readFields() throws IOException {
        final int count = in.readUnsignedShort();
        if (count > MOST_FIELDS) {
            throw new JavaStreamException("holds a class of " + count + " fields, more than any model needs");
        }
        final List<JavaStreamClass.Field> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            final char type = (char) in.readUnsignedByte();
            final String name = in.readUTF();
            fields.add(new JavaStreamClass.Field(type, name, type == 'L' || type == '[' ? readTypeName() : ""));
        }
        return List.copyOf(fields);
    }

    private String readTypeName() throws IOException {
        final int code = in.readUnsignedByte();
        if (code == JavaStreamReader.STRING) {
            return handles.add(in.readUTF());
        }
        if (code == JavaStreamReader.REFERENCE && handles.get(in.readInt()) instanceof String known) {
            return known;
        }
        throw new JavaStreamException("is broken: a field of it has no type");
    }

    private static String elementName(final String name) {
        final String element = name.replaceFirst("^\\[+", "");
        return element.length() < name.length() && element.startsWith("L") && element.endsWith(";")
            ? element.substring(1, element.length() - 1) : element;
    }

    private static String shortened(final String name) {
        final String printable = name.replaceAll("[^\\p{Graph} ]", "?");
        return printable.length() > 100 ? printable.substring(0, 100) + "…" : printable;
    }
}
