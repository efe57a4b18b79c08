package operando.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import operando.cell.InputException;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.Plausibility;
import operando.measure.ScanMeasures;
import operando.scan.Scan;
import operando.segment.ColumnSweep;
import operando.segment.SweepResult;
import operando.segment.SweepSettings;
import operando.segment.SweptLabels;
import operando.segment.cluster.ClusterSettings;
import operando.segment.cluster.VoxelClusters;
import operando.segment.feature.LocalFeatures;
import operando.segment.feature.block.VoxelFeatures;
import operando.segment.filter.FilterSettings;
import operando.segment.filter.FilteredScan;
import operando.segment.filter.ScanFilters;
import operando.segment.learn.BlockSegmentation;
import operando.segment.learn.ClassLabels;
import operando.segment.learn.Classified;
import operando.segment.learn.Likeness;
import operando.segment.learn.TableClasses;
import operando.segment.learn.modelfile.ArffFile;
import operando.segment.learn.modelfile.ModelFile;
import operando.segment.learn.modelfile.TrainedClassifier;
import operando.text.CsvTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando segment STACK --out LABELS}: one stack to its phases and numbers, or rows of a table to classes. */
@Command(name = "segment", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Segments a stack into lithium, void, interphase, electrolyte, collector and pore, and prints its measures.")
final class Segment implements Runnable {

    /** How grey becomes phases. */
    enum Method {
        /** Along the columns, with thresholds. */
        SWEEP,
        /** By a trained classifier, from a .model file. */
        CLASSIFIER,
        /** Into phases of like local environments, without any label. */
        CLUSTER
    }

    @Parameters(arity = "0..1", paramLabel = "STACK", description = "a TIFF stack, a folder of TIFF slices, or a pattern; left out with --data")
    private Path stack;

    @Option(names = "--data", paramLabel = "ARFF", description = "classifier: rows of features in place of a stack, for any model on a table; --out is then a table (.csv)")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "LABELS", description = "label stack (.tif); with --data a table (.csv)")
    private Path out;

    @Option(names = "--method", description = "${COMPLETION-CANDIDATES}")
    private Method method = Method.SWEEP;

    @Option(names = "--thresholds", paramLabel = "v,l,i,c", description = "grey values above void, lithium, interphase and electrolyte, or auto")
    private String thresholds = "auto";

    @Option(names = "--look-ahead", paramLabel = "N", description = "voxels whose mean decides whether a phase ends")
    private int lookAhead = SweepSettings.defaults().lookAhead();

    @Option(names = "--contact-depth", paramLabel = "N", description = "voxels of lithium that hold no void where there is contact")
    private int contactDepth = SweepSettings.defaults().contactDepth();

    @Option(names = "--filters", paramLabel = "F", description = "sweep: what is taken out of the scan first: none, auto, or some of denoise,rings,shading,fringes=DELTA_BETA/KEV/MM")
    private String filters = "none";

    @Mixin
    private ScanOptions scanOptions = new ScanOptions();

    @Option(names = "--model", paramLabel = "MODEL", description = "classifier: a .model file of this program, of Trainable Weka Segmentation or of Weka")
    private Path model;

    @Option(names = "--phases", paramLabel = "N", description = "cluster: how many phases to find, numbered from 1 by rising grey")
    private int phases = 4;

    @Option(names = "--k-means", description = "cluster: k-means instead of a Gaussian mixture")
    private boolean kMeans;

    @Option(names = "--seed", paramLabel = "N", description = "cluster: another number draws other voxels to learn from")
    private long seed = 1;

    @Option(names = "--probabilities", paramLabel = "DIR", description = "classifier, cluster: also a 32-bit stack a class with its probability")
    private Path probabilities;

    @Mixin
    private ComputeOptions machine = new ComputeOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if ((stack == null) == (data == null)) {
            throw new InputException("operando segment", stack == null ? "neither a stack nor rows are given" : "both a stack and rows are given",
                "give STACK, or --data ROWS.arff with --model");
        }
        if ((method == Method.CLASSIFIER || data != null) && model == null) {
            throw new InputException("operando segment", "no classifier is given", "give --model FILE.model");
        }
        OutputFile.check("--out", out, Stream.of(stack, data, model).filter(Objects::nonNull).toList());
        if (data != null) {
            classifyRows();
            return;
        }
        OutputFile.checkStack("--out", out);
        if (probabilities != null) {
            OutputFile.checkFolder("--probabilities", probabilities);
        }
        final Progress progress = new TerminalProgress(spec.commandLine().getErr());
        try (Scan scan = (method == Method.SWEEP ? scanOptions.openForSweep(stack) : scanOptions.open(stack)); Cores cores = machine.cores()) {
            VoxelSizeOption.warn(scan, spec);
            final Optional<VoxelSize> voxel = scan.voxelSize();
            switch (method) {
                case SWEEP -> sweep(scan, voxel.orElseThrow(() -> new InputException(stack.toString(),
                    "the file does not say its voxel size", "give --voxel-size in µm")), cores, progress);
                case CLUSTER -> cluster(scan, voxel.orElse(VoxelSize.cubic(1)), cores, progress);
                default -> classify(scan, voxel.orElse(VoxelSize.cubic(1)), cores, progress);
            }
        }
    }

    private void sweep(final Scan scan, final VoxelSize voxel, final Cores cores, final Progress progress) {
        ColumnSweep.memory(scan, cores.threads()).require(machine.memoryBytes(), "or fewer threads");
        final SweepSettings settings = SweepSettings.of(thresholds, lookAhead, contactDepth);
        final ScanFilters chosen = new ScanFilters(FilterSettings.of(filters), machine.memoryBytes());
        chosen.memory(scan, cores.threads()).require(machine.memoryBytes(), "or fewer threads, or --filters none");
        final Path scratch = out.resolveSibling(out.getFileName() + ".filtered.tif");
        try (FilteredScan filtered = chosen.filter(scan, scratch, cores, progress.part(0, 0.4))) {
            final SweepResult swept = new ColumnSweep(settings).sweep(filtered, cores, progress.part(0.4, 0.6));
            new SweptLabels(swept).write(filtered, voxel, out, cores, progress.part(0.6, 1));
            final ScanMeasures measures = ScanMeasures.of(swept, voxel);
            measures.numbers().forEach(this::print);
            filtered.notes().forEach(note -> spec.commandLine().getErr().println(note));
            Plausibility.doubts(swept, measures, voxel).forEach(this::warn);
        }
    }

    private void cluster(final Scan scan, final VoxelSize voxel, final Cores cores, final Progress progress) {
        final VoxelFeatures features = LocalFeatures.ofBrightness();
        final ClusterSettings settings = ClusterSettings.defaults(phases).withSeed(seed);
        final VoxelClusters clusters = VoxelClusters.in(scan, features, kMeans ? settings.withKMeans() : settings, cores, progress.part(0, 0.1));
        final List<String> names = IntStream.rangeClosed(1, phases).mapToObj(phase -> "phase " + phase).toList();
        write(new BlockSegmentation(features, clusters, machine.memoryBytes()), scan, voxel, new ClassLabels(names), cores, progress.part(0.1, 1));
        for (int phase = 0; phase < phases; phase++) {
            print("mean_grey_phase_" + (phase + 1), clusters.meanGreys()[phase]);
        }
    }

    private void classify(final Scan scan, final VoxelSize voxel, final Cores cores, final Progress progress) {
        final TrainedClassifier trained = ModelFile.read(model);
        final VoxelFeatures features = trained.header().voxelFeatures(model.toString());
        final Likeness likeness = new Likeness(trained, model.getFileName().toString());
        likeness.unknown().ifPresent(unknown -> spec.commandLine().getErr().println("Note: " + unknown));
        likeness.differences(scan).forEach(this::warn);
        final Classified found = write(new BlockSegmentation(features, trained, machine.memoryBytes()), scan, voxel,
            new ClassLabels(trained.header().classes()), cores, progress);
        likeness.differences(scan, found).forEach(this::warn);
    }

    private void classifyRows() {
        if (!out.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw new InputException("--out", "the classes of rows are a table and " + out.getFileName() + " promises something else", "give a name that ends in .csv");
        }
        if (probabilities != null) {
            throw new InputException("--probabilities", "is a folder for stacks", "leave it out: the table of rows has the probability of each class");
        }
        final TrainedClassifier trained = ModelFile.read(model);
        final Progress progress = new TerminalProgress(spec.commandLine().getErr());
        try (Cores cores = machine.cores()) {
            final TableClasses found = TableClasses.of(ArffFile.readTable(data), trained, cores, progress);
            table(found).write(out);
            for (int c = 0; c < found.names().size(); c++) {
                spec.commandLine().getOut().printf(Locale.ROOT, "%-44s %d%n", "rows_" + found.names().get(c).replace(' ', '_'), found.counts()[c]);
            }
        }
    }

    /** A row that the classifier knows no class of has none here. */
    private static CsvTable table(final TableClasses found) {
        final List<String> columns = new ArrayList<>(List.of("row", "class"));
        found.names().forEach(name -> columns.add("probability of " + name));
        final CsvTable table = new CsvTable(columns);
        for (int row = 0; row < found.classes().length; row++) {
            final List<Object> fields = new ArrayList<>(List.of(row + 1, found.classes()[row] < 0 ? "" : found.names().get(found.classes()[row])));
            Arrays.stream(found.probabilities()[row]).forEach(fields::add);
            table.row(fields);
        }
        return table;
    }

    private void warn(final String doubt) {
        spec.commandLine().getErr().println("Warning: " + doubt);
    }

    private Classified write(final BlockSegmentation segmentation, final Scan scan, final VoxelSize voxel, final ClassLabels labels,
        final Cores cores, final Progress progress) {
        final double share = probabilities == null ? 1 : 0.5;
        final Classified found = segmentation.writeLabels(scan, voxel, labels, out, cores, progress.part(0, share));
        if (probabilities != null) {
            segmentation.writeProbabilities(scan, voxel, labels.files(probabilities, scan.name()), cores, progress.part(share, 1));
        }
        for (int c = 0; c < found.voxels().length; c++) {
            spec.commandLine().getOut().printf(Locale.ROOT, "%-44s %d%n", "voxels_" + labels.name(c).replace(' ', '_'), found.voxels()[c]);
        }
        return found;
    }

    private void print(final Quantity quantity, final Measured number) {
        if (number.isPresent()) {
            print(quantity.column(), number.value());
        } else {
            spec.commandLine().getOut().printf(Locale.ROOT, "%-44s none: %s%n", quantity.column(), number.reason());
        }
    }

    private void print(final String name, final double value) {
        spec.commandLine().getOut().printf(Locale.ROOT, "%-44s %.6g%n", name, value);
    }
}
