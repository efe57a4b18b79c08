package operando.segment.feature.slice;

/** Sobel differences of a slice: down is the row above less the row below, across the column before less the column after. */
final class SliceGradient {

    private SliceGradient() {
    }

    static SlicePlane down(final SlicePlane plane) {
        final SlicePlane to = plane.zeros();
        final int width = plane.width();
        final float[] above = new float[width + 2];
        final float[] below = new float[width + 2];
        for (int y = 0; y < plane.height(); y++) {
            plane.copyRow(y - 1, 1, above);
            plane.copyRow(y + 1, 1, below);
            final float[] out = to.grey();
            final int at = y * width;
            for (int x = 0; x < width; x++) {
                out[at + x] = above[x] + 2 * above[x + 1] + above[x + 2] - (below[x] + 2 * below[x + 1] + below[x + 2]);
            }
        }
        return to;
    }

    static SlicePlane across(final SlicePlane plane) {
        final SlicePlane to = plane.zeros();
        final int width = plane.width();
        final float[] line = new float[width + 2];
        for (int y = 0; y < plane.height(); y++) {
            final int before = plane.row(y - 1);
            final int here = plane.row(y);
            final int after = plane.row(y + 1);
            final float[] in = plane.grey();
            for (int x = 0; x < width; x++) {
                line[x + 1] = in[before + x] + 2 * in[here + x] + in[after + x];
            }
            line[0] = line[1];
            line[width + 1] = line[width];
            final float[] out = to.grey();
            for (int x = 0; x < width; x++) {
                out[here + x] = line[x] - line[x + 2];
            }
        }
        return to;
    }

    /** The gradient's magnitude. */
    static float[] magnitude(final float[] down, final float[] across) {
        final float[] magnitude = new float[down.length];
        for (int i = 0; i < down.length; i++) {
            magnitude[i] = (float) Math.sqrt(down[i] * down[i] + across[i] * across[i]);
        }
        return magnitude;
    }
}
