package operando.measure;

import operando.cell.Constants;

/** What volumes and thicknesses say about where the charge went (docs/methods/measures.md; Lewis et al.). */
public final class LithiumBalance {

    private static final double CM_PER_UM = 1e-4;
    private static final double C_PER_MAH = 3.6;

    private LithiumBalance() {
    }

    /** Q = F Δd / V_Li: the charge per area in mAh cm⁻² of a layer of lithium, in µm; of the layer's sign. */
    public static double chargeMAhPerCm2(final double lithiumUm) {
        return Constants.FARADAY_C_PER_MOL * lithiumUm * CM_PER_UM / Constants.LITHIUM_CM3_PER_MOL / C_PER_MAH;
    }

    /** The thickness in µm of the lithium that holds a charge per area in mAh cm⁻². */
    public static double lithiumUm(final double chargeMAhPerCm2) {
        return chargeMAhPerCm2 * C_PER_MAH * Constants.LITHIUM_CM3_PER_MOL / Constants.FARADAY_C_PER_MOL / CM_PER_UM;
    }

    /**
     * f = Q(ΔV_Li) / ∫|I| dt: the part of the current that comes from lithium metal.
     *
     * @param lithiumLostUm   lithium that the stripped side lost, µm over the cross-section
     * @param chargeMAhPerCm2 charge passed, mAh cm⁻², above 0; otherwise the result is NaN
     */
    public static double lithiumFraction(final double lithiumLostUm, final double chargeMAhPerCm2) {
        return chargeMAhPerCm2 > 0 ? chargeMAhPerCm2(lithiumLostUm) / chargeMAhPerCm2 : Double.NaN;
    }

    /**
     * V_int = V_Li + F ΔV_stack / Q: the partial molar volume of lithium in the interphase, cm³ mol⁻¹.
     *
     * @param stackChangeUm   change of the stack's thickness, µm, negative when it shrinks
     * @param chargeMAhPerCm2 charge that formed interphase meanwhile, mAh cm⁻², above 0; otherwise the result is NaN
     */
    public static double interphaseMolarVolumeCm3(final double stackChangeUm, final double chargeMAhPerCm2) {
        return chargeMAhPerCm2 > 0 ? Constants.LITHIUM_CM3_PER_MOL
            + Constants.FARADAY_C_PER_MOL * stackChangeUm * CM_PER_UM / (chargeMAhPerCm2 * C_PER_MAH) : Double.NaN;
    }

    /** I / contact fraction: the current density where there is contact, mA cm⁻². */
    public static double effectiveCurrentDensityMAPerCm2(final double currentDensityMAPerCm2, final double contactFraction) {
        return currentDensityMAPerCm2 / contactFraction;
    }
}
