package operando.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.engine.Cores;
import operando.measure.ContactChange;
import operando.results.ContactChangeFiles;
import operando.results.InterfaceMapFiles;
import operando.results.ResultFiles;
import operando.scan.PixelType;
import operando.scan.tiff.StackWriter;
import operando.series.ContactLossTimes;
import operando.series.ContactStep;
import operando.series.ContactSteps;
import operando.series.FieldShift;
import operando.series.HalfCycleBalance;
import operando.series.InterfaceMaps;
import operando.series.RegisteredMaps;
import operando.series.TimeSeries;

/** What became of the contact over the series, from the maps of finished scans: from scan to scan, over half cycles, and when it was lost. */
final class ContactHistory {

    private static final double NOTICEABLE_SHIFT = 0.5;

    private final TimeSeries series;
    private final int[] rows;
    private final ResultFiles files;
    private final Cores cores;
    private final int together;
    private final List<String> warnings;
    /** How far the field of view of each scan lies from the first one's, pixels along x and y. */
    private final double[][] moved;

    /** What happened between a scan and the one before. */
    private record Pair(FieldShift shift, boolean flat, boolean sameRelief, List<ContactStep> steps) {
    }

    /**
     * @param rows     of the scans that could be read, rising
     * @param together how many pairs of scans may be in memory at the same time
     */
    ContactHistory(final TimeSeries series, final int[] rows, final ResultFiles files, final Cores cores, final int together, final List<String> warnings) {
        this.series = series;
        this.rows = rows;
        this.files = files;
        this.cores = cores;
        this.together = together;
        this.warnings = warnings;
        moved = new double[rows.length][2];
    }

    /** Compares each scan with the one before, enters contact gained and lost in the series, and writes the maps of both and of when contact was lost. */
    List<ContactStep> steps() {
        final Pair[] pairs = new Pair[rows.length];
        inTurns(rows.length - 1, i -> pairs[i + 1] = compare(i, i + 1));
        final List<ContactStep> steps = new ArrayList<>();
        InterfaceMaps earlier = maps(0);
        final ContactLossTimes lost = new ContactLossTimes(earlier.width(), earlier.height());
        add(lost, earlier, 0);
        for (int i = 1; i < rows.length; i++) {
            final InterfaceMaps later = maps(i);
            final FieldShift shift = pairs[i].shift;
            warnOfShift(i, shift);
            if (!pairs[i].sameRelief && !pairs[i].flat) {
                warnings.add(series.scan(rows[i]) + ": the relief of its interfaces is not that of " + series.scan(rows[i - 1])
                    + "; probably it is a scan of another cell or of another part of it, and contact gained and lost means nothing");
            }
            moved[i] = new double[] {moved[i - 1][0] + shift.x(), moved[i - 1][1] + shift.y()};
            add(lost, later, i);
            pairs[i].steps.forEach(step -> ContactSteps.enter(step, series));
            steps.addAll(pairs[i].steps);
            earlier = later;
        }
        if (rows.length > 1) {
            writeLossTimes(lost, earlier);
        }
        Arrays.stream(pairs).skip(1).filter(Pair::flat).findFirst().ifPresent(flat -> warnings.add("interfaces: they are too flat to tell whether the field of view moved, or"
            + " whether all scans show the same part of a cell; contact gained and lost are compared as if they did"));
        return steps;
    }

    private Pair compare(final int from, final int to) {
        final InterfaceMaps earlier = maps(from);
        final InterfaceMaps later = maps(to);
        final Optional<FieldShift> found = FieldShift.search(earlier, later);
        final FieldShift shift = found.orElse(FieldShift.NONE);
        final RegisteredMaps maps = RegisteredMaps.of(earlier, later, shift);
        final List<ContactStep> steps = new ArrayList<>();
        for (final ContactStep step : ContactSteps.between(rows[from], maps.earlier(), rows[to], maps.later())) {
            if (isKnown(from, step.side()) && isKnown(to, step.side())) {
                steps.add(step);
                write(maps, step.side(), files.contactChange(step.side(), series.scan(rows[to])));
            }
        }
        return new Pair(shift, FieldShift.isFlat(earlier) || FieldShift.isFlat(later), found.isPresent(), steps);
    }

    /** Does numbered tasks, each of which needs the maps of two scans, as many at the same time as there is memory for. */
    private void inTurns(final int count, final IntConsumer task) {
        cores.forEach(together, first -> {
            for (int i = first; i < count; i += together) {
                task.accept(i);
            }
        });
    }

    /** Writes the maps of contact gained, lost and kept over each half cycle and over the whole series; after {@link #steps}. */
    void writeSpans(final List<HalfCycleBalance> halfCycles) {
        inTurns(halfCycles.size(), i -> {
            final HalfCycleBalance half = halfCycles.get(i);
            final int[] inside = half.rows().stream().mapToInt(row -> Arrays.binarySearch(rows, row)).toArray();
            if (inside.length > 1) {
                writeSpan(inside[0], inside[inside.length - 1], side -> files.contactChange(side, half.number()));
            }
        });
        if (rows.length > 1) {
            writeSpan(0, rows.length - 1, files::contactChange);
        }
    }

    private void writeSpan(final int from, final int to, final Function<Side, Path> file) {
        final RegisteredMaps maps = RegisteredMaps.of(maps(from), maps(to),
            new FieldShift(moved[to][0] - moved[from][0], moved[to][1] - moved[from][1], Double.NaN, Double.NaN));
        for (final Side side : Side.values()) {
            if (isKnown(from, side) && isKnown(to, side)) {
                write(maps, side, file.apply(side));
            }
        }
    }

    private void add(final ContactLossTimes lost, final InterfaceMaps maps, final int i) {
        for (final Side side : Side.values()) {
            if (isKnown(i, side)) {
                lost.add(maps, side, moved[i][0], moved[i][1], series.timesH()[rows[i]] - series.timesH()[rows[0]]);
            }
        }
    }

    /** Whether the image of a scan tells of the contact at a side. */
    private boolean isKnown(final int i, final Side side) {
        return series.get(rows[i], Quantity.CONTACT_FRACTION.at(side)).isPresent();
    }

    private InterfaceMaps maps(final int i) {
        return InterfaceMapFiles.read(files.finishedMaps(series.scan(rows[i])));
    }

    private static void write(final RegisteredMaps maps, final Side side, final Path file) {
        ContactChangeFiles.write(ContactChange.between(maps.earlier().contact(side), maps.later().contact(side), maps.later().voxelSize()),
            maps.later().width(), maps.later().voxelSize(), file);
    }

    private void writeLossTimes(final ContactLossTimes lost, final InterfaceMaps any) {
        for (final Side side : Side.values()) {
            if (lost.scans(side) < 2) {
                continue;
            }
            try (StackWriter writer = StackWriter.create(files.contactLoss(side), lost.width(), lost.height(), 1, PixelType.FLOAT32, any.voxelSize())) {
                writer.write(lost.hours(side));
            }
        }
    }

    private void warnOfShift(final int i, final FieldShift shift) {
        if (Math.hypot(shift.x(), shift.y()) > NOTICEABLE_SHIFT) {
            warnings.add(String.format(Locale.ROOT, "%s: the field of view lies (%.2f, %.2f) voxels from that of %s, with an error of %.2f; contact gained and "
                + "lost are taken from maps that were moved upon each other and cropped to what both show", series.scan(rows[i]), shift.x(), shift.y(),
                series.scan(rows[i - 1]), shift.error()));
        }
    }
}
