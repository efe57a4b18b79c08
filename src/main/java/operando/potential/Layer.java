package operando.potential;

import operando.cell.InputException;
import operando.cell.RangeCheck;

/**
 * One electrolyte layer. It conducts ions by a constant σ_Li and electrons and holes by
 * σ_e + σ_h = 2A cosh((μ − B)/k_BT), which is least, 2A, where μ = B: the electronic bottleneck.
 *
 * <p>Source: Kim and Li, equations 14 and 15, whose A and B these are.
 *
 * @param name                       what the user calls it
 * @param thicknessUm                µm
 * @param ionicConductivityMSPerCm   σ_Li, mS cm⁻¹
 * @param electronicConstantSPerM    A, S m⁻¹
 * @param electronicMinimumEv        B, the Li⁰ potential where electrons and holes conduct least, eV
 * @param stableFromEv               lowest Li⁰ potential that the electrolyte withstands (oxidation), eV; minus infinity
 *                                   where unknown
 * @param stableToEv                 highest Li⁰ potential that the electrolyte withstands (reduction), eV; infinity
 *                                   where unknown
 */
public record Layer(String name, double thicknessUm, double ionicConductivityMSPerCm, double electronicConstantSPerM,
                    double electronicMinimumEv, double stableFromEv, double stableToEv) {

    private static final double MS_PER_CM_PER_S_PER_M = 10;

    /** @throws InputException if a thickness or conductivity is not positive, or the stability window is empty */
    public Layer {
        RangeCheck.positive(name + ": thickness", thicknessUm, "µm");
        RangeCheck.positive(name + ": ionic conductivity", ionicConductivityMSPerCm, "mS cm⁻¹");
        RangeCheck.positive(name + ": electronic constant A", electronicConstantSPerM, "S m⁻¹");
        RangeCheck.finite(name + ": potential B of least electronic conduction", electronicMinimumEv, "eV");
        if (!(stableFromEv < stableToEv)) {
            throw new InputException(name + ": stability window", stableFromEv + " to " + stableToEv + " eV is empty",
                "give the lower Li⁰ potential first");
        }
    }

    /** A layer whose stability window is unknown. */
    public Layer(final String name, final double thicknessUm, final double ionicConductivityMSPerCm,
        final double electronicConstantSPerM, final double electronicMinimumEv) {
        this(name, thicknessUm, ionicConductivityMSPerCm, electronicConstantSPerM, electronicMinimumEv,
            Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** σ_e where the Li⁰ potential is {@code ev}, mS cm⁻¹: the more reduced, the more electrons. */
    public double electronConductivityMSPerCm(final double ev, final double thermalEv) {
        return electronicConstantSPerM * MS_PER_CM_PER_S_PER_M * Math.exp((ev - electronicMinimumEv) / thermalEv);
    }

    /** σ_h where the Li⁰ potential is {@code ev}, mS cm⁻¹: the more oxidized, the more holes. */
    public double holeConductivityMSPerCm(final double ev, final double thermalEv) {
        return electronicConstantSPerM * MS_PER_CM_PER_S_PER_M * Math.exp((electronicMinimumEv - ev) / thermalEv);
    }

    public Layer withThickness(final double um) {
        return new Layer(name, um, ionicConductivityMSPerCm, electronicConstantSPerM, electronicMinimumEv,
            stableFromEv, stableToEv);
    }

    public Layer withIonicConductivity(final double mSPerCm) {
        return new Layer(name, thicknessUm, mSPerCm, electronicConstantSPerM, electronicMinimumEv, stableFromEv,
            stableToEv);
    }

    public Layer withElectronicConstant(final double sPerM) {
        return new Layer(name, thicknessUm, ionicConductivityMSPerCm, sPerM, electronicMinimumEv, stableFromEv,
            stableToEv);
    }

    public Layer withElectronicMinimum(final double ev) {
        return new Layer(name, thicknessUm, ionicConductivityMSPerCm, electronicConstantSPerM, ev, stableFromEv,
            stableToEv);
    }
}
