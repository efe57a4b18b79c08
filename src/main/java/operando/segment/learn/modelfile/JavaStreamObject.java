package operando.segment.learn.modelfile;

import java.util.ArrayList;
import java.util.List;

/**
 * An object of a serialisation stream as plain data: field values by name and what its class wrote beside them.
 * Values are boxed primitives, {@link String}, primitive arrays, {@code Object[]}, other {@code JavaStreamObject}s or null.
 */
public final class JavaStreamObject {

    private final JavaStreamClass type;
    private final Object[] values;
    private List<Object> extras = List.of();

    JavaStreamObject(final JavaStreamClass type) {
        this.type = type;
        this.values = new Object[type.fieldCountWithSuperClasses()];
    }

    JavaStreamClass type() {
        return type;
    }

    /** Objects and blocks of bytes that the class wrote beside its fields, in stream order. */
    List<Object> extras() {
        return extras;
    }

    void addExtra(final Object extra) {
        if (extras.isEmpty()) {
            extras = new ArrayList<>();
        }
        extras.add(extra);
    }

    void set(final int index, final Object value) {
        values[index] = value;
    }

    boolean has(final String field) {
        return indexOf(field) >= 0;
    }

    /** @throws JavaStreamException if there is no such field or its value is of another kind */
    <T> T get(final String field, final Class<T> kind) {
        final T value = getOrNull(field, kind);
        if (value == null) {
            throw new JavaStreamException("holds a " + type.name() + " without its " + field);
        }
        return value;
    }

    /** As {@link #get}, with null for a field that is null or absent. */
    <T> T getOrNull(final String field, final Class<T> kind) {
        final int index = indexOf(field);
        final Object value = index < 0 ? null : values[index];
        if (value != null && !kind.isInstance(value)) {
            throw new JavaStreamException("holds a " + type.name() + " whose " + field + " is not as Weka writes it");
        }
        return kind.cast(value);
    }

    int integer(final String field) {
        return get(field, Integer.class);
    }

    double number(final String field) {
        return get(field, Double.class);
    }

    // Values are stored class by class from the eldest; a field of a younger class hides one of the same name.
    private int indexOf(final String field) {
        int end = values.length;
        for (JavaStreamClass c = type; c != null; c = c.superClass()) {
            final int start = end - c.fields().size();
            for (int i = 0; i < c.fields().size(); i++) {
                if (c.fields().get(i).name().equals(field)) {
                    return start + i;
                }
            }
            end = start;
        }
        return -1;
    }
}
