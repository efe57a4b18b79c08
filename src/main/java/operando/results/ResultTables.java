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
import operando.voltage.LumpedParameters;
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
        final CsvTable table = new CsvTable(List.of("parameter", "value", "standard_error", "origin"));
        final LumpedParameters parameters = voltage.parameters();
        table.row(List.of("electrolyte_conductivity_mS_cm", parameters.electrolyteConductivityMSPerCm(), "", GIVEN));
        table.row(List.of("exchange_current_density_mA_cm2", parameters.exchangeCurrentDensityMAPerCm2(), "", GIVEN));
        table.row(List.of("temperature_K", parameters.temperatureK(), "", GIVEN));
        table.row(List.of("alpha_anodic", parameters.alphaAnodic(), "", GIVEN));
        table.row(List.of("alpha_cathodic", parameters.alphaCathodic(), "", GIVEN));
        table.row(List.of("interphase_conductivity_mS_cm", voltage.interphaseConductivityMSPerCm().value(),
            voltage.interphaseConductivityMSPerCm().standardError(), voltage.fitted() ? "fitted on the first half cycle" : GIVEN));
        table.write(results.files().model());
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
