package operando.measure;

import java.util.ArrayList;
import java.util.List;

import operando.cell.InputException;
import operando.cell.VoxelSize;

/**
 * What became of each void of one side between two scans. A void is a patch of neighbouring columns (also across
 * corners) that have a void at either time, so that voids which merge or split count as one. Patches of fewer than three
 * columns are noise and left out.
 *
 * @param voids each void
 */
public record VoidFates(List<Void> voids) {

    /** What became of a void. */
    public enum Fate { APPEARED, GREW, SHRANK, CLOSED, UNCHANGED }

    /**
     * One void.
     *
     * @param xUm        its middle
     * @param yUm        its middle
     * @param earlierUm3 its volume in the earlier scan
     * @param laterUm3   its volume in the later scan
     */
    public record Void(Fate fate, double xUm, double yUm, double earlierUm3, double laterUm3) {
    }

    private static final int FEWEST_COLUMNS = 3;
    /** A smaller change of volume, as a part of the larger one, is not told from noise. */
    private static final double UNCHANGED = 0.1;

    public VoidFates {
        voids = List.copyOf(voids);
    }

    /**
     * @param width     columns along x
     * @param earlier   thickness of the void in each column, in voxels, 0 without one
     * @param later     the same in the later scan
     * @throws InputException if the maps differ in size
     */
    public static VoidFates between(final int width, final float[] earlier, final float[] later, final VoxelSize voxelSize) {
        if (earlier.length != later.length) {
            throw new InputException("void maps", earlier.length + " and " + later.length + " columns cannot be compared",
                "give maps of scans of one size");
        }
        final List<Void> voids = new ArrayList<>();
        final boolean[] seen = new boolean[earlier.length];
        final int[] patch = new int[earlier.length];
        for (int column = 0; column < seen.length; column++) {
            if (!seen[column] && (earlier[column] > 0 || later[column] > 0)) {
                final int size = fill(width, earlier, later, column, seen, patch);
                if (size >= FEWEST_COLUMNS) {
                    voids.add(fate(width, earlier, later, patch, size, voxelSize));
                }
            }
        }
        return new VoidFates(voids);
    }

    public int count(final Fate fate) {
        return (int) voids.stream().filter(each -> each.fate() == fate).count();
    }

    /** The volume gained (positive) or lost by the voids of one fate, µm³. */
    public double volumeChangeUm3(final Fate fate) {
        return voids.stream().filter(each -> each.fate() == fate).mapToDouble(each -> each.laterUm3() - each.earlierUm3()).sum();
    }

    private static int fill(final int width, final float[] earlier, final float[] later, final int start, final boolean[] seen, final int[] patch) {
        int size = 0;
        patch[size++] = start;
        seen[start] = true;
        for (int next = 0; next < size; next++) {
            final int x = patch[next] % width;
            final int y = patch[next] / width;
            for (int j = Math.max(0, y - 1); j <= Math.min(earlier.length / width - 1, y + 1); j++) {
                for (int i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
                    final int column = j * width + i;
                    if (!seen[column] && (earlier[column] > 0 || later[column] > 0)) {
                        seen[column] = true;
                        patch[size++] = column;
                    }
                }
            }
        }
        return size;
    }

    private static Void fate(final int width, final float[] earlier, final float[] later, final int[] patch, final int size, final VoxelSize voxel) {
        double before = 0;
        double after = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < size; i++) {
            before += earlier[patch[i]];
            after += later[patch[i]];
            x += patch[i] % width + 0.5;
            y += patch[i] / width + 0.5;
        }
        return new Void(fate(before, after), x / size * voxel.xUm(), y / size * voxel.yUm(), before * voxel.volumeUm3(), after * voxel.volumeUm3());
    }

    private static Fate fate(final double before, final double after) {
        if (before == 0) {
            return Fate.APPEARED;
        }
        if (after == 0) {
            return Fate.CLOSED;
        }
        if (Math.abs(after - before) <= UNCHANGED * Math.max(before, after)) {
            return Fate.UNCHANGED;
        }
        return after > before ? Fate.GREW : Fate.SHRANK;
    }
}
