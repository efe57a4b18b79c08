package operando.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import operando.cell.InputException;

/**
 * The options of one macro call, {@code run("Command", "size=64 title=[my stack] save")}: keys are case-insensitive and may have underscores,
 * values with blanks stand in square brackets or single quotes, a key alone means true.
 */
public final class MacroOptions {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** @throws InputException if a bracket or quote is not closed */
    public static MacroOptions parse(final String options) {
        final MacroOptions parsed = new MacroOptions();
        int at = 0;
        while (true) {
            while (at < options.length() && Character.isWhitespace(options.charAt(at))) {
                at++;
            }
            if (at == options.length()) {
                return parsed;
            }
            final int keyStart = at;
            while (at < options.length() && options.charAt(at) != '=' && !Character.isWhitespace(options.charAt(at))) {
                at++;
            }
            final String key = oneName(options.substring(keyStart, at));
            if (at == options.length() || options.charAt(at) != '=') {
                parsed.values.put(key, "true");
                continue;
            }
            final int valueStart = at + 1;
            at = valueEnd(options, valueStart);
            parsed.values.put(key, unquoted(options.substring(valueStart, at)));
        }
    }

    /** The value of the key, if it was given. */
    public Optional<String> value(final String key) {
        return Optional.ofNullable(values.get(oneName(key)));
    }

    /** @throws InputException if a key was given that is none of {@code known} (in lower case) */
    public void requireOnly(final String command, final Set<String> known) {
        for (final String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new InputException(command, "there is no option '" + key + "'",
                    "use " + String.join(", ", known));
            }
        }
    }

    /** A key as {@code stackAxis}, {@code stack_axis}, {@code stack-axis} and {@code axis}, its names here, in files and on the command line. */
    private static String oneName(final String key) {
        final String plain = key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return plain.equals("axis") ? "stackaxis" : plain;
    }

    private static int valueEnd(final String options, final int start) {
        if (start < options.length() && options.charAt(start) == '[') {
            int depth = 0;
            for (int i = start; i < options.length(); i++) {
                depth += options.charAt(i) == '[' ? 1 : options.charAt(i) == ']' ? -1 : 0;
                if (depth == 0) {
                    return i + 1;
                }
            }
            throw unclosed(options, start);
        }
        if (start < options.length() && options.charAt(start) == '\'') {
            final int end = options.indexOf('\'', start + 1);
            if (end < 0) {
                throw unclosed(options, start);
            }
            return end + 1;
        }
        int end = start;
        while (end < options.length() && !Character.isWhitespace(options.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String unquoted(final String value) {
        final boolean quoted = value.startsWith("[") || value.length() > 1 && value.startsWith("'");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static InputException unclosed(final String options, final int start) {
        return new InputException("macro options", "'" + options.substring(start) + "' is not closed",
            "write key=[value with blanks]");
    }
}
