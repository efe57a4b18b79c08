package operando.measure;

import operando.cell.Constants;

/** What volumes and thicknesses say about where the charge went (docs/methods/measures.md; Lewis et al.). */
public final class LithiumBalance {

    private static final double CM_PER_UM = 1e-4;
    private static final double C_PER_MAH = 3.6;
    private static final double UM3_PER_MM2_UM = 1e6;

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

    /** The thickness in µm that a volume in µm³ has over a cross-section in mm². */
    public static double thicknessUm(final double volumeUm3, final double areaMm2) {
        return volumeUm3 / (areaMm2 * UM3_PER_MM2_UM);
    }

    /** The volume in µm³ of a layer over a cross-section. */
    public static double volumeUm3(final double thicknessUm, final double areaMm2) {
        return thicknessUm * areaMm2 * UM3_PER_MM2_UM;
    }

    /** I / contact fraction: the current density where there is contact, mA cm⁻². */
    public static double effectiveCurrentDensityMAPerCm2(final double currentDensityMAPerCm2, final double contactFraction) {
        return currentDensityMAPerCm2 / contactFraction;
    }
}
