package operando.segment.feature.block;

import java.util.Arrays;

/**
 * One axis of a filter that goes along x, then y, then z, with floats between them. Each pass keeps of its own axis and of
 * those before it only the box and a margin.
 */
public final class SeparableConvolution {

    /** Voxels kept around the box along each axis, where there are any. */
    public record Margin(int x, int y, int z) {

        public static final Margin NONE = new Margin(0, 0, 0);
    }

    private final VoxelBlock from;
    private final Margin margin;
    private final AxisFilter filter;

    private SeparableConvolution(final VoxelBlock from, final AxisFilter filter, final Margin margin) {
        this.from = from;
        this.filter = filter;
        this.margin = margin;
    }

    /** What is kept of an axis: first voxel, number of voxels, and how many of them are before the box. */
    private record Kept(int first, int count, int before) {

        static Kept of(final int before, final int box, final int length, final int margin) {
            final int first = Math.max(0, before - margin);
            return new Kept(first, Math.min(length, before + box + margin) - first, before - first);
        }
    }

    private Kept keptX() {
        return Kept.of(from.left(), from.width(), from.read().width(), margin.x());
    }

    private Kept keptY() {
        return Kept.of(from.up(), from.height(), from.read().height(), margin.y());
    }

    private Kept keptZ() {
        return Kept.of(from.before(), from.depth(), from.read().depth(), margin.z());
    }

    /** One axis after the other. */
    public static VoxelBlock all(final VoxelBlock from, final AxisFilter x, final AxisFilter y, final AxisFilter z, final Margin margin) {
        return alongZ(alongY(alongX(from, x, margin), y, margin), z, margin);
    }

    static VoxelBlock alongX(final VoxelBlock from, final AxisFilter filter, final Margin margin) {
        return new SeparableConvolution(from, filter, margin).alongX();
    }

    static VoxelBlock alongY(final VoxelBlock from, final AxisFilter filter, final Margin margin) {
        return new SeparableConvolution(from, filter, margin).alongY();
    }

    static VoxelBlock alongZ(final VoxelBlock from, final AxisFilter filter, final Margin margin) {
        return new SeparableConvolution(from, filter, margin).alongZ();
    }

    private VoxelBlock alongX() {
        final Kept kept = keptX();
        final GreyVolume read = from.read();
        final GreyVolume to = GreyVolume.of(kept.count(), read.height(), read.depth());
        final Sheet sheet = new Sheet(read.height(), read.width());
        for (int z = 0; z < read.depth(); z++) {
            sheet.take(read, read.index(0, 0, z), 1, read.width());
            sheet.filter(kept, to, to.index(0, 0, z), 1, kept.count());
        }
        return from.with(kept.before(), from.up(), from.before(), to);
    }

    private VoxelBlock alongY() {
        final Kept x = keptX();
        final Kept y = keptY();
        final GreyVolume read = from.read();
        final GreyVolume to = GreyVolume.of(x.count(), y.count(), read.depth());
        final Sheet sheet = new Sheet(x.count(), read.height());
        for (int z = 0; z < read.depth(); z++) {
            sheet.take(read, read.index(x.first(), 0, z), read.width(), 1);
            sheet.filter(y, to, to.index(0, 0, z), x.count(), 1);
        }
        return from.with(x.before(), y.before(), from.before(), to);
    }

    private VoxelBlock alongZ() {
        final Kept x = keptX();
        final Kept y = keptY();
        final Kept z = keptZ();
        final GreyVolume read = from.read();
        final GreyVolume to = GreyVolume.of(x.count(), y.count(), z.count());
        final Sheet sheet = new Sheet(x.count(), read.depth());
        for (int j = 0; j < y.count(); j++) {
            sheet.take(read, read.index(x.first(), y.first() + j, 0), read.width() * read.height(), 1);
            sheet.filter(z, to, to.index(0, j, 0), x.count() * y.count(), 1);
        }
        return from.with(x.before(), y.before(), z.before(), to);
    }

    /** A section of the volume: runs of voxels side by side across the axis that the filter goes along. */
    private final class Sheet {

        private final int width;
        private final Kernel1D taps;
        private final double[][] runs;
        private final double[][] beyond;
        private final double[] sums;

        private Sheet(final int width, final int length) {
            this.width = width;
            taps = filter.on(length);
            runs = new double[length][width];
            beyond = new double[length + 2 * taps.reach()][];
            sums = new double[width];
            Arrays.setAll(beyond, i -> runs[filter.inside(i - taps.reach(), length)]);
        }

        /** @param along from one run to the next in the volume, and so {@code across} from one voxel of a run to the next */
        private void take(final GreyVolume read, final int first, final int along, final int across) {
            for (int p = 0; p < runs.length; p++) {
                final double[] run = runs[p];
                for (int i = 0, at = first + p * along; i < width; i++, at += across) {
                    run[i] = read.grey()[at];
                }
            }
        }

        private void filter(final Kept kept, final GreyVolume to, final int first, final int along, final int across) {
            for (int p = 0; p < kept.count(); p++) {
                taps.sum(beyond, taps.reach() + kept.first() + p, sums, width);
                for (int i = 0, at = first + p * along; i < width; i++, at += across) {
                    to.grey()[at] = (float) sums[i];
                }
            }
        }
    }
}
