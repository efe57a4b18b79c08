package operando.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.measure.InterfaceAreas;
import operando.scan.Scan;
import operando.scan.ScanFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando interfaces LABELS}: the area between every pair of labels. */
@Command(name = "interfaces", mixinStandardHelpOptions = true,
    description = "Measures the interface area between every pair of labels, by local normals, by voxel faces and by Crofton's formula.")
final class Interfaces implements Runnable {

    /** Of some thirty labels that all touch each other. */
    private static final int MOST_PAIRS = 500;

    @Parameters(paramLabel = "LABELS", description = "an 8-bit label stack")
    private Path labels;

    @Mixin
    private VoxelSizeOption voxelSize = new VoxelSizeOption();

    @Mixin
    private ComputeOptions machine = new ComputeOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        final PrintWriter out = spec.commandLine().getOut();
        try (Scan scan = voxelSize.of(ScanFile.open(labels)); Cores cores = machine.cores()) {
            VoxelSizeOption.warn(scan, spec);
            final VoxelSize voxel = scan.voxelSize().orElseThrow(() ->
                new InputException(labels.toString(), "the file does not say its voxel size", "give --voxel-size in µm"));
            final InterfaceAreas areas = InterfaceAreas.of(scan, voxel, cores, new TerminalProgress(spec.commandLine().getErr()));
            if (areas.pairs().size() > MOST_PAIRS) {
                spec.commandLine().getErr().println("Warning: " + scan.name() + ": " + areas.pairs().size() + " pairs of different values touch, as grey values do; probably it is no label stack");
            }
            out.println("first,second,faces,area_voxel_faces_um2,area_crofton_um2,area_local_normals_um2,expected_error_percent");
            areas.pairs().forEach(pair -> out.printf(Locale.ROOT, "%d,%d,%d,%.6g,%.6g,%.6g,%s%n", pair.first(), pair.second(),
                pair.faces(), pair.facesUm2(), pair.croftonUm2(), pair.localNormalsUm2(),
                pair.faces() > 0 ? String.format(Locale.ROOT, "%.2f", 100 * pair.expectedError()) : ""));
        }
    }
}
