package operando.experiment;

import java.io.Serializable;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.Scan;

/**
 * What all scans of a series have in common; that of the first one that can be opened.
 *
 * @param scan which one it is
 */
record SeriesShape(String scan, int width, int height, int depth, VoxelSize voxelSize) implements Serializable {

    static SeriesShape of(final ScanInput input, final String name) {
        return new SeriesShape(name, input.scan().width(), input.scan().height(), input.scan().depth(), input.voxelSize());
    }

    /**
     * @param where    the file, for the message
     * @param statedIn the file in which a voxel size can be stated
     * @throws InputException if a scan is of another size or has other voxels
     */
    void require(final ScanInput input, final String where, final String statedIn) {
        final Scan other = input.scan();
        if (input.region().isEmpty() && (other.width() != width || other.height() != height || other.depth() != depth)) {
            throw new InputException(where, "the scan is " + other.width() + " x " + other.height() + " x " + other.depth()
                + " voxels and " + scan + " is " + width + " x " + height + " x " + depth, "crop or reconstruct the scans of a series to one size");
        }
        if (!input.voxelSize().isSame(voxelSize)) {
            throw new InputException(where, "its voxel size " + input.voxelSize() + " is not that of " + scan + ", " + voxelSize,
                "give voxel_size_um in " + statedIn);
        }
    }

    /** What makes the voxel size doubtful, if anything. */
    Optional<String> doubt() {
        return voxelSize.doubt(width, height, depth);
    }

    /** How many scans, or pairs of the maps of two, are worked on at the same time: two, if there is memory for both. */
    int atATime(final int threads, final long memoryBytes) {
        return threads > 1 && memoryBytes >= 2 * (200L * width * height + (256L << 20)) ? 2 : 1;
    }

    /** @throws InputException if the sweep of a scan needs more memory */
    void requireMemory(final long bytes) {
        final long need = 60L * width * height + (256L << 20);
        if (need > bytes) {
            throw new InputException("--memory", "a scan of " + width + " x " + height + " columns needs " + (need >> 20) + " MB",
                "give at least " + (need >> 20) + "m");
        }
    }
}
