package operando.experiment;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.AxisView;
import operando.scan.GreyCheck;
import operando.scan.NaNCheckedScan;
import operando.scan.RoundMask;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.StackAxis;
import operando.scan.VoxelSizeOverride;
import operando.segment.Region;

/**
 * How the scans of a series are opened, wherever they are worked on.
 *
 * @param stated    the voxel size that wins over the scans' own, none if they are believed
 * @param stackAxis which axis of the files goes from collector to collector
 * @param statedIn  the file in which a voxel size can be stated
 */
record ScanReading(List<VoxelSize> stated, StackAxis stackAxis, String statedIn) implements Serializable {

    static ScanReading of(final Experiment experiment) {
        return new ScanReading(experiment.voxelSize().map(List::of).orElse(List.of()), experiment.stackAxis(),
            experiment.file().getFileName().toString());
    }

    /**
     * @param name   for warnings
     * @param region the part of it that is evaluated
     * @throws InputException if it cannot be read or its voxel size is stated nowhere
     */
    ScanInput open(final String name, final Path path, final Optional<Region> region) {
        final Scan stored = grey(ScanFile.open(path));
        final List<String> warnings = new ArrayList<>();
        Scan calibrated = stored;
        for (final VoxelSize size : stated) {
            stored.voxelSize().filter(own -> !own.isSame(size)).ifPresent(own -> warnings.add(name
                + ": its file says a voxel of " + text(own) + ", the experiment file " + text(size) + "; the experiment file's is used"));
            calibrated = new VoxelSizeOverride(stored, size);
        }
        final Scan scan = NaNCheckedScan.of(AxisView.along(RoundMask.filled(calibrated), stackAxis));
        final VoxelSize voxelSize = scan.voxelSize().orElseThrow(() -> {
            scan.close();
            return new InputException(path.toString(), "the file does not say its voxel size", "give voxel_size_um in " + statedIn);
        });
        return new ScanInput(scan, region, voxelSize, warnings);
    }

    private static Scan grey(final Scan scan) {
        try {
            return GreyCheck.require(scan);
        } catch (final InputException e) {
            scan.close();
            throw e;
        }
    }

    private static String text(final VoxelSize size) {
        return String.format(Locale.ROOT, "%.6g x %.6g x %.6g µm", size.xUm(), size.yUm(), size.zUm());
    }
}
