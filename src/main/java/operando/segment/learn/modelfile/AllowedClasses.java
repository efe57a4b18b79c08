package operando.segment.learn.modelfile;

import java.io.ObjectInputFilter;
import java.util.List;
import java.util.Set;

/**
 * The classes that a model file may hold. Those of a forest are only looked at as data; those of other classifiers of Weka
 * are instantiated, so that the list is of packages whose classes do nothing but compute.
 */
final class AllowedClasses {

    private static final int MOST_DEPTH = 10_000;

    /** Java makes the table of a map up to eight times as long as its entries. */
    private static final int LARGEST_TABLE = 16;

    private static final Set<String> JAVA = Set.of("java.util.ArrayList", "java.util.AbstractList", "java.util.Hashtable",
        "java.util.HashMap", "java.util.LinkedHashMap", "java.util.HashSet", "java.util.LinkedList", "java.util.Vector",
        "java.util.BitSet", "java.util.Random", "java.util.Dictionary", "java.util.Date", "java.lang.Number",
        "java.lang.Integer", "java.lang.Long", "java.lang.Float", "java.lang.Double", "java.lang.Boolean", "java.lang.String",
        "java.lang.StringBuffer", "java.lang.StringBuilder", "java.lang.Enum", "java.lang.Object");

    private static final List<String> WEKA_FAMILIES = List.of("weka.classifiers.bayes.", "weka.classifiers.functions.",
        "weka.classifiers.lazy.", "weka.classifiers.meta.", "weka.classifiers.rules.", "weka.classifiers.trees.",
        "weka.classifiers.evaluation.", "weka.core.matrix.", "weka.core.neighboursearch.", "weka.estimators.",
        "weka.filters.supervised.", "weka.filters.unsupervised.");

    private static final Set<String> WEKA_PACKAGES = Set.of("weka.classifiers", "weka.core", "weka.filters");

    private AllowedClasses() {
    }

    /** Whether a file may describe this class at all. */
    static boolean asData(final String name) {
        return name.length() == 1 || name.startsWith("weka.") || name.startsWith("hr.irb.fastRandomForest.") || JAVA.contains(name);
    }

    /** Whether an object of this class may be made. */
    static boolean asObject(final String name) {
        return name.length() == 1 || JAVA.contains(name) || WEKA_FAMILIES.stream().anyMatch(name::startsWith)
            || name.contains(".") && WEKA_PACKAGES.contains(name.substring(0, name.lastIndexOf('.')));
    }

    /**
     * The same for Java's deserialisation of a stream that was looked at as data before.
     *
     * @param entries objects and elements of arrays that the stream holds; arrays and tables that claim to be larger than
     *                that, each or together, are refused before they are made
     */
    static ObjectInputFilter filter(final long entries) {
        final long[] elements = {0};
        return info -> {
            elements[0] += Math.max(0, info.arrayLength());
            if (info.depth() > MOST_DEPTH || info.references() > 2 * entries || elements[0] > LARGEST_TABLE * (entries + 1)) {
                return ObjectInputFilter.Status.REJECTED;
            }
            Class<?> type = info.serialClass();
            while (type != null && type.isArray()) {
                type = type.getComponentType();
            }
            return type == null || type.isPrimitive() || asObject(type.getName())
                || type.getName().equals("java.util.Map$Entry") ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
        };
    }
}
