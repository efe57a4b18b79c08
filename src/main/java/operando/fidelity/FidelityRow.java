package operando.fidelity;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import operando.cell.InputException;

/**
 * One printed figure and the one computed.
 *
 * @param source   the paper, short
 * @param place    figure, section or page
 * @param quantity what, with its unit
 * @param printed  as it is printed: a number, a range (4–5), a bound (&lt; 0.01); or words, where no number is printed
 * @param computed by this program, with its digits
 * @param verdict  whether both agree within the last printed digit
 * @param reason   how it was computed; where the two differ, why
 */
public record FidelityRow(String source, String place, String quantity, String printed, String computed, Verdict verdict, String reason) {

    /** How the computed figure stands to the printed one. */
    public enum Verdict {
        /** Equal within half of the last printed digit, or within a printed range or bound. */
        AGREES("yes"),
        /** Further apart; the reason says why. */
        DIFFERS("no"),
        /** The paper prints words or a curve, no number. */
        NO_NUMBER("no number");

        private final String words;

        Verdict(final String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private static final Pattern NUMBER = Pattern.compile("([<>~] ?)?([-−]?\\d+(?:\\.(\\d+))?(?:e([-−]?\\d+))?)(?: ?– ?(\\d+(?:\\.\\d+)?))?");

    // A printed 0.05 is not exactly representable, nor is the half digit added to it.
    private static final double ROUNDING = 1e-9;

    /** @throws InputException if the figures differ, or the paper has none, and no reason says why */
    public FidelityRow {
        if (verdict != Verdict.AGREES && reason.isBlank()) {
            throw new InputException(source + ", " + place, quantity + " is printed as " + printed + ", computed as " + computed + " and no reason is given",
                "say why they differ");
        }
    }

    /**
     * Compares a computed number with what is printed.
     *
     * @param decimals of the computed number worth showing
     */
    static FidelityRow of(final String source, final String place, final String quantity, final String printed, final double computed,
        final int decimals, final String reason) {
        return new FidelityRow(source, place, quantity, printed, String.format(Locale.ROOT, "%." + decimals + "f", computed).replace('-', '−'),
            verdict(printed, computed), reason);
    }

    /** The same with the computed number as a power of ten. */
    static FidelityRow small(final String source, final String place, final String quantity, final String printed, final double computed,
        final String reason) {
        return new FidelityRow(source, place, quantity, printed, String.format(Locale.ROOT, "%.1e", computed).replace('-', '−'),
            verdict(printed, computed), reason);
    }

    static Verdict verdict(final String printed, final double computed) {
        final Matcher number = NUMBER.matcher(printed);
        if (!number.matches()) {
            return Verdict.NO_NUMBER;
        }
        final double value = parse(number.group(2));
        final int decimals = (number.group(3) == null ? 0 : number.group(3).length()) - (number.group(4) == null ? 0 : (int) parse(number.group(4)));
        final double half = 0.5 * Math.pow(10, -decimals) * (1 + ROUNDING) + ROUNDING * Math.abs(value);
        final double to = number.group(5) == null ? value : parse(number.group(5));
        final boolean agrees = printed.startsWith("<") ? computed < value : printed.startsWith(">") ? computed > value
            : computed >= value - half && computed <= to + half;
        return agrees ? Verdict.AGREES : Verdict.DIFFERS;
    }

    private static double parse(final String number) {
        return Double.parseDouble(number.replace('−', '-'));
    }
}
