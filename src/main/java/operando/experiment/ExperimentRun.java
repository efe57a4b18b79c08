package operando.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Engine;
import operando.engine.Progress;
import operando.results.ClassifierResult;
import operando.results.CrossSections;
import operando.results.InputHash;
import operando.results.Provenance;
import operando.results.ResultFiles;
import operando.results.ResultTables;
import operando.results.Results;
import operando.results.ResultsFile;
import operando.results.ResultsFolder;
import operando.results.RunTimes;
import operando.results.ScanCheckpoint;
import operando.results.SectionLines;
import operando.results.Version;
import operando.scan.TimeSeriesFile;
import operando.segment.filter.ScanFilters;
import operando.segment.learn.Likeness;
import operando.segment.learn.PhaseClasses;
import operando.segment.learn.modelfile.ModelFile;
import operando.segment.learn.modelfile.TrainedClassifier;
import operando.series.DisplacementSeries;
import operando.series.TimeSeries;

/**
 * Evaluates a whole experiment on an engine into a results folder: every scan for itself, then what happens from scan to scan, then
 * the voltage. What an interrupted run has finished is taken over when it is resumed.
 *
 * <pre>
 * Experiment experiment = Experiment.read(Path.of("experiment.yml"));
 * Results results = new ExperimentRun(experiment, Path.of("results"), RunOptions.defaults()).run(engine, progress);
 * </pre>
 */
public final class ExperimentRun {

    private static final double SCANS_SHARE = 0.9;
    // Following subvolumes takes longer than everything else.
    private static final double SCANS_SHARE_WITH_DISPLACEMENT = 0.3;

    /** As it was read; once the regions of its scans are known, with them. */
    private Experiment experiment;
    private final ResultFiles files;
    private final RunOptions options;
    private final List<String> warnings = new ArrayList<>();
    /** By row of the time series; a scan that cannot be read is missing. */
    private final Map<Integer, ScanCheckpoint> finished = new LinkedHashMap<>();
    private final RunTimes times = new RunTimes();
    private Optional<TrainedClassifier> classifier = Optional.empty();
    private SeriesShape shape;

    public ExperimentRun(final Experiment experiment, final Path folder, final RunOptions options) {
        this.experiment = experiment;
        this.files = new ResultFiles(folder);
        this.options = options;
    }

    /**
     * @throws InputException naming the scan, file or key at fault
     */
    public Results run(final Engine engine, final Progress progress) {
        final Optional<Cycling> cycling = experiment.cycler().map(source -> Cycling.read(source, experiment));
        cycling.ifPresent(read -> read.memory().require(options.memoryBytes(), "or export fewer readings"));
        classifier = experiment.classifier().map(ExperimentRun::classifier);
        try (ResultsFolder folder = ResultsFolder.take(files)) {
            return run(folder, cycling, engine, progress);
        }
    }

    private Results run(final ResultsFolder folder, final Optional<Cycling> cycling, final Engine engine, final Progress progress) {
        final Map<Path, String> stamps = stamps();
        final List<String> names = experiment.scans().stream().map(PlannedScan::name).toList();
        folder.begin(files.planned(names, cycling.map(of -> of.record().halfCycles().size()).orElse(0)),
            Stream.concat(Stream.of(files.fieldsOfView()), names.stream().flatMap(name -> files.ofScan(name).stream())).toList());
        shape = firstShape();
        requireMemory(engine.cores().threads());
        final double share = experiment.displacement().enabled() ? SCANS_SHARE_WITH_DISPLACEMENT : SCANS_SHARE;
        final Optional<String> doubt = shape.doubt();
        final List<String> moved = new ArrayList<>();
        final Optional<List<PlannedScan>> regions = new FieldsOfView(experiment, files, options.resume(), engine.cores(), moved)
            .regions(shape.voxelSize(), leavesOut(), progress.part(0, share / 3));
        regions.ifPresent(scans -> {
            experiment = experiment.withScans(scans);
            shape = firstShape();
        });
        evaluateScans(engine, progress.part(regions.isPresent() ? share / 3 : 0, share));
        warnings.addAll(moved);
        final int sectionRow = writeSections(engine.cores(), progress.part(share, share + 0.05));
        final TimeSeries series = new TimeSeries(experiment.scans().stream().map(PlannedScan::name).toList(),
            experiment.scans().stream().mapToDouble(PlannedScan::timeH).toArray());
        warnOfCopies();
        experiment.guessed().forEach(guess -> warnings.add("guessed and not checked: " + guess));
        classifier.flatMap(trained -> new Likeness(trained, experiment.classifier().get().getFileName().toString()).unknown()).ifPresent(warnings::add);
        doubt.ifPresent(doubtful -> warnings.add("voxel size: " + doubtful));
        finished.forEach((row, scan) -> {
            series.set(row, scan.quantities());
            warnings.addAll(scan.warnings());
        });
        final SectionLines section = SectionLines.of(finished.keySet().stream().map(series::scan).toList(), sectionRow, files,
            scan -> ScanInput.open(experiment, experiment.scans().get(names.indexOf(scan))).columns());
        final int[] rows = finished.keySet().stream().mapToInt(Integer::intValue).toArray();
        final Optional<DisplacementSeries> displacement = experiment.displacement().enabled()
            ? Optional.of(new DisplacementEvaluation(experiment, files, series, engine, warnings).evaluate(rows, sectionRow, progress.part(share + 0.05, 0.97)))
            : Optional.empty();
        progress.report(0.97, "Series");
        final Map<Path, String> now = stamps();
        experiment.scans().stream().filter(scan -> !stamps.get(scan.path()).equals(now.get(scan.path())))
            .forEach(scan -> warnings.add(scan.name() + ": " + scan.path().getFileName() + " was changed while the run was at work; run again"));
        final Optional<ClassifierResult> quality = classifier.map(trained -> ClassifierResult.read(experiment.classifier().get(), trained, warnings));
        final Results results = new SeriesEvaluation(experiment, series, rows, shape.voxelSize(), files, cycling)
            .results(engine.cores(), shape.atATime(engine.cores().threads(), options.memoryBytes()), facts(engine.cores()), displacement, quality, section, warnings, progress.part(0.97, 0.995));
        new ResultTables(results).write();
        ResultsFile.write(results);
        final Map<String, Path> inputs = new LinkedHashMap<>();
        inputs.put("experiment_file", experiment.file());
        experiment.cycler().ifPresent(source -> inputs.put("cycler_file", source.file()));
        new Provenance(results, inputs, finished).write(files.run());
        times.write(files.times());
        folder.finish();
        progress.report(1, "Results");
        return results;
    }

    private static TrainedClassifier classifier(final Path file) {
        final TrainedClassifier trained = ModelFile.read(file);
        PhaseClasses.require(trained.header(), file.toString());
        trained.header().voxelFeatures(file.toString());
        return trained;
    }

    /** Size and time of last change of every scan that is one file. */
    private Map<Path, String> stamps() {
        final Map<Path, String> stamps = new LinkedHashMap<>();
        for (final PlannedScan scan : experiment.scans()) {
            try {
                final Path file = TimeSeriesFile.file(scan.path());
                stamps.put(scan.path(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            } catch (final IOException e) {
                stamps.put(scan.path(), "");
            }
        }
        return stamps;
    }

    /** Opens scans until one can be opened. */
    private SeriesShape firstShape() {
        for (final PlannedScan planned : experiment.scans()) {
            try (ScanInput input = ScanInput.open(experiment, planned)) {
                return SeriesShape.of(input, planned.name());
            } catch (final InputException e) {
                if (!leavesOut()) {
                    throw e;
                }
                warnings.add(planned.name() + " is left out: " + e.getMessage());
            }
        }
        throw noScan();
    }

    /** What does not fit is refused before the first scan is computed. */
    private void requireMemory(final int threads) {
        final PlannedScan first = experiment.scans().stream().filter(scan -> scan.name().equals(shape.scan())).findFirst().orElseThrow();
        try (ScanInput input = ScanInput.open(experiment, first)) {
            SeriesShape.memory(input.scan(), threads).require(options.memoryBytes(), "or fewer threads");
            if (experiment.classifier().isEmpty()) {
                new ScanFilters(experiment.filters(), options.memoryBytes()).memory(input.whole(), threads).require(options.memoryBytes(), "or fewer threads, or filters: none");
            }
            if (experiment.displacement().enabled()) {
                DisplacementEvaluation.memory(input, experiment).require(options.memoryBytes(), "or a wider spacing_um");
            }
        }
    }

    private void warnOfCopies() {
        final Map<String, String> names = new LinkedHashMap<>();
        finished.forEach((row, scan) -> {
            final String name = experiment.scans().get(row).name();
            final String before = names.putIfAbsent(scan.input(), name);
            if (before != null) {
                warnings.add(name + ": its file is the same as that of " + before + ", byte by byte; probably a scan was copied under another name");
            }
        });
    }

    private boolean leavesOut() {
        return experiment.unreadableScan() == Experiment.UnreadableScan.GAP;
    }

    private InputException noScan() {
        return new InputException(experiment.file().toString(), "no scan of the series can be read",
            "check the files it names: " + String.join("; ", warnings));
    }

    private void evaluateScans(final Engine engine, final Progress progress) {
        warnings.clear();
        final int count = experiment.scans().size();
        final EvaluateScans job = new EvaluateScans(ScanReading.of(experiment), shape, experiment.sweep(), experiment.filters(), classifier.map(List::of).orElse(List.of()),
            experiment.classifier().map(InputHash::of).orElse(""), files.folder().toString(), options.memoryBytes(), options.resume(), leavesOut(), count);
        final List<EvaluateScans.Task> tasks = IntStream.range(0, count).mapToObj(row -> EvaluateScans.Task.of(row, experiment.scans().get(row))).toList();
        engine.run(job, tasks, outcome -> {
            outcome.finished().forEach(scan -> finished.put(outcome.row(), scan));
            times.add(experiment.scans().get(outcome.row()).name(), outcome.seconds());
            if (outcome.finished().isEmpty()) {
                warnings.add(outcome.leftOut());
            }
        }, progress);
        if (finished.isEmpty()) {
            throw noScan();
        }
    }

    /** Cuts every scan where voids show most over the whole series; the y of the cut. */
    private int writeSections(final Cores cores, final Progress progress) {
        final long[] sum = new long[shape.height()];
        for (final ScanCheckpoint scan : finished.values()) {
            for (int y = 0; y < Math.min(sum.length, scan.voidRows().length); y++) {
                sum[y] += scan.voidRows()[y];
            }
        }
        int row = sum.length / 2;
        for (int y = 0; y < sum.length; y++) {
            row = sum[y] > sum[row] ? y : row;
        }
        final CrossSections sections = new CrossSections(row);
        final List<Integer> scans = List.copyOf(finished.keySet());
        final AtomicInteger done = new AtomicInteger();
        cores.forEach(scans.size(), i -> {
            final PlannedScan planned = experiment.scans().get(scans.get(i));
            progress.report((double) done.getAndIncrement() / scans.size(), "Cross-sections");
            try (ScanInput input = ScanInput.open(experiment, planned)) {
                sections.write(input.scan(), planned.name(), files);
            }
        });
        return row;
    }

    private Map<String, String> facts(final Cores cores) {
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", Version.NUMBER);
        facts.put("experiment file", experiment.file().getFileName().toString());
        facts.put("scans", finished.size() + " of " + experiment.scans().size());
        facts.put("scan size", shape.width() + " x " + shape.height() + " x " + shape.depth() + " voxels");
        if (experiment.scans().stream().anyMatch(scan -> scan.region().isPresent())) {
            facts.put("region", experiment.roi().map(RegionOfInterest::toString).orElse("what all scans show, as they differ in size") + "; it follows the cell");
        }
        facts.put("voxel size", shape.voxelSize().xUm() + " x " + shape.voxelSize().yUm() + " x " + shape.voxelSize().zUm() + " µm");
        facts.put("stack axis", experiment.stackAxis().name().toLowerCase(java.util.Locale.ROOT));
        experiment.classifier().ifPresent(model -> facts.put("classifier", model.getFileName().toString()));
        facts.put("segmentation", "column sweep, look-ahead " + experiment.sweep().lookAhead() + ", contact depth " + experiment.sweep().contactDepth());
        facts.put("filters", experiment.filters().toString());
        facts.put("contact in the model", experiment.contact().meaning());
        if (experiment.displacement().enabled()) {
            facts.put("displacement", "digital volume correlation of the electrolyte, a point every " + experiment.displacement().spacingUm() + " µm");
        }
        facts.put("threads", Integer.toString(cores.threads()));
        return facts;
    }
}
