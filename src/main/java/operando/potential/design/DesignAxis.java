package operando.potential.design;

import operando.cell.InputException;
import operando.cell.RangeCheck;

/**
 * A parameter of a stack and the values that a sweep gives it.
 *
 * @param parameter   what is varied
 * @param from        first value
 * @param to          last value
 * @param steps       how many values, 2 or more
 * @param logarithmic whether values are evenly spaced on a logarithmic scale
 */
public record DesignAxis(DesignParameter parameter, double from, double to, int steps, boolean logarithmic) {

    private static final int MOST_STEPS = 2000;

    private static final double LEAST_SPAN = 1e-9;

    private static final double LARGEST = 1e100;

    /** @throws InputException if the range is empty, or steps are below 2 or above 2000 */
    public DesignAxis {
        RangeCheck.finite(parameter.name() + " from", from, "");
        RangeCheck.finite(parameter.name() + " to", to, "");
        if (from == to) {
            throw new InputException(parameter.name(), "from and to are both " + from, "give two different values");
        }
        final double larger = Math.max(Math.abs(from), Math.abs(to));
        if (!(Math.abs(to - from) >= LEAST_SPAN * larger && larger <= LARGEST)) {
            throw new InputException(parameter.name(), from + " to " + to + " cannot be divided into steps",
                "give values that differ by more than a billionth and are below " + LARGEST);
        }
        if (steps < 2 || steps > MOST_STEPS) {
            throw new InputException(parameter.name() + " steps", steps + " values are no sweep",
                "give 2 to " + MOST_STEPS);
        }
        if (logarithmic && !(from > 0 && to > 0)) {
            throw new InputException(parameter.name(), from + " to " + to + " has no logarithmic scale",
                "give positive values or leave scale out");
        }
    }

    /** The value number {@code i}, from 0. */
    public double value(final int i) {
        final double share = (double) i / (steps - 1);
        if (i == steps - 1) {
            return to;
        }
        return logarithmic ? from * Math.pow(to / from, share) : from + (to - from) * share;
    }
}
