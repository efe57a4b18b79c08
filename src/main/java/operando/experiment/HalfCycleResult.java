package operando.experiment;

import operando.cell.Side;

/**
 * The balance of lithium over one half cycle, between the scans nearest to its ends.
 *
 * @param number                      1 for the first half cycle
 * @param meanCurrentDensityMAPerCm2  positive strips lithium at TOP
 * @param chargeMAhPerCm2             ∫|I| dt, mA h cm⁻²
 * @param strippedSide                whose lithium is oxidised
 * @param lithiumChangeUm             change of lithium volume at that side over the cross-section, µm (negative when lost)
 * @param lithiumFraction             fraction of the current that comes from lithium metal; NaN if unknown
 * @param interphaseThicknessUm       at the stripped side when the half cycle begins, µm
 * @param stackChangeUm               change of the stack's thickness, µm
 * @param interphaseMolarVolumeCm3    partial molar volume of lithium in the interphase, cm³ mol⁻¹; NaN if unknown
 */
public record HalfCycleResult(int number, double startH, double endH, double meanCurrentDensityMAPerCm2,
                              double chargeMAhPerCm2, Side strippedSide, double lithiumChangeUm, double lithiumFraction,
                              double interphaseThicknessUm, double stackChangeUm, double interphaseMolarVolumeCm3) {
}
