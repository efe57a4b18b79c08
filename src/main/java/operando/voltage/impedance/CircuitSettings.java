package operando.voltage.impedance;

import java.util.Optional;
import java.util.OptionalInt;

import operando.cell.InputException;

/**
 * Which circuits {@link CircuitFit} tries.
 *
 * @param arcs    1 to 3; empty to choose by what the spectrum supports
 * @param warburg whether there is diffusion; empty to choose
 * @param starts  of the search; default 16
 * @param seed    of where it starts
 */
public record CircuitSettings(OptionalInt arcs, Optional<Boolean> warburg, int starts, long seed) {

    public static final int MOST_ARCS = 3;

    public CircuitSettings {
        if (arcs.isPresent() && (arcs.getAsInt() < 1 || arcs.getAsInt() > MOST_ARCS)) {
            throw new InputException("arcs", arcs.getAsInt() + " arcs cannot be fitted", "give 1 to " + MOST_ARCS);
        }
        if (starts < 1) {
            throw new InputException("starts", starts + " starts find nothing", "give 1 or more");
        }
    }

    public static CircuitSettings defaults() {
        return new CircuitSettings(OptionalInt.empty(), Optional.empty(), 16, 1);
    }
}
