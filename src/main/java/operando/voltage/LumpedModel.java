package operando.voltage;

import operando.cell.Side;

/**
 * The voltage of a symmetric cell from its measured contact, with contact taken as one continuous area a side:
 * V = η_TOP + η_BOTTOM + I (l_el/κ_el + l_int,TOP/κ_int + l_int,BOTTOM/κ_int), where η of a side drives the current
 * density I / (contact fraction of that side) through {@link ButlerVolmer}.
 *
 * <p>One side is oxidised and the other reduced, so with unequal charge transfer coefficients the side that is reduced
 * follows the cathodic branch; exchanging the sides and the sign of the current exchanges the sign of the voltage.
 * Lithium conducts so well that its own drop is left out. Contact that is many points rather than one area needs the
 * resolved model.
 *
 * <p>Source: Lewis et al., Methods, Electrochemical Model.
 *
 * <pre>{@code
 * LumpedModel model = new LumpedModel(LumpedParameters.defaults());
 * CellState state = new CellState(1.0, 950, 0.25, 0.22, 20, 25);
 * double volts = model.voltage(state).totalV();
 * }</pre>
 */
public final class LumpedModel {

    private static final double CM_PER_UM = 1e-4;

    private final LumpedParameters parameters;

    private final ButlerVolmer kinetics;

    public LumpedModel(final LumpedParameters parameters) {
        this.parameters = parameters;
        this.kinetics = parameters.kinetics();
    }

    public LumpedParameters parameters() {
        return parameters;
    }

    /** The voltage in this state, in its parts; no contact at a side is told by the status. */
    public CellVoltage voltage(final CellState state) {
        final double current = state.currentDensityMAPerCm2();
        final boolean contact = state.contactFractionTop() > 0 && state.contactFractionBottom() > 0;
        final double interphase = parameters.interphaseConductivityMSPerCm();
        return new CellVoltage(contact ? CellVoltage.Status.FINITE : CellVoltage.Status.NO_CONTACT,
            kinetics.overpotentialV(current / state.contactFraction(Side.TOP)),
            -kinetics.overpotentialV(-current / state.contactFraction(Side.BOTTOM)),
            ohmicDropV(current, state.electrolyteThicknessUm(), parameters.electrolyteConductivityMSPerCm()),
            ohmicDropV(current, state.interphaseThicknessTopUm(), interphase),
            ohmicDropV(current, state.interphaseThicknessBottomUm(), interphase));
    }

    /** I l / κ: mA cm⁻² times cm over mS cm⁻¹ is V. */
    public static double ohmicDropV(final double currentDensityMAPerCm2, final double thicknessUm,
        final double conductivityMSPerCm) {
        return currentDensityMAPerCm2 * thicknessUm * CM_PER_UM / conductivityMSPerCm;
    }
}
