package operando.atoms.phase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import operando.atoms.frame.Neighbourhood;

/**
 * The volume nearer to an atom than to any other: a cube about it, cut by the planes half way to its neighbours, the nearest first (C. H. Rycroft, Chaos 19, 041111,
 * 2009). The cells of all atoms of a periodic box fill it.
 */
public final class VoronoiCell {

    private static final double SAME = 1e-9;

    private List<double[][]> faces = new ArrayList<>();

    private VoronoiCell(final double half) {
        for (int axis = 0; axis < 3; axis++) {
            for (int side = -1; side <= 1; side += 2) {
                final double[][] face = new double[4][3];
                for (int corner = 0; corner < 4; corner++) {
                    face[corner][axis] = side * half;
                    face[corner][(axis + 1) % 3] = corner == 0 || corner == 3 ? -half : half;
                    face[corner][(axis + 2) % 3] = corner < 2 ? -half : half;
                }
                faces.add(face);
            }
        }
    }

    /**
     * Å³; NaN where the neighbours do not close the cell, as at a free surface.
     *
     * @param near  all neighbours within {@code reach}
     * @param reach Å
     */
    public static double volume(final Neighbourhood near, final double reach) {
        final VoronoiCell cell = new VoronoiCell(reach);
        final Integer[] order = java.util.stream.IntStream.range(0, near.size()).boxed().sorted(Comparator.comparingDouble(near::squaredDistance)).toArray(Integer[]::new);
        double farthest = 3 * reach * reach;
        for (final int i : order) {
            if (near.squaredDistance(i) > 4 * farthest) {
                break;
            }
            if (cell.cut(near.offset(i, 0), near.offset(i, 1), near.offset(i, 2), near.squaredDistance(i) / 2)) {
                farthest = cell.farthest();
            }
        }
        return 4 * farthest > reach * reach ? Double.NaN : cell.volume();
    }

    /** Takes away what is beyond the plane x · normal = level; whether anything was. */
    private boolean cut(final double x, final double y, final double z, final double level) {
        final List<double[][]> kept = new ArrayList<>();
        final List<double[]> rim = new ArrayList<>();
        boolean any = false;
        for (final double[][] face : faces) {
            final double[] above = new double[face.length];
            boolean all = true;
            boolean some = false;
            for (int i = 0; i < face.length; i++) {
                above[i] = face[i][0] * x + face[i][1] * y + face[i][2] * z - level;
                all &= above[i] > 0;
                some |= above[i] > 0;
            }
            any |= some;
            if (!some) {
                kept.add(face);
            } else if (!all) {
                kept.add(cut(face, above, rim));
            }
        }
        if (any) {
            faces = kept;
            if (rim.size() > 2) {
                faces.add(around(rim, x, y, z));
            }
        }
        return any;
    }

    private static double[][] cut(final double[][] face, final double[] above, final List<double[]> rim) {
        final List<double[]> polygon = new ArrayList<>();
        for (int i = 0; i < face.length; i++) {
            final int j = (i + 1) % face.length;
            if (above[i] <= 0) {
                polygon.add(face[i]);
            }
            if (above[i] <= 0 != above[j] <= 0) {
                final double part = above[i] / (above[i] - above[j]);
                final double[] point = new double[3];
                for (int axis = 0; axis < 3; axis++) {
                    point[axis] = face[i][axis] + part * (face[j][axis] - face[i][axis]);
                }
                polygon.add(point);
                rim.add(point);
            }
        }
        return polygon.toArray(double[][]::new);
    }

    /** The points of the new face in their order about its middle, each once. */
    private static double[][] around(final List<double[]> rim, final double x, final double y, final double z) {
        final double[] middle = new double[3];
        rim.forEach(point -> {
            for (int axis = 0; axis < 3; axis++) {
                middle[axis] += point[axis] / rim.size();
            }
        });
        final double[] normal = {x, y, z};
        final double[] along = cross(normal, Math.abs(x) < Math.abs(y) ? new double[] {1, 0, 0} : new double[] {0, 1, 0});
        final double[] across = cross(normal, along);
        final double size = Math.sqrt(dot(normal, normal));
        final java.util.function.ToDoubleFunction<double[]> angle = point -> Math.atan2(dot(point, across) - dot(middle, across), (dot(point, along) - dot(middle, along)) * size);
        final List<double[]> order = new ArrayList<>(rim);
        order.sort(Comparator.comparingDouble(angle));
        final List<double[]> once = new ArrayList<>();
        for (final double[] point : order) {
            final double[] last = once.isEmpty() ? null : once.get(once.size() - 1);
            if (last == null || Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) + Math.abs(point[2] - last[2]) > SAME) {
                once.add(point);
            }
        }
        return once.toArray(double[][]::new);
    }

    private double farthest() {
        double farthest = 0;
        for (final double[][] face : faces) {
            for (final double[] point : face) {
                farthest = Math.max(farthest, dot(point, point));
            }
        }
        return farthest;
    }

    private double volume() {
        double sum = 0;
        for (final double[][] face : faces) {
            for (int i = 2; i < face.length; i++) {
                sum += Math.abs(dot(face[0], cross(face[i - 1], face[i]))) / 6;
            }
        }
        return sum;
    }

    private static double dot(final double[] a, final double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(final double[] a, final double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
