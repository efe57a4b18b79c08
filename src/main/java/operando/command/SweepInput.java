package operando.command;

import ij.IJ;
import ij.ImagePlus;
import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.AxisView;
import operando.scan.GreyCheck;
import operando.scan.RoundMask;
import operando.scan.Scan;
import operando.scan.StackAxis;
import operando.segment.ColumnSweep;
import operando.segment.SweepResult;
import operando.segment.SweepSettings;

/** An open image as the column sweep takes it, with its voxel size. */
record SweepInput(Scan scan, VoxelSize voxelSize) {

    /** @throws InputException if the image is in colour or has no voxel size */
    static SweepInput of(final ImagePlus image, final StackAxis axis) {
        final Scan scan = AxisView.along(RoundMask.filled(GreyCheck.require(new ImagePlusScan(image))), axis);
        scan.voxelSize().flatMap(size -> size.doubt(scan.width(), scan.height(), scan.depth())).ifPresent(doubt -> IJ.log("Warning: " + scan.name() + ": " + doubt));
        return new SweepInput(scan, scan.voxelSize().orElseThrow(() -> new InputException(image.getTitle(), "the image has no voxel size",
            "set it in Image > Properties, with the unit micron")));
    }

    SweepResult sweep(final SweepSettings settings, final Cores cores, final Progress progress) {
        return new ColumnSweep(settings).sweep(scan, cores, progress);
    }
}
