package operando.segment.feature.slice;

/** A square of pixels turned about its middle, each pixel taken from the nearest one before, as ImageJ turns an image. */
final class RotatedKernel {

    /** Lines are turned into so many directions of the half circle. */
    static final int DIRECTIONS = 10;

    private static final double STEP_DEGREES = 18;
    // A pixel turned out of the square by less than this still counts as inside.
    private static final double SLACK = 0.01;

    private RotatedKernel() {
    }

    /** The column, before, of each pixel of a square turned into one of the directions, row by row; −1 from outside. */
    static int[] columns(final int side, final int direction) {
        final double angle = -Math.toRadians(direction * STEP_DEGREES);
        final double cos = Math.cos(angle);
        final double sin = Math.sin(angle);
        final double centre = (side - 1) / 2.0;
        final int[] columns = new int[side * side];
        for (int i = 0; i < columns.length; i++) {
            final double x = i % side - centre;
            final double y = i / side - centre;
            final double fromX = x * cos - y * sin + centre;
            final double fromY = x * sin + y * cos + centre;
            final boolean inside = fromX >= -SLACK && fromX < side && fromY >= -SLACK && fromY < side;
            columns[i] = inside ? Math.min(side - 1, (int) (fromX + 0.5)) : -1;
        }
        return columns;
    }
}
