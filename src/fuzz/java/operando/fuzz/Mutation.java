package operando.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bytes or text the way that disks, programs, editors and ill will do. */
final class Mutation {

    private static final int LARGEST = 1 << 20;

    private static final long[] INTERESTING = {0, 1, 2, -1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffffL, 0x80000000L, 0xffffffffL,
        Long.MAX_VALUE, Long.MIN_VALUE};

    private static final String[] WORDS = {"", "NaN", "-", "1e308", "-1e308", "1e-300", "0", "1e400", "Infinity", "-0.0", "null", "?", "''", "\"",
        "'", "{", "}", "[", "]", "&a [*a]", "*a", "!!java.lang.Object {}", "\t", ",", ";", ":", "#", "%", "\0", "\u2028", "é", "999999999999999999999",
        "1,5", "1601-01-01 00:00:00", "25:61:61", "../../../etc/passwd", "~", "|", ">", "---", "true", "=", "<script>", "\u001b[2J"};

    private Mutation() {
    }

    /** One to several changes of any bytes. */
    static byte[] ofBytes(final byte[] seed, final Random random) {
        byte[] bytes = seed.clone();
        final int changes = 1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 4);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    /** One to three bytes anywhere are others, so that most of what the file holds still stands. */
    static byte[] ofFewBytes(final byte[] seed, final Random random) {
        final byte[] bytes = seed.clone();
        for (int i = 0; i <= random.nextInt(3); i++) {
            put(bytes, random.nextInt(bytes.length), random.nextBoolean() ? random.nextInt() : INTERESTING[random.nextInt(INTERESTING.length)],
                1 << random.nextInt(3), random.nextBoolean());
        }
        return bytes;
    }

    private static byte[] changed(final byte[] bytes, final Random random) {
        final int at = near(bytes.length, random);
        switch (random.nextInt(9)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> put(bytes, at, INTERESTING[random.nextInt(INTERESTING.length)], 1 << random.nextInt(4), random.nextBoolean());
            case 3 -> put(bytes, at, random.nextInt(2 * bytes.length + 1), 1 << random.nextInt(4), random.nextBoolean());
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(64)), (byte) (random.nextBoolean() ? 0 : 0xff));
            case 6 -> {
                final int length = Math.min(bytes.length - at, 1 + random.nextInt(64));
                System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
            }
            case 7 -> {
                return spliced(bytes, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(200))));
            }
            default -> {
                return without(bytes, at, Math.min(bytes.length - at, 1 + random.nextInt(32)));
            }
        }
        return bytes;
    }

    // Headers are at the start and tables at the end.
    private static int near(final int length, final Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(Math.min(length, 64));
            case 1 -> length - 1 - random.nextInt(Math.min(length, 400));
            default -> random.nextInt(length);
        };
    }

    private static void put(final byte[] bytes, final int at, final long value, final int count, final boolean little) {
        for (int i = 0; i < count && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >>> 8 * (little ? i : count - 1 - i));
        }
    }

    private static byte[] spliced(final byte[] bytes, final int at, final byte[] more) {
        if (bytes.length + more.length > LARGEST) {
            return bytes;
        }
        final byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }

    private static byte[] without(final byte[] bytes, final int at, final int count) {
        final byte[] shorter = Arrays.copyOf(bytes, bytes.length - count);
        System.arraycopy(bytes, at + count, shorter, at, bytes.length - at - count);
        return shorter;
    }

    /** One to several changes of lines, words and numbers; sometimes of bytes. */
    static byte[] ofText(final byte[] seed, final Random random) {
        if (random.nextInt(4) == 0) {
            return ofBytes(seed, random);
        }
        String text = new String(seed, StandardCharsets.UTF_8);
        for (int i = 0; i <= random.nextInt(4); i++) {
            text = random.nextBoolean() ? otherWord(text, random) : otherLines(text, random);
        }
        return (text.length() > LARGEST ? text.substring(0, LARGEST) : text).getBytes(StandardCharsets.UTF_8);
    }

    private static String otherWord(final String text, final Random random) {
        final int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        int start = at;
        int end = at;
        while (start > 0 && isWord(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        final String word = random.nextInt(20) == 0 ? WORDS[random.nextInt(WORDS.length)].repeat(1 + random.nextInt(5000))
            : random.nextInt(3) == 0 ? String.valueOf(Double.longBitsToDouble(random.nextLong())) : WORDS[random.nextInt(WORDS.length)];
        return text.substring(0, start) + word + text.substring(end);
    }

    private static boolean isWord(final char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }

    private static String otherLines(final String text, final Random random) {
        final List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        final int line = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
            case 2 -> lines.set(line, lines.get(line).repeat(1 + random.nextInt(20)));
            case 3 -> lines.set(line, " ".repeat(random.nextInt(6)) + lines.get(line));
            case 4 -> lines.set(line, lines.get(line).replace(',', random.nextBoolean() ? ';' : '\t'));
            default -> lines.subList(line, lines.size()).clear();
        }
        return String.join("\n", lines);
    }
}
