package operando.segment.learn.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class JavaStreamHeaderTest {

    private static JavaStreamObject object(final String name, final Object... namesAndValues) {
        final JavaStreamClass.Field[] fields = new JavaStreamClass.Field[namesAndValues.length / 2];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = new JavaStreamClass.Field(namesAndValues[2 * i + 1] instanceof Integer ? 'I' : 'L', (String) namesAndValues[2 * i], "");
        }
        final JavaStreamObject object = new JavaStreamObject(new JavaStreamClass(name, 1, JavaStreamClass.SERIALIZABLE, List.of(fields), null));
        for (int i = 0; i < fields.length; i++) {
            object.set(i, namesAndValues[2 * i + 1]);
        }
        return object;
    }

    /** As Weka 3.6 keeps a list: an array with room to grow. */
    private static JavaStreamObject fastVector(final Object... elements) {
        final Object[] roomy = java.util.Arrays.copyOf(elements, elements.length + 3);
        return object("weka.core.FastVector", "m_Objects", roomy, "m_Size", elements.length);
    }

    private static JavaStreamObject oldHeader(final int classIndex, final Object... attributes) {
        return object("weka.core.Instances", "m_ClassIndex", classIndex, "m_RelationName", "segment", "m_Attributes",
            fastVector(attributes));
    }

    private static JavaStreamObject attribute(final String name, final int type, final JavaStreamObject values) {
        return object("weka.core.Attribute", "m_Name", name, "m_Type", type, "m_Values", values);
    }

    @Test
    void headerOfAnOldWekaKeepsTheClassesInTheAttribute() {
        final ModelHeader header = JavaStreamHeader.read(oldHeader(2, attribute("Mean", 0, null), attribute("Sobel", 0, null),
            attribute("class", 1, fastVector("yes", "no"))));
        assertEquals(new ModelHeader("segment", List.of("Mean", "Sobel"), List.of("yes", "no")), header);
    }

    @Test
    void headerThatTrainsNoClassifierIsRefused() {
        final JavaStreamObject mean = attribute("Mean", 0, null);
        final JavaStreamObject classes = attribute("class", 1, fastVector("yes", "no"));
        assertRefused("class attribute that is not the last one", oldHeader(0, classes, mean));
        assertRefused("features that are not numbers", oldHeader(2, mean, attribute("text", 2, null), classes));
        assertRefused("or a class that is one", oldHeader(1, mean, mean));
        assertRefused("name is no text", oldHeader(1, mean, attribute("class", 1, fastVector("yes", 1))));
        assertRefused("holds no names", "no object");
        assertRefused("list of features that is none", object("weka.core.Instances", "m_ClassIndex", 1, "m_Attributes",
            object("weka.core.FastVector", "m_Objects", "no list", "m_Size", 1)));
    }

    private static void assertRefused(final String because, final Object header) {
        final JavaStreamException e = assertThrows(JavaStreamException.class, () -> JavaStreamHeader.read(header));
        assertTrue(e.getMessage().contains(because), e.getMessage());
    }
}
