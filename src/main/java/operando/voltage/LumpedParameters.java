package operando.voltage;

import operando.cell.RangeCheck;

/**
 * The material parameters of {@link LumpedModel}.
 *
 * @param electrolyteConductivityMSPerCm κ_el, ionic conductivity of the electrolyte, mS cm⁻¹
 * @param exchangeCurrentDensityMAPerCm2 i0, mA cm⁻² of contact
 * @param temperatureK                   K
 * @param alphaAnodic                    anodic charge transfer coefficient
 * @param alphaCathodic                  cathodic charge transfer coefficient
 * @param interphaseConductivityMSPerCm  κ_int, ionic conductivity of the interphase, mS cm⁻¹
 */
public record LumpedParameters(double electrolyteConductivityMSPerCm, double exchangeCurrentDensityMAPerCm2,
                               double temperatureK, double alphaAnodic, double alphaCathodic,
                               double interphaseConductivityMSPerCm) {

    public LumpedParameters {
        RangeCheck.positive("electrolyte conductivity", electrolyteConductivityMSPerCm, "mS cm⁻¹");
        RangeCheck.positive("exchange current density", exchangeCurrentDensityMAPerCm2, "mA cm⁻²");
        RangeCheck.temperature("temperature", temperatureK);
        RangeCheck.positive("anodic charge transfer coefficient", alphaAnodic, "");
        RangeCheck.positive("cathodic charge transfer coefficient", alphaCathodic, "");
        RangeCheck.positive("interphase conductivity", interphaseConductivityMSPerCm, "mS cm⁻¹");
    }

    /**
     * Li10SnP2S12 as delivered: 2.1 mS cm⁻¹ at 20 °C (Lewis et al.); i0 = 0.8 mA cm⁻², 298 K, coefficients 0.5. No
     * source gives the conductivity of the interphase; 0.05 mS cm⁻¹ is a value to start from, to be fitted.
     */
    public static LumpedParameters defaults() {
        return new LumpedParameters(2.1, 0.8, 298, 0.5, 0.5, 0.05);
    }

    public LumpedParameters withInterphaseConductivity(final double conductivityMSPerCm) {
        return new LumpedParameters(electrolyteConductivityMSPerCm, exchangeCurrentDensityMAPerCm2, temperatureK,
            alphaAnodic, alphaCathodic, conductivityMSPerCm);
    }

    /** The kinetics at both interfaces. */
    public ButlerVolmer kinetics() {
        return new ButlerVolmer(exchangeCurrentDensityMAPerCm2, alphaAnodic, alphaCathodic, temperatureK);
    }
}
