package operando.cell;

/** Range checks of quantities whose refusal names the quantity, the value and the unit. */
public final class RangeCheck {

    private static final double COLDEST_K = 150;
    private static final double HOTTEST_K = 1500;

    private RangeCheck() {
    }

    /** @throws InputException if {@code value} is not a finite number above 0 */
    public static void positive(final String name, final double value, final String unit) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw refused(name, value, unit, "is not a positive number", "give a number above 0");
        }
    }

    /** @throws InputException if {@code value} is infinite or not a number */
    public static void finite(final String name, final double value, final String unit) {
        if (!Double.isFinite(value)) {
            throw refused(name, value, unit, "is not a finite number", "give a number");
        }
    }

    /** @throws InputException if {@code value} is not a finite number of 0 or more */
    public static void notNegative(final String name, final double value, final String unit) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw refused(name, value, unit, "is not 0 or more", "give a number of 0 or more");
        }
    }

    /** @throws InputException if no cell is so cold or so hot, as where degrees Celsius are given for kelvin */
    public static void temperature(final String name, final double kelvin) {
        positive(name, kelvin, "K");
        if (kelvin < COLDEST_K || kelvin > HOTTEST_K) {
            throw refused(name, kelvin, "K", "is no temperature of a cell", "give " + COLDEST_K + " to " + HOTTEST_K + " (25 °C are 298.15 K)");
        }
    }

    /** @throws InputException if {@code value} is not between 0 and 1 */
    public static void fraction(final String name, final double value) {
        if (!(value >= 0 && value <= 1)) {
            throw refused(name, value, "", "is not between 0 and 1", "give a fraction, not a percentage");
        }
    }

    private static InputException refused(final String name, final double value, final String unit, final String what,
        final String mend) {
        return new InputException(name, (value + " " + unit).strip() + " " + what,
            mend + (unit.isEmpty() ? "" : " in " + unit));
    }
}
