package operando.voltage;

/**
 * A voltage with the parts that it is the sum of, all in V and all of the sign of the current.
 *
 * @param status              whether the numbers are finite, and if not, why
 * @param kineticTopV         charge transfer at TOP
 * @param kineticBottomV      charge transfer at BOTTOM
 * @param electrolyteV        ohmic drop over the electrolyte
 * @param interphaseTopV      ohmic drop over the interphase at TOP
 * @param interphaseBottomV   ohmic drop over the interphase at BOTTOM
 */
public record CellVoltage(Status status, double kineticTopV, double kineticBottomV, double electrolyteV,
                          double interphaseTopV, double interphaseBottomV) {

    /** Whether there is a voltage. */
    public enum Status {
        /** All parts are finite. */
        FINITE,
        /** A side has no contact: no finite voltage drives a current, and without current none is defined. */
        NO_CONTACT
    }

    /** The sum of the parts; infinite with the sign of the current, or NaN at rest, where a side has no contact. */
    public double totalV() {
        return kineticTopV + kineticBottomV + electrolyteV + interphaseTopV + interphaseBottomV;
    }
}
