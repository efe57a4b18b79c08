package operando.text;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Refuses keys that are not known, and says which one was probably meant. */
final class KnownKeys {

    private static final Pattern UNIT = Pattern.compile(
        "_(nm|um|µm|mm|cm|m|px|voxels|s|sec|min|h|hours|d|A|mA|uA|cm2|mm2|m2|V|mV|K|C|degC|mS|S|mS_cm|S_cm|S_m|mA_cm2|A_m2|uA_cm2|eV|meV)+$");

    private static final int LONGEST = 100;

    private KnownKeys() {
    }

    /** The key that stands at {@code name}, if it is one of {@code keys}. */
    static String check(final YamlValue name, final List<String> keys) {
        final String given = name.text();
        if (keys.contains(given)) {
            return given;
        }
        if (given.length() > LONGEST) {
            throw name.wrong("a key of " + given.length() + " letters is not known", "use one of " + String.join(", ", keys));
        }
        for (final String key : keys) {
            if (stem(key).equalsIgnoreCase(stem(given)) && !key.equalsIgnoreCase(given)) {
                throw name.wrong("the key " + given + (stem(given).equals(given) ? " lacks its unit"
                    : " has a unit that is not used here"), "give the value in the unit of " + key + " and name it so");
            }
        }
        final String nearest = keys.stream().min(Comparator.comparingInt(key -> distance(key, given))).orElse("");
        final boolean near = distance(nearest, given) <= Math.max(2, given.length() / 3);
        throw name.wrong("the key " + given + " is not known",
            near ? "write " + nearest : "use one of " + String.join(", ", keys));
    }

    private static String stem(final String key) {
        String stem = key;
        String shorter = UNIT.matcher(stem).replaceFirst("");
        while (!shorter.equals(stem)) {
            stem = shorter;
            shorter = UNIT.matcher(stem).replaceFirst("");
        }
        return stem;
    }

    /** Levenshtein distance: how many letters must be added, dropped or changed. */
    static int distance(final String a, final String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            final int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                final int changed = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(changed, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
