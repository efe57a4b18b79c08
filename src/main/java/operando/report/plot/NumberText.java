package operando.report.plot;

import java.math.BigDecimal;
import java.math.MathContext;

import operando.cell.Measured;

/**
 * Numbers as they stand in the report: three significant digits, a true minus sign, a dash where there is none. Where the standard error is
 * known, it has two digits, and the number as many decimals as it.
 */
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
        return withError("", number, text(number.value()));
    }

    /** A number with its sign and its standard error, if it is known. */
    public static String signed(final Measured number) {
        return withError(number.value() > 0 ? "+" : "", number, signed(number.value()));
    }

    private static String withError(final String sign, final Measured number, final String alone) {
        if (!number.isPresent() || !number.hasError() || !(number.standardError() > 0)) {
            return alone;
        }
        final int power = exponent(new BigDecimal(Math.max(Math.abs(number.value()), number.standardError())).round(DIGITS));
        final int shift = power > 4 || power < -4 ? power : 0;
        final BigDecimal error = new BigDecimal(number.standardError()).movePointLeft(shift).round(ERROR_DIGITS);
        final BigDecimal value = new BigDecimal(number.value()).movePointLeft(shift).setScale(error.scale(), java.math.RoundingMode.HALF_EVEN);
        final String both = sign + value.toPlainString().replace('-', '−') + " ± " + error.toPlainString();
        return shift == 0 ? both : "(" + both + ") × " + power(shift);
    }

    private static int exponent(final BigDecimal rounded) {
        return rounded.precision() - rounded.scale() - 1;
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
        final int exponent = exponent(rounded);
        if (rounded.signum() != 0 && (exponent > 4 || exponent < -4)) {
            return rounded.movePointLeft(exponent).setScale(digits.getPrecision() - 1, java.math.RoundingMode.HALF_UP)
                .toPlainString().replace('-', '−') + " × " + power(exponent);
        }
        final String plain = rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
        return plain.replace('-', '−');
    }

    /** With a plus sign where it is positive. */
    public static String signed(final double number) {
        return number > 0 && Double.isFinite(number) ? "+" + text(number) : text(number);
    }

    /** A power of ten: {@code 10⁻³}. */
    static String power(final int exponent) {
        final String digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        final StringBuilder text = new StringBuilder("10");
        for (final char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : digits.charAt(c - '0'));
        }
        return text.toString();
    }
}
