package operando.voltage;

import java.util.Optional;
import java.util.OptionalDouble;

import operando.cell.InputException;
import operando.cell.RangeCheck;

/**
 * What the voltage model cannot take from the images.
 *
 * @param electrolyteConductivityMSPerCm  κ_el, mS cm⁻¹
 * @param exchangeCurrentDensityMAPerCm2  i₀ of lithium | electrolyte, mA cm⁻²
 * @param temperatureK                    K
 * @param alphaAnodic                     anodic charge transfer coefficient
 * @param alphaCathodic                   cathodic charge transfer coefficient
 * @param interphaseConductivityMSPerCm   κ_int, mS cm⁻¹; empty to fit it on the first half cycle
 * @param resolved                        whether the current is resolved between the contact maps of each scan, too
 * @param fit                            what else is fitted, and to what; none if only the conductivity of the interphase is, or nothing
 */
public record ModelSettings(double electrolyteConductivityMSPerCm, double exchangeCurrentDensityMAPerCm2,
                            double temperatureK, double alphaAnodic, double alphaCathodic, OptionalDouble interphaseConductivityMSPerCm, boolean resolved,
                            Optional<FitChoice> fit) {

    public ModelSettings {
        positive("electrolyte_conductivity_mS_cm", electrolyteConductivityMSPerCm);
        positive("exchange_current_density_mA_cm2", exchangeCurrentDensityMAPerCm2);
        RangeCheck.temperature("temperature_K", temperatureK);
        positive("alpha_anodic", alphaAnodic);
        positive("alpha_cathodic", alphaCathodic);
        interphaseConductivityMSPerCm.ifPresent(value -> positive("interphase_conductivity_mS_cm", value));
        if (interphaseConductivityMSPerCm.isEmpty() && fit.isPresent() && !fit.get().parameters().contains(FitParameter.INTERPHASE_CONDUCTIVITY)) {
            throw new InputException("fit", "the conductivity of the interphase is neither given nor among what is fitted",
                "give interphase_conductivity_mS_cm, or name interphase_conductivity in fit as well");
        }
    }

    /** Those of {@link LumpedParameters#defaults}, but the interphase fitted. */
    public static ModelSettings defaults() {
        final LumpedParameters defaults = LumpedParameters.defaults();
        return new ModelSettings(defaults.electrolyteConductivityMSPerCm(), defaults.exchangeCurrentDensityMAPerCm2(), defaults.temperatureK(),
            defaults.alphaAnodic(), defaults.alphaCathodic(), OptionalDouble.empty(), false, Optional.empty());
    }

    /** As the model takes them, with the interphase conductivity that is given, or one to start a fit from. */
    public LumpedParameters parameters() {
        return new LumpedParameters(electrolyteConductivityMSPerCm, exchangeCurrentDensityMAPerCm2, temperatureK, alphaAnodic, alphaCathodic,
            interphaseConductivityMSPerCm.orElse(LumpedParameters.defaults().interphaseConductivityMSPerCm()));
    }

    private static void positive(final String key, final double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InputException(key, value + " is not above zero", "give a positive number");
        }
    }
}
