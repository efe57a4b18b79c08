package operando.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.results.ClassifierResult;
import operando.results.CrossSections;
import operando.results.InputHash;
import operando.results.Provenance;
import operando.results.ResultFiles;
import operando.results.ResultTables;
import operando.results.Results;
import operando.results.ScanCheckpoint;
import operando.results.Version;
import operando.scan.Scan;
import operando.segment.learn.PhaseClasses;
import operando.segment.learn.modelfile.ModelFile;
import operando.segment.learn.modelfile.TrainedClassifier;
import operando.series.DisplacementSeries;
import operando.series.TimeSeries;

/**
 * Evaluates a whole experiment into a results folder: every scan for itself, then what happens from scan to scan, then
 * the voltage. What an interrupted run has finished is taken over when it is resumed.
 *
 * <pre>
 * Experiment experiment = Experiment.read(Path.of("experiment.yml"));
 * Results results = new ExperimentRun(experiment, Path.of("results"), RunOptions.defaults()).run(cores, progress);
 * </pre>
 */
public final class ExperimentRun {

    private static final double SCANS_SHARE = 0.9;
    // Following subvolumes takes longer than everything else.
    private static final double SCANS_SHARE_WITH_DISPLACEMENT = 0.3;

    private final Experiment experiment;
    private final ResultFiles files;
    private final RunOptions options;
    private final List<String> warnings = new ArrayList<>();
    /** By row of the time series; a scan that cannot be read is missing. */
    private final Map<Integer, ScanCheckpoint> finished = new LinkedHashMap<>();
    private Optional<TrainedClassifier> classifier = Optional.empty();
    private String modelHash = "";
    private VoxelSize voxelSize;
    private String firstName;
    private int[] firstSize;

    public ExperimentRun(final Experiment experiment, final Path folder, final RunOptions options) {
        this.experiment = experiment;
        this.files = new ResultFiles(folder);
        this.options = options;
    }

    /**
     * @throws InputException naming the scan, file or key at fault
     */
    public Results run(final Cores cores, final Progress progress) {
        final Optional<Cycling> cycling = experiment.cycler().map(source -> Cycling.read(source, experiment));
        classifier = experiment.classifier().map(ExperimentRun::classifier);
        modelHash = experiment.classifier().map(InputHash::of).orElse("");
        makeFolder();
        final int count = experiment.scans().size();
        final double share = experiment.displacement().enabled() ? SCANS_SHARE_WITH_DISPLACEMENT : SCANS_SHARE;
        for (int row = 0; row < count; row++) {
            final String name = experiment.scans().get(row).name();
            final String stage = "scan " + (row + 1) + " of " + count + " (" + name + ")";
            final Progress part = progress.part(share * row / count, share * (row + 1) / count);
            evaluate(row, cores, (fraction, step) -> part.report(fraction, stage + ": " + step));
        }
        if (finished.isEmpty()) {
            throw new InputException(experiment.file().toString(), "no scan of the series can be read",
                "check the files it names: " + String.join("; ", warnings));
        }
        final int sectionRow = writeSections(progress.part(share, share + 0.05));
        final TimeSeries series = new TimeSeries(experiment.scans().stream().map(PlannedScan::name).toList(),
            experiment.scans().stream().mapToDouble(PlannedScan::timeH).toArray());
        finished.forEach((row, scan) -> {
            series.set(row, scan.quantities());
            warnings.addAll(scan.warnings());
        });
        final int[] rows = finished.keySet().stream().mapToInt(Integer::intValue).toArray();
        final Optional<DisplacementSeries> displacement = experiment.displacement().enabled()
            ? Optional.of(new DisplacementEvaluation(experiment, files, series, cores, warnings).evaluate(rows, sectionRow, progress.part(share + 0.05, 0.97)))
            : Optional.empty();
        progress.report(0.97, "Series");
        final Optional<ClassifierResult> quality = classifier.map(trained -> ClassifierResult.read(experiment.classifier().get(), trained, warnings));
        final Results results = new SeriesEvaluation(experiment, series, rows, voxelSize, files, cycling)
            .results(facts(cores), displacement, quality, warnings);
        new ResultTables(results).write();
        final Map<String, Path> inputs = new LinkedHashMap<>();
        inputs.put("experiment_file", experiment.file());
        experiment.cycler().ifPresent(source -> inputs.put("cycler_file", source.file()));
        new Provenance(results, inputs, finished).write(files.run());
        progress.report(1, "Results");
        return results;
    }

    private static TrainedClassifier classifier(final Path file) {
        final TrainedClassifier trained = ModelFile.read(file);
        PhaseClasses.require(trained.header(), file.toString());
        trained.header().voxelFeatures(file.toString());
        return trained;
    }

    private void makeFolder() {
        try {
            Files.createDirectories(files.folder());
            Files.delete(Files.createTempFile(files.folder(), "writable", ".test"));
        } catch (final java.io.IOException e) {
            throw new InputException(files.folder().toString(), "results cannot be written there (" + e.getClass().getSimpleName()
                + ")", "choose another folder with --out");
        }
    }

    private void evaluate(final int row, final Cores cores, final Progress progress) {
        final PlannedScan planned = experiment.scans().get(row);
        try (ScanInput input = ScanInput.open(experiment, planned)) {
            requireSize(input, planned);
            final String hash = InputHash.of(planned.path());
            final String key = InputHash.ofText(String.join("\n", hash, experiment.sweep().toString(), modelHash, experiment.stackAxis().toString(),
                input.voxelSize().toString(), Version.NUMBER));
            final Optional<ScanCheckpoint> before = options.resume() ? ScanCheckpoint.read(files.finished(planned.name()), key) : Optional.empty();
            if (before.isPresent() && Files.isRegularFile(files.labels(planned.name()))) {
                finished.put(row, before.get());
                progress.report(1, "finished before");
                return;
            }
            final ScanCheckpoint scan = new ScanEvaluation(experiment.sweep(), classifier, files, cores, options.memoryBytes()).evaluate(input, planned.name(), key, hash, progress);
            scan.write(files.finished(planned.name()));
            finished.put(row, scan);
        } catch (final InputException e) {
            if (experiment.unreadableScan() == Experiment.UnreadableScan.ERROR) {
                throw e;
            }
            warnings.add(planned.name() + " is left out: " + e.getMessage());
        }
    }

    private void requireSize(final ScanInput input, final PlannedScan planned) {
        final Scan scan = input.scan();
        final int[] size = {scan.width(), scan.height(), scan.depth()};
        if (firstSize == null) {
            firstSize = size;
            firstName = planned.name();
            voxelSize = input.voxelSize();
            final long need = 60L * scan.width() * scan.height() + (256L << 20);
            if (need > options.memoryBytes()) {
                throw new InputException("--memory", "a scan of " + scan.width() + " x " + scan.height() + " columns needs "
                    + (need >> 20) + " MB", "give at least " + (need >> 20) + "m");
            }
        } else if (!java.util.Arrays.equals(size, firstSize)) {
            throw new InputException(planned.path().toString(), "the scan is " + size[0] + " x " + size[1] + " x " + size[2]
                + " voxels and " + firstName + " is " + firstSize[0] + " x " + firstSize[1] + " x " + firstSize[2],
                "crop or reconstruct the scans of a series to one size");
        } else if (!input.voxelSize().equals(voxelSize)) {
            throw new InputException(planned.path().toString(), "its voxel size " + input.voxelSize() + " is not that of "
                + firstName + ", " + voxelSize, "give voxel_size_um in " + experiment.file().getFileName());
        }
    }

    /** Cuts every scan where voids show most over the whole series; the y of the cut. */
    private int writeSections(final Progress progress) {
        final long[] sum = new long[firstSize[1]];
        for (final ScanCheckpoint scan : finished.values()) {
            for (int y = 0; y < Math.min(sum.length, scan.voidRows().length); y++) {
                sum[y] += scan.voidRows()[y];
            }
        }
        int row = sum.length / 2;
        for (int y = 0; y < sum.length; y++) {
            row = sum[y] > sum[row] ? y : row;
        }
        int done = 0;
        for (final int index : finished.keySet()) {
            final PlannedScan planned = experiment.scans().get(index);
            progress.report((double) done++ / finished.size(), "Cross-sections");
            try (ScanInput input = ScanInput.open(experiment, planned)) {
                new CrossSections(row).write(input.scan(), planned.name(), files);
            }
        }
        return row;
    }

    private Map<String, String> facts(final Cores cores) {
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", Version.NUMBER);
        facts.put("experiment file", experiment.file().getFileName().toString());
        facts.put("scans", finished.size() + " of " + experiment.scans().size());
        facts.put("scan size", firstSize[0] + " x " + firstSize[1] + " x " + firstSize[2] + " voxels");
        facts.put("voxel size", voxelSize.xUm() + " x " + voxelSize.yUm() + " x " + voxelSize.zUm() + " µm");
        facts.put("stack axis", experiment.stackAxis().name().toLowerCase(java.util.Locale.ROOT));
        experiment.classifier().ifPresent(model -> facts.put("classifier", model.getFileName().toString()));
        facts.put("segmentation", "column sweep, look-ahead " + experiment.sweep().lookAhead() + ", contact depth " + experiment.sweep().contactDepth());
        if (experiment.displacement().enabled()) {
            facts.put("displacement", "digital volume correlation of the electrolyte, a point every " + experiment.displacement().spacingUm() + " µm");
        }
        facts.put("threads", Integer.toString(cores.threads()));
        return facts;
    }
}
