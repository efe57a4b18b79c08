package operando.voltage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import operando.cell.Measured;

/**
 * The measured voltage and what the model makes of the measured contact, over time.
 *
 * @param timesH      h, rising
 * @param currentDensityMAPerCm2 mA cm⁻² of cross-section, positive when the top is stripped
 * @param measuredV   V
 * @param scenariosV  a predicted voltage a scenario, V, by its name; NaN where it has none
 * @param impliedContact contact fraction of the stripped side that would meet the measured voltage; NaN where none does
 * @param parameters  of the model
 * @param interphaseConductivityMSPerCm fitted with its standard error, or given, mS cm⁻¹
 * @param fitted      whether the conductivity was fitted on the first half cycle
 * @param parameterFits what was fitted otherwise: none or one
 * @param resolvedConductivityMSPerCm of the interphase, fitted with the current resolved, mS cm⁻¹; missing if that was not done
 * @param firstHalfCycleEndH the end of what the fit saw, h
 */
public record VoltageResult(double[] timesH, double[] currentDensityMAPerCm2, double[] measuredV, Map<String, double[]> scenariosV,
                            double[] impliedContact,
                            LumpedParameters parameters, Measured interphaseConductivityMSPerCm, boolean fitted, List<ParameterFit> parameterFits, Measured resolvedConductivityMSPerCm,
                            double firstHalfCycleEndH) {

    /** The scenario with the measured contact as it is. */
    public static final String MEASURED_CONTACT = "contact_100_percent_V";

    public VoltageResult {
        parameterFits = List.copyOf(parameterFits);
        scenariosV = Collections.unmodifiableMap(new LinkedHashMap<>(scenariosV));
    }

    /** The same with what was found with the current resolved. */
    public VoltageResult withResolvedConductivity(final Measured conductivityMSPerCm) {
        return new VoltageResult(timesH, currentDensityMAPerCm2, measuredV, scenariosV, impliedContact, parameters, interphaseConductivityMSPerCm, fitted, parameterFits,
            conductivityMSPerCm, firstHalfCycleEndH);
    }
}
