package operando.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

import operando.motion.DisplacementField;
import operando.motion.PointGrid;
import operando.report.plot.ColourScale;
import operando.report.plot.Figure;
import operando.report.plot.NumberText;
import operando.report.plot.ScaleBar;

/**
 * The displacement in the x–z plane of points nearest to a cross-section, over its grey values: vectors drawn longer than
 * they are, coloured by the length of the whole displacement (Lewis et al., Fig. 5b).
 *
 * @param section grey values along x and z in the plane
 * @param row     the cross-section's voxel along y
 * @param id      name of its files
 */
public record DisplacementFigure(DisplacementField field, BufferedImage section, int row, String id, String title) implements Figure {

    private static final int EXAGGERATION = 5;
    private static final int PICTURE_WIDTH = 640;
    private static final int MOST_HEIGHT = 900;
    private static final int MARGIN = 14;
    private static final int LEGEND = 110;
    private static final int BAR_WIDTH = 14;
    private static final double HEAD = 6;
    private static final double DARK = 0.65;

    @Override
    public String caption() {
        return "Displacement of material points from " + field.reference() + " to " + field.deformed() + ", drawn " + EXAGGERATION
            + " times longer than it is, over an x–z cross-section of " + field.reference() + ". " + field.measuredCount()
            + " of " + field.size() + " points could be followed; the others, without texture, masked or out of view, have no vector.";
    }

    @Override
    public int width() {
        return (int) Math.round(section.getWidth() * umPerPixelX() / umPerPoint()) + LEGEND + 2 * MARGIN;
    }

    @Override
    public int height() {
        return (int) Math.round(section.getHeight() * field.voxelSize().zUm() / umPerPoint()) + 2 * MARGIN + 20;
    }

    private double umPerPixelX() {
        return field.voxelSize().xUm();
    }

    private double umPerPoint() {
        return Math.max(section.getWidth() * umPerPixelX() / PICTURE_WIDTH, section.getHeight() * field.voxelSize().zUm() / MOST_HEIGHT);
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final double scale = 1 / umPerPoint();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(darkened(), MARGIN, MARGIN, (int) Math.round(section.getWidth() * umPerPixelX() * scale),
            (int) Math.round(section.getHeight() * field.voxelSize().zUm() * scale), null);
        final ColourScale colours = new ColourScale(0, Math.max(field.longestUm(), 1e-9));
        graphics.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        final PointGrid grid = field.grid();
        final int plane = plane();
        for (int k = 0; k < grid.countZ(); k++) {
            for (int i = 0; i < grid.countX(); i++) {
                final int point = grid.index(i, plane, k);
                if (field.status()[point].measured()) {
                    graphics.setColor(colours.colour(field.lengthUm(point)));
                    arrow(graphics, MARGIN + field.xUm(point) * scale, MARGIN + field.zUm(point) * scale,
                        EXAGGERATION * field.displacementUm(0, point) * scale, EXAGGERATION * field.displacementUm(2, point) * scale);
                }
            }
        }
        legend(graphics, colours);
        ScaleBar.draw(graphics, MARGIN, height() - 6, PICTURE_WIDTH / 4.0, umPerPoint());
    }

    /** The layer of points nearest to the cross-section. */
    private int plane() {
        final PointGrid grid = field.grid();
        return (int) Math.max(0, Math.min(grid.countY() - 1L, Math.round((row - grid.firstY()) / (double) grid.spacing())));
    }

    // Grey values at half their brightness, so that bright arrows stand out.
    private BufferedImage darkened() {
        final BufferedImage dark = new BufferedImage(section.getWidth(), section.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < dark.getHeight(); y++) {
            for (int x = 0; x < dark.getWidth(); x++) {
                final int level = (int) (DARK * section.getRaster().getSample(x, y, 0));
                dark.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }
        return dark;
    }

    private static void arrow(final Graphics2D graphics, final double x, final double y, final double dx, final double dy) {
        graphics.draw(new Line2D.Double(x, y, x + dx, y + dy));
        final double length = Math.hypot(dx, dy);
        if (length < 1) {
            return;
        }
        final double head = Math.min(HEAD, length / 2);
        final double ux = dx / length;
        final double uy = dy / length;
        final Path2D path = new Path2D.Double();
        path.moveTo(x + dx - head * (ux - uy / 2), y + dy - head * (uy + ux / 2));
        path.lineTo(x + dx, y + dy);
        path.lineTo(x + dx - head * (ux + uy / 2), y + dy - head * (uy - ux / 2));
        graphics.draw(path);
    }

    private void legend(final Graphics2D graphics, final ColourScale colours) {
        final int x = width() - LEGEND;
        final int top = MARGIN + 24;
        final int length = Math.min(200, height() - top - 3 * MARGIN);
        for (int i = 0; i < length; i++) {
            graphics.setColor(colours.colour(colours.getUpperBound() * (length - 1 - i) / (length - 1)));
            graphics.fillRect(x, top + i, BAR_WIDTH, 1);
        }
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        graphics.drawString("length / µm", x, MARGIN + 10);
        for (int tick = 0; tick <= 4; tick++) {
            graphics.drawString(NumberText.text(colours.getUpperBound() * tick / 4), x + BAR_WIDTH + 6, top + length - tick * length / 4 + 4);
        }
        graphics.drawString("vectors × " + EXAGGERATION, x, top + length + 22);
    }
}
