package operando.report.plot;

import java.util.Arrays;

/**
 * A power of ten that numbers of one quantity share, so that they stand in one format: 22 400 and 1 300 000 as 22.4 and 1300, both × 10³.
 *
 * @param exponent a multiple of 3; 0 for numbers that are neither large nor small
 */
public record NumberScale(int exponent) {

    private static final double LARGE = 1e4;
    private static final double SMALL = 1e-3;

    /** For the largest of some numbers; those that are not there do not count. */
    public static NumberScale of(final double... numbers) {
        final double largest = Arrays.stream(numbers).filter(Double::isFinite).map(Math::abs).max().orElse(0);
        return new NumberScale(largest < LARGE && largest >= SMALL || largest == 0 ? 0 : 3 * Math.floorDiv((int) Math.floor(Math.log10(largest)), 3));
    }

    public double scaled(final double number) {
        return exponent > 0 ? number / Math.pow(10, exponent) : number * Math.pow(10, -exponent);
    }

    /** The unit with the power before it: {@code 10³ µm³}. */
    public String unit(final String symbol) {
        return exponent == 0 ? symbol : (NumberText.power(exponent) + " " + symbol).strip();
    }
}
