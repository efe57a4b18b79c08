package operando.segment.feature.slice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import operando.scan.PixelType;
import operando.scan.Scan;

/**
 * The slices of one scan as features need to know them, {@link WholeSlice}. Those asked for last are kept, as many as
 * threads that go through the scan in order work on at the same time; others are read again.
 */
final class WholeSlices {

    // Rows of a slice that a thread works on at a time; lower slices are shared by fewer threads.
    private static final int BAND = 256;
    // Images: the slice itself, and its spectrum.
    private static final long KEPT_BESIDES = 4;
    private static final long USED_BY_THREAD = 6;

    private final Scan scan;
    private final WholeSliceFeatures features;
    private final int threads;
    private final int kept;
    private final WholeSlice first;
    private final Map<Integer, WholeSlice> slices = new LinkedHashMap<>(16, 0.75f, true);

    WholeSlices(final Scan scan, final WholeSliceFeatures features, final int threads) {
        this.scan = scan;
        this.features = features;
        this.threads = threads;
        kept = Math.min(scan.depth(), 2 + threads * BAND / scan.height());
        first = new WholeSlice(() -> read(0), own -> own, new WholeSliceFeatures(Set.of()));
    }

    /** Bytes of all that is kept at most, and of what threads need to make it. */
    long bytes() {
        final long images = features.names().isEmpty() ? 0 : (features.names().size() + KEPT_BESIDES) * kept + USED_BY_THREAD * threads;
        return Float.BYTES * images * scan.width() * scan.height();
    }

    WholeSlice of(final int z) {
        synchronized (slices) {
            final WholeSlice slice = slices.computeIfAbsent(z, k -> new WholeSlice(() -> read(k), shown(k), features));
            if (slices.size() > kept) {
                slices.remove(slices.keySet().iterator().next());
            }
            return slice;
        }
    }

    // ImageJ shows whole numbers between the extremes of their slice, and floating-point ones all like the first slice.
    private UnaryOperator<SliceRange> shown(final int z) {
        return scan.pixelType() == PixelType.FLOAT32 && z > 0 ? own -> first.range() : own -> own;
    }

    private SlicePlane read(final int z) {
        final float[] grey = new float[scan.width() * scan.height()];
        scan.readBlock(0, 0, z, scan.width(), scan.height(), 1, grey);
        return SlicePlane.whole(scan.width(), scan.height(), grey);
    }
}
