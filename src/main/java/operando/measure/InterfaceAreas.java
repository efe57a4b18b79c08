package operando.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.PixelType;
import operando.scan.Scan;

/**
 * The interface area between every pair of labels of a label stack, by three methods that are named with their numbers.
 *
 * <p><b>Local normals</b>: every face between voxels of the two labels counts its area times the cosine between its axis and the
 * interface's local normal (see {@link LocalNormals}). Within 1 % for planes at any angle, for spheres and ellipsoids from about 7
 * voxels of radius, with cubic voxels and with voxels three times as long as wide; smaller bodies scatter by how they lie in the
 * grid (2 % at a radius of 5). Nothing is counted through a layer, however thin. Normals are taken over five voxels, and over half
 * as many where the labels are not divided by a plane there; beside layers of one voxel that leaves areas up to 4 % too large.
 *
 * <p><b>Voxel faces</b>: the faces between voxels of the two labels times their areas. Exact for boxes along the axes; half
 * as large again as the true area for surfaces that look everywhere.
 *
 * <p><b>Crofton</b>: S = 2 v Σ c n / d over 13 directions, where n pairs of voxels a step d apart are one of each label, v is
 * the volume of a voxel, and c the part of the sphere nearest to a direction (Legland et al., Image Anal. Stereol. 26, 83
 * (2007), for the idea; the weights are for the voxel's own edges). Without bias for surfaces that look everywhere; 8 % too small
 * for a plane along the axes (16 % with long voxels), and it counts corners that meet across a layer of one voxel.
 *
 * <p>An interface that the stack's border cuts is short by up to a voxel there.
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
     * @param localNormalsUm2 the area by local normals, µm²
     */
    public record Pair(int first, int second, long facesX, long facesY, long facesZ, double facesUm2, double croftonUm2, double localNormalsUm2) {

        /** Of a smooth interface, however large. */
        private static final double LEAST_ERROR = 0.01;

        /** How bodies of few faces scatter by how they lie in the grid, times the root of their number. */
        private static final double SCATTER = 0.4;

        public long faces() {
            return facesX + facesY + facesZ;
        }

        /**
         * By how much the area by local normals is expected to be off at most if the interface is smooth, over that area; not a number
         * where the labels share no face.
         */
        public double expectedError() {
            return faces() > 0 ? LEAST_ERROR + SCATTER / Math.sqrt(faces()) : Double.NaN;
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
        final List<Map<Integer, Double>> areas = new ArrayList<>(Collections.nCopies(slabs, Map.of()));
        final LocalNormals normals = new LocalNormals(voxelSize);
        cores.forEach(slabs, slab -> {
            progress.report((double) slab / slabs, "Interface areas");
            final int end = Math.min(labels.depth(), (slab + 1) * SLAB);
            final int[][] part = count(labels, slab * SLAB, end);
            final Map<Integer, Double> areasOfPart = areas(labels, slab * SLAB, end, LocalNormals.halo(voxelSize), normals);
            synchronized (counts) {
                areas.set(slab, areasOfPart);
                for (int step = 0; step < STEPS.length; step++) {
                    for (int i = 0; i < part[step].length; i++) {
                        counts[step][i] += part[step][i];
                    }
                }
            }
        });
        return new InterfaceAreas(pairs(voxelSize, counts, sum(areas)));
    }

    /** Slab by slab, so that the sum does not hang on which thread was first. */
    private static double[] sum(final List<Map<Integer, Double>> areas) {
        final double[] sum = new double[LABELS * LABELS];
        areas.forEach(part -> part.forEach((pair, area) -> sum[pair] += area));
        return sum;
    }

    private static Map<Integer, Double> areas(final Scan labels, final int from, final int to, final int halo, final LocalNormals normals) {
        final byte[][] slices = new byte[to - from + 2 * halo + 1][];
        for (int i = 0; i < slices.length; i++) {
            final int z = from - halo + i;
            if (z >= 0 && z < labels.depth()) {
                slices[i] = new byte[labels.width() * labels.height()];
                labels.readSlice(z, slices[i]);
            }
        }
        final Map<Integer, Double> areas = new HashMap<>();
        for (int i = halo; i < halo + to - from; i++) {
            addAreas(slices, i, labels.width(), labels.height(), normals, areas);
        }
        return areas;
    }

    private static void addAreas(final byte[][] slices, final int z, final int width, final int height, final LocalNormals normals,
        final Map<Integer, Double> areas) {
        final byte[] slice = slices[z];
        final byte[] next = slices[z + 1];
        for (int at = 0; at < slice.length; at++) {
            final int x = at % width;
            final int y = at / width;
            if (x + 1 < width && slice[at] != slice[at + 1]) {
                areas.merge(pair(slice[at], slice[at + 1]), normals.areaUm2(slices, width, height, x, y, z, 0), Double::sum);
            }
            if (y + 1 < height && slice[at] != slice[at + width]) {
                areas.merge(pair(slice[at], slice[at + width]), normals.areaUm2(slices, width, height, x, y, z, 1), Double::sum);
            }
            if (next != null && slice[at] != next[at]) {
                areas.merge(pair(slice[at], next[at]), normals.areaUm2(slices, width, height, x, y, z, 2), Double::sum);
            }
        }
    }

    private static int pair(final byte one, final byte other) {
        final int a = one & 0xff;
        final int b = other & 0xff;
        return Math.min(a, b) * LABELS + Math.max(a, b);
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
                    counts[pair(here[at], there[at + offset])]++;
                }
            }
        }
    }

    private static List<Pair> pairs(final VoxelSize voxel, final long[][] counts, final double[] areas) {
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
                    + counts[1][i] * voxel.xUm() * voxel.zUm() + counts[2][i] * voxel.xUm() * voxel.yUm(), crofton, areas[i]));
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
