package operando.segment.feature;

import java.io.Serializable;
import java.util.Arrays;

import operando.cell.InputException;
import operando.cell.Side;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.Scan;
import operando.segment.ColumnSweep;
import operando.segment.ElectrodeMaps;
import operando.segment.SweepResult;
import operando.segment.SweepSettings;
import operando.segment.feature.block.VoxelBlock;

/**
 * How many voxels deep in the electrolyte a voxel lies along its column, counted from the nearer interface that the
 * column sweep found; negative in the electrodes. Columns without an interface take the median of all. Within
 * {@link #NEAR} voxels of the interface it is 0: there it would tell a classifier how thick the interphase was in the scans
 * trained on, which is to be found in others.
 */
final class ElectrolyteDepth implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Voxels. */
    static final float NEAR = 8;

    private final int width;
    private final float[] top;
    private final float[] bottom;

    private ElectrolyteDepth(final int width, final float[] top, final float[] bottom) {
        this.width = width;
        this.top = top;
        this.bottom = bottom;
    }

    long bytes() {
        return 2L * Float.BYTES * top.length;
    }

    static ElectrolyteDepth in(final Scan scan, final Cores cores, final Progress progress) {
        try {
            return in(new ColumnSweep(SweepSettings.defaults()).sweep(scan, cores, progress));
        } catch (final InputException e) {
            throw new InputException(scan.name(), "the depth in the electrolyte is a feature, and the column sweep fails ("
                + e.getMessage() + ")", "mend that, or train without this feature: texture in place of cell");
        }
    }

    static ElectrolyteDepth in(final SweepResult swept) {
        return new ElectrolyteDepth(swept.width(), heights(swept, Side.TOP, Float.NEGATIVE_INFINITY),
            heights(swept, Side.BOTTOM, Float.POSITIVE_INFINITY));
    }

    private static float[] heights(final SweepResult swept, final Side side, final float none) {
        final ElectrodeMaps of = swept.side(side);
        final float[] heights = new float[of.columns()];
        final float[] found = new float[of.columns()];
        int count = 0;
        for (int column = 0; column < heights.length; column++) {
            heights[column] = of.hasInterface(column) ? of.interfaceHeight(column) : Float.NaN;
            if (!Float.isNaN(heights[column])) {
                found[count++] = heights[column];
            }
        }
        Arrays.sort(found, 0, count);
        final float median = count == 0 ? none : found[count / 2];
        for (int column = 0; column < heights.length; column++) {
            heights[column] = Float.isNaN(heights[column]) ? median : heights[column];
        }
        return heights;
    }

    float[] of(final VoxelBlock block) {
        final float[] depths = new float[block.size()];
        int to = 0;
        for (int k = 0; k < block.depth(); k++) {
            final float height = block.z() + k + 0.5f;
            for (int j = 0; j < block.height(); j++) {
                for (int i = 0; i < block.width(); i++) {
                    final int column = (block.y() + j) * width + block.x() + i;
                    final float depth = Math.min(height - top[column], bottom[column] - height);
                    depths[to++] = Math.copySign(Math.max(0, Math.abs(depth) - NEAR), depth);
                }
            }
        }
        return depths;
    }
}
