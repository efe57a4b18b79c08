package operando.voltage;

import java.util.List;
import java.util.OptionalInt;

import operando.cell.InputException;

/**
 * Which parameters of the model are fitted, and to which readings.
 *
 * @param parameters one or more, each once
 * @param halfCycle  counted from 1; empty where hours are given
 * @param fromH      the first hour that counts, if no half cycle is given
 * @param toH        the last one
 */
public record FitChoice(List<FitParameter> parameters, OptionalInt halfCycle, double fromH, double toH) {

    public FitChoice {
        parameters = List.copyOf(parameters);
        if (parameters.isEmpty() || parameters.stream().distinct().count() != parameters.size()) {
            throw new InputException("fit", "no parameter is named, or one twice", "name each parameter that is to be fitted once");
        }
        if (halfCycle.isPresent() && halfCycle.getAsInt() < 1) {
            throw new InputException("fit_half_cycle", halfCycle.getAsInt() + " is no half cycle", "count them from 1");
        }
        if (halfCycle.isEmpty() && !(fromH < toH)) {
            throw new InputException("fit_hours", fromH + " to " + toH + " h is no range", "give [from, to] in hours");
        }
    }

    public static FitChoice ofHalfCycle(final List<FitParameter> parameters, final int halfCycle) {
        return new FitChoice(parameters, OptionalInt.of(halfCycle), 0, 0);
    }

    public static FitChoice ofHours(final List<FitParameter> parameters, final double fromH, final double toH) {
        return new FitChoice(parameters, OptionalInt.empty(), fromH, toH);
    }
}
