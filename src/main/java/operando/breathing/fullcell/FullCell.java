package operando.breathing.fullcell;

import java.io.Serializable;

import operando.cell.RangeCheck;

/**
 * A cell of a lithium anode, a separator and a composite cathode, without its case.
 *
 * @param name                    in tables
 * @param capacityMAhPerCm2       of the cathode
 * @param electrolyteUm           thickness of the separator, µm
 * @param conductivityMSPerCm     of the separator
 * @param cathodeInterphaseOhmCm2 areal resistance of the interphase at the cathode, per area of the cell
 * @param cathodeMAhPerCm3        of the composite cathode
 * @param restUm                  collectors and lithium that is never stripped, µm
 * @param cutOffV                 where discharge ends
 */
public record FullCell(String name, double capacityMAhPerCm2, double electrolyteUm, double conductivityMSPerCm, double cathodeInterphaseOhmCm2, double cathodeMAhPerCm3,
                       double restUm, double cutOffV) implements Serializable {

    private static final double LITHIUM_UM_PER_MAH_CM2 = 4.85;

    public FullCell {
        RangeCheck.positive("capacity", capacityMAhPerCm2, "mAh cm⁻²");
        RangeCheck.positive("thickness of the electrolyte", electrolyteUm, "µm");
        RangeCheck.positive("conductivity", conductivityMSPerCm, "mS cm⁻¹");
        RangeCheck.notNegative("resistance of the cathode interphase", cathodeInterphaseOhmCm2, "Ω cm²");
        RangeCheck.positive("capacity of the cathode", cathodeMAhPerCm3, "mAh cm⁻³");
        RangeCheck.notNegative("collectors and lithium in excess", restUm, "µm");
        RangeCheck.positive("end of discharge", cutOffV, "V");
    }

    /** 3 mAh cm⁻² over 30 µm of 0.5 mS cm⁻¹, with 50 Ω cm² at the cathode: the baseline of Bae; the rest is ours. */
    public static FullCell baseline() {
        return new FullCell("baseline", 3, 30, 0.5, 50, 500, 40, 2.5);
    }

    public FullCell with(final double conductivity, final double cathodeInterphase) {
        return new FullCell(name, capacityMAhPerCm2, electrolyteUm, conductivity, cathodeInterphase, cathodeMAhPerCm3, restUm, cutOffV);
    }

    /** The same cell with another capacity: a thinner or thicker cathode and as much less or more lithium. */
    public FullCell with(final String otherName, final double capacity) {
        return new FullCell(otherName, capacity, electrolyteUm, conductivityMSPerCm, cathodeInterphaseOhmCm2, cathodeMAhPerCm3, restUm, cutOffV);
    }

    /** Of separator and cathode interphase in series, Ω cm². */
    public double seriesOhmCm2() {
        return 0.1 * electrolyteUm / conductivityMSPerCm + cathodeInterphaseOhmCm2;
    }

    /** From collector to collector, charged, µm. */
    public double thicknessUm() {
        return capacityMAhPerCm2 / cathodeMAhPerCm3 * 1e4 + electrolyteUm + LITHIUM_UM_PER_MAH_CM2 * capacityMAhPerCm2 + restUm;
    }
}
