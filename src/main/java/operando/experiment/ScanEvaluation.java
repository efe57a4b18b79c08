package operando.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.cell.Thresholds;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.Plausibility;
import operando.measure.ScanMeasures;
import operando.results.InterfaceMapFiles;
import operando.results.ResultFiles;
import operando.results.ScanCheckpoint;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.segment.ColumnSweep;
import operando.segment.ElectrodeMaps;
import operando.segment.PhaseRanks;
import operando.segment.SweepResult;
import operando.segment.SweepSettings;
import operando.segment.SweptLabels;
import operando.segment.filter.FilterSettings;
import operando.segment.filter.FilteredScan;
import operando.segment.filter.FringeStrength;
import operando.segment.filter.ScanFilters;
import operando.segment.learn.BlockSegmentation;
import operando.segment.learn.ClassLabels;
import operando.segment.learn.Classified;
import operando.segment.learn.Likeness;
import operando.segment.learn.modelfile.TrainedClassifier;
import operando.series.InterfaceMaps;

/** One scan from grey values to its labels, contact maps and numbers, all written into the results folder. */
final class ScanEvaluation {

    private final SweepSettings settings;
    private final FilterSettings filters;
    private final Optional<TrainedClassifier> classifier;
    private final ResultFiles files;
    private final Cores cores;
    private final long memoryBytes;

    /** @param classifier turns grey values into phases before the sweep */
    ScanEvaluation(final SweepSettings settings, final FilterSettings filters, final Optional<TrainedClassifier> classifier, final ResultFiles files, final Cores cores,
        final long memoryBytes) {
        this.settings = settings;
        this.filters = filters;
        this.classifier = classifier;
        this.memoryBytes = memoryBytes;
        this.files = files;
        this.cores = cores;
    }

    /**
     * @param key   what a resumed run recognises the result by
     * @param input hash of the input alone
     */
    ScanCheckpoint evaluate(final ScanInput input, final String name, final String key, final String inputHash, final Progress progress) {
        final ColumnSweep sweep = new ColumnSweep(settings);
        if (classifier.isEmpty()) {
            if (filters.isNone()) {
                final SweepResult swept = sweep.sweep(input.whole(), input.region(), cores, progress.part(0, 0.5));
                return measure(input.scan(), swept, input, name, key, inputHash, progress.part(0.5, 1));
            }
            try (FilteredScan filtered = new ScanFilters(filters, memoryBytes).filter(input.whole(), files.scratch(name), cores, progress.part(0, 0.6))) {
                filtered.notes().forEach(note -> input.warnings().add(name + ": " + note));
                final SweepResult swept = sweep.sweep(filtered, input.region(), cores, progress.part(0.6, 0.8));
                return measure(input.cropped(filtered), swept, input, name, key, inputHash, progress.part(0.8, 1));
            }
        }
        final Path classes = files.classes(name);
        final Likeness likeness = new Likeness(classifier.get(), "the classifier");
        input.warnings().addAll(likeness.differences(input.whole()));
        final Classified found = new BlockSegmentation(classifier.get().header().voxelFeatures("the model"), classifier.get(), memoryBytes)
            .writeLabels(input.whole(), input.voxelSize(), new ClassLabels(classifier.get().header().classes()), classes, cores, progress.part(0, 0.8));
        input.warnings().addAll(likeness.differences(input.whole(), found));
        try (PhaseRanks phases = new PhaseRanks(ScanFile.open(classes))) {
            return measure(input.cropped(phases), sweep.sweepPhases(phases, input.region(), cores, progress.part(0.8, 0.9)), input, name, key, inputHash, progress.part(0.9, 1));
        }
    }

    private ScanCheckpoint measure(final Scan scan, final SweepResult swept, final ScanInput input, final String name, final String key,
        final String inputHash, final Progress progress) {
        new SweptLabels(swept).write(scan, input.voxelSize(), files.labels(name), cores, progress.part(0, 0.9));
        final InterfaceMaps maps = InterfaceMaps.of(swept, input.voxelSize(), input.fromZ());
        for (final Side side : Side.values()) {
            InterfaceMapFiles.writeContact(maps, side, files.contactMap(side, name), files.contactPicture(side, name));
        }
        InterfaceMapFiles.write(maps, files.finishedMaps(name));
        final ScanMeasures measures = ScanMeasures.of(swept, input.voxelSize());
        final Map<String, Measured> numbers = new LinkedHashMap<>();
        measures.numbers().forEach((quantity, number) -> numbers.put(quantity.column(), number));
        // Positions are those in the stack, also where a region begins deeper in it.
        for (final Side side : Side.values()) {
            for (final Quantity position : input.fromZ() == 0 ? List.<Quantity>of() : List.of(Quantity.INTERFACE_POSITION.at(side), Quantity.COLLECTOR_POSITION.at(side))) {
                numbers.computeIfPresent(position.column(), (column, number) -> number.isPresent() ? Measured.of(number.value() + input.fromZ() * input.voxelSize().zUm(),
                    number.standardError()) : number);
            }
        }
        if (classifier.isEmpty()) {
            putThresholds(numbers, swept.thresholds());
        }
        final List<String> warnings = new ArrayList<>(input.warnings());
        if (classifier.isEmpty()) {
            FringeStrength.of(scan, swept.thresholds()).stream().filter(strength -> strength > FringeStrength.HARMLESS).forEach(strength -> warnings.add(String.format(Locale.ROOT,
                "%s: phase-contrast fringes of %.0f %% of the step at the current collectors shift interfaces and hide voids; filters: {fringes: ...} removes them", name,
                100 * strength)));
        }
        warnings.addAll(Plausibility.doubts(swept, measures, input.voxelSize()));
        progress.report(1, "Measures");
        return new ScanCheckpoint(key, inputHash, numbers, ScanCheckpoint.fingerprints(files, name), voidRows(swept), warnings);
    }

    private static void putThresholds(final Map<String, Measured> numbers, final Thresholds thresholds) {
        numbers.put(Quantity.THRESHOLD_VOID.column(), Measured.of(thresholds.voidLithium()));
        numbers.put(Quantity.THRESHOLD_LITHIUM.column(), Measured.of(thresholds.lithiumInterphase()));
        numbers.put(Quantity.THRESHOLD_INTERPHASE.column(), Measured.of(thresholds.interphaseElectrolyte()));
        numbers.put(Quantity.THRESHOLD_COLLECTOR.column(), Measured.of(thresholds.electrolyteCollector(), "no current collector is in view"));
    }

    private static long[] voidRows(final SweepResult swept) {
        final long[] rows = new long[swept.height()];
        for (final Side side : Side.values()) {
            final ElectrodeMaps of = swept.side(side);
            for (int column = 0; column < of.columns(); column++) {
                rows[column / swept.width()] += of.voidVoxels(column);
            }
        }
        return rows;
    }
}
