package operando.scan;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the slices read last, for scans whose rows cannot be read apart (each slice compressed as a whole). Threads that
 * want rows of the same slice then share one unpacking, and a block of the scan costs each of its slices once.
 */
public final class SliceCache extends ScanView {

    /** One slice; whoever holds its lock reads it, the others wait for it. */
    private static final class Slice {
        private Object pixels;
    }

    private final int most;
    private final Map<Integer, Slice> recent;

    private SliceCache(final Scan scan, final int most) {
        super(scan);
        this.most = most;
        recent = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(final Map.Entry<Integer, Slice> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * The scan with its last slices kept.
     *
     * @param memoryBytes what they may take; two slices are kept even if they take more
     */
    public static Scan of(final Scan scan, final long memoryBytes) {
        final long sliceBytes = (long) scan.width() * scan.height() * scan.pixelType().bytes();
        return new SliceCache(scan, (int) Math.max(2, Math.min(scan.depth(), memoryBytes / sliceBytes)));
    }

    /** Reads the slice anew: who reads whole slices reads each of them once. */
    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        System.arraycopy(slice(z), y * width(), pixels, 0, rows * width());
    }

    @Override
    public ScanSource source() {
        final int slices = most;
        return scan().source().seen(stored -> new SliceCache(stored, slices));
    }

    private Object slice(final int z) {
        final Slice slice;
        synchronized (recent) {
            slice = recent.computeIfAbsent(z, key -> new Slice());
        }
        synchronized (slice) {
            if (slice.pixels == null) {
                final Object pixels = newSlice();
                scan().readSlice(z, pixels);
                slice.pixels = pixels;
            }
            return slice.pixels;
        }
    }

    @Override
    public void close() {
        synchronized (recent) {
            recent.clear();
        }
        scan().close();
    }
}
