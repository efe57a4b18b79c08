package operando.motion;

/** Evaluates the spline through the deformed grey values along one row of a warped subvolume: the hot loop. */
final class WarpedRow {

    private static final float SIXTH = 1f / 6;

    private WarpedRow() {
    }

    /**
     * Fills {@code grey} with the values at centre + r (ξ, η, ζ) + warp for each ξ of {@code xi}. Points outside are
     * taken at the border; callers see to it that there are none that matter.
     */
    static void sample(final SplineVolume volume, final double x, final double y, final double z, final Warp warp,
        final float[] xi, final double eta, final double zeta, final float[] grey) {
        final double[] px = warp.p[0];
        final double[] py = warp.p[1];
        final double[] pz = warp.p[2];
        final double r = warp.radius;
        final float x0 = (float) (x + start(px, eta, zeta));
        final float x1 = (float) (r + slope(px, eta, zeta));
        final float x2 = (float) px[4];
        final float y0 = (float) (y + r * eta + start(py, eta, zeta));
        final float y1 = (float) slope(py, eta, zeta);
        final float y2 = (float) py[4];
        final float z0 = (float) (z + r * zeta + start(pz, eta, zeta));
        final float z1 = (float) slope(pz, eta, zeta);
        final float z2 = (float) pz[4];
        final float[] c = volume.coefficients;
        final int width = volume.width;
        final int plane = width * volume.height;
        final int lastX = width - 3;
        final int lastY = volume.height - 3;
        final int lastZ = volume.depth - 3;
        for (int i = 0; i < grey.length; i++) {
            final float t = xi[i];
            final float sx = x0 + t * (x1 + t * x2);
            final float sy = y0 + t * (y1 + t * y2);
            final float sz = z0 + t * (z1 + t * z2);
            final int ix = Math.max(1, Math.min(lastX, (int) sx));
            final int iy = Math.max(1, Math.min(lastY, (int) sy));
            final int iz = Math.max(1, Math.min(lastZ, (int) sz));
            grey[i] = value(c, (iz - 1) * plane + (iy - 1) * width + ix - 1, width, plane, sx - ix, sy - iy, sz - iz);
        }
    }

    private static double start(final double[] p, final double eta, final double zeta) {
        return p[0] + p[2] * eta + p[3] * zeta + p[5] * eta * eta + p[6] * zeta * zeta + p[9] * eta * zeta;
    }

    private static double slope(final double[] p, final double eta, final double zeta) {
        return p[1] + p[7] * eta + p[8] * zeta;
    }

    private static float value(final float[] c, final int at, final int width, final int plane, final float u,
        final float v, final float w) {
        final float ru = 1 - u;
        final float a0 = SIXTH * ru * ru * ru;
        final float a3 = SIXTH * u * u * u;
        final float a1 = 2f / 3 - u * u * (1 - 0.5f * u);
        final float a2 = 1 - a0 - a1 - a3;
        final float rv = 1 - v;
        final float b0 = SIXTH * rv * rv * rv;
        final float b3 = SIXTH * v * v * v;
        final float b1 = 2f / 3 - v * v * (1 - 0.5f * v);
        final float b2 = 1 - b0 - b1 - b3;
        final float rw = 1 - w;
        final float c0 = SIXTH * rw * rw * rw;
        final float c3 = SIXTH * w * w * w;
        final float c1 = 2f / 3 - w * w * (1 - 0.5f * w);
        final float c2 = 1 - c0 - c1 - c3;
        return c0 * slice(c, at, width, a0, a1, a2, a3, b0, b1, b2, b3)
            + c1 * slice(c, at + plane, width, a0, a1, a2, a3, b0, b1, b2, b3)
            + c2 * slice(c, at + 2 * plane, width, a0, a1, a2, a3, b0, b1, b2, b3)
            + c3 * slice(c, at + 3 * plane, width, a0, a1, a2, a3, b0, b1, b2, b3);
    }

    private static float slice(final float[] c, final int at, final int width, final float a0, final float a1,
        final float a2, final float a3, final float b0, final float b1, final float b2, final float b3) {
        final int row1 = at + width;
        final int row2 = row1 + width;
        final int row3 = row2 + width;
        return b0 * (a0 * c[at] + a1 * c[at + 1] + a2 * c[at + 2] + a3 * c[at + 3])
            + b1 * (a0 * c[row1] + a1 * c[row1 + 1] + a2 * c[row1 + 2] + a3 * c[row1 + 3])
            + b2 * (a0 * c[row2] + a1 * c[row2 + 1] + a2 * c[row2 + 2] + a3 * c[row2 + 3])
            + b3 * (a0 * c[row3] + a1 * c[row3 + 1] + a2 * c[row3 + 2] + a3 * c[row3 + 3]);
    }
}
