package operando.experiment;

import java.util.ArrayList;
import java.util.List;

import operando.text.CsvTable;

/** Writes the CSV files of a run. */
final class ResultTables {

    private final ExperimentResults results;

    ResultTables(final ExperimentResults results) {
        this.results = results;
    }

    void write() {
        results.series().write(results.files().timeSeries());
        results.voltage().ifPresent(this::writeVoltage);
        writeContactChanges();
        results.classifier().ifPresent(classifier -> classifier.quality()
            .write(results.files().classifierQuality(), results.files().classifierImportance()));
        if (!results.halfCycles().isEmpty()) {
            writeHalfCycles();
        }
    }

    private void writeVoltage(final VoltageResult voltage) {
        final List<String> header = new ArrayList<>(List.of("time_h", "measured_V"));
        header.addAll(voltage.scenariosV().keySet());
        header.add("implied_contact_fraction");
        final CsvTable table = new CsvTable(header);
        for (int i = 0; i < voltage.timesH().length; i++) {
            final List<Object> row = new ArrayList<>(List.of(voltage.timesH()[i], voltage.measuredV()[i]));
            for (final double[] scenario : voltage.scenariosV().values()) {
                row.add(scenario[i]);
            }
            row.add(i < voltage.impliedContact().length ? voltage.impliedContact()[i] : Double.NaN);
            table.row(row);
        }
        table.write(results.files().voltage());
    }

    private void writeContactChanges() {
        final CsvTable table = new CsvTable(List.of("from_scan", "to_scan", "side", "contact_kept_mm2", "contact_gained_mm2",
            "contact_lost_mm2", "contact_change_percent", "voids_appeared", "voids_grew", "voids_shrank", "voids_closed",
            "voids_unchanged", "void_volume_appeared_um3", "void_volume_grew_um3", "void_volume_shrank_um3", "void_volume_closed_um3",
            "roughness_new_voids_um", "roughness_contact_um", "roughness_p_value"));
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
        final CsvTable table = new CsvTable(List.of("half_cycle", "start_h", "end_h", "current_density_mA_cm2", "charge_mAh_cm2",
            "stripped_side", "lithium_change_um", "lithium_metal_fraction", "interphase_thickness_um", "stack_change_um",
            "interphase_molar_volume_cm3_mol"));
        for (final HalfCycleResult half : results.halfCycles()) {
            table.row(List.of(half.number(), half.startH(), half.endH(), half.meanCurrentDensityMAPerCm2(), half.chargeMAhPerCm2(),
                half.strippedSide().key(), half.lithiumChangeUm(), half.lithiumFraction(), half.interphaseThicknessUm(),
                half.stackChangeUm(), half.interphaseMolarVolumeCm3()));
        }
        table.write(results.files().halfCycles());
    }
}
