package operando.breathing.regime;

import java.io.Serializable;
import java.util.OptionalDouble;

import operando.breathing.phasefield.CycleSummary;

/**
 * One run of a map.
 *
 * @param number of the run: column + row × columns
 * @param first  value of the first parameter
 * @param second value of the second parameter
 * @param last   the last cycle; null where contact was lost before its end
 * @param reason why there is no last cycle; empty where there is one
 */
public record RegimePoint(int number, double first, double second, CycleSummary last, String reason) implements Serializable {

    public Regime regime() {
        return last == null ? Regime.VOID_GROWTH : Regime.of(last);
    }

    /** The amplitude of breathing; empty where contact was lost. */
    public OptionalDouble amplitude() {
        return last == null ? OptionalDouble.empty() : OptionalDouble.of(last.amplitude());
    }

    /** The mean interphase thickness at the end, µm; empty where contact was lost. */
    public OptionalDouble memoryUm() {
        return last == null ? OptionalDouble.empty() : OptionalDouble.of(last.memoryUm());
    }
}
