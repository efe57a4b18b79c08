package operando.experiment;

import java.util.List;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.Scan;

/**
 * A scan of the series, opened as the rooms after it want it: with the voxel size that holds and the stack axis along z.
 *
 * @param warnings one line each
 */
record ScanInput(Scan scan, VoxelSize voxelSize, List<String> warnings) implements AutoCloseable {

    /** @throws InputException if it cannot be read or its voxel size is stated nowhere */
    static ScanInput open(final Experiment experiment, final PlannedScan planned) {
        return ScanReading.of(experiment).open(planned.name(), planned.path());
    }

    @Override
    public void close() {
        scan.close();
    }
}
