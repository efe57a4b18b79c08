package operando.series;

import operando.cell.Side;
import operando.cell.VoxelSize;

/** Maps whose values are functions of the place of a pixel, the same at both sides but for the sign of the relief. */
final class MadeMaps {

    static final VoxelSize VOXEL = new VoxelSize(1.5, 2, 1.2);

    /** A value at a place, in pixels. */
    @FunctionalInterface
    interface Field {

        double at(double x, double y);
    }

    private MadeMaps() {
    }

    /** A window that begins at a place; contact where {@code contact} is above 0, {@code thickness} of void elsewhere. */
    static InterfaceMaps of(final int width, final int height, final double left, final double top, final Field contact, final Field thickness, final Field relief) {
        final byte[][] touching = new byte[2][width * height];
        final float[][] voids = new float[2][width * height];
        final float[][] heights = new float[2][width * height];
        for (final Side side : Side.values()) {
            final int of = side.ordinal();
            for (int i = 0; i < width * height; i++) {
                final double x = left + i % width;
                final double y = top + i / width;
                final boolean inContact = contact.at(x, y) > 0;
                touching[of][i] = (byte) (inContact ? 255 : 0);
                voids[of][i] = inContact ? 0 : (float) thickness.at(x, y);
                heights[of][i] = (float) (of == 0 ? 100 + relief.at(x, y) : 900 - relief.at(x, y));
            }
        }
        return new InterfaceMaps(width, height, VOXEL, touching, voids, heights, heights, heights);
    }
}
