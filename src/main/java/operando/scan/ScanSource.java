package operando.scan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.UnaryOperator;

import operando.cell.VoxelSize;

/**
 * Where a scan is to be had; a job takes it along to wherever its tasks are computed.
 *
 * <pre>
 * ScanSource source = ScanSource.of(scan);
 * try (Scan there = source.open()) { … }               // the scan itself, or after a journey the scan opened again
 * </pre>
 */
@FunctionalInterface
public interface ScanSource extends Serializable {

    /** A way of seeing a scan. */
    @FunctionalInterface
    interface View extends UnaryOperator<Scan>, Serializable {
    }

    /**
     * Opens the scan; whoever does closes it.
     *
     * @throws operando.cell.InputException if it cannot be read at this place
     */
    Scan open();

    /** The same scan seen in another way. */
    default ScanSource seen(final View view) {
        return () -> view.apply(open());
    }

    /** An open scan: not opened again on this machine, nor closed; elsewhere opened from where it is stored. */
    static ScanSource of(final Scan scan) {
        return new OpenScan(scan);
    }

    /** The source of an open scan. */
    final class OpenScan implements ScanSource {

        private static final long serialVersionUID = 1L;

        private final transient Scan scan;

        private OpenScan(final Scan scan) {
            this.scan = scan;
        }

        @Override
        public Scan open() {
            return new KeptOpen(scan);
        }

        private Object writeReplace() {
            return scan.source();
        }
    }

    /** A scan that others close. */
    final class KeptOpen extends ScanView {

        private KeptOpen(final Scan scan) {
            super(scan);
        }

        @Override
        public void readBlock(final int x, final int y, final int z, final int width, final int height, final int depth, final float[] grey) {
            scan().readBlock(x, y, z, width, height, depth, grey);
        }

        @Override
        public ScanSource source() {
            return scan().source();
        }

        @Override
        public void close() {
            // It was open before.
        }
    }

    /** A scan in memory, with its pixels. */
    record Pixels(String name, int width, int height, ArrayList<Object> slices, VoxelSize voxelSize) implements ScanSource {

        static ScanSource of(final MemoryScan scan) {
            return new Pixels(scan.name(), scan.width(), scan.height(), new ArrayList<>(scan.slices()), scan.voxelSize().orElse(null));
        }

        @Override
        public Scan open() {
            return new MemoryScan(name, width, height, slices, Optional.ofNullable(voxelSize));
        }
    }
}
