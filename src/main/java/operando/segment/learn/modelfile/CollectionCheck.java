package operando.segment.learn.modelfile;

import java.util.List;
import java.util.Set;

/**
 * Refuses collections that take longer to make than to read. Java hashes the keys of a set or map while it reads it: sets
 * within sets, each twice in the next, take twice the time with each level, and so would never be read; the entries of a
 * table with keys of one hash take the square of their number.
 */
final class CollectionCheck {

    private static final Set<String> HASHED = Set.of("java.util.HashSet", "java.util.HashMap", "java.util.Hashtable");

    private static final int MOST_HASHED = 20_000;

    private CollectionCheck() {
    }

    /** @throws JavaStreamException if the object is a set or map with collections or arrays as keys, or with too many keys */
    static void check(final JavaStreamObject object) {
        if (HASHED.stream().noneMatch(name -> isA(object.type(), name))) {
            return;
        }
        final List<Object> content = object.extras().stream().filter(extra -> !(extra instanceof byte[])).toList();
        if (content.size() > MOST_HASHED) {
            throw new JavaStreamException("holds a table of " + content.size() + " entries, more than any model needs");
        }
        // The values of a map stand between its keys.
        final int step = isA(object.type(), "java.util.HashSet") ? 1 : 2;
        for (int i = 0; i < content.size(); i += step) {
            final Object entry = content.get(i);
            if (entry instanceof JavaStreamObject inner && inner.type().name().startsWith("java.util.") || entry != null && entry.getClass().isArray()) {
                throw new JavaStreamException("holds a table with collections as keys, which no model needs");
            }
        }
    }

    private static boolean isA(final JavaStreamClass type, final String name) {
        for (JavaStreamClass c = type; c != null; c = c.superClass()) {
            if (c.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
