package operando.experiment;

import java.io.Serializable;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.MemoryPlan;
import operando.scan.Scan;
import operando.segment.ColumnSweep;

/**
 * What all scans of a series have in common; that of the first one that can be opened.
 *
 * @param scan       which one it is
 * @param voxelBytes of a grey value
 */
record SeriesShape(String scan, int width, int height, int depth, VoxelSize voxelSize, int voxelBytes) implements Serializable {

    /** Maps of two scans, 34 bytes a column each, their reliefs and bumps, and what moving one onto the other takes. */
    private static final long MAPS_BYTES = 130;
    private static final long REPORT_BYTES = 100L << 20;

    static SeriesShape of(final ScanInput input, final String name) {
        return new SeriesShape(name, input.scan().width(), input.scan().height(), input.scan().depth(), input.voxelSize(), input.scan().pixelType().bytes());
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
        final long columns = (long) width * height;
        final long each = Math.max(ColumnSweep.bytes(columns, (long) width * depth, voxelBytes, threads), MAPS_BYTES * columns);
        return threads > 1 && MemoryPlan.usable(memoryBytes) >= 2 * each + REPORT_BYTES ? 2 : 1;
    }

    /**
     * What a run over a series needs: the sweep of a scan, the maps of scans that are compared, the report.
     *
     * @param scan one of them, open
     */
    static MemoryPlan memory(final Scan scan, final int threads) {
        return new MemoryPlan("a series of " + scan.width() + " x " + scan.height() + " columns",
            Math.max(ColumnSweep.memory(scan, threads).bytes(), MAPS_BYTES * scan.width() * scan.height()) + REPORT_BYTES);
    }
}
