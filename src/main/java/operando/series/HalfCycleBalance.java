package operando.series;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;

/**
 * The balance of lithium over one half cycle, from the slopes of the lines through the scans inside it ({@link LithiumBalances}).
 *
 * @param number                      1 for the first half cycle
 * @param meanCurrentDensityMAPerCm2  positive strips lithium at TOP
 * @param chargeMAhPerCm2             ∫|I| dt, mA h cm⁻²
 * @param strippedSide                whose lithium is oxidised
 * @param rows                        of the time series whose scans were taken inside the half cycle, rising
 * @param lithiumChangeUm             change of lithium volume at that side over the cross-section, µm (negative when lost)
 * @param lithiumFraction             fraction of the current that comes from lithium metal
 * @param interphaseThicknessUm       at the stripped side in the first scan inside, µm
 * @param stackChangeUm               change of the stack's thickness, µm
 * @param interphaseMolarVolumeCm3    partial molar volume of lithium in the interphase, cm³ mol⁻¹
 */
public record HalfCycleBalance(int number, double startH, double endH, double meanCurrentDensityMAPerCm2,
                               double chargeMAhPerCm2, Side strippedSide, List<Integer> rows, Measured lithiumChangeUm, Measured lithiumFraction,
                               Measured interphaseThicknessUm, Measured stackChangeUm, Measured interphaseMolarVolumeCm3) {

    public HalfCycleBalance {
        rows = List.copyOf(rows);
    }

    /** The number of scans inside. */
    public int scans() {
        return rows.size();
    }

    /** What was measured in it, by what it is; of quantities with sides, at the stripped side. */
    public Map<Quantity, Measured> numbers() {
        final Map<Quantity, Measured> numbers = new LinkedHashMap<>();
        numbers.put(Quantity.LITHIUM_CHANGE, lithiumChangeUm);
        numbers.put(Quantity.LITHIUM_METAL_FRACTION, lithiumFraction);
        numbers.put(Quantity.INTERPHASE_THICKNESS, interphaseThicknessUm);
        numbers.put(Quantity.STACK_CHANGE, stackChangeUm);
        numbers.put(Quantity.INTERPHASE_MOLAR_VOLUME, interphaseMolarVolumeCm3);
        return numbers;
    }
}
