package operando.segment.learn.modelfile;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads a stream of the Java Object Serialization Stream Protocol (version 2, Java Object Serialization
 * Specification, chapter 6) as plain data. No object of the stream is instantiated, no class of it loaded and none of
 * its methods called, so a crafted file can do no more than be refused. Nesting costs no stack; an array takes memory
 * only as its elements arrive.
 */
public final class JavaStreamReader {

    private static final int MAGIC = 0xACED0005;
    static final int NULL = 0x70;
    static final int REFERENCE = 0x71;
    private static final int OBJECT = 0x73;
    static final int STRING = 0x74;
    private static final int ARRAY = 0x75;
    private static final int BLOCK_DATA = 0x77;
    static final int END_BLOCK_DATA = 0x78;
    private static final int LONG_BLOCK_DATA = 0x7A;
    private static final int LONG_STRING = 0x7C;
    private static final int ENUM = 0x7E;

    private static final int LONGEST_TEXT = 1 << 24;

    private static final Object END = new Object();
    private static final Object LATER = new Object();

    private final DataInputStream in;
    private final JavaStreamHandles handles;
    private final JavaStreamClassReader classes;
    private final Deque<Frame> open = new ArrayDeque<>();

    /**
     * @param isAllowed   tells whether a class of this name may occur; {@code [} and the element's code are left off
     *                    for arrays
     * @param mostEntries objects, classes, texts, arrays and their elements at most
     * @throws JavaStreamException if it does not begin as a serialisation stream
     */
    public JavaStreamReader(final InputStream stream, final Predicate<String> isAllowed, final long mostEntries) throws IOException {
        this.in = new DataInputStream(stream);
        this.handles = new JavaStreamHandles(mostEntries);
        this.classes = new JavaStreamClassReader(in, handles, isAllowed);
        try {
            if (in.readInt() != MAGIC) {
                throw new JavaStreamException("does not begin as a file saved by Weka");
            }
        } catch (final EOFException e) {
            throw new JavaStreamException("is shorter than any model");
        }
    }

    /** Whether a text begins with this byte. */
    static boolean isText(final int first) {
        return first == STRING || first == LONG_STRING;
    }

    /** Objects, classes, texts, arrays and their elements so far. */
    long entries() {
        return handles.entries();
    }

    /** Reads the next top-level object. @throws JavaStreamException if the stream is broken or cut short */
    public Object readObject() throws IOException {
        try {
            Object value = begin(in.readUnsignedByte());
            while (!open.isEmpty()) {
                final Frame frame = open.peek();
                if (value != LATER) {
                    frame.take(value);
                }
                value = frame.proceed();
                if (value == END) {
                    open.pop();
                    value = frame.result();
                }
            }
            return value;
        } catch (final EOFException e) {
            throw new JavaStreamException("ends in the middle: it was cut short");
        } catch (final UTFDataFormatException e) {
            throw new JavaStreamException("holds text that is none");
        }
    }

    /** A value with parts still to come: the parts are read and handed over one by one. */
    private abstract static class Frame {
        /** Takes the part that the last {@link #proceed} asked for. */
        abstract void take(Object part);

        /** Reads on to the next part that is a reference: its value, LATER if a frame was opened for it, or END. */
        abstract Object proceed() throws IOException;

        abstract Object result();
    }

    private final class ObjectFrame extends Frame {
        private final JavaStreamObject object;
        private final List<JavaStreamClass> line = new ArrayList<>();
        private int classIndex;
        private int field;
        private int slot;

        ObjectFrame(final JavaStreamObject object) {
            this.object = object;
            for (JavaStreamClass c = object.type(); c != null; c = c.superClass()) {
                line.add(0, c);
            }
        }

        @Override
        void take(final Object part) {
            if (field <= line.get(classIndex).fields().size()) {
                object.set(slot++, part);
            } else {
                handles.spend(1);
                object.addExtra(part);
            }
        }

        // "field" counts those begun: while it is at most their number the part that arrives belongs to a field.
        @Override
        Object proceed() throws IOException {
            for (; classIndex < line.size(); classIndex++, field = 0) {
                final JavaStreamClass current = line.get(classIndex);
                while (field < current.fields().size()) {
                    final JavaStreamClass.Field next = current.fields().get(field++);
                    if (next.isReference()) {
                        return begin(in.readUnsignedByte());
                    }
                    object.set(slot++, readPrimitive(next.type()));
                }
                if ((current.flags() & JavaStreamClass.WRITE_METHOD) != 0) {
                    field = current.fields().size() + 1;
                    final int code = in.readUnsignedByte();
                    if (code != END_BLOCK_DATA) {
                        return code == BLOCK_DATA || code == LONG_BLOCK_DATA ? readBlock(code) : begin(code);
                    }
                }
            }
            return END;
        }

        @Override
        Object result() {
            CollectionCheck.check(object);
            return object;
        }
    }

    private final class ArrayFrame extends Frame {
        private final int handle;
        private final int length;
        private final List<Object> elements = new ArrayList<>();

        ArrayFrame(final int handle, final int length) {
            this.handle = handle;
            this.length = length;
        }

        @Override
        void take(final Object part) {
            handles.spend(1);
            elements.add(part);
        }

        @Override
        Object proceed() throws IOException {
            return elements.size() == length ? END : begin(in.readUnsignedByte());
        }

        @Override
        Object result() {
            final Object[] array = elements.toArray();
            handles.set(handle, array);
            return array;
        }
    }

    /** Reads a value that is short, or opens a frame for it and returns LATER. */
    private Object begin(final int code) throws IOException {
        return switch (code) {
            case NULL -> null;
            case REFERENCE -> referred();
            case OBJECT -> beginObject();
            case ARRAY -> beginArray();
            case STRING -> handles.add(in.readUTF());
            case LONG_STRING -> handles.add(readLongText());
            case ENUM -> readEnum();
            default -> throw new JavaStreamException("is broken, or holds a kind of entry (0x"
                + Integer.toHexString(code) + ") that no model needs");
        };
    }

    private Object referred() throws IOException {
        final Object value = handles.get(in.readInt());
        if (value == LATER) {
            throw new JavaStreamException("holds an array that contains itself, which no model needs");
        }
        if (value instanceof JavaStreamClass) {
            throw new JavaStreamException("holds a class where an object is due, which no model needs");
        }
        return value;
    }

    private Object beginObject() throws IOException {
        final JavaStreamClass type = classes.read();
        if (type.name().startsWith("[") || (type.flags() & JavaStreamClass.SERIALIZABLE) == 0) {
            throw new JavaStreamException("is broken, or holds an object that writes itself in its own way");
        }
        final JavaStreamObject object = new JavaStreamObject(type);
        handles.add(object);
        open.push(new ObjectFrame(object));
        return LATER;
    }

    private Object beginArray() throws IOException {
        final JavaStreamClass type = classes.read();
        if (type.name().length() < 2 || type.name().charAt(0) != '[') {
            throw new JavaStreamException("is broken: it holds an array of no kind");
        }
        final int handle = handles.size();
        handles.add(LATER);
        final int length = in.readInt();
        if (length < 0) {
            throw new JavaStreamException("is broken: it holds an array of " + length + " elements");
        }
        if (type.name().charAt(1) == 'L' || type.name().charAt(1) == '[') {
            open.push(new ArrayFrame(handle, length));
            return LATER;
        }
        final Object array = readPrimitives(type.name().charAt(1), length);
        handles.set(handle, array);
        return array;
    }

    private Object readPrimitives(final char type, final int length) throws IOException {
        if (type == 'D') {
            double[] numbers = new double[Math.min(length, 1024)];
            for (int i = 0; i < length; i++) {
                if (i == numbers.length) {
                    numbers = java.util.Arrays.copyOf(numbers, (int) Math.min(length, 2L * i));
                }
                handles.spend(1);
                numbers[i] = in.readDouble();
            }
            return numbers;
        }
        final List<Object> boxed = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            handles.spend(1);
            boxed.add(readPrimitive(type));
        }
        return boxed.toArray();
    }

    private Object readPrimitive(final char type) throws IOException {
        return switch (type) {
            case 'B' -> in.readByte();
            case 'C' -> in.readChar();
            case 'D' -> in.readDouble();
            case 'F' -> in.readFloat();
            case 'I' -> in.readInt();
            case 'J' -> in.readLong();
            case 'S' -> in.readShort();
            case 'Z' -> in.readBoolean();
            default -> throw new JavaStreamException("is broken: it holds a value of the unknown kind " + (int) type);
        };
    }

    private Object readEnum() throws IOException {
        classes.read();
        final int handle = handles.size();
        handles.add(LATER);
        final Object name = begin(in.readUnsignedByte());
        if (!(name instanceof String)) {
            throw new JavaStreamException("is broken: it holds a choice without a name");
        }
        handles.set(handle, name);
        return name;
    }

    private byte[] readBlock(final int code) throws IOException {
        final int length = code == BLOCK_DATA ? in.readUnsignedByte() : in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new JavaStreamException("holds a block of " + length + " bytes, more than any model needs");
        }
        final byte[] block = in.readNBytes(length);
        if (block.length < length) {
            throw new EOFException();
        }
        handles.spend(length / 8);
        return block;
    }

    private String readLongText() throws IOException {
        final long length = in.readLong();
        throw new JavaStreamException("holds a text of " + length + " bytes, more than any model needs");
    }
}
