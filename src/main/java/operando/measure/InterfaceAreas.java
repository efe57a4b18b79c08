package operando.measure;

import java.util.ArrayList;
import java.util.List;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.PixelType;
import operando.scan.Scan;

/**
 * The interface area between every pair of labels of a label stack, by two methods that are named with their numbers.
 *
 * <p><b>Voxel faces</b>: the faces between voxels of the two labels times their areas. Exact for boxes along the axes; half
 * as large again as the true area for surfaces that look everywhere.
 *
 * <p><b>Crofton</b>: S = 2 v Σ c n / d over 13 directions, where n pairs of voxels a step d apart are one of each label, v is
 * the volume of a voxel, and c the part of the sphere nearest to a direction (Legland et al., Image Anal. Stereol. 26, 83
 * (2007), for the idea; the weights are for the voxel's own edges). Without bias for surfaces that look everywhere; a few
 * percent off for a single plane, depending on how it lies. An interface that the stack's border cuts is short by up to a
 * voxel there.
 *
 * @param pairs each pair of labels that touch, in rising order
 */
public record InterfaceAreas(List<Pair> pairs) {

    /**
     * The interface of two labels.
     *
     * @param first       the smaller label
     * @param second      the larger label
     * @param facesX      faces between neighbours along x
     * @param facesY      faces between neighbours along y
     * @param facesZ      faces between neighbours along z
     * @param facesUm2    their area, µm²
     * @param croftonUm2  the area by Crofton's formula, µm²
     */
    public record Pair(int first, int second, long facesX, long facesY, long facesZ, double facesUm2, double croftonUm2) {

        public long faces() {
            return facesX + facesY + facesZ;
        }
    }

    private static final int LABELS = 256;
    private static final int[][] STEPS = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 0}, {-1, 1, 0}, {1, 0, 1}, {-1, 0, 1}, {0, 1, 1},
        {0, -1, 1}, {1, 1, 1}, {-1, 1, 1}, {1, -1, 1}, {-1, -1, 1}};
    /** Points spread over the sphere to weigh directions; the weights are then good to about 0.1 %. */
    private static final int SPHERE_POINTS = 100_000;
    private static final int SLAB = 16;

    public InterfaceAreas {
        pairs = List.copyOf(pairs);
    }

    /**
     * @param labels 8-bit labels
     * @throws InputException if the stack is not 8-bit
     */
    public static InterfaceAreas of(final Scan labels, final VoxelSize voxelSize, final Cores cores, final Progress progress) {
        if (labels.pixelType() != PixelType.UINT8) {
            throw new InputException(labels.name(), "labels are " + labels.pixelType().displayName(), "give an 8-bit label stack");
        }
        final int slabs = (labels.depth() + SLAB - 1) / SLAB;
        final long[][] counts = new long[STEPS.length][LABELS * LABELS];
        cores.forEach(slabs, slab -> {
            progress.report((double) slab / slabs, "Interface areas");
            final int[][] part = count(labels, slab * SLAB, Math.min(labels.depth(), (slab + 1) * SLAB));
            synchronized (counts) {
                for (int step = 0; step < STEPS.length; step++) {
                    for (int i = 0; i < part[step].length; i++) {
                        counts[step][i] += part[step][i];
                    }
                }
            }
        });
        return new InterfaceAreas(pairs(voxelSize, counts));
    }

    private static int[][] count(final Scan labels, final int from, final int to) {
        final int width = labels.width();
        final int height = labels.height();
        final int[][] counts = new int[STEPS.length][LABELS * LABELS];
        byte[] here = new byte[width * height];
        byte[] next = new byte[width * height];
        labels.readSlice(from, here);
        for (int z = from; z < to; z++) {
            final boolean last = z + 1 == labels.depth();
            if (!last) {
                labels.readSlice(z + 1, next);
            }
            for (int step = 0; step < STEPS.length; step++) {
                if (STEPS[step][2] == 0 || !last) {
                    count(here, STEPS[step][2] == 0 ? here : next, width, height, STEPS[step], counts[step]);
                }
            }
            final byte[] spare = here;
            here = next;
            next = spare;
        }
        return counts;
    }

    private static void count(final byte[] here, final byte[] there, final int width, final int height, final int[] step, final int[] counts) {
        final int offset = step[1] * width + step[0];
        for (int y = Math.max(0, -step[1]); y < height - Math.max(0, step[1]); y++) {
            final int end = y * width + width - Math.max(0, step[0]);
            for (int at = y * width + Math.max(0, -step[0]); at < end; at++) {
                if (here[at] != there[at + offset]) {
                    final int a = here[at] & 0xff;
                    final int b = there[at + offset] & 0xff;
                    counts[Math.min(a, b) * LABELS + Math.max(a, b)]++;
                }
            }
        }
    }

    private static List<Pair> pairs(final VoxelSize voxel, final long[][] counts) {
        final double[] weights = weights(voxel);
        final List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < LABELS * LABELS; i++) {
            double crofton = 0;
            long all = 0;
            for (int step = 0; step < STEPS.length; step++) {
                crofton += 2 * voxel.volumeUm3() * weights[step] * counts[step][i] / length(STEPS[step], voxel);
                all += counts[step][i];
            }
            if (all > 0) {
                pairs.add(new Pair(i / LABELS, i % LABELS, counts[0][i], counts[1][i], counts[2][i], counts[0][i] * voxel.yUm() * voxel.zUm()
                    + counts[1][i] * voxel.xUm() * voxel.zUm() + counts[2][i] * voxel.xUm() * voxel.yUm(), crofton));
            }
        }
        return pairs;
    }

    private static double length(final int[] step, final VoxelSize voxel) {
        return Math.sqrt(step[0] * voxel.xUm() * step[0] * voxel.xUm() + step[1] * voxel.yUm() * step[1] * voxel.yUm()
            + step[2] * voxel.zUm() * step[2] * voxel.zUm());
    }

    /** The part of all directions that is nearest to each step, either way along it. */
    static double[] weights(final VoxelSize voxel) {
        final double[] weights = new double[STEPS.length];
        final double golden = Math.PI * (3 - Math.sqrt(5));
        for (int i = 0; i < SPHERE_POINTS; i++) {
            final double z = 1 - (2 * i + 1.0) / SPHERE_POINTS;
            final double r = Math.sqrt(1 - z * z);
            final double x = r * Math.cos(golden * i);
            final double y = r * Math.sin(golden * i);
            int nearest = 0;
            double most = -1;
            for (int step = 0; step < STEPS.length; step++) {
                final double along = Math.abs(x * STEPS[step][0] * voxel.xUm() + y * STEPS[step][1] * voxel.yUm()
                    + z * STEPS[step][2] * voxel.zUm()) / length(STEPS[step], voxel);
                if (along > most) {
                    most = along;
                    nearest = step;
                }
            }
            weights[nearest] += 1.0 / SPHERE_POINTS;
        }
        return weights;
    }
}
