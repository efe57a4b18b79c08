package operando.voltage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import operando.cell.InputException;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cycler.CyclingRecord;
import operando.series.TimeSeries;

/** Puts the voltage that the measured contact predicts beside the measured one. */
public final class VoltageEvaluation {

    private static final String NOT_RESOLVED = "it was not fitted with the current resolved";
    private static final double[] FIXED_PERCENT = {100, 25, 1};

    private final ModelSettings settings;
    private final ContactRule rule;
    private final TimeSeries series;
    private final List<String> warnings;

    /**
     * @param rule     which contact is taken where the images support it
     * @param warnings gets a line where no voltage can be predicted, or the rule is not supported
     */
    public VoltageEvaluation(final ModelSettings settings, final ContactRule rule, final TimeSeries series, final List<String> warnings) {
        this.settings = settings;
        this.rule = rule;
        this.series = series;
        this.warnings = warnings;
    }

    /** Empty, with a warning, where the images or the voltage do not allow a prediction. */
    public VoltageResult evaluate(final CyclingRecord record) {
        try {
            return predicted(record);
        } catch (final InputException e) {
            warnings.add("No voltage is predicted: " + e.getMessage());
            return new VoltageResult(record.timesH(), record.currentDensitiesMAPerCm2(), record.voltagesV(), Map.of(), new double[0], settings.parameters(),
                Measured.missing("no voltage is predicted"), false, List.of(),
                Measured.missing(NOT_RESOLVED), Double.NaN);
        }
    }

    private VoltageResult predicted(final CyclingRecord record) {
        final ContactSeries contact = contact();
        final VoltagePrediction prediction = new VoltagePrediction(contact, record);
        if (record.startH() < contact.startH() || record.endH() > contact.endH()) {
            warnings.add(String.format(Locale.ROOT, "The scans tell of the cell from %.3g to %.3g h and the cycler's record runs from %.3g to %.3g h: no voltage is predicted outside.",
                contact.startH(), contact.endH(), record.startH(), record.endH()));
        }
        LumpedParameters parameters = settings.parameters();
        Measured conductivity = Measured.of(parameters.interphaseConductivityMSPerCm());
        final List<ParameterFit> fits = new ArrayList<>();
        if (settings.fit().isPresent()) {
            final ParameterFit fit = prediction.fit(settings.fit().get(), parameters);
            fit.remarks().forEach(remark -> warnings.add("fit of the voltage: " + remark));
            fits.add(fit);
            parameters = fit.in(parameters);
            conductivity = fit.estimates().stream().filter(estimate -> estimate.parameter() == FitParameter.INTERPHASE_CONDUCTIVITY).map(ParameterFit.Estimate::value)
                .findFirst().orElse(conductivity);
        }
        final boolean fitted = settings.fit().isEmpty() && settings.interphaseConductivityMSPerCm().isEmpty();
        if (fitted) {
            final InterphaseConductivityFit fit = prediction.fitOnFirstHalfCycle(parameters);
            parameters = parameters.withInterphaseConductivity(fit.conductivityMSPerCm());
            conductivity = Measured.of(fit.conductivityMSPerCm(), fit.standardErrorMSPerCm());
        }
        final Map<String, double[]> scenarios = new LinkedHashMap<>();
        for (final double percent : FIXED_PERCENT) {
            final ContactScenario scenario = ContactScenario.fixed(percent);
            scenarios.put(scenario.name(), prediction.voltagesV(parameters, scenario));
        }
        final ContactScenario dynamic = ContactScenario.dynamic();
        scenarios.put(dynamic.name(), prediction.voltagesV(parameters, dynamic));
        return new VoltageResult(record.timesH(), record.currentDensitiesMAPerCm2(), record.voltagesV(), scenarios, prediction.impliedContact(parameters),
            parameters, conductivity, fitted, fits, Measured.missing(NOT_RESOLVED), prediction.firstHalfCycleEndH());
    }

    private ContactSeries contact() {
        final Quantity fraction = rule.supportedBy(series, warnings).quantity();
        return new ContactSeries(series.timesH(), series.values(fraction.at(Side.TOP)), series.values(fraction.at(Side.BOTTOM)),
            series.values(Quantity.INTERPHASE_THICKNESS.at(Side.TOP)), series.values(Quantity.INTERPHASE_THICKNESS.at(Side.BOTTOM)),
            series.values(Quantity.ELECTROLYTE_THICKNESS));
    }
}
