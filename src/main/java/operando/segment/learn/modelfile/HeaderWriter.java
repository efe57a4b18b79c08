package operando.segment.learn.modelfile;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the header of training data, Weka's Instances without rows; a second time with the same attributes. */
final class HeaderWriter {

    private static final double LOAD_FACTOR_INVERSE = 4.0 / 3;

    private final JavaStreamWriter out;
    private final ModelHeader header;
    private int attributesHandle;

    HeaderWriter(final JavaStreamWriter out, final ModelHeader header) {
        this.out = out;
        this.header = header;
    }

    /** Returns the number to reference it by. */
    int write() throws IOException {
        final int handle = out.object(WekaClasses.INSTANCES);
        out.integers(header.features().size(), 0);
        if (attributesHandle == 0) {
            writeAttributes();
        } else {
            out.reference(attributesHandle);
        }
        beginList(0);
        out.end();
        writePairs(WekaClasses.MAP, names());
        out.text(header.relation());
        return handle;
    }

    private void writeAttributes() throws IOException {
        attributesHandle = beginList(header.features().size() + 1);
        for (int f = 0; f < header.features().size(); f++) {
            writeAttributeBegin(f, 0);
            out.nothing();
            out.nothing();
            out.text(header.features().get(f));
        }
        writeAttributeBegin(header.features().size(), 1);
        out.object(WekaClasses.NOMINAL);
        writePairs(WekaClasses.TABLE, places(header.classes()));
        beginList(header.classes().size());
        for (final String name : header.classes()) {
            out.text(name);
        }
        out.end();
        out.nothing();
        out.text("class");
        out.end();
    }

    private void writeAttributeBegin(final int index, final int type) throws IOException {
        out.object(WekaClasses.ATTRIBUTE);
        out.integers(index, type);
        out.values().writeDouble(1);
    }

    private Map<String, Integer> names() {
        final Map<String, Integer> names = places(header.features());
        names.put("class", header.features().size());
        return names;
    }

    private static Map<String, Integer> places(final List<String> names) {
        return IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, place -> place));
    }

    private int beginList(final int size) throws IOException {
        final int handle = out.object(WekaClasses.LIST);
        out.values().writeInt(size);
        out.block(size);
        return handle;
    }

    private void writePairs(final JavaStreamClass type, final Map<String, Integer> pairs) throws IOException {
        out.object(type);
        final int buckets = Integer.highestOneBit(Math.max(16, (int) (LOAD_FACTOR_INVERSE * pairs.size()))) << 1;
        out.values().writeFloat(0.75f);
        out.values().writeInt((int) (buckets / LOAD_FACTOR_INVERSE));
        out.block(buckets, pairs.size());
        for (final Map.Entry<String, Integer> pair : pairs.entrySet()) {
            out.text(pair.getKey());
            out.object(WekaClasses.INTEGER);
            out.values().writeInt(pair.getValue());
        }
        out.end();
    }
}
