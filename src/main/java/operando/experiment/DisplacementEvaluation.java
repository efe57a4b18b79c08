package operando.experiment;

import java.util.ArrayList;
import java.util.List;

import operando.cell.InputException;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.engine.Engine;
import operando.engine.MemoryPlan;
import operando.engine.Progress;
import operando.motion.CorrelationMemory;
import operando.motion.CorrelationSettings;
import operando.motion.CumulativeDisplacement;
import operando.motion.DisplacementField;
import operando.motion.LabelMask;
import operando.motion.Masks;
import operando.motion.RadialProfile;
import operando.motion.StrainField;
import operando.motion.VolumeCorrelation;
import operando.results.DisplacementFiles;
import operando.results.ResultFiles;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.series.DisplacementSeries;
import operando.series.TimeSeries;

/**
 * Follows the electrolyte from the first scan to every other one, and from each scan to the next, with the label stacks as
 * masks, so that neither the growing interphase nor the lithium counts. Points that cannot be followed from the first scan
 * directly are followed by way of the scans between.
 */
final class DisplacementEvaluation {

    private static final int STRAIN_WINDOW = 3;
    private static final int RINGS = 10;
    private static final long FIELD_POINT_BYTES = 60;

    private final Experiment experiment;
    private final ResultFiles files;
    private final TimeSeries series;
    private final Engine engine;
    private final List<String> warnings;

    DisplacementEvaluation(final Experiment experiment, final ResultFiles files, final TimeSeries series, final Engine engine,
        final List<String> warnings) {
        this.experiment = experiment;
        this.files = files;
        this.series = series;
        this.engine = engine;
        this.warnings = warnings;
    }

    /** @param rows of the scans that could be read, rising */
    DisplacementSeries evaluate(final int[] rows, final int sectionRow, final Progress progress) {
        final List<Integer> found = new ArrayList<>();
        final List<DisplacementField> fields = new ArrayList<>();
        DisplacementField before = null;
        for (int i = 1; i < rows.length; i++) {
            final String name = series.scan(rows[i]);
            final double from = (i - 1.0) / (rows.length - 1);
            final double middle = (i - 0.5) / (rows.length - 1);
            final Progress first = staged(progress.part(from, middle), "displacement of " + name);
            try {
                final DisplacementField direct = correlate(rows[0], rows[i], first);
                DisplacementField field = direct;
                if (i > 1) {
                    final DisplacementField step = correlate(rows[i - 1], rows[i], staged(progress.part(middle, (double) i / (rows.length - 1)), "step to " + name));
                    write(step, name, "_step");
                    field = before == null ? direct : CumulativeDisplacement.completed(direct, CumulativeDisplacement.of(before, step));
                }
                write(field, name, "");
                set(rows[i], field);
                found.add(rows[i]);
                fields.add(field);
                before = field;
            } catch (final InputException e) {
                before = null;
                warnings.add("no displacement of " + name + ": " + e.getMessage());
            }
        }
        return new DisplacementSeries(rows[0], found, fields, sectionRow);
    }

    private static CorrelationSettings settings(final ScanInput reference, final Experiment experiment) {
        return CorrelationSettings.defaults().withSpacing((int) Math.max(1, Math.round(experiment.displacement().spacingUm() / reference.voxelSize().xUm())));
    }

    /** What one correlation needs, beside the fields of all scans. */
    static MemoryPlan memory(final ScanInput scan, final Experiment experiment) {
        final MemoryPlan one = CorrelationMemory.plan(scan.scan(), settings(scan, experiment));
        return new MemoryPlan(one.what() + " and " + experiment.scans().size() + " scans",
            one.bytes() + FIELD_POINT_BYTES * experiment.scans().size() * CorrelationMemory.points(scan.scan(), settings(scan, experiment)));
    }

    private static Progress staged(final Progress progress, final String stage) {
        return (fraction, step) -> progress.report(fraction, stage + ": " + step);
    }

    private DisplacementField correlate(final int from, final int to, final Progress progress) {
        try (ScanInput reference = ScanInput.open(experiment, experiment.scans().get(from));
            ScanInput deformed = ScanInput.open(experiment, experiment.scans().get(to));
            Scan before = LabelMask.pellet(ScanFile.open(files.labels(series.scan(from))));
            Scan after = LabelMask.pellet(ScanFile.open(files.labels(series.scan(to))))) {
            return VolumeCorrelation.correlate(reference.scan(), deformed.scan(), settings(reference, experiment),
                Masks.of(before, after), engine, progress);
        }
    }

    private void write(final DisplacementField field, final String name, final String ending) {
        final StrainField strain = StrainField.of(field, STRAIN_WINDOW);
        DisplacementFiles.writeTable(field, strain, files.displacement(name + ending + ".csv"));
        DisplacementFiles.writeVtk(field, strain, files.displacement(name + ending + ".vtk"));
    }

    private void set(final int row, final DisplacementField field) {
        final PlannedScan planned = experiment.scans().get(row);
        final List<RadialProfile.Ring> profile;
        try (ScanInput input = ScanInput.open(experiment, planned)) {
            profile = RadialProfile.of(field, input.scan().width(), input.scan().height(), RINGS).stream().filter(ring -> ring.points() > 0).toList();
        }
        if (profile.isEmpty()) {
            warnings.add(planned.name() + ": no point of the electrolyte could be followed from " + field.reference());
            return;
        }
        double axial = 0;
        for (final RadialProfile.Ring ring : profile) {
            axial += ring.points() * ring.axialUm() / field.measuredCount();
        }
        final StrainField strain = StrainField.of(field, STRAIN_WINDOW);
        series.set(row, Quantity.DISPLACEMENT_CENTRE, Measured.of(profile.get(0).lengthUm()));
        series.set(row, Quantity.DISPLACEMENT_RIM, Measured.of(profile.get(profile.size() - 1).lengthUm()));
        series.set(row, Quantity.DISPLACEMENT_AXIAL, Measured.of(axial));
        series.set(row, Quantity.DISPLACEMENT_POINTS, Measured.of(field.measuredCount()));
        series.set(row, Quantity.STRAIN_ZZ, Measured.of(strain.median(StrainField.Component.ZZ)));
    }
}
