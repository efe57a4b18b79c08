package operando.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.cycler.CyclingRecord;
import operando.cycler.HalfCycle;
import operando.measure.ContactChange;
import operando.measure.LithiumBalance;
import operando.measure.RoughnessAndVoids;
import operando.measure.VoidFates;
import operando.measure.VoidFates.Fate;

/** What follows from the scans together and from the cycler: changes from scan to scan, half cycles, voltage. */
final class SeriesEvaluation {

    private static final double UM3_PER_MM2_UM = 1e6;
    /** Edge of the squares whose roughness is compared, in columns. */
    private static final int ROUGHNESS_SQUARE = 8;

    private final Experiment experiment;
    private final TimeSeries series;
    private final int[] rows;
    private final VoxelSize voxelSize;
    private final ResultFiles files;
    private final Optional<Cycling> cycling;

    /** @param rows of the scans that could be read, rising */
    SeriesEvaluation(final Experiment experiment, final TimeSeries series, final int[] rows, final VoxelSize voxelSize,
        final ResultFiles files, final Optional<Cycling> cycling) {
        this.experiment = experiment;
        this.series = series;
        this.rows = rows;
        this.voxelSize = voxelSize;
        this.files = files;
        this.cycling = cycling;
    }

    ExperimentResults results(final Map<String, String> parameters, final Optional<DisplacementSeries> displacement,
        final Optional<ClassifierResult> classifier, final List<String> earlierWarnings) {
        final List<String> warnings = new ArrayList<>(earlierWarnings);
        final Map<String, String> facts = new LinkedHashMap<>(parameters);
        cycling.ifPresent(of -> facts.put("cycler file", String.join(" ", of.record().notes())));
        final double[] stack = series.values("stack_thickness_um");
        final double[] area = series.values("cross_section_mm2");
        for (final int row : rows) {
            series.set(row, "stack_volume_change_um3", (stack[row] - stack[rows[0]]) * area[rows[0]] * UM3_PER_MM2_UM);
        }
        cycling.ifPresent(this::setCycling);
        final Optional<VoltageResult> voltage = cycling.flatMap(of ->
            new VoltageEvaluation(experiment.model(), series, warnings).evaluate(of.record()));
        voltage.map(result -> result.scenariosV().get(VoltageResult.MEASURED_CONTACT)).ifPresent(predicted -> {
            for (final int row : rows) {
                series.set(row, "voltage_predicted_V", Interpolation.linear(voltage.get().timesH(), predicted, series.timesH()[row]));
            }
        });
        return new ExperimentResults(experiment, files.folder(), voxelSize, series, contactSteps(),
            cycling.map(of -> halfCycles(of.record())).orElse(List.of()), voltage, displacement, classifier, thresholdMethod(), facts, warnings);
    }

    private String thresholdMethod() {
        if (experiment.classifier().isPresent()) {
            return "Phases were told apart voxel by voxel by the classifier " + experiment.classifier().get().getFileName()
                + ", and measured along the columns; positions and thicknesses are by whole voxels.";
        }
        return experiment.sweep().thresholds().map(given -> "The same thresholds, as given, were used for every scan: void "
            + given.voidLithium() + ", lithium " + given.lithiumInterphase() + ", interphase " + given.interphaseElectrolyte()
            + ", collector " + given.electrolyteCollector() + ".").orElse("Thresholds were found for each scan by itself: half-way between"
            + " the grey values of neighbouring phases, which are peaks in the histogram of places without an edge and then means"
            + " inside the phases.");
    }

    private void setCycling(final Cycling of) {
        for (final int row : rows) {
            final double time = series.timesH()[row];
            final double current = of.currentDensityMAPerCm2(time);
            series.set(row, "current_density_mA_cm2", current);
            series.set(row, "voltage_measured_V", of.voltageV(time));
            series.set(row, "charge_mAh_cm2", of.chargeMAhPerCm2(time));
            for (final Side side : Side.values()) {
                series.set(row, "effective_current_density_" + side.key() + "_mA_cm2", LithiumBalance.effectiveCurrentDensityMAPerCm2(current,
                    series.value(row, "contact_fraction_" + side.key())));
            }
        }
    }

    private List<ContactStep> contactSteps() {
        final List<ContactStep> steps = new ArrayList<>();
        InterfaceMaps earlier = rows.length == 0 ? null : InterfaceMaps.read(files.finishedMaps(series.scan(rows[0])));
        for (int i = 1; i < rows.length; i++) {
            final InterfaceMaps later = InterfaceMaps.read(files.finishedMaps(series.scan(rows[i])));
            for (final Side side : Side.values()) {
                final int of = side.ordinal();
                final ContactChange change = ContactChange.between(earlier.contact()[of], later.contact()[of], voxelSize);
                final VoidFates fates = VoidFates.between(later.width(), earlier.voids()[of], later.voids()[of], voxelSize);
                steps.add(new ContactStep(rows[i - 1], rows[i], side, change.keptMm2(), change.gainedMm2(), change.lostMm2(),
                    change.changePercent(), counts(fates), RoughnessAndVoids.between(later.width(), earlier.heightUm()[of],
                    earlier.contact()[of], later.contact()[of], ROUGHNESS_SQUARE)));
                series.set(rows[i], "contact_gained_" + side.key() + "_mm2", change.gainedMm2());
                series.set(rows[i], "contact_lost_" + side.key() + "_mm2", change.lostMm2());
            }
            earlier = later;
        }
        return steps;
    }

    private static ContactStep.VoidCounts counts(final VoidFates fates) {
        return new ContactStep.VoidCounts(fates.count(Fate.APPEARED), fates.count(Fate.GREW), fates.count(Fate.SHRANK),
            fates.count(Fate.CLOSED), fates.count(Fate.UNCHANGED), fates.volumeChangeUm3(Fate.APPEARED),
            fates.volumeChangeUm3(Fate.GREW), fates.volumeChangeUm3(Fate.SHRANK), fates.volumeChangeUm3(Fate.CLOSED));
    }

    private List<HalfCycleResult> halfCycles(final CyclingRecord record) {
        final List<HalfCycleResult> results = new ArrayList<>();
        for (final HalfCycle half : record.halfCycles()) {
            final Side stripped = half.stripping();
            final int from = nearest(half.startH());
            final int to = nearest(half.endH());
            final double charge = Math.abs(half.chargeMAhPerCm2());
            final double covered = Math.abs(series.value(to, "charge_mAh_cm2") - series.value(from, "charge_mAh_cm2"));
            final double lithium = (series.value(to, "lithium_volume_" + stripped.key() + "_um3")
                - series.value(from, "lithium_volume_" + stripped.key() + "_um3"))
                / (series.value(from, "cross_section_mm2") * UM3_PER_MM2_UM);
            final double stack = series.value(to, "stack_thickness_um") - series.value(from, "stack_thickness_um");
            results.add(new HalfCycleResult(results.size() + 1, half.startH(), half.endH(), half.chargeMAhPerCm2() / (half.endH() - half.startH()),
                charge, stripped, lithium, LithiumBalance.lithiumFraction(-lithium, covered),
                series.value(from, "interphase_thickness_" + stripped.key() + "_um"), stack,
                LithiumBalance.interphaseMolarVolumeCm3(stack, covered)));
        }
        return results;
    }

    private int nearest(final double timeH) {
        int best = rows[0];
        for (final int row : rows) {
            best = Math.abs(series.timesH()[row] - timeH) < Math.abs(series.timesH()[best] - timeH) ? row : best;
        }
        return best;
    }
}
