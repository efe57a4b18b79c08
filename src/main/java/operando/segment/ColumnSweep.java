package operando.segment;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

import operando.cell.InputException;
import operando.cell.Side;
import operando.cell.Thresholds;
import operando.engine.Cores;
import operando.engine.MemoryPlan;
import operando.engine.Progress;
import operando.scan.NaNCheckedScan;
import operando.scan.Scan;
import operando.scan.StackAxis;

/**
 * Finds lithium, voids, contact and interphase at both sides of a cell by following each column from the collectors into
 * the electrolyte (Lewis et al., Segmentation Analysis; docs/methods/sweep.md), with the edges between voxels.
 *
 * <pre>
 * try (Scan scan = ScanFile.open(path); Cores cores = Cores.all()) {
 *     SweepResult swept = new ColumnSweep(SweepSettings.defaults()).sweep(scan, cores, Progress.SILENT);
 * }
 * </pre>
 *
 * Some rows at a time are read from both ends until their columns have arrived in the electrolyte: each slice at most
 * once, those in the middle of the electrolyte not at all. Memory is about 50 bytes a column and 20 MB a thread.
 */
public final class ColumnSweep {

    private static final long BAND_BYTES = 16L << 20;
    private static final long COLUMN_BYTES = 60;
    private static final int SAMPLED_ROWS = 32;
    private static final int SAMPLED_COLUMNS = 12_000;
    private static final double LEAST_COLLECTOR_SHARE = 0.05;
    private static final int DEEPEST = Character.MAX_VALUE;

    private final SweepSettings settings;

    public ColumnSweep(final SweepSettings settings) {
        this.settings = settings;
    }

    /** What a sweep of a scan and the painting of its labels need: maps of the columns, and for each thread some rows and some whole slices. */
    public static MemoryPlan memory(final Scan scan, final int threads) {
        final long columns = (long) scan.width() * scan.height();
        return new MemoryPlan("a sweep of " + scan.name() + " with its " + scan.width() + " x " + scan.height() + " columns",
            bytes(columns, (long) scan.width() * scan.depth(), scan.pixelType().bytes(), threads));
    }

    /** The same, for so many columns, voxels in a row of them and bytes a voxel. */
    public static long bytes(final long columns, final long rowVoxels, final int voxelBytes, final int threads) {
        final long slices = 2 * columns * (voxelBytes + 1);
        return COLUMN_BYTES * columns + threads * (Math.max(BAND_BYTES, rowVoxels * voxelBytes) + slices);
    }

    /**
     * @throws InputException if no lithium is found, thresholds lie outside the grey values, or a voxel is no number
     */
    public SweepResult sweep(final Scan given, final Cores cores, final Progress progress) {
        return sweep(given, Optional.empty(), cores, progress);
    }

    /**
     * The same with measures restricted to a region; thresholds and the quality of the image are still those of the whole scan.
     *
     * @param region a part of the scan; none for all of it
     * @throws InputException as without a region
     */
    public SweepResult sweep(final Scan given, final Optional<Region> region, final Cores cores, final Progress progress) {
        final Scan scan = NaNCheckedScan.of(given);
        if (scan.depth() > DEEPEST) {
            throw new InputException(scan.name(), scan.depth() + " slices are too many for one sweep", "give at most " + DEEPEST);
        }
        final EdgeFreeHistogram overview = EdgeFreeHistogram.of(scan, cores, progress.part(0, 0.05));
        overview.layers().filter(axis -> axis != StackAxis.Z).ifPresent(axis -> {
            throw wrongAxis(scan, axis);
        });
        final PhaseGreys usual = settings.thresholds().map(PhaseGreys::between).orElseGet(() -> AutoThresholds.in(overview, scan.name()));
        final Thresholds thresholds = settings.thresholds().orElseGet(usual::thresholds);
        checkRange(scan, thresholds, overview);
        final Job job = new Job(scan, SweepRule.ofGreys(settings, thresholds), cores);
        final PhaseGreyEstimator sample = job.sample(progress.part(0.05, 0.1));
        if (!sample.foundLithium()) {
            throw new InputException(scan.name(), "no lithium is found with the thresholds void " + thresholds.voidLithium()
                + ", lithium " + thresholds.lithiumInterphase() + ", interphase " + thresholds.interphaseElectrolyte()
                + ", collector " + thresholds.electrolyteCollector(), "give other thresholds, or check the stack axis");
        }
        final PhaseGreys greys = sample.greys(usual);
        final SweepResult swept = job.with(settings.thresholds().orElseGet(greys::thresholds))
            .sweep(Optional.of(new PartialVolumeModel(greys, sample.blur(greys))), progress.part(0.1, 1));
        final CrossSectionArea.Found area = CrossSectionArea.of(swept, region.orElseGet(swept::whole), scan, greys.electrolyte() - greys.lithium(), cores);
        final SweepResult found = swept.with(sample.quality(greys, overview.noise()), area);
        return region.map(part -> found.within(part, area.pixels())).orElse(found);
    }

    /**
     * The thresholds that {@link #sweep} finds where none are given, without sweeping more than some rows.
     *
     * @throws InputException as the sweep itself
     */
    public Thresholds thresholds(final Scan given, final Cores cores, final Progress progress) {
        final Scan scan = NaNCheckedScan.of(given);
        final PhaseGreys usual = AutoThresholds.in(EdgeFreeHistogram.of(scan, cores, progress.part(0, 0.5)), scan.name());
        return new Job(scan, SweepRule.ofGreys(settings, usual.thresholds()), cores).sample(progress.part(0.5, 1)).greys(usual).thresholds();
    }

    /**
     * How well the grey values of a scan tell the phases apart, as {@link #sweep} finds it where no thresholds are given, without
     * sweeping more than some rows.
     *
     * @throws InputException as the sweep itself
     */
    public ImageQuality quality(final Scan given, final Cores cores, final Progress progress) {
        final Scan scan = NaNCheckedScan.of(given);
        final EdgeFreeHistogram overview = EdgeFreeHistogram.of(scan, cores, progress.part(0, 0.5));
        final PhaseGreys usual = AutoThresholds.in(overview, scan.name());
        final PhaseGreyEstimator sample = new Job(scan, SweepRule.ofGreys(settings, usual.thresholds()), cores).sample(progress.part(0.5, 1));
        return sample.quality(sample.greys(usual), overview.noise());
    }

    /**
     * Sweeps phases that were found otherwise, by a classifier or by hand. Thresholds are not used, edges lie between voxels,
     * and what partial grey values would tell is not known.
     *
     * @throws InputException if there is no lithium, or a label is no phase
     */
    public SweepResult sweepPhases(final PhaseRanks phases, final Cores cores, final Progress progress) {
        return sweepPhases(phases, Optional.empty(), cores, progress);
    }

    /**
     * The same with measures restricted to a region.
     *
     * @param region a part of the scan; none for all of it
     * @throws InputException as without a region
     */
    public SweepResult sweepPhases(final PhaseRanks phases, final Optional<Region> region, final Cores cores, final Progress progress) {
        final Job job = new Job(phases, SweepRule.ofRanks(settings), cores);
        if (!job.sample(progress.part(0, 0.1)).foundLithium()) {
            throw new InputException(phases.name(), "no lithium is found between collector and electrolyte",
                "label lithium, or check the stack axis");
        }
        final SweepResult swept = job.sweep(Optional.empty(), progress.part(0.1, 1));
        return region.map(part -> swept.within(part, swept.crossSectionColumns(part))).orElse(swept);
    }

    private static InputException wrongAxis(final Scan scan, final StackAxis axis) {
        return new InputException(scan.name(), "its layers follow one another along " + axis.name().toLowerCase(Locale.ROOT)
            + " and not along the stack axis that is given", "give the stack axis, such as stack_axis: "
            + axis.name().toLowerCase(Locale.ROOT) + " or --axis " + axis.name().toLowerCase(Locale.ROOT)
            + " if the stack axis was z");
    }

    private static void checkRange(final Scan scan, final Thresholds thresholds, final EdgeFreeHistogram overview) {
        if (thresholds.interphaseElectrolyte() < overview.least() || thresholds.lithiumInterphase() > overview.greatest()) {
            throw new InputException(scan.name(), String.format(Locale.ROOT,
                "thresholds from %.4g to %.4g do not fit its grey values, which go from %.4g to %.4g", thresholds.voidLithium(),
                thresholds.interphaseElectrolyte(), overview.least(), overview.greatest()),
                "give thresholds in the stack's own grey values");
        }
    }

    /** One scan with its thresholds. */
    private final class Job {

        private final Scan scan;
        private final SweepRule rule;
        private final Cores cores;
        private final ConcurrentLinkedDeque<GreyColumns.Memory> memories = new ConcurrentLinkedDeque<>();
        private final boolean[] collectorInView = new boolean[Side.values().length];

        private Job(final Scan scan, final SweepRule rule, final Cores cores) {
            this.scan = scan;
            this.rule = rule;
            this.cores = cores;
        }

        private Job with(final Thresholds better) {
            final Job job = new Job(scan, rule.with(better), cores);
            System.arraycopy(collectorInView, 0, job.collectorInView, 0, collectorInView.length);
            return job;
        }

        /** Sweeps some rows to learn which collectors are in view and the grey values of the phases. */
        private PhaseGreyEstimator sample(final Progress progress) {
            final int rows = Math.max(1, Math.min(Math.min(SAMPLED_ROWS, scan.height()), Math.max(8, SAMPLED_COLUMNS / scan.width())));
            final PhaseGreyEstimator sum = new PhaseGreyEstimator(rule);
            for (final Side side : Side.values()) {
                collectorInView[side.ordinal()] = !Double.isInfinite(rule.thresholds().electrolyteCollector());
                if (collectorInView[side.ordinal()] && sample(side, rows, sum, progress) < LEAST_COLLECTOR_SHARE * rows * scan.width()) {
                    collectorInView[side.ordinal()] = false;
                }
                if (!collectorInView[side.ordinal()]) {
                    sample(side, rows, sum, progress);
                }
            }
            return sum;
        }

        private int sample(final Side side, final int rows, final PhaseGreyEstimator sum, final Progress progress) {
            final AtomicInteger arrived = new AtomicInteger();
            cores.forEach(rows, i -> {
                progress.report((double) i / rows, "Grey values of the phases");
                final int row = (int) ((i + 0.5) * scan.height() / rows);
                final GreyColumns columns = new GreyColumns(scan, row, 1, new GreyColumns.Memory(scan.pixelType(), scan.width()));
                final PhaseGreyEstimator part = new PhaseGreyEstimator(rule);
                arrived.addAndGet(run(columns, side, part.of(columns)));
                part.endRow();
                synchronized (sum) {
                    sum.add(part);
                }
            });
            return arrived.get();
        }

        private int run(final GreyColumns columns, final Side side, final ColumnListener arrivals) {
            return new ElectrodeSweep(columns, side, rule, collectorInView[side.ordinal()], arrivals).run();
        }

        private SweepResult sweep(final Optional<PartialVolumeModel> model, final Progress progress) {
            final ElectrodeMaps top = new ElectrodeMaps(Side.TOP, scan.width(), scan.height(), scan.depth());
            final ElectrodeMaps bottom = new ElectrodeMaps(Side.BOTTOM, scan.width(), scan.height(), scan.depth());
            final int bandRows = bandRows();
            final int bands = (scan.height() + bandRows - 1) / bandRows;
            final AtomicInteger done = new AtomicInteger();
            cores.forEach(bands, band -> {
                final int first = band * bandRows;
                final int rows = Math.min(bandRows, scan.height() - first);
                GreyColumns.Memory memory = memories.pollFirst();
                memory = memory == null ? new GreyColumns.Memory(scan.pixelType(), bandRows * scan.width()) : memory;
                final GreyColumns columns = new GreyColumns(scan, first, rows, memory);
                run(columns, Side.TOP, new ElectrodeMapBuilder(rule, model, top));
                run(columns, Side.BOTTOM, new ElectrodeMapBuilder(rule, model, bottom));
                columns.release();
                memories.addFirst(memory);
                progress.report((double) done.incrementAndGet() / bands, "Column sweep");
            });
            model.ifPresent(edges -> cores.forEach(2, side -> new ThinVoidCorrection(side == 0 ? top : bottom, edges).find()));
            top.finish();
            bottom.finish();
            return SweepResult.of(scan, rule.thresholds(), top, bottom);
        }

        private int bandRows() {
            final long rowBytes = (long) scan.width() * scan.depth() * scan.pixelType().bytes();
            final int most = Math.max(1, scan.height() / (4 * cores.threads()));
            return (int) Math.max(1, Math.min(most, BAND_BYTES / rowBytes));
        }
    }
}
