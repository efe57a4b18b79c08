package operando.report.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Locale;

import operando.cell.Phase;

/**
 * A block of labelled voxels in parallel projection from above and the front, lit by how a face is turned, without the quarter that is
 * nearest to the viewer if it is opened. Each pixel follows its line of sight from voxel to voxel (Amanatides and Woo, Eurographics 1987) to the first
 * one that is part of the cell.
 *
 * @param labels a {@link Phase} label a voxel, x fastest, then y, then z, which is downwards
 * @param dx     edges of a voxel, µm
 * @param opened whether the nearest quarter is left out
 */
public record BlockView(byte[] labels, int width, int height, int depth, double dx, double dy, double dz, boolean opened) {

    private static final double TURN = Math.toRadians(35);
    private static final double TILT = Math.toRadians(24);
    /** Brightness of faces across x, y and z. */
    private static final double[] LIGHT = {0.72, 0.88, 1.0};
    private static final double ROOM = 0.96;
    private static final int BACKGROUND = 0xFFFFFF;

    /** The edges of the block, as text. */
    public String size() {
        return String.format(Locale.ROOT, "%.0f × %.0f × %.0f µm", width * dx, height * dy, depth * dz);
    }

    /** How many µm a pixel of a picture of this size shows. */
    public double umPerPixel(final int pixelsWide, final int pixelsHigh) {
        final double wide = width * dx * Math.cos(TURN) + height * dy * Math.sin(TURN);
        final double high = (width * dx * Math.sin(TURN) + height * dy * Math.cos(TURN)) * Math.sin(TILT) + depth * dz * Math.cos(TILT);
        return Math.max(wide / pixelsWide, high / pixelsHigh) / ROOM;
    }

    public BufferedImage picture(final int pixelsWide, final int pixelsHigh) {
        final BufferedImage image = new BufferedImage(pixelsWide, pixelsHigh, BufferedImage.TYPE_INT_RGB);
        final double scale = umPerPixel(pixelsWide, pixelsHigh);
        // The viewer stands at small x and large y and looks down: right, down and forward are orthogonal.
        final double[] right = {Math.cos(TURN), Math.sin(TURN), 0};
        final double[] forward = {Math.sin(TURN) * Math.cos(TILT), -Math.cos(TURN) * Math.cos(TILT), Math.sin(TILT)};
        final double[] down = {-Math.sin(TURN) * Math.sin(TILT), Math.cos(TURN) * Math.sin(TILT), Math.cos(TILT)};
        final double far = width * dx + height * dy + depth * dz;
        for (int j = 0; j < pixelsHigh; j++) {
            for (int i = 0; i < pixelsWide; i++) {
                final double u = (i + 0.5 - pixelsWide / 2.0) * scale;
                final double v = (j + 0.5 - pixelsHigh / 2.0) * scale;
                final double[] from = {width * dx / 2, height * dy / 2, depth * dz / 2};
                for (int axis = 0; axis < 3; axis++) {
                    from[axis] += u * right[axis] + v * down[axis] - far * forward[axis];
                }
                image.setRGB(i, j, colour(from, forward));
            }
        }
        return image;
    }

    private int colour(final double[] from, final double[] forward) {
        final double[] edge = {dx, dy, dz};
        final int[] count = {width, height, depth};
        double enter = 0;
        double leave = Double.POSITIVE_INFINITY;
        int face = 2;
        for (int axis = 0; axis < 3; axis++) {
            final double one = -from[axis] / forward[axis];
            final double other = (count[axis] * edge[axis] - from[axis]) / forward[axis];
            if (Math.min(one, other) > enter) {
                enter = Math.min(one, other);
                face = axis;
            }
            leave = Math.min(leave, Math.max(one, other));
        }
        return enter >= leave ? BACKGROUND : walk(from, forward, enter, face, edge, count);
    }

    private int walk(final double[] from, final double[] forward, final double enter, final int entered, final double[] edge, final int[] count) {
        final int[] cell = new int[3];
        final double[] next = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            final double place = (from[axis] + enter * forward[axis]) / edge[axis];
            cell[axis] = Math.max(0, Math.min(count[axis] - 1, (int) Math.floor(place)));
            next[axis] = ((cell[axis] + (forward[axis] > 0 ? 1 : 0)) * edge[axis] - from[axis]) / forward[axis];
        }
        int face = entered;
        while (true) {
            final byte label = labels[(cell[2] * height + cell[1]) * width + cell[0]];
            if (label != Phase.OUTSIDE.label() && !isCutOut(cell)) {
                return lit(Phase.ofLabel(label).rgb(), LIGHT[face]);
            }
            face = next[0] < next[1] ? next[0] < next[2] ? 0 : 2 : next[1] < next[2] ? 1 : 2;
            cell[face] += forward[face] > 0 ? 1 : -1;
            if (cell[face] < 0 || cell[face] >= count[face]) {
                return BACKGROUND;
            }
            next[face] += edge[face] / Math.abs(forward[face]);
        }
    }

    private boolean isCutOut(final int[] cell) {
        return opened && 2 * cell[0] < width && 2 * cell[1] >= height;
    }

    private static int lit(final int rgb, final double light) {
        final Color colour = new Color(rgb);
        return (int) (colour.getRed() * light) << 16 | (int) (colour.getGreen() * light) << 8 | (int) (colour.getBlue() * light);
    }
}
