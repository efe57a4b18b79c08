package operando.experiment;

import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.CroppedScan;
import operando.scan.Scan;
import operando.segment.Region;

/**
 * A scan of the series, opened as the rooms after it want it: with the voxel size that holds and the stack axis along z.
 *
 * @param whole    as it is stored
 * @param region   the part of it that is evaluated; none for all of it
 * @param warnings one line each
 */
record ScanInput(Scan whole, Optional<Region> region, VoxelSize voxelSize, List<String> warnings) implements AutoCloseable {

    /** @throws InputException if it cannot be read or its voxel size is stated nowhere */
    static ScanInput open(final Experiment experiment, final PlannedScan planned) {
        return ScanReading.of(experiment).open(planned.name(), planned.path(), planned.region());
    }

    /** What is evaluated. */
    Scan scan() {
        return cropped(whole);
    }

    /** The evaluated part of a scan of this size. */
    Scan cropped(final Scan of) {
        return region.<Scan>map(part -> new CroppedScan(of, part.x(), part.y(), part.fromZ(), part.width(), part.height(), part.depth())).orElse(of);
    }

    /** The evaluated columns of the whole stack. */
    Scan columns() {
        return region.<Scan>map(part -> new CroppedScan(whole, part.x(), part.y(), 0, part.width(), part.height(), whole.depth())).orElse(whole);
    }

    /** The first slice of what is evaluated. */
    int fromZ() {
        return region.map(Region::fromZ).orElse(0);
    }

    @Override
    public void close() {
        whole.close();
    }
}
