package operando.report.plot;

import java.math.BigDecimal;
import java.math.MathContext;

import operando.cell.Measured;

/** Numbers as they stand in the report: three significant digits, a true minus sign, a dash where there is none. */
public final class NumberText {

    private static final MathContext DIGITS = new MathContext(3);
    private static final MathContext ERROR_DIGITS = new MathContext(2);

    private NumberText() {
    }

    public static String text(final double number) {
        return text(number, DIGITS);
    }

    /** A number with its standard error, if it is known. */
    public static String text(final Measured number) {
        return text(number.value()) + error(number);
    }

    /** A number with its sign and its standard error, if it is known. */
    public static String signed(final Measured number) {
        return signed(number.value()) + error(number);
    }

    private static String error(final Measured number) {
        return number.hasError() ? " ± " + error(number.standardError()) : "";
    }

    /** A standard error, with two significant digits. */
    public static String error(final double standardError) {
        return text(standardError, ERROR_DIGITS);
    }

    private static String text(final double number, final MathContext digits) {
        if (!Double.isFinite(number)) {
            return "–";
        }
        final BigDecimal rounded = new BigDecimal(number).round(digits);
        final int exponent = rounded.precision() - rounded.scale() - 1;
        if (rounded.signum() != 0 && (exponent > 4 || exponent < -4)) {
            return rounded.movePointLeft(exponent).setScale(digits.getPrecision() - 1, java.math.RoundingMode.HALF_UP)
                .toPlainString().replace('-', '−') + " × 10" + raised(exponent);
        }
        final String plain = rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
        return plain.replace('-', '−');
    }

    /** With a plus sign where it is positive. */
    public static String signed(final double number) {
        return number > 0 && Double.isFinite(number) ? "+" + text(number) : text(number);
    }

    private static String raised(final int exponent) {
        final String digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        final StringBuilder text = new StringBuilder();
        for (final char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : digits.charAt(c - '0'));
        }
        return text.toString();
    }
}
