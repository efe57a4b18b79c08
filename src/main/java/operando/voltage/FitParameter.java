package operando.voltage;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import operando.cell.InputException;

/** A parameter of the model that can be fitted to measured voltages; all of them are above zero. */
public enum FitParameter {
    INTERPHASE_CONDUCTIVITY("interphase_conductivity", "mS_cm"),
    EXCHANGE_CURRENT_DENSITY("exchange_current_density", "mA_cm2"),
    ALPHA_ANODIC("alpha_anodic", ""),
    ALPHA_CATHODIC("alpha_cathodic", "");

    private final String key;
    private final String unit;

    FitParameter(final String key, final String unit) {
        this.key = key;
        this.unit = unit;
    }

    /** As it is named in {@code experiment.yml}. */
    public String key() {
        return key;
    }

    /** As it is named in tables, with its unit. */
    public String column() {
        return unit.isEmpty() ? key : key + "_" + unit;
    }

    /** In words. */
    public String label() {
        return key.replace('_', ' ');
    }

    /** @throws InputException if there is none of this name */
    public static FitParameter of(final String key) {
        return Arrays.stream(values()).filter(parameter -> parameter.key.equals(key.strip().toLowerCase(Locale.ROOT))).findFirst()
            .orElseThrow(() -> new InputException("fit", "'" + key + "' is no parameter of the model that can be fitted",
                "give some of " + Arrays.stream(values()).map(FitParameter::key).collect(Collectors.joining(", "))));
    }

    double in(final LumpedParameters parameters) {
        return switch (this) {
            case INTERPHASE_CONDUCTIVITY -> parameters.interphaseConductivityMSPerCm();
            case EXCHANGE_CURRENT_DENSITY -> parameters.exchangeCurrentDensityMAPerCm2();
            case ALPHA_ANODIC -> parameters.alphaAnodic();
            case ALPHA_CATHODIC -> parameters.alphaCathodic();
        };
    }

    LumpedParameters with(final LumpedParameters of, final double value) {
        return new LumpedParameters(of.electrolyteConductivityMSPerCm(), this == EXCHANGE_CURRENT_DENSITY ? value : of.exchangeCurrentDensityMAPerCm2(), of.temperatureK(),
            this == ALPHA_ANODIC ? value : of.alphaAnodic(), this == ALPHA_CATHODIC ? value : of.alphaCathodic(),
            this == INTERPHASE_CONDUCTIVITY ? value : of.interphaseConductivityMSPerCm());
    }
}
