package operando.motion.subvolume;

/**
 * Evaluates the spline through the deformed grey values along one row of a warped subvolume: the hot loop. A row that
 * runs nearly along x crosses each plane of spline knots x = k once, so that the sum over the 4 × 4 coefficients about
 * that crossing serves all four samples beside it: 20 products a sample instead of 84. For a row that climbs by s voxels
 * a voxel this leaves out s/3 ∂²f/∂x∂y of the grey value, which is orthogonal to its slopes and changes a measured shear
 * by 0.2 % of itself; steeper rows are evaluated sample by sample. One thread uses one row.
 */
final class DeformedRow {

    private static final float SIXTH = 1f / 6;
    private static final double STEEP = 0.03;

    private final float[] xi;
    private final float[] columns;
    private final float[] weights = new float[8];

    private float x0;
    private float x1;
    private float x2;
    private float y0;
    private float y1;
    private float y2;
    private float z0;
    private float z1;
    private float z2;

    /** @param xi places of the samples along the row, rising, 1 being half the subvolume's side */
    DeformedRow(final float[] xi, final int radius) {
        this.xi = xi;
        columns = new float[4 * radius + 8];
    }

    /**
     * Fills {@code grey} with the values at centre + r (ξ, η, ζ) + warp for each ξ of the row. Points outside are taken
     * at the border; callers see to it that there are none that matter.
     */
    void sample(final SplineVolume volume, final double x, final double y, final double z, final ShapeFunction warp,
        final double eta, final double zeta, final float[] grey) {
        final double[] px = warp.p[0];
        final double[] py = warp.p[1];
        final double[] pz = warp.p[2];
        final double r = warp.radius;
        x0 = (float) (x + start(px, eta, zeta));
        x1 = (float) (r + slope(px, eta, zeta));
        x2 = (float) px[4];
        y0 = (float) (y + r * eta + start(py, eta, zeta));
        y1 = (float) slope(py, eta, zeta);
        y2 = (float) py[4];
        z0 = (float) (z + r * zeta + start(pz, eta, zeta));
        z1 = (float) slope(pz, eta, zeta);
        z2 = (float) pz[4];
        final int first = knot(x0 + xi[0] * (x1 + xi[0] * x2), volume.width) - 1;
        final float end = xi[xi.length - 1];
        final int count = knot(x0 + end * (x1 + end * x2), volume.width) + 3 - first;
        final double climb = Math.max(Math.abs(y1) + 2 * Math.abs(y2), Math.abs(z1) + 2 * Math.abs(z2));
        if (climb > STEEP * (x1 - 2 * Math.abs(x2)) || count > columns.length) {
            sampleEach(volume, grey);
        } else {
            sumColumns(volume, first, 0, count);
            sampleColumns(volume.width, first, grey);
        }
    }

    private static double start(final double[] p, final double eta, final double zeta) {
        return p[0] + p[2] * eta + p[3] * zeta + p[5] * eta * eta + p[6] * zeta * zeta + p[9] * eta * zeta;
    }

    private static double slope(final double[] p, final double eta, final double zeta) {
        return p[1] + p[7] * eta + p[8] * zeta;
    }

    // The knot below a place, with three more knots beside it inside the volume.
    private static int knot(final float place, final int length) {
        return Math.max(1, Math.min(length - 3, (int) place));
    }

    // Halved until one layer of knots serves: the loop over it has no bounds to check.
    private void sumColumns(final SplineVolume volume, final int first, final int from, final int to) {
        final float start = place(first + from);
        final float end = place(first + to - 1);
        final int iy = knot(y0 + start * (y1 + start * y2), volume.height);
        final int iz = knot(z0 + start * (z1 + start * z2), volume.depth);
        if (iy == knot(y0 + end * (y1 + end * y2), volume.height)
            && iz == knot(z0 + end * (z1 + end * z2), volume.depth)) {
            sumLayer(volume, first, from, to, iy, iz);
        } else {
            final int middle = (from + to) / 2;
            sumColumns(volume, first, from, middle);
            sumColumns(volume, first, middle, to);
        }
    }

    // Where on the row the plane x = k is crossed.
    private float place(final int k) {
        final float along = k - x0;
        return along / (x1 + along / x1 * x2);
    }

    private void sumLayer(final SplineVolume volume, final int first, final int from, final int to, final int iy,
        final int iz) {
        final float[] c = volume.coefficients;
        final float[] sums = columns;
        final int width = volume.width;
        final int plane = width * volume.height;
        final int row0 = (iz - 1) * plane + (iy - 1) * width + first;
        final int row1 = row0 + plane;
        final int row2 = row1 + plane;
        final int row3 = row2 + plane;
        final float offset = first - x0;
        final float scale = 1 / x1;
        final float bend = x2 / x1;
        final float vStart = y0 - iy;
        final float v1 = y1;
        final float v2 = y2;
        final float wStart = z0 - iz;
        final float w1 = z1;
        final float w2 = z2;
        for (int k = from; k < to; k++) {
            final float near = (k + offset) * scale;
            final float t = near * (1 - near * bend * (1 - 2 * near * bend));
            final float v = vStart + t * (v1 + t * v2);
            final float rv = 1 - v;
            final float b0 = SIXTH * rv * rv * rv;
            final float b3 = SIXTH * v * v * v;
            final float b1 = 2f / 3 - v * v * (1 - 0.5f * v);
            final float b2 = 1 - b0 - b1 - b3;
            final float w = wStart + t * (w1 + t * w2);
            final float rw = 1 - w;
            final float c0 = SIXTH * rw * rw * rw;
            final float c3 = SIXTH * w * w * w;
            final float c1 = 2f / 3 - w * w * (1 - 0.5f * w);
            final float c2 = 1 - c0 - c1 - c3;
            sums[k] = c0 * (b0 * c[row0 + k] + b1 * c[row0 + width + k] + b2 * c[row0 + 2 * width + k] + b3 * c[row0 + 3 * width + k])
                + c1 * (b0 * c[row1 + k] + b1 * c[row1 + width + k] + b2 * c[row1 + 2 * width + k] + b3 * c[row1 + 3 * width + k])
                + c2 * (b0 * c[row2 + k] + b1 * c[row2 + width + k] + b2 * c[row2 + 2 * width + k] + b3 * c[row2 + 3 * width + k])
                + c3 * (b0 * c[row3 + k] + b1 * c[row3 + width + k] + b2 * c[row3 + 2 * width + k] + b3 * c[row3 + 3 * width + k]);
        }
    }

    private void sampleColumns(final int width, final int first, final float[] grey) {
        for (int i = 0; i < grey.length; i++) {
            final float t = xi[i];
            final float sx = x0 + t * (x1 + t * x2);
            final int ix = knot(sx, width);
            final float u = sx - ix;
            final float ru = 1 - u;
            final float a0 = SIXTH * ru * ru * ru;
            final float a3 = SIXTH * u * u * u;
            final float a1 = 2f / 3 - u * u * (1 - 0.5f * u);
            final float a2 = 1 - a0 - a1 - a3;
            final int at = ix - 1 - first;
            grey[i] = a0 * columns[at] + a1 * columns[at + 1] + a2 * columns[at + 2] + a3 * columns[at + 3];
        }
    }

    private void sampleEach(final SplineVolume volume, final float[] grey) {
        final int plane = volume.width * volume.height;
        for (int i = 0; i < grey.length; i++) {
            final float t = xi[i];
            final float sx = x0 + t * (x1 + t * x2);
            final float sy = y0 + t * (y1 + t * y2);
            final float sz = z0 + t * (z1 + t * z2);
            final int ix = knot(sx, volume.width);
            final int iy = knot(sy, volume.height);
            final int iz = knot(sz, volume.depth);
            weigh(0, sy - iy);
            weigh(4, sz - iz);
            final float u = sx - ix;
            final float ru = 1 - u;
            final float a0 = SIXTH * ru * ru * ru;
            final float a3 = SIXTH * u * u * u;
            final float a1 = 2f / 3 - u * u * (1 - 0.5f * u);
            final float a2 = 1 - a0 - a1 - a3;
            float sum = 0;
            for (int c = 0; c < 4; c++) {
                for (int b = 0; b < 4; b++) {
                    final int at = (iz - 1 + c) * plane + (iy - 1 + b) * volume.width + ix - 1;
                    final float[] grid = volume.coefficients;
                    sum += weights[4 + c] * weights[b]
                        * (a0 * grid[at] + a1 * grid[at + 1] + a2 * grid[at + 2] + a3 * grid[at + 3]);
                }
            }
            grey[i] = sum;
        }
    }

    private void weigh(final int to, final float v) {
        final float rv = 1 - v;
        weights[to] = SIXTH * rv * rv * rv;
        weights[to + 1] = 2f / 3 - v * v * (1 - 0.5f * v);
        weights[to + 3] = SIXTH * v * v * v;
        weights[to + 2] = 1 - weights[to] - weights[to + 1] - weights[to + 3];
    }
}
