package operando.text;

import java.util.Map;
import java.util.Optional;

import operando.cell.InputException;

/** The entries of one map of a YAML file, all with known keys. */
public final class YamlMap {

    private final YamlValue whole;
    private final Map<String, YamlValue> entries;

    public YamlMap(final YamlValue whole, final Map<String, YamlValue> entries) {
        this.whole = whole;
        this.entries = entries;
    }

    public boolean has(final String key) {
        return entries.containsKey(key);
    }

    public Optional<YamlValue> get(final String key) {
        return Optional.ofNullable(entries.get(key));
    }

    public YamlValue need(final String key) {
        return get(key).orElseThrow(() -> wrong("the key " + key + " is missing", "add " + key + " with its value"));
    }

    public double number(final String key, final double otherwise) {
        return get(key).map(YamlValue::number).orElse(otherwise);
    }

    public double positive(final String key, final double otherwise) {
        return get(key).map(YamlValue::positive).orElse(otherwise);
    }

    public int count(final String key, final int otherwise) {
        return get(key).map(YamlValue::count).orElse(otherwise);
    }

    public boolean flag(final String key, final boolean otherwise) {
        return get(key).map(YamlValue::flag).orElse(otherwise);
    }

    public InputException wrong(final String what, final String mend) {
        return whole.wrong(what, mend);
    }
}
