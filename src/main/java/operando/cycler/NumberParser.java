package operando.cycler;

/** Numbers as cycler files write them: with a decimal point or comma, possibly with an exponent. */
final class NumberParser {

    private NumberParser() {
    }

    /** The number in the cell, or NaN if the cell holds none; a written infinity or "nan" is none. */
    static double parse(final String cell) {
        final String text = cell.strip();
        if (text.isEmpty() || !isPlain(text)) {
            return Double.NaN;
        }
        try {
            final double number = Double.parseDouble(text.indexOf('.') < 0 ? text.replace(',', '.') : text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (final NumberFormatException e) {
            return Double.NaN;
        }
    }

    // Java would also take "1d", "0x1p3" and "Infinity".
    private static boolean isPlain(final String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == ',' || c == '-' || c == '+'
            || c == 'e' || c == 'E');
    }
}
