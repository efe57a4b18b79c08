package operando.segment.learn.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of one line of an {@code .arff} file: parted by blanks and commas, quoted with ' or " where they hold either,
 * with the escapes of Java in quotes; a brace is a word of its own, and % begins a comment.
 */
final class ArffText {

    /** A word, and whether it was quoted: a quoted ? is a name, a plain one a missing value. */
    record Word(String text, boolean isQuoted) {

        boolean is(final String plain) {
            return !isQuoted && text.equalsIgnoreCase(plain);
        }
    }

    private static final String ENDS_A_WORD = ",{}'\"%";

    private static final String ESCAPES = "abfnrtv";

    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b";

    private ArffText() {
    }

    /** The words of a line; empty if a quote is not closed. */
    static Optional<List<Word>> words(final String line) {
        final List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < line.length() && line.charAt(at) != '%') {
            final char c = line.charAt(at);
            if (c <= ' ' || c == ',') {
                at++;
            } else if (c == '{' || c == '}') {
                words.add(new Word(String.valueOf(c), false));
                at++;
            } else if (c == '\'' || c == '"') {
                final StringBuilder text = new StringBuilder();
                at = quoted(line, at, text);
                if (at < 0) {
                    return Optional.empty();
                }
                words.add(new Word(text.toString(), true));
            } else {
                final int start = at;
                while (at < line.length() && line.charAt(at) > ' ' && ENDS_A_WORD.indexOf(line.charAt(at)) < 0) {
                    at++;
                }
                words.add(new Word(line.substring(start, at), false));
            }
        }
        return Optional.of(words);
    }

    // Returns where the line goes on behind the closing quote, or -1.
    private static int quoted(final String line, final int open, final StringBuilder text) {
        int at = open + 1;
        while (at < line.length() && line.charAt(at) != line.charAt(open)) {
            char c = line.charAt(at++);
            if (c == '\\' && at < line.length()) {
                c = line.charAt(at++);
                final int escape = ESCAPES.indexOf(c);
                c = escape < 0 ? c : ESCAPED.charAt(escape);
            }
            text.append(c);
        }
        return at < line.length() ? at + 1 : -1;
    }

    /** A name as it is written, quoted where it would else be more than one word. */
    static String quote(final String name) {
        if (!name.isEmpty() && name.chars().noneMatch(c -> c <= ' ' || c == '?' || c == '\\' || c == '@' || ENDS_A_WORD.indexOf(c) >= 0)) {
            return name;
        }
        final StringBuilder text = new StringBuilder("'");
        for (int i = 0; i < name.length(); i++) {
            final char c = name.charAt(i);
            final int escape = ESCAPED.indexOf(c);
            text.append(escape >= 0 ? "\\" + ESCAPES.charAt(escape) : c == '\'' || c == '\\' ? "\\" + c : String.valueOf(c));
        }
        return text.append('\'').toString();
    }
}
