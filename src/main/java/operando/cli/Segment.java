package operando.cli;

import java.nio.file.Path;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.measure.ScanMeasures;
import operando.scan.AxisView;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.StackAxis;
import operando.segment.ColumnSweep;
import operando.segment.SweepSettings;
import operando.segment.SweptLabels;
import operando.segment.SweptScan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando segment STACK --out LABELS}: one stack to its phases and numbers. */
@Command(name = "segment", mixinStandardHelpOptions = true, showDefaultValues = true,
    description = "Segments a stack into lithium, void, interphase, electrolyte, collector and pore, and prints its measures.")
final class Segment implements Runnable {

    /** How grey becomes phases. */
    enum Method {
        /** Along the columns, with thresholds. */
        SWEEP
    }

    @Parameters(paramLabel = "STACK", description = "a TIFF stack, a folder of TIFF slices, or a pattern")
    private Path stack;

    @Option(names = "--out", required = true, paramLabel = "LABELS", description = "label stack (.tif)")
    private Path out;

    @Option(names = "--method", description = "${COMPLETION-CANDIDATES}")
    private Method method = Method.SWEEP;

    @Option(names = "--thresholds", paramLabel = "v,l,i,c", description = "grey values above void, lithium, interphase and electrolyte, or auto")
    private String thresholds = "auto";

    @Option(names = "--look-ahead", paramLabel = "N", description = "voxels whose mean decides whether a phase ends")
    private int lookAhead = 4;

    @Option(names = "--contact-depth", paramLabel = "N", description = "voxels of lithium that hold no void where there is contact")
    private int contactDepth = 5;

    @Option(names = "--voxel-size", split = ",", paramLabel = "UM", description = "edge of a voxel in µm, or x,y,z; if not given, what the file says")
    private double[] voxelSize;

    @Option(names = "--axis", description = "stack axis, from collector to collector: ${COMPLETION-CANDIDATES}")
    private StackAxis axis = StackAxis.Z;

    @Mixin
    private MachineOptions machine = new MachineOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        final SweepSettings settings = SweepSettings.of(thresholds, lookAhead, contactDepth);
        final Progress progress = new TerminalProgress(spec.commandLine().getErr());
        try (Scan scan = AxisView.along(ScanFile.open(stack), axis); Cores cores = machine.cores()) {
            final VoxelSize voxel = voxelSize().or(scan::voxelSize).orElseThrow(() -> new InputException(stack.toString(),
                "the file does not say its voxel size", "give --voxel-size in µm"));
            final SweptScan swept = new ColumnSweep(settings).sweep(scan, cores, progress.part(0, 0.5));
            new SweptLabels(swept).write(scan, voxel, out, cores, progress.part(0.5, 1));
            ScanMeasures.of(swept, voxel).columns().forEach((name, value) -> spec.commandLine().getOut().printf("%-44s %.6g%n", name, value));
        }
    }

    private Optional<VoxelSize> voxelSize() {
        if (voxelSize == null) {
            return Optional.empty();
        }
        if (voxelSize.length != 1 && voxelSize.length != 3) {
            throw new InputException("--voxel-size", voxelSize.length + " numbers are no voxel size", "give one length or x,y,z in µm");
        }
        return Optional.of(new VoxelSize(voxelSize[0], voxelSize[voxelSize.length / 2], voxelSize[voxelSize.length - 1]));
    }
}
