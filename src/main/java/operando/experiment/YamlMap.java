package operando.experiment;

import java.util.Map;
import java.util.Optional;

import operando.cell.InputException;

/** The entries of one map of a YAML file, all with known keys. */
final class YamlMap {

    private final YamlValue whole;
    private final Map<String, YamlValue> entries;

    YamlMap(final YamlValue whole, final Map<String, YamlValue> entries) {
        this.whole = whole;
        this.entries = entries;
    }

    boolean has(final String key) {
        return entries.containsKey(key);
    }

    Optional<YamlValue> get(final String key) {
        return Optional.ofNullable(entries.get(key));
    }

    YamlValue need(final String key) {
        return get(key).orElseThrow(() -> wrong("the key " + key + " is missing", "add " + key + " with its value"));
    }

    double number(final String key, final double otherwise) {
        return get(key).map(YamlValue::number).orElse(otherwise);
    }

    double positive(final String key, final double otherwise) {
        return get(key).map(YamlValue::positive).orElse(otherwise);
    }

    int count(final String key, final int otherwise) {
        return get(key).map(YamlValue::count).orElse(otherwise);
    }

    boolean flag(final String key, final boolean otherwise) {
        return get(key).map(YamlValue::flag).orElse(otherwise);
    }

    InputException wrong(final String what, final String mend) {
        return whole.wrong(what, mend);
    }
}
