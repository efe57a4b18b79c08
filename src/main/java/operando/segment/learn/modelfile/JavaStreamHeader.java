package operando.segment.learn.modelfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import weka.core.Instances;

/** Finds the names of features and classes in the plain data of the training header that Weka saves behind a classifier. */
final class JavaStreamHeader {

    private JavaStreamHeader() {
    }

    /** The header of the training data: weka.core.Instances, of any version. */
    static ModelHeader read(final Object instances) {
        if (!(instances instanceof JavaStreamObject data) || !data.type().name().equals("weka.core.Instances")) {
            throw new JavaStreamException("holds no names of features and classes behind the classifier");
        }
        final List<Object> attributes = list(data.get("m_Attributes", JavaStreamObject.class));
        if (data.integer("m_ClassIndex") != attributes.size() - 1 || attributes.size() < 2) {
            throw new JavaStreamException("has a class attribute that is not the last one");
        }
        final List<String> features = new ArrayList<>();
        for (final Object attribute : attributes.subList(0, attributes.size() - 1)) {
            features.add(name(attribute, 0));
        }
        return new ModelHeader(data.get("m_RelationName", String.class), features,
            classes(attributes.get(attributes.size() - 1)));
    }

    private static List<String> classes(final Object attribute) {
        name(attribute, 1);
        final JavaStreamObject classes = (JavaStreamObject) attribute;
        final JavaStreamObject info = classes.getOrNull("m_AttributeInfo", JavaStreamObject.class);
        final List<String> labels = new ArrayList<>();
        for (final Object label : list((info == null ? classes : info).get("m_Values", JavaStreamObject.class))) {
            if (!(label instanceof String)) {
                throw new JavaStreamException("holds a class whose name is no text");
            }
            labels.add((String) label);
        }
        return labels;
    }

    private static String name(final Object attribute, final int type) {
        if (!(attribute instanceof JavaStreamObject a) || a.integer("m_Type") != type) {
            throw new JavaStreamException("has features that are not numbers, or a class that is one");
        }
        return a.get("m_Name", String.class);
    }

    // ArrayList writes its elements beside its fields; the FastVector of old versions keeps one, or an array.
    private static List<Object> list(final JavaStreamObject list) {
        if (list.has("m_Objects")) {
            final Object objects = list.get("m_Objects", Object.class);
            if (objects instanceof Object[] array) {
                return Arrays.asList(array).subList(0, Math.max(0, Math.min(list.integer("m_Size"), array.length)));
            }
            if (objects instanceof JavaStreamObject inner && !inner.has("m_Objects")) {
                return list(inner);
            }
            throw new JavaStreamException("holds a list of features that is none");
        }
        return list.extras().stream().filter(extra -> !(extra instanceof byte[])).toList();
    }

    /** The same from Weka's own object. */
    static ModelHeader of(final Instances data) {
        final List<String> names = new ArrayList<>();
        for (int a = 0; a < data.numAttributes() - 1; a++) {
            names.add(data.attribute(a).name());
        }
        final List<String> classes = Collections.list(data.attribute(data.numAttributes() - 1).enumerateValues()).stream()
            .map(Object::toString).toList();
        return new ModelHeader(data.relationName(), names, classes);
    }
}
