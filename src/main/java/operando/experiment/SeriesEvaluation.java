package operando.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.LithiumBalance;
import operando.results.ClassifierResult;
import operando.results.InterfaceMapFiles;
import operando.results.PixelMap;
import operando.results.ResultFiles;
import operando.results.Results;
import operando.results.SectionLines;
import operando.series.ContactStep;
import operando.series.DisplacementSeries;
import operando.series.HalfCycleBalance;
import operando.series.InterfaceMaps;
import operando.series.LinearInterpolation;
import operando.series.LithiumBalances;
import operando.series.SeriesPlausibility;
import operando.series.StackThinning;
import operando.series.TimeSeries;
import operando.text.CsvTable;
import operando.voltage.VoltageEvaluation;
import operando.voltage.VoltageResult;
import operando.voltage.resolved.ResolvedConductivityFit;
import operando.voltage.resolved.ResolvedSeries;
import operando.voltage.resolved.ResolvedVoltage;

/** What follows from the scans together and from the cycler: changes from scan to scan, half cycles, voltage. */
final class SeriesEvaluation {

    private static final double MM2_PER_CM2 = 100;
    private static final double AREA_TOLERANCE = 0.05;

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

    /** @param together how many pairs of scans may be in memory at the same time */
    Results results(final Cores cores, final int together, final Map<String, String> parameters, final Optional<DisplacementSeries> displacement,
        final Optional<ClassifierResult> classifier, final SectionLines section, final List<String> earlierWarnings, final Progress progress) {
        final List<String> warnings = new ArrayList<>(earlierWarnings);
        final Map<String, String> facts = new LinkedHashMap<>(parameters);
        cycling.ifPresent(of -> facts.put("cycler file", String.join(" ", of.record().notes())));
        final double[] stack = series.values(Quantity.STACK_THICKNESS);
        final double[] area = series.values(Quantity.CROSS_SECTION);
        for (final int row : rows) {
            series.set(row, Quantity.STACK_VOLUME_CHANGE, Measured.of(LithiumBalance.volumeUm3(stack[row] - stack[rows[0]], area[rows[0]]),
                "the thickness of the stack is not known in this scan and in the first"));
        }
        warnings.addAll(SeriesPlausibility.doubts(series, rows));
        cycling.ifPresent(of -> {
            setCycling(of);
            warnings.addAll(SeriesPlausibility.doubts(series, rows, of.record()));
            warn(area[rows[0]], warnings);
        });
        final Optional<VoltageResult> predicted = cycling.map(of -> new VoltageEvaluation(experiment.model(), experiment.contact(), series, warnings).evaluate(of.record()));
        predicted.map(result -> result.scenariosV().get(VoltageResult.MEASURED_CONTACT)).ifPresent(volts -> {
            final LinearInterpolation line = new LinearInterpolation(predicted.get().timesH(), volts);
            for (final int row : rows) {
                series.set(row, Quantity.VOLTAGE_PREDICTED, Measured.of(line.at(series.timesH()[row]), "the model has no voltage then"));
            }
        });
        final ContactHistory contact = new ContactHistory(series, rows, files, cores, together, warnings);
        final List<ContactStep> steps = contact.steps();
        final List<HalfCycleBalance> halfCycles = cycling.map(of -> new LithiumBalances(series, rows, experiment.beam().scanDurationH())
            .of(of.record().halfCycles())).orElse(List.of());
        contact.writeSpans(halfCycles);
        final Optional<VoltageResult> voltage = experiment.model().resolved() ? resolved(predicted, halfCycles, cores, progress, facts, warnings) : predicted;
        return new Results(experiment.name(), experiment.note().orElse(""), files.folder(), voxelSize, series, steps, halfCycles, voltage, displacement, classifier,
            section, experiment.beam().of(series), thresholdMethod(), facts, warnings);
    }

    private Optional<VoltageResult> resolved(final Optional<VoltageResult> predicted, final List<HalfCycleBalance> halfCycles, final Cores cores, final Progress progress,
        final Map<String, String> facts, final List<String> warnings) {
        if (predicted.filter(of -> of.interphaseConductivityMSPerCm().isPresent()).isEmpty()) {
            warnings.add("The current is not resolved: there is no current, or no interphase conductivity, to resolve it with");
            return predicted;
        }
        return Optional.of(resolve(predicted.get(), halfCycles, cores, progress, facts, warnings));
    }

    private VoltageResult resolve(final VoltageResult voltage, final List<HalfCycleBalance> halfCycles, final Cores cores, final Progress progress,
        final Map<String, String> facts, final List<String> warnings) {
        ResolvedSeries model = new ResolvedSeries(voltage.parameters(), cores);
        VoltageResult result = voltage;
        if (voltage.fitted() && !halfCycles.isEmpty()) {
            try {
                final ResolvedConductivityFit fit = model.fit(series, halfCycles.get(0).rows(), this::maps, progress.part(0, 0.5));
                facts.put("interphase conductivity, with the current resolved", String.format(Locale.ROOT, "%.4g +- %.2g mS/cm, fitted at %d scans of the first half cycle",
                    fit.conductivityMSPerCm(), fit.standardErrorMSPerCm(), fit.scans()));
                result = voltage.withResolvedConductivity(Measured.of(fit.conductivityMSPerCm(), fit.standardErrorMSPerCm()));
                model = new ResolvedSeries(voltage.parameters().withInterphaseConductivity(fit.conductivityMSPerCm()), cores);
            } catch (final InputException e) {
                warnings.add("The current is not resolved: " + e.getMessage());
                return voltage;
            }
        }
        for (int i = 0; i < rows.length; i++) {
            resolve(model, rows[i], progress.part(0.5 + 0.5 * i / rows.length, 0.5 + 0.5 * (i + 1) / rows.length), warnings);
        }
        return result;
    }

    private void resolve(final ResolvedSeries model, final int row, final Progress progress, final List<String> warnings) {
        final String scan = series.scan(row);
        final InterfaceMaps maps = maps(row);
        final Optional<ResolvedVoltage> found = model.enter(series, row, maps, (fraction, stage) -> progress.report(fraction, scan + ": current between the contact maps"));
        if (found.isEmpty()) {
            warnings.add(scan + ": the current is not resolved: " + series.get(row, Quantity.VOLTAGE_RESOLVED).reason());
        }
        found.ifPresent(resolved -> {
            for (final Side side : Side.values()) {
                PixelMap.write(maps.width(), maps.height(), maps.voxelSize().xUm(), maps.voxelSize().yUm(), resolved.side(side).mAPerCm2(), files.currentMap(side, scan));
            }
        });
    }

    private InterfaceMaps maps(final int row) {
        return InterfaceMapFiles.read(files.finishedMaps(series.scan(row)));
    }

    private void warn(final double crossSectionMm2, final List<String> warnings) {
        experiment.cycler().flatMap(source -> source.facts().areaCm2().stream().boxed().findFirst()).ifPresent(areaCm2 -> {
            final double imagedCm2 = crossSectionMm2 / MM2_PER_CM2;
            if (Math.abs(imagedCm2 / areaCm2 - 1) > AREA_TOLERANCE) {
                warnings.add("area_cm2 is " + CsvTable.text(areaCm2) + " and the imaged cross-section " + CsvTable.text(imagedCm2)
                    + " cm²: numbers per area take what is imaged to stand for the whole electrode");
            }
        });
        for (final int row : StackThinning.beyondLimit(series, voxelSize.zUm())) {
            warnings.add(series.scan(row) + ": the stack is " + CsvTable.text(Math.rint(10 * (series.value(rows[0], Quantity.STACK_THICKNESS)
                - series.value(row, Quantity.STACK_THICKNESS))) / 10) + " µm thinner than at first, more than lithium of the charge passed can explain ("
                + CsvTable.text(Math.rint(10 * StackThinning.faradaicLimitUm(series)[row]) / 10) + " µm)");
        }
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
            series.set(row, Quantity.CURRENT_DENSITY, Measured.of(current));
            series.set(row, Quantity.VOLTAGE_MEASURED, Measured.of(of.voltageV(time)));
            series.set(row, Quantity.CHARGE, Measured.of(of.chargeMAhPerCm2(time)));
            series.set(row, Quantity.CHARGE_PASSED, Measured.of(of.passedMAhPerCm2(time)));
            for (final Side side : Side.values()) {
                series.set(row, Quantity.EFFECTIVE_CURRENT_DENSITY.at(side), Measured.of(LithiumBalance.effectiveCurrentDensityMAPerCm2(current,
                    series.value(row, Quantity.CONTACT_FRACTION.at(side))), "no contact is known at this side"));
            }
        }
    }
}
