package operando.segment.filter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import operando.cell.VoxelSize;
import operando.scan.Scan;
import operando.scan.ScanView;

/** A scan after its filters, with what they found and did. Closing it deletes the scratch files, and leaves the scan itself open. */
public final class FilteredScan extends ScanView {

    private final Scan original;
    private final List<String> notes;
    private final List<Path> scratch;

    FilteredScan(final Scan original, final Scan filtered, final List<String> notes, final List<Path> scratch) {
        super(filtered);
        this.original = original;
        this.notes = List.copyOf(notes);
        this.scratch = List.copyOf(scratch);
    }

    /** What was found and done, a sentence each. */
    public List<String> notes() {
        return notes;
    }

    @Override
    public String name() {
        return original.name();
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        return original.voxelSize();
    }

    @Override
    public void close() {
        if (!scratch.isEmpty()) {
            super.close();
            ScanFilters.delete(scratch);
        }
    }
}
