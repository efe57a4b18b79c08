package operando.breathing.regime;

import java.io.Serializable;

import operando.breathing.phasefield.InterfaceParameter;
import operando.breathing.phasefield.InterfaceSettings;
import operando.cell.InputException;

/**
 * A parameter of the interface model along one side of a map.
 *
 * @param parameter   what is varied
 * @param from        first value
 * @param to          last value
 * @param steps       how many values, 2 to 200
 * @param logarithmic whether values are evenly spaced on a logarithmic scale
 */
public record RegimeAxis(InterfaceParameter parameter, double from, double to, int steps, boolean logarithmic) implements Serializable {

    private static final int MOST_STEPS = 200;

    /** @throws InputException if there are too few or too many steps, the ends are equal or out of range, or have no logarithm */
    public RegimeAxis {
        if (steps < 2 || steps > MOST_STEPS) {
            throw new InputException(parameter.key(), steps + " values", "give 2 to " + MOST_STEPS);
        }
        if (from == to || logarithmic && !(from > 0 && to > 0)) {
            throw new InputException(parameter.key(), "no axis from " + from + " to " + to, "give two different numbers" + (logarithmic ? " above 0" : ""));
        }
        InterfaceSettings.defaults().with(parameter, from).with(parameter, to);
    }

    /** The value at a place along the axis: 0 for the first, halves for the limits between two values. */
    public double value(final double place) {
        final double share = place / (steps - 1);
        if (place == steps - 1) {
            return to;
        }
        return logarithmic ? from * Math.pow(to / from, share) : from + (to - from) * share;
    }
}
