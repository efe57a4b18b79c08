package operando.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.results.FieldsCheckpoint;
import operando.results.InputHash;
import operando.results.ResultFiles;
import operando.results.Version;
import operando.scan.Scan;
import operando.segment.ColumnSweep;
import operando.segment.Region;
import operando.series.FieldShift;
import operando.series.InterfaceMaps;

/**
 * The part of every scan that is evaluated, where the scans differ in size or a region of interest is given: the same part of the cell,
 * cut at whole voxels. For this each scan is swept once beforehand, and the relief of its interfaces is found again in the next one;
 * along the stack axis a region goes with the middle of the electrolyte. Scans of one size without a region are evaluated whole.
 */
final class FieldsOfView {

    private static final int FEWEST_COLUMNS = 16;
    private static final String AXES = "xyz";

    private final Experiment experiment;
    private final ResultFiles files;
    private final boolean resume;
    private final Cores cores;
    private final List<String> warnings;

    /** A scan in which the cell was found again: its size, and where the first one's corner lies in it, voxels. */
    private record View(PlannedScan scan, int[] size, double[] corner) {

        private View movedBy(final double[] by) {
            return new View(scan, size, new double[] {corner[0] + by[0], corner[1] + by[1], corner[2] + by[2]});
        }
    }

    /** @param resume whether what an earlier run has found is taken over */
    FieldsOfView(final Experiment experiment, final ResultFiles files, final boolean resume, final Cores cores, final List<String> warnings) {
        this.experiment = experiment;
        this.files = files;
        this.resume = resume;
        this.cores = cores;
        this.warnings = warnings;
    }

    /**
     * The scans with their regions.
     *
     * @return empty if all scans are evaluated whole
     * @throws InputException if a scan does not show the region, or the scans show nothing in common
     */
    Optional<List<PlannedScan>> regions(final VoxelSize voxelSize, final boolean leavesOut, final Progress progress) {
        if (experiment.roi().isEmpty() && !sizesDiffer(leavesOut)) {
            return Optional.empty();
        }
        final List<View> views = foundBefore(leavesOut, progress);
        warnOfDepths(views);
        final double[][] ends = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            ends[axis] = ends(axis, voxelSize, views);
        }
        return Optional.of(experiment.scans().stream().map(scan -> views.stream().filter(view -> view.scan.equals(scan)).findFirst()
            .map(view -> scan.within(region(view, ends))).orElse(scan)).toList());
    }

    /** Along the stack axis only a region cuts. */
    private void warnOfDepths(final List<View> views) {
        if (experiment.roi().isEmpty() && views.stream().mapToInt(view -> view.size[2]).distinct().count() > 1) {
            warnings.add("the scans differ in their number of slices: positions along the stack axis are from each scan's own first slice and cannot be compared"
                + " between scans; thicknesses and volumes can");
        }
    }

    private boolean sizesDiffer(final boolean leavesOut) {
        int[] first = null;
        for (final PlannedScan planned : experiment.scans()) {
            try (ScanInput input = ScanInput.open(experiment, planned)) {
                final int[] size = size(input.scan());
                if (first != null && !Arrays.equals(first, size)) {
                    return true;
                }
                first = size;
            } catch (final InputException e) {
                if (!leavesOut) {
                    throw e;
                }
            }
        }
        return false;
    }

    private List<View> foundBefore(final boolean leavesOut, final Progress progress) {
        final String key = key();
        final FieldsCheckpoint found = (resume ? FieldsCheckpoint.read(files.fieldsOfView(), key) : Optional.<FieldsCheckpoint>empty()).orElseGet(() -> {
            final List<View> views = views(leavesOut, progress);
            final Map<String, FieldsCheckpoint.Field> fields = new LinkedHashMap<>();
            views.forEach(view -> fields.put(view.scan.name(), new FieldsCheckpoint.Field(view.size, view.corner)));
            final FieldsCheckpoint survey = new FieldsCheckpoint(key, fields, warnings);
            warnings.clear();
            survey.write(files.fieldsOfView());
            return survey;
        });
        warnings.addAll(found.warnings());
        return experiment.scans().stream().filter(scan -> found.fields().containsKey(scan.name()))
            .map(scan -> new View(scan, found.fields().get(scan.name()).size(), found.fields().get(scan.name()).corner())).toList();
    }

    /** Changes with every scan and with all that the search depends on. */
    private String key() {
        final StringBuilder text = new StringBuilder();
        for (final PlannedScan scan : experiment.scans()) {
            text.append(scan.name()).append('\n').append(hash(scan)).append('\n');
        }
        return InputHash.ofText(text.append(experiment.sweep()).append('\n').append(experiment.stackAxis()).append('\n').append(experiment.voxelSize()).append('\n')
            .append(Version.NUMBER).toString());
    }

    private static String hash(final PlannedScan scan) {
        try {
            return InputHash.of(scan.path());
        } catch (final InputException e) {
            return "unreadable";
        }
    }

    private List<View> views(final boolean leavesOut, final Progress progress) {
        final List<View> views = new ArrayList<>();
        InterfaceMaps before = null;
        for (final PlannedScan planned : experiment.scans()) {
            final double share = (double) experiment.scans().indexOf(planned) / experiment.scans().size();
            try (ScanInput input = ScanInput.open(experiment, planned)) {
                final InterfaceMaps maps = InterfaceMaps.of(new ColumnSweep(experiment.sweep()).sweep(input.scan(), cores,
                    (fraction, step) -> progress.report(share + fraction / experiment.scans().size(), "field of view of " + planned.name() + ": " + step)), input.voxelSize());
                final View view = new View(planned, size(input.scan()), new double[3]);
                views.add(before == null ? view : view.movedBy(moved(views.get(views.size() - 1), before, view, maps)));
                before = maps;
            } catch (final InputException e) {
                if (!leavesOut) {
                    throw e;
                }
                warnings.add(planned.name() + " is left out: " + e.getMessage());
            }
        }
        return views;
    }

    private double[] moved(final View earlier, final InterfaceMaps before, final View view, final InterfaceMaps maps) {
        final Optional<FieldShift> found = FieldShift.search(before, maps);
        if (found.isEmpty() && !Arrays.equals(earlier.size, view.size)) {
            throw new InputException(view.scan.path().toString(), "its size is not that of " + earlier.scan.name() + (FieldShift.isFlat(before) || FieldShift.isFlat(maps)
                ? ", and its interfaces are too flat to find the common part" : ", and the relief of its interfaces is not found again there"),
                "crop the scans to one field of view, or leave this one out");
        }
        if (found.isEmpty()) {
            warnings.add(view.scan.name() + ": the relief of the interfaces of " + earlier.scan.name() + " is not found again; the field of view is taken not to have moved");
        }
        final FieldShift shift = found.orElse(FieldShift.NONE);
        final double deeper = (middleUm(maps) - middleUm(before)) / maps.voxelSize().zUm();
        return new double[] {earlier.corner[0] + shift.x(), earlier.corner[1] + shift.y(), earlier.corner[2] + (Double.isNaN(deeper) ? 0 : deeper)};
    }

    /** Mean height of the middle between the two interfaces. */
    private static double middleUm(final InterfaceMaps maps) {
        double sum = 0;
        for (final Side side : Side.values()) {
            double heights = 0;
            long known = 0;
            for (final float height : maps.heightUm(side)) {
                if (!Float.isNaN(height)) {
                    heights += height;
                    known++;
                }
            }
            sum += heights / known / 2;
        }
        return sum;
    }

    /** Where the region begins and ends along an axis in the first scan, voxels; along z nothing where all slices count. */
    private double[] ends(final int axis, final VoxelSize voxelSize, final List<View> views) {
        final double[] given = experiment.roi().map(region -> region.ends(axis, voxelSize)).orElse(new double[0]);
        if (given.length > 0 || axis == 2) {
            return given;
        }
        double from = 0;
        double to = Double.POSITIVE_INFINITY;
        for (final View view : views) {
            from = Math.max(from, -view.corner[axis]);
            to = Math.min(to, view.size[axis] - view.corner[axis]);
        }
        if (to - from < FEWEST_COLUMNS) {
            throw new InputException(experiment.file().toString(), "the scans show fewer than " + FEWEST_COLUMNS + " voxels along " + AXES.charAt(axis) + " in common",
                "leave out the scan that has moved most, or give scans of one field of view");
        }
        return new double[] {from, to};
    }

    private Region region(final View view, final double[][] ends) {
        final int[] from = new int[3];
        final int[] count = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            if (ends[axis].length == 0) {
                count[axis] = view.size[axis];
                continue;
            }
            from[axis] = (int) Math.round(ends[axis][0] + view.corner[axis]);
            count[axis] = (int) (experiment.roi().isPresent() ? Math.round(ends[axis][1] - ends[axis][0]) : Math.floor(ends[axis][1] - ends[axis][0] + 1e-6));
            if (from[axis] < 0 || count[axis] < 1 || from[axis] + count[axis] > view.size[axis]) {
                throw new InputException("roi", String.format(Locale.ROOT, "it lies at voxels %d to %d along %c in %s, which has %d", from[axis], from[axis] + count[axis],
                    AXES.charAt(axis), view.scan.name(), view.size[axis]), "give a region that every scan shows");
            }
        }
        return new Region(from[0], from[1], count[0], count[1], from[2], count[2], experiment.roi().map(RegionOfInterest::disc).orElse(false));
    }

    private static int[] size(final Scan scan) {
        return new int[] {scan.width(), scan.height(), scan.depth()};
    }
}
