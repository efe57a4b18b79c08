package operando.cli;

import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.Scan;
import operando.scan.VoxelSizeOverride;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The edge of a voxel, for stacks that do not say it or say it wrongly; the same for every command that measures. */
final class VoxelSizeOption {

    @Option(names = "--voxel-size", split = ",", paramLabel = "UM", description = "edge of a voxel in µm, or x,y,z; if not given, what the file says")
    private double[] edges;

    /** @throws InputException unless one or three lengths are given, or none */
    Optional<VoxelSize> given() {
        if (edges == null) {
            return Optional.empty();
        }
        if (edges.length != 1 && edges.length != 3) {
            throw new InputException("--voxel-size", edges.length + " numbers are no voxel size", "give one length or x,y,z in µm");
        }
        return Optional.of(new VoxelSize(edges[0], edges[edges.length / 2], edges[edges.length - 1]));
    }

    /** Says so where a scan's voxel size cannot be right. */
    static void warn(final Scan scan, final CommandSpec spec) {
        scan.voxelSize().flatMap(size -> size.doubt(scan.width(), scan.height(), scan.depth()))
            .ifPresent(doubt -> spec.commandLine().getErr().println("Warning: " + scan.name() + ": " + doubt));
    }

    /** The scan, with this voxel size if one is given. */
    Scan of(final Scan scan) {
        return given().<Scan>map(size -> new VoxelSizeOverride(scan, size)).orElse(scan);
    }
}
