package operando.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.AxisView;
import operando.scan.NaNCheckedScan;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.VoxelSizeOverride;

/**
 * A scan of the series, opened as the rooms after it want it: with the voxel size that holds and the stack axis along z.
 *
 * @param warnings one line each
 */
record ScanInput(Scan scan, VoxelSize voxelSize, List<String> warnings) implements AutoCloseable {

    private static final double SAME = 0.005;

    /**
     * @throws InputException if it cannot be read or its voxel size is stated nowhere
     */
    static ScanInput open(final Experiment experiment, final PlannedScan planned) {
        final Scan stored = ScanFile.open(planned.path());
        final List<String> warnings = new ArrayList<>();
        final Scan calibrated = experiment.voxelSize().<Scan>map(stated -> {
            stored.voxelSize().filter(own -> differs(own, stated)).ifPresent(own -> warnings.add(planned.name()
                + ": its file says a voxel of " + text(own) + ", the experiment file " + text(stated)
                + "; the experiment file's is used"));
            return new VoxelSizeOverride(stored, stated);
        }).orElse(stored);
        final Scan scan = NaNCheckedScan.of(AxisView.along(calibrated, experiment.stackAxis()));
        final VoxelSize voxelSize = scan.voxelSize().orElseThrow(() -> {
            scan.close();
            return new InputException(planned.path().toString(), "the file does not say its voxel size",
                "give voxel_size_um in " + experiment.file().getFileName());
        });
        return new ScanInput(scan, voxelSize, warnings);
    }

    private static boolean differs(final VoxelSize own, final VoxelSize stated) {
        return Math.abs(own.xUm() / stated.xUm() - 1) > SAME || Math.abs(own.yUm() / stated.yUm() - 1) > SAME
            || Math.abs(own.zUm() / stated.zUm() - 1) > SAME;
    }

    private static String text(final VoxelSize size) {
        return String.format(Locale.ROOT, "%.4g x %.4g x %.4g µm", size.xUm(), size.yUm(), size.zUm());
    }

    @Override
    public void close() {
        scan.close();
    }
}
