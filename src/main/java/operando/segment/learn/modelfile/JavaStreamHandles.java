package operando.segment.learn.modelfile;

import java.util.ArrayList;
import java.util.List;

/** The things of a serialisation stream that later parts of it refer to by number, and a bound on how many there are. */
final class JavaStreamHandles {

    private static final int FIRST = 0x7E0000;

    private final List<Object> things = new ArrayList<>();
    private final long mostEntries;
    private long entries;

    JavaStreamHandles(final long mostEntries) {
        this.mostEntries = mostEntries;
    }

    long entries() {
        return entries;
    }

    int size() {
        return things.size();
    }

    /** Gives the thing the next number and returns it. */
    <T> T add(final T thing) {
        spend(thing instanceof String text ? 1 + text.length() / 8 : 1);
        things.add(thing);
        return thing;
    }

    void set(final int index, final Object thing) {
        things.set(index, thing);
    }

    /** @throws JavaStreamException if nothing of this number came before */
    Object get(final int number) {
        final long index = (long) number - FIRST;
        if (index < 0 || index >= things.size()) {
            throw new JavaStreamException("is broken: it refers to something that it does not hold");
        }
        return things.get((int) index);
    }

    /** @throws JavaStreamException if the stream holds more than it may */
    void spend(final long more) {
        entries += more;
        if (entries > mostEntries) {
            throw new JavaStreamException("holds more than " + mostEntries + " entries, more than the memory has room for");
        }
    }
}
