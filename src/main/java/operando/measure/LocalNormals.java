package operando.measure;

import java.util.Arrays;

import operando.cell.VoxelSize;

/**
 * How the interface of two labels lies where voxels of them share a face, and with that which area the face stands for.
 *
 * <p>A plane with the unit normal n crosses |n_k| A of faces that look along axis k, whatever its angle. So each face counts its
 * own area times |n_k|, and the three axes add up to (n_x² + n_y² + n_z²) A = A. The normal is the gradient of a linear fit to the
 * two labels in a ball around the face, weighted by 1 − r²/R²; other labels and what is outside of the stack do not enter.
 * Around a face of a plane or of a sphere the ball is cut symmetrically, so that neither offset nor curvature tilts the normal;
 * what is left is that the steps of a plane nearly along an axis tilt the normals at the steps, by at most 1 % of the area.
 *
 * <p>Where a plane does not explain the labels in the ball, since there is another interface in it or relief, one of half the
 * radius is taken instead.
 *
 * <p>Faces are between voxels of the two labels only, so nothing is seen through a layer, however thin.
 */
final class LocalNormals {

    private static final double LEAST_SHARE = 1e-3;

    /** R over the largest and over the smallest edge of a voxel: so far steps of a plane nearly along an axis average out. */
    private static final double LARGEST_EDGES = 4;
    private static final double SMALLEST_EDGES = 1;

    /** R of the small ball over that of the large one. */
    private static final double SMALL = 0.5;

    /** How much of the variance of two labels divided by a plane a linear fit explains: in the middle of a ball 0.7. */
    private static final double LIKE_A_PLANE = 0.55;

    private final Ball[] balls = new Ball[3];

    private final Ball[] smallBalls = new Ball[3];

    private final double[] faceAreas;

    private final double radiusUm;

    /** The offsets from the first of two voxels to all around the face that it shares with the next along an axis. */
    private record Ball(int[] x, int[] y, int[] z, double[] xUm, double[] yUm, double[] zUm, double[] weight) {
    }

    LocalNormals(final VoxelSize voxel) {
        radiusUm = radiusUm(voxel);
        faceAreas = new double[] {voxel.yUm() * voxel.zUm(), voxel.xUm() * voxel.zUm(), voxel.xUm() * voxel.yUm()};
        for (int axis = 0; axis < 3; axis++) {
            balls[axis] = ball(voxel, radiusUm, axis);
            smallBalls[axis] = ball(voxel, SMALL * radiusUm, axis);
        }
    }

    private static Ball ball(final VoxelSize voxel, final double radius, final int axis) {
        final int mostX = (int) (radius / voxel.xUm()) + 1;
        final int mostY = (int) (radius / voxel.yUm()) + 1;
        final int mostZ = (int) (radius / voxel.zUm()) + 1;
        final int size = (2 * mostX + 1) * (2 * mostY + 1) * (2 * mostZ + 1);
        final Ball all = new Ball(new int[size], new int[size], new int[size], new double[size], new double[size], new double[size], new double[size]);
        int n = 0;
        for (int z = -mostZ; z <= mostZ; z++) {
            for (int y = -mostY; y <= mostY; y++) {
                for (int x = -mostX; x <= mostX; x++) {
                    final double xUm = (x - (axis == 0 ? 0.5 : 0)) * voxel.xUm();
                    final double yUm = (y - (axis == 1 ? 0.5 : 0)) * voxel.yUm();
                    final double zUm = (z - (axis == 2 ? 0.5 : 0)) * voxel.zUm();
                    final double rest = 1 - (xUm * xUm + yUm * yUm + zUm * zUm) / (radius * radius);
                    if (rest > 0) {
                        all.x[n] = x;
                        all.y[n] = y;
                        all.z[n] = z;
                        all.xUm[n] = xUm;
                        all.yUm[n] = yUm;
                        all.zUm[n] = zUm;
                        all.weight[n++] = rest;
                    }
                }
            }
        }
        return new Ball(Arrays.copyOf(all.x, n), Arrays.copyOf(all.y, n), Arrays.copyOf(all.z, n), Arrays.copyOf(all.xUm, n),
            Arrays.copyOf(all.yUm, n), Arrays.copyOf(all.zUm, n), Arrays.copyOf(all.weight, n));
    }

    private static double radiusUm(final VoxelSize voxel) {
        return LARGEST_EDGES * Math.max(voxel.xUm(), Math.max(voxel.yUm(), voxel.zUm()))
            + SMALLEST_EDGES * Math.min(voxel.xUm(), Math.min(voxel.yUm(), voxel.zUm()));
    }

    /** How many slices before the first of two voxels, and as many behind, are looked at. */
    static int halo(final VoxelSize voxel) {
        return (int) (radiusUm(voxel) / voxel.zUm()) + 1;
    }

    /**
     * The area that a face stands for, µm².
     *
     * @param slices slices of labels, of which {@code z} is one; null where the stack has none
     * @param axis   0, 1 or 2: along which the two voxels lie side by side, the first at (x, y, z)
     */
    double areaUm2(final byte[][] slices, final int width, final int height, final int x, final int y, final int z, final int axis) {
        final Fit fit = fit(balls[axis], slices, width, height, x, y, z, axis);
        final Fit told = fit.explained > LIKE_A_PLANE ? fit : fit(smallBalls[axis], slices, width, height, x, y, z, axis);
        return faceAreas[axis] * told.alongAxis;
    }

    /** |n_k|, and the part of the variance that the linear fit explains. */
    private record Fit(double alongAxis, double explained) {
    }

    private Fit fit(final Ball ball, final byte[][] slices, final int width, final int height, final int x, final int y, final int z, final int axis) {
        final byte first = slices[z][y * width + x];
        final byte second = slices[z + (axis == 2 ? 1 : 0)][(y + (axis == 1 ? 1 : 0)) * width + x + (axis == 0 ? 1 : 0)];
        double s = 0;
        double sx = 0;
        double sy = 0;
        double sz = 0;
        double f = 0;
        double fx = 0;
        double fy = 0;
        double fz = 0;
        double xx = 0;
        double yy = 0;
        double zz = 0;
        double xy = 0;
        double xz = 0;
        double yz = 0;
        for (int i = 0; i < ball.weight.length; i++) {
            final int atX = x + ball.x[i];
            final int atY = y + ball.y[i];
            final byte[] slice = slices[z + ball.z[i]];
            if (slice == null || atX < 0 || atX >= width || atY < 0 || atY >= height) {
                continue;
            }
            final byte label = slice[atY * width + atX];
            if (label != first && label != second) {
                continue;
            }
            final double w = ball.weight[i];
            final double wx = w * ball.xUm[i];
            final double wy = w * ball.yUm[i];
            final double wz = w * ball.zUm[i];
            s += w;
            sx += wx;
            sy += wy;
            sz += wz;
            xx += wx * ball.xUm[i];
            yy += wy * ball.yUm[i];
            zz += wz * ball.zUm[i];
            xy += wx * ball.yUm[i];
            xz += wx * ball.zUm[i];
            yz += wy * ball.zUm[i];
            if (label == first) {
                f += w;
                fx += wx;
                fy += wy;
                fz += wz;
            }
        }
        final double small = LEAST_SHARE * radiusUm * radiusUm * s;
        return solved(axis, f - f * f / s, xx - sx * sx / s + small, yy - sy * sy / s + small, zz - sz * sz / s + small, xy - sx * sy / s,
            xz - sx * sz / s, yz - sy * sz / s, fx - f * sx / s, fy - f * sy / s, fz - f * sz / s);
    }

    /** The solution of the three normal equations, by Cramer's rule. */
    private static Fit solved(final int axis, final double variance, final double xx, final double yy, final double zz, final double xy, final double xz, final double yz,
        final double fx, final double fy, final double fz) {
        final double cxx = yy * zz - yz * yz;
        final double cyy = xx * zz - xz * xz;
        final double czz = xx * yy - xy * xy;
        final double cxy = xz * yz - xy * zz;
        final double cxz = xy * yz - xz * yy;
        final double cyz = xy * xz - yz * xx;
        final double gx = cxx * fx + cxy * fy + cxz * fz;
        final double gy = cxy * fx + cyy * fy + cyz * fz;
        final double gz = cxz * fx + cyz * fy + czz * fz;
        final double length = Math.sqrt(gx * gx + gy * gy + gz * gz);
        final double determinant = xx * cxx + xy * cxy + xz * cxz;
        return new Fit(length > 0 ? Math.abs(axis == 0 ? gx : axis == 1 ? gy : gz) / length : 1,
            (gx * fx + gy * fy + gz * fz) / (determinant * variance));
    }
}
