package operando.voltage;

import operando.cell.Side;

/**
 * The contact fraction of the stripped side with which the model would meet the measured voltage: the overpotential that is
 * left there asks for a current density of contact, and the nominal one over it is the contact (Lewis et al., Fig. S12).
 *
 * @param status   whether there is such a fraction, and if not, why
 * @param fraction 0 to 1, or NaN
 */
public record ImpliedContact(Status status, double fraction) {

    /** Whether the measured voltage can be met. */
    public enum Status {
        /** A fraction from 0 to 1 meets it. */
        MET,
        /** Even full contact needs more voltage than was measured. */
        MORE_THAN_FULL,
        /** Nothing flows, or the other side has no contact. */
        UNDETERMINED
    }

    /** @param measuredV V, of the sign of the current when the cell takes up work */
    public static ImpliedContact of(final LumpedModel model, final CellState state, final double measuredV) {
        final Side stripped = state.strippingSide();
        final double current = Math.abs(state.currentDensityMAPerCm2());
        final CellVoltage full = model.voltage(state.withContactFraction(stripped, 1));
        final double sign = Math.signum(state.currentDensityMAPerCm2());
        final double kinetic = stripped == Side.TOP ? full.kineticTopV() : full.kineticBottomV();
        final double left = sign * (measuredV - full.totalV() + kinetic);
        if (current == 0 || !Double.isFinite(left)) {
            return new ImpliedContact(Status.UNDETERMINED, Double.NaN);
        }
        final double needed = model.parameters().kinetics().currentDensityMAPerCm2(left);
        return needed >= current ? new ImpliedContact(Status.MET, current / needed)
            : new ImpliedContact(Status.MORE_THAN_FULL, Double.NaN);
    }
}
