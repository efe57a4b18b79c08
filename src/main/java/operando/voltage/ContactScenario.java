package operando.voltage;

import operando.cell.InputException;
import operando.cell.Side;

/**
 * What if there were less contact than the images show? Scales the contact of the side that is stripped, from the second
 * half cycle on (Lewis et al., Fig. 4d, where voids below the resolution are one reason for it).
 *
 * @param name   as it stands in results
 * @param start  factor on the contact when a half cycle begins, above 0, at most 1
 * @param end    factor when it ends; in between it changes geometrically with the charge passed
 */
public record ContactScenario(String name, double start, double end) {

    public ContactScenario {
        if (!(start > 0 && start <= 1 && end > 0 && end <= 1)) {
            throw new InputException("contact scenario", "factors " + start + " and " + end + " are not parts of the contact",
                "give factors above 0 and at most 1");
        }
    }

    /** The same part of the measured contact all the time. */
    public static ContactScenario fixed(final double percent) {
        return new ContactScenario("contact_" + Math.round(percent) + "_percent_V", percent / 100, percent / 100);
    }

    /**
     * Contact that is lost dynamically: all of the measured contact when a half cycle begins and 1 % of it when it ends. The
     * source states no law; this one is ours and bends the voltage up late, as the measured one is.
     */
    public static ContactScenario dynamic() {
        return new ContactScenario("contact_dynamic_V", 1, 0.01);
    }

    /**
     * @param passed how much of the charge of the half cycle has passed, 0 to 1
     * @param first  whether this is the first half cycle, which is left as it is
     */
    public CellState apply(final CellState measured, final double passed, final boolean first) {
        if (first) {
            return measured;
        }
        final Side stripped = measured.strippingSide();
        final double factor = start * Math.pow(end / start, passed);
        return measured.withContactFraction(stripped, factor * measured.contactFraction(stripped));
    }
}
