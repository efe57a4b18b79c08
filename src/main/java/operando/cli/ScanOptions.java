package operando.cli;

import java.nio.file.Path;

import operando.scan.AxisView;
import operando.scan.GreyCheck;
import operando.scan.RoundMask;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.StackAxis;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a stack is to be seen; the same for every command that takes the scan of a cell. */
final class ScanOptions {

    @Mixin
    private VoxelSizeOption voxelSize = new VoxelSizeOption();

    @Option(names = {"--stack-axis", "--axis"}, description = "stack axis, from collector to collector: ${COMPLETION-CANDIDATES}")
    private StackAxis axis = StackAxis.Z;

    /** @throws operando.cell.InputException if the file is no scan, or the voxel size none */
    Scan open(final Path file) {
        return voxelSize.of(turned(ScanFile.open(file)));
    }

    /** The same for a sweep, which takes a round mask of no numbers for what lies outside of the cell. */
    Scan openForSweep(final Path file) {
        return voxelSize.of(turned(RoundMask.filled(GreyCheck.require(ScanFile.open(file)))));
    }

    /** The scan with its stack axis as z. */
    Scan turned(final Scan scan) {
        return AxisView.along(scan, axis);
    }
}
