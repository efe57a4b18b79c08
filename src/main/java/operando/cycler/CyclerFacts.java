package operando.cycler;

import java.util.Optional;
import java.util.OptionalDouble;

import operando.cell.InputException;

/**
 * What a user says about a cycler's file because the file does not.
 *
 * @param areaCm2 the cell's cross-section, needed where the file has a current and no current density
 * @param voltage the heading of the column that is the cell's voltage, needed where the file leaves that uncertain
 */
public record CyclerFacts(OptionalDouble areaCm2, Optional<String> voltage) {

    /** @throws InputException if the area is none */
    public CyclerFacts {
        if (areaCm2.isPresent() && !(areaCm2.getAsDouble() > 0 && Double.isFinite(areaCm2.getAsDouble()))) {
            throw new InputException("area_cm2", areaCm2.getAsDouble() + " cm² is not an area",
                "give the cell's cross-section, above 0");
        }
    }

    /** The reference electrode that EC-Lab's settings name; empty where they say that none was chosen. */
    static Optional<String> namedElectrode(final String name) {
        final String plain = name.strip();
        return plain.isEmpty() || plain.startsWith("(") ? Optional.empty() : Optional.of(plain);
    }
}
