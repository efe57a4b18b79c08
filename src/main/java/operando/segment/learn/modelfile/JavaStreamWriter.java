package operando.segment.learn.modelfile;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a stream of the Java Object Serialization Stream Protocol from plain data, of classes that need not exist here.
 * The caller writes an object's fields behind {@link #object}, eldest class first, in the order of the description.
 */
final class JavaStreamWriter {

    private static final int FIRST_HANDLE = 0x7E0000;
    private static final int LONGEST_SHORT = 0xFFFF;

    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<String, Integer> classes = new HashMap<>();
    private int nextHandle = FIRST_HANDLE;

    JavaStreamWriter(final OutputStream stream) throws IOException {
        out = new DataOutputStream(stream);
        out.writeInt(0xACED0005);
    }

    /** For values of fields and elements of arrays. */
    DataOutputStream values() {
        return out;
    }

    /** Begins an object and returns the number to {@link #reference} it by. */
    int object(final JavaStreamClass type) throws IOException {
        out.writeByte(0x73);
        description(type);
        return nextHandle++;
    }

    void array(final JavaStreamClass type, final int length) throws IOException {
        out.writeByte(0x75);
        description(type);
        nextHandle++;
        out.writeInt(length);
    }

    void integers(final int... numbers) throws IOException {
        for (final int number : numbers) {
            out.writeInt(number);
        }
    }

    /** An array of numbers, or nothing. */
    void numbers(final double[] numbersOrNull) throws IOException {
        if (numbersOrNull == null) {
            nothing();
            return;
        }
        array(WekaClasses.DOUBLES, numbersOrNull.length);
        for (final double number : numbersOrNull) {
            out.writeDouble(number);
        }
    }

    void nothing() throws IOException {
        out.writeByte(0x70);
    }

    void reference(final int handle) throws IOException {
        out.writeByte(0x71);
        out.writeInt(handle);
    }

    void text(final String text) throws IOException {
        final Integer known = texts.get(text);
        if (known != null) {
            reference(known);
            return;
        }
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_SHORT && bytes.length == text.length()) {
            out.writeByte(0x7C);
            out.writeLong(bytes.length);
            out.write(bytes);
        } else {
            out.writeByte(0x74);
            out.writeUTF(text);
        }
        texts.put(text, nextHandle++);
    }

    /** What a class writes beside its fields: two numbers here, objects behind them, and {@link #end}. */
    void block(final int... numbers) throws IOException {
        out.writeByte(0x77);
        out.writeByte(Integer.BYTES * numbers.length);
        for (final int number : numbers) {
            out.writeInt(number);
        }
    }

    void end() throws IOException {
        out.writeByte(0x78);
    }

    private void description(final JavaStreamClass type) throws IOException {
        if (type == null) {
            nothing();
            return;
        }
        final Integer known = classes.get(type.name());
        if (known != null) {
            reference(known);
            return;
        }
        out.writeByte(0x72);
        out.writeUTF(type.name());
        out.writeLong(type.version());
        classes.put(type.name(), nextHandle++);
        out.writeByte(type.flags());
        out.writeShort(type.fields().size());
        for (final JavaStreamClass.Field field : type.fields()) {
            out.writeByte(field.type());
            out.writeUTF(field.name());
            if (field.isReference()) {
                text(field.className());
            }
        }
        end();
        description(type.superClass());
    }
}
