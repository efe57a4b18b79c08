package operando.atoms.trajectory;

/** The fields of a line between white space, read without making a text of each; one object for all lines of a file. */
final class Fields {

    private static final double[] TENS = new double[23];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = 10 * TENS[i - 1];
        }
    }

    private String line = "";
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int count;

    /** How many fields the line has. */
    int split(final String text) {
        line = text;
        count = 0;
        int at = 0;
        while (true) {
            while (at < text.length() && text.charAt(at) <= ' ') {
                at++;
            }
            if (at == text.length()) {
                return count;
            }
            if (count == from.length) {
                from = java.util.Arrays.copyOf(from, 2 * count);
                to = java.util.Arrays.copyOf(to, 2 * count);
            }
            from[count] = at;
            while (at < text.length() && text.charAt(at) > ' ') {
                at++;
            }
            to[count++] = at;
        }
    }

    String text(final int field) {
        return line.substring(from[field], to[field]);
    }

    /** NaN where the field is no number. */
    double number(final int field) {
        int at = from[field];
        final int end = to[field];
        final boolean negative = line.charAt(at) == '-';
        at += negative || line.charAt(at) == '+' ? 1 : 0;
        long digits = 0;
        int scale = 0;
        boolean point = false;
        final int begin = at;
        for (; at < end; at++) {
            final char c = line.charAt(at);
            if (c == '.' && !point) {
                point = true;
            } else if (c >= '0' && c <= '9' && digits < 100_000_000_000_000L && scale < TENS.length - 1) {
                digits = 10 * digits + c - '0';
                scale += point ? 1 : 0;
            } else {
                return parsed(field);
            }
        }
        // A whole number below 2^53 over an exact power of ten is rounded once.
        return at == begin || at == begin + 1 && point ? parsed(field) : (negative ? -1 : 1) * (digits / TENS[scale]);
    }

    private double parsed(final int field) {
        try {
            return Double.parseDouble(text(field));
        } catch (final NumberFormatException e) {
            return Double.NaN;
        }
    }
}
