package operando.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import operando.cell.InputException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One value of a YAML file with the line it stands on, so that whatever is wrong with it can be named. */
public final class YamlValue {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private static final int LONGEST_QUOTED = 60;

    private final String file;
    private final String key;
    private final Node node;

    public YamlValue(final String file, final String key, final Node node) {
        this.file = file;
        this.key = key;
        this.node = node;
    }

    /** The exception for something wrong with this value. */
    public InputException wrong(final String what, final String mend) {
        return new InputException(where(), what, mend);
    }

    /** Makes something of this value; a complaint of the maker gets this value's line. */
    public <T> T as(final Supplier<T> maker) {
        try {
            return maker.get();
        } catch (final InputException e) {
            throw e.within(where());
        }
    }

    public String where() {
        return file + " line " + line() + (key.isEmpty() ? "" : ", " + key);
    }

    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether this is the plain word {@code word}. */
    public boolean is(final String word) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(word);
    }

    public String text() {
        final String text = scalar("a text");
        if (text.isBlank()) {
            throw wrong("the value is empty", "give a value or leave the key out");
        }
        return text;
    }

    public double number() {
        final String text = scalar("a number");
        if (!NUMBER.matcher(text).matches() || Double.isInfinite(Double.parseDouble(text))) {
            throw wrong(quoted(text) + " is not a number",
                "give a plain number with a decimal point; its unit is the one in the key's name");
        }
        return Double.parseDouble(text);
    }

    public double positive() {
        final double number = number();
        if (!(number > 0)) {
            throw wrong(scalar("a number") + " is not above zero", "give a positive number");
        }
        return number;
    }

    public int count() {
        final double number = number();
        if (number != Math.rint(number) || number < 1 || number > 1_000_000) {
            throw wrong(scalar("a whole number") + " is not a whole number of 1 or more", "give a whole number");
        }
        return (int) number;
    }

    public boolean flag() {
        return switch (scalar("true or false").toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw wrong(quoted(text()) + " is neither true nor false", "write true or false");
        };
    }

    /** The one of {@code words} that stands here. */
    public String oneOf(final String... words) {
        final String text = text();
        for (final String word : words) {
            if (word.equalsIgnoreCase(text)) {
                return word;
            }
        }
        throw wrong(quoted(text) + " is not known", "use " + String.join(" or ", words));
    }

    public List<YamlValue> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong(kind() + " stands where a list is needed", "write a list, one item a line after a dash");
        }
        final List<YamlValue> items = new ArrayList<>();
        for (final Node item : sequence.getValue()) {
            items.add(new YamlValue(file, key, item));
        }
        return items;
    }

    /**
     * The entries of this map.
     *
     * @param keys the keys that are known here; any other is refused
     */
    public YamlMap map(final String... keys) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(kind() + " stands where keys and values are needed",
                "give " + String.join(", ", keys) + " with their values");
        }
        final Map<String, YamlValue> entries = new LinkedHashMap<>();
        for (final NodeTuple entry : mapping.getValue()) {
            final YamlValue name = new YamlValue(file, key, entry.getKeyNode());
            final String known = KnownKeys.check(name, List.of(keys));
            if (entries.put(known, new YamlValue(file, known, entry.getValueNode())) != null) {
                throw name.wrong("the key " + known + " is given twice", "keep one of them");
            }
        }
        return new YamlMap(this, entries);
    }

    private String scalar(final String wanted) {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong(kind() + " stands where " + wanted + " is needed", "give " + wanted);
        }
        if (!scalar.getTag().startsWith(Tag.PREFIX)) {
            throw wrong("the tag " + scalar.getTag() + " is not used in this file", "leave the tag out");
        }
        return scalar.getValue();
    }

    // A wrong file given as YAML is often one long text.
    private static String quoted(final String text) {
        return '"' + (text.length() <= LONGEST_QUOTED ? text : text.substring(0, LONGEST_QUOTED) + "…") + '"';
    }

    private String kind() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isEmpty() ? "nothing" : quoted(scalar.getValue());
        }
        return node instanceof SequenceNode ? "a list" : "a map";
    }
}
