package operando.measure;

import java.util.Arrays;

import operando.cell.Measured;
import operando.segment.ElectrodeMaps;
import operando.segment.SweepResult;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * How thick the voids of one side are, column by column: the median over the 5 × 5 columns about each that have a void, at least
 * {@link #FEWEST} of them. The greatest of many single columns would be noise: of 10 000 with a standard error of half a voxel, two
 * voxels too much.
 */
final class VoidThicknesses {

    private static final int REACH = 2;
    private static final int FEWEST = 13;
    private static final double HIGH_PERCENT = 99;
    private static final String NARROW = "no void is wide enough to tell its thickness from noise";

    private final double[] medians;
    private final boolean any;

    private VoidThicknesses(final double[] medians, final boolean any) {
        this.medians = medians;
        this.any = any;
    }

    static VoidThicknesses of(final SweepResult swept, final ElectrodeMaps side) {
        final double[] medians = new double[side.columns()];
        final double[] around = new double[(2 * REACH + 1) * (2 * REACH + 1)];
        int count = 0;
        boolean any = false;
        for (int column = 0; column < medians.length; column++) {
            if (isVoid(swept, side, column)) {
                any = true;
                final int found = around(swept, side, column, around);
                if (swept.quality().isEmpty()) {
                    // Whole voxels of phases have no noise of their own.
                    medians[count++] = side.voidThickness(column);
                } else if (found >= FEWEST) {
                    Arrays.sort(around, 0, found);
                    medians[count++] = (around[found / 2] + around[(found - 1) / 2]) / 2;
                }
            }
        }
        return new VoidThicknesses(Arrays.copyOf(medians, count), any);
    }

    private static boolean isVoid(final SweepResult swept, final ElectrodeMaps side, final int column) {
        return swept.inCrossSection(column) && side.voidVoxels(column) > 0;
    }

    private static int around(final SweepResult swept, final ElectrodeMaps side, final int column, final double[] around) {
        final int x = column % side.width();
        final int y = column / side.width();
        int count = 0;
        for (int j = Math.max(0, y - REACH); j <= Math.min(side.height() - 1, y + REACH); j++) {
            for (int i = Math.max(0, x - REACH); i <= Math.min(side.width() - 1, x + REACH); i++) {
                if (isVoid(swept, side, j * side.width() + i)) {
                    around[count++] = side.voidThickness(j * side.width() + i);
                }
            }
        }
        return count;
    }

    /** 0 without voids. */
    Measured greatest(final double voxelUm) {
        return medians.length == 0 ? none() : Measured.of(Arrays.stream(medians).max().orElse(0) * voxelUm);
    }

    /** 0 without voids. */
    Measured high(final double voxelUm) {
        return medians.length == 0 ? none() : Measured.of(new Percentile(HIGH_PERCENT).evaluate(medians) * voxelUm);
    }

    private Measured none() {
        return any ? Measured.missing(NARROW) : Measured.of(0);
    }
}
