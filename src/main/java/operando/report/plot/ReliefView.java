package operando.report.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * A surface over a plane in parallel projection from above and the front, as {@link BlockView} sees a block: coloured by height, lit by its
 * slope, heights stretched. Drawn from the back to the front (painter's algorithm), so that what is nearer covers what is behind.
 *
 * @param rise    height above the mean plane, µm, x fastest; NaN where there is no surface
 * @param dx      edge of a pixel along x, µm
 * @param stretch how many times heights are enlarged
 * @param mostUm  height at the end of the colours, which begin at its negative
 */
public record ReliefView(float[] rise, int width, int height, double dx, double dy, double stretch, double mostUm) {

    private static final double TURN = Math.toRadians(35);
    private static final double TILT = Math.toRadians(24);
    private static final double ROOM = 0.96;
    private static final double[] STRETCHES = {1, 2, 5, 10, 20, 50, 100};
    /** Part of the width that the range of the colours shall rise over. */
    private static final double RISE = 0.3;

    /** The largest usual stretch at which heights of this range do not tower over a surface of this width. */
    public static double stretch(final double mostUm, final double widthUm) {
        double stretch = STRETCHES[0];
        for (final double one : STRETCHES) {
            stretch = 2 * mostUm * one <= RISE * widthUm ? one : stretch;
        }
        return stretch;
    }

    /** How many µm along the plane, across the line of sight, a pixel of a picture of this size shows. */
    public double umPerPixel(final int pixelsWide, final int pixelsHigh) {
        final double wide = width * dx * Math.cos(TURN) + height * dy * Math.sin(TURN);
        final double high = (width * dx * Math.sin(TURN) + height * dy * Math.cos(TURN)) * Math.sin(TILT) + 2 * mostUm * stretch * Math.cos(TILT);
        return Math.max(wide / pixelsWide, high / pixelsHigh) / ROOM;
    }

    public BufferedImage picture(final int pixelsWide, final int pixelsHigh) {
        final BufferedImage image = new BufferedImage(pixelsWide, pixelsHigh, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, pixelsWide, pixelsHigh);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        final ColourScale colours = new ColourScale(-mostUm, mostUm);
        final double scale = umPerPixel(pixelsWide, pixelsHigh);
        // The viewer stands at small x and large y.
        for (int y = 0; y + 1 < height; y++) {
            for (int x = width - 2; x >= 0; x--) {
                final int at = y * width + x;
                final float mean = (rise[at] + rise[at + 1] + rise[at + width] + rise[at + width + 1]) / 4;
                if (!Float.isNaN(mean)) {
                    graphics.setColor(lit(colours.colour(mean), at));
                    final Polygon face = new Polygon();
                    for (final int[] corner : new int[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
                        add(face, x + corner[0], y + corner[1], scale, pixelsWide, pixelsHigh);
                    }
                    graphics.fillPolygon(face);
                    graphics.drawPolygon(face);
                }
            }
        }
        graphics.dispose();
        return image;
    }

    private void add(final Polygon face, final int x, final int y, final double scale, final int pixelsWide, final int pixelsHigh) {
        final double u = (x - width / 2.0) * dx;
        final double v = (y - height / 2.0) * dy;
        final double up = Math.max(-mostUm, Math.min(mostUm, rise[y * width + x])) * stretch;
        face.addPoint((int) Math.round(pixelsWide / 2.0 + (u * Math.cos(TURN) + v * Math.sin(TURN)) / scale),
            (int) Math.round(pixelsHigh / 2.0 + ((v * Math.cos(TURN) - u * Math.sin(TURN)) * Math.sin(TILT) - up * Math.cos(TILT)) / scale));
    }

    /** Light comes from the left: what rises towards the right is bright. */
    private Color lit(final Color colour, final int at) {
        final double slope = stretch * (rise[at + 1] - rise[at]) / dx - stretch * (rise[at + width] - rise[at]) / dy;
        final double light = 0.8 + 0.2 * slope / Math.sqrt(1 + slope * slope);
        return new Color((int) (colour.getRed() * light), (int) (colour.getGreen() * light), (int) (colour.getBlue() * light));
    }
}
