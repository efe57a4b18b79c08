package operando.segment.filter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import operando.cell.VoxelSize;
import operando.scan.Scan;
import operando.scan.ScanView;

/** A scan after its filters, with what they found and did. Closing it deletes the scratch file, and leaves the scan itself open. */
public final class FilteredScan extends ScanView {

    private final Scan original;
    private final List<String> notes;
    private final Optional<Path> scratch;

    FilteredScan(final Scan original, final Scan filtered, final List<String> notes, final Optional<Path> scratch) {
        super(filtered);
        this.original = original;
        this.notes = List.copyOf(notes);
        this.scratch = scratch;
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
        if (scratch.isPresent()) {
            super.close();
            try {
                Files.deleteIfExists(scratch.get());
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
