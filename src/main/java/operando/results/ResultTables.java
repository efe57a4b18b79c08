package operando.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import operando.cell.Quantity;
import operando.series.ContactStep;
import operando.series.HalfCycleBalance;
import operando.series.TimeSeries;
import operando.text.CsvTable;
import operando.voltage.EffectiveCurrentLine;
import operando.voltage.FitParameter;
import operando.voltage.LumpedParameters;
import operando.voltage.ParameterFit;
import operando.voltage.VoltageResult;

/** Writes the CSV files of a run. */
public final class ResultTables {

    private static final String GIVEN = "given";

    private final Results results;

    public ResultTables(final Results results) {
        this.results = results;
    }

    /** @throws operando.cell.InputException if a file cannot be written */
    public void write() {
        writeTimeSeries();
        results.voltage().ifPresent(this::writeVoltage);
        writeContactChanges();
        results.classifier().ifPresent(classifier -> classifier.quality()
            .write(results.files().classifierQuality(), results.files().classifierImportance()));
        if (!results.halfCycles().isEmpty()) {
            writeHalfCycles();
            writeEffectiveCurrent();
        }
        results.section().write(results.files());
    }

    private void writeEffectiveCurrent() {
        final CsvTable table = new CsvTable(List.of(Quantity.HALF_CYCLE.column(), Quantity.STRIPPED_SIDE.column(), "scans", "scans_in_linear_range", "slope_ohm_cm2",
            "slope_ohm_cm2_se", "intercept_V", "linear_to_mA_cm2", "linear_to_V", "reason"));
        for (final HalfCycleBalance half : results.halfCycles()) {
            final EffectiveCurrentLine line = EffectiveCurrentLine.of(half, results.series());
            table.row(List.of(half.number(), half.strippedSide().key(), line.points().size(), line.linearPoints(), line.slopeOhmCm2().value(),
                line.slopeOhmCm2().standardError(), line.interceptV(), line.linearToMAPerCm2(), line.linearToV(), line.slopeOhmCm2().reason()));
        }
        table.write(results.files().effectiveCurrent());
    }

    private void writeTimeSeries() {
        final TimeSeries series = results.series();
        final List<String> header = new ArrayList<>(columns(Quantity.SCAN, Quantity.TIME));
        for (final Quantity quantity : series.quantities()) {
            header.add(quantity.column());
            if (series.hasErrors(quantity)) {
                header.add(quantity.errorColumn());
            }
        }
        final CsvTable table = new CsvTable(header);
        for (int row = 0; row < series.size(); row++) {
            final List<Object> fields = new ArrayList<>(List.of(series.scan(row), series.timesH()[row]));
            for (final Quantity quantity : series.quantities()) {
                fields.add(series.value(row, quantity));
                if (series.hasErrors(quantity)) {
                    fields.add(series.get(row, quantity).standardError());
                }
            }
            table.row(fields);
        }
        table.write(results.files().timeSeries());
    }

    private void writeVoltage(final VoltageResult voltage) {
        final List<String> header = new ArrayList<>(columns(Quantity.TIME, Quantity.CURRENT_DENSITY, Quantity.MEASURED));
        header.addAll(voltage.scenariosV().keySet());
        header.add(Quantity.IMPLIED_CONTACT.column());
        CsvTable.write(results.files().voltage(), header, voltage.timesH().length, i -> {
            final List<Object> row = new ArrayList<>(List.of(voltage.timesH()[i], voltage.currentDensityMAPerCm2()[i], voltage.measuredV()[i]));
            for (final double[] scenario : voltage.scenariosV().values()) {
                row.add(scenario[i]);
            }
            row.add(i < voltage.impliedContact().length ? voltage.impliedContact()[i] : Double.NaN);
            return row;
        });
        writeModel(voltage);
    }

    private void writeModel(final VoltageResult voltage) {
        final CsvTable table = new CsvTable(List.of("parameter", "value", "standard_error", "origin", "lowest_95_percent", "highest_95_percent"));
        final LumpedParameters parameters = voltage.parameters();
        given(table, "electrolyte_conductivity_mS_cm", parameters.electrolyteConductivityMSPerCm());
        row(table, voltage, FitParameter.EXCHANGE_CURRENT_DENSITY, parameters.exchangeCurrentDensityMAPerCm2());
        given(table, "temperature_K", parameters.temperatureK());
        row(table, voltage, FitParameter.ALPHA_ANODIC, parameters.alphaAnodic());
        row(table, voltage, FitParameter.ALPHA_CATHODIC, parameters.alphaCathodic());
        if (voltage.fitted()) {
            table.row(List.of(FitParameter.INTERPHASE_CONDUCTIVITY.column(), voltage.interphaseConductivityMSPerCm().value(),
                voltage.interphaseConductivityMSPerCm().standardError(), "fitted on the first half cycle", "", ""));
        } else {
            row(table, voltage, FitParameter.INTERPHASE_CONDUCTIVITY, parameters.interphaseConductivityMSPerCm());
        }
        if (voltage.resolvedConductivityMSPerCm().isPresent()) {
            table.row(List.of("interphase_conductivity_resolved_mS_cm", voltage.resolvedConductivityMSPerCm().value(), voltage.resolvedConductivityMSPerCm().standardError(),
                "fitted at scans of the first half cycle with the current resolved", "", ""));
        }
        table.write(results.files().model());
        voltage.parameterFits().forEach(this::writeFit);
    }

    private static void given(final CsvTable table, final String name, final double value) {
        table.row(List.of(name, value, "", GIVEN, "", ""));
    }

    private static void row(final CsvTable table, final VoltageResult voltage, final FitParameter parameter, final double given) {
        voltage.parameterFits().stream().flatMap(fit -> fit.estimates().stream()).filter(estimate -> estimate.parameter() == parameter).findFirst().ifPresentOrElse(
            estimate -> table.row(List.of(parameter.column(), estimate.value().value(), estimate.value().standardError(),
                estimate.value().isPresent() ? "fitted" : estimate.value().reason(), estimate.lowest(), estimate.highest())),
            () -> given(table, parameter.column(), given));
    }

    /** How far the errors of fitted parameters go together. */
    private void writeFit(final ParameterFit fit) {
        final List<String> header = new ArrayList<>(List.of("parameter"));
        fit.estimates().forEach(estimate -> header.add("correlation_" + estimate.parameter().key()));
        final CsvTable table = new CsvTable(header);
        for (int i = 0; i < fit.estimates().size(); i++) {
            final List<Object> row = new ArrayList<>(List.of(fit.estimates().get(i).parameter().key()));
            Arrays.stream(fit.correlation()[i]).forEach(row::add);
            table.row(row);
        }
        table.write(results.files().fit());
    }

    private void writeContactChanges() {
        final CsvTable table = new CsvTable(columns(Quantity.FROM_SCAN, Quantity.TO_SCAN, Quantity.SIDE, Quantity.CONTACT_KEPT, Quantity.CONTACT_GAINED,
            Quantity.CONTACT_LOST, Quantity.CONTACT_CHANGE, Quantity.VOIDS_APPEARED, Quantity.VOIDS_GREW, Quantity.VOIDS_SHRANK, Quantity.VOIDS_CLOSED,
            Quantity.VOIDS_UNCHANGED, Quantity.VOID_VOLUME_APPEARED, Quantity.VOID_VOLUME_GREW, Quantity.VOID_VOLUME_SHRANK, Quantity.VOID_VOLUME_CLOSED,
            Quantity.ROUGHNESS_NEW_VOIDS, Quantity.ROUGHNESS_CONTACT, Quantity.ROUGHNESS_P_VALUE));
        for (final ContactStep step : results.contactSteps()) {
            final ContactStep.VoidCounts voids = step.voids();
            table.row(List.of(results.series().scan(step.fromRow()), results.series().scan(step.toRow()), step.side().key(),
                step.keptMm2(), step.gainedMm2(), step.lostMm2(), step.contactChangePercent(), voids.appeared(), voids.grew(),
                voids.shrank(), voids.closed(), voids.unchanged(), voids.appearedUm3(), voids.grewUm3(), voids.shrankUm3(), voids.closedUm3(),
                step.roughness().newVoidUm(), step.roughness().contactUm(), step.roughness().pValue()));
        }
        table.write(results.files().contactChanges());
    }

    private void writeHalfCycles() {
        final List<String> header = new ArrayList<>(columns(Quantity.HALF_CYCLE, Quantity.START, Quantity.END, Quantity.CURRENT_DENSITY, Quantity.CHARGE,
            Quantity.STRIPPED_SIDE, Quantity.SCANS_INSIDE));
        final Set<Quantity> withError = results.halfCycles().stream().flatMap(half -> half.numbers().entrySet().stream())
            .filter(number -> number.getValue().hasError()).map(Map.Entry::getKey).collect(Collectors.toSet());
        for (final Quantity quantity : results.halfCycles().get(0).numbers().keySet()) {
            header.add(quantity.column());
            if (withError.contains(quantity)) {
                header.add(quantity.errorColumn());
            }
        }
        final CsvTable table = new CsvTable(header);
        for (final HalfCycleBalance half : results.halfCycles()) {
            final List<Object> row = new ArrayList<>(List.of(half.number(), half.startH(), half.endH(), half.meanCurrentDensityMAPerCm2(),
                half.chargeMAhPerCm2(), half.strippedSide().key(), half.scans()));
            half.numbers().forEach((quantity, number) -> {
                row.add(number.value());
                if (withError.contains(quantity)) {
                    row.add(number.standardError());
                }
            });
            table.row(row);
        }
        table.write(results.files().halfCycles());
    }

    private static List<String> columns(final Quantity... quantities) {
        return Arrays.stream(quantities).map(Quantity::column).toList();
    }
}
