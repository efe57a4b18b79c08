package operando.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.motion.CorrelationMemory;
import operando.motion.CorrelationSettings;
import operando.motion.DisplacementField;
import operando.motion.GapFilling;
import operando.motion.LabelMask;
import operando.motion.Masks;
import operando.motion.RadialProfile;
import operando.motion.StrainField;
import operando.motion.VolumeCorrelation;
import operando.motion.subvolume.PointStatus;
import operando.report.figure.DisplacementFigures;
import operando.results.DisplacementFiles;
import operando.scan.Scan;
import operando.scan.ScanFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando displace REFERENCE DEFORMED --out DIR}: where the material points of one scan are in another. */
@Command(name = "displace", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Follows material points from one scan to another by digital volume correlation.")
final class Displace implements Runnable {

    private static final double LEAST_FOLLOWED = 0.5;

    private static final int RINGS = 10;

    @Parameters(index = "0", paramLabel = "REFERENCE", description = "the scan whose points are followed")
    private Path reference;

    @Parameters(index = "1", paramLabel = "DEFORMED", description = "the scan to find them in")
    private Path deformed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for tables, maps and figures")
    private Path out;

    @Option(names = "--spacing", paramLabel = "VOXELS", description = "distance between neighbouring points")
    private int spacing = CorrelationSettings.defaults().spacingVoxels();

    @Option(names = "--subvolume", paramLabel = "VOXELS", description = "side of the cube about a point that is found again; odd")
    private int subvolume = CorrelationSettings.defaults().subvolumeVoxels();

    @Option(names = "--smoothing", paramLabel = "VOXELS", description = "smooth both scans first; if not given, chosen from their noise")
    private Double smoothing;

    @Option(names = "--mask", paramLabel = "LABELS", description = "label stack of the reference; only electrolyte and its pores are followed")
    private Path mask;

    @Option(names = "--mask-deformed", paramLabel = "LABELS", description = "label stack of the other scan")
    private Path maskDeformed;

    @Option(names = "--strain-window", paramLabel = "POINTS", description = "strain from so many points to each side")
    private int window = 3;

    @Option(names = "--fill-gaps", description = "give points that could not be followed what their neighbours predict, marked as filled")
    private boolean fillGaps;

    @Option(names = "--remove-rigid", description = "take away the motion of the scan as a whole")
    private boolean removeRigid;

    @Mixin
    private ScanOptions scanOptions = new ScanOptions();

    @Mixin
    private ComputeOptions machine = new ComputeOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        final CorrelationSettings given = CorrelationSettings.defaults().withSpacing(spacing).withSubvolume(subvolume);
        final CorrelationSettings settings = smoothing == null ? given : given.withSmoothing(smoothing);
        OutputFile.checkFolder("--out", out);
        if (OutputFile.isSame(reference, deformed)) {
            throw new InputException("operando displace", "the reference and the deformed scan are the same file", "give two scans");
        }
        final Progress progress = new TerminalProgress(spec.commandLine().getErr());
        try (Scan first = scanOptions.open(reference); Scan second = scanOptions.open(deformed); Scan firstLabels = labels(mask); Scan secondLabels = labels(maskDeformed);
            Cores cores = machine.cores()) {
            VoxelSizeOption.warn(first, spec);
            StrainField.check(first, settings);
            CorrelationMemory.plan(first, settings).require(machine.memoryBytes(), CorrelationMemory.OTHERWISE);
            final DisplacementField measured = VolumeCorrelation.correlate(first, second, settings, masks(firstLabels, secondLabels),
                cores, progress);
            final DisplacementField rigid = removeRigid ? measured.withoutRigidMotion() : measured;
            write(fillGaps ? GapFilling.fill(rigid) : rigid, first);
        }
    }

    private void write(final DisplacementField field, final Scan first) {
        final StrainField strain = StrainField.of(field, window);
        DisplacementFiles.writeTable(field, strain, out.resolve("displacement.csv"));
        DisplacementFiles.writeVtk(field, strain, out.resolve("displacement.vtk"));
        DisplacementFiles.writeMaps(field, out);
        final List<RadialProfile.Ring> profile = RadialProfile.of(field, first.width(), first.height(), RINGS);
        DisplacementFiles.writeProfile(profile, out.resolve("radial_profile.csv"));
        DisplacementFigures.write(field, first, out);
        DisplacementFigures.writeProfile(profile, out);
        final PrintWriter terminal = spec.commandLine().getOut();
        terminal.printf(Locale.ROOT, "whole scan moved by                %.4g, %.4g, %.4g µm%n", field.alignment().shiftVoxels()[0] * field.voxelSize().xUm(),
            field.alignment().shiftVoxels()[1] * field.voxelSize().yUm(), field.alignment().shiftVoxels()[2] * field.voxelSize().zUm());
        for (final PointStatus status : PointStatus.values()) {
            if (field.count(status) > 0) {
                terminal.printf(Locale.ROOT, "points %-27s %d%n", status.name().toLowerCase(Locale.ROOT).replace('_', ' '), field.count(status));
            }
        }
        final int followed = field.count(PointStatus.CONVERGED) + field.count(PointStatus.DISCONTINUITY);
        if (followed < LEAST_FOLLOWED * field.size()) {
            spec.commandLine().getErr().printf(Locale.ROOT, "Warning: only %d of %d points could be followed; probably the scans are of two cells, or moved too far%n", followed, field.size());
        }
        terminal.printf(Locale.ROOT, "mean length, centre to rim         %s µm%n", profile.stream().filter(ring -> ring.points() > 0)
            .map(ring -> String.format(Locale.ROOT, "%.3g", ring.lengthUm())).collect(java.util.stream.Collectors.joining(", ")));
        terminal.println("files: " + out);
    }

    private Masks masks(final Scan first, final Scan second) {
        return new Masks(java.util.Optional.ofNullable(first), java.util.Optional.ofNullable(second));
    }

    private Scan labels(final Path file) {
        return file == null ? null : scanOptions.turned(LabelMask.pellet(ScanFile.open(file)));
    }
}
