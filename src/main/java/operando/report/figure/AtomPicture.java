package operando.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.stream.IntStream;

import operando.atoms.FrameClasses;
import operando.report.plot.Palette;

/**
 * The atoms of a frame as points in three dimensions, coloured by class, seen a little from the side: the edge that crosses the interfaces goes to the right, the
 * nearest atoms are drawn last and brightest.
 *
 * @param found the atoms
 * @param edge  of the cell that crosses the interfaces
 */
public record AtomPicture(FrameClasses found, int edge) {

    private static final int WIDTH = 1200;
    private static final int MARGIN = 20;
    private static final double RADIUS_A = 0.9;
    // How far the picture's depth goes to the right and down.
    private static final double SLANT = 0.35;
    private static final double FAR = 0.45;
    private static final int MOST_ATOMS = 200_000;

    /** The colour of a class, the same as in the other figures. */
    public static Color colour(final int number) {
        return number < 0 ? Color.LIGHT_GRAY : ClassColours.of(number);
    }

    public BufferedImage image() {
        final double[][] inverse = found.frame().cell().inverse();
        final double along = found.frame().cell().width(edge);
        final double up = found.frame().cell().width((edge + 1) % 3);
        final double deep = found.frame().cell().width((edge + 2) % 3);
        final double scale = (WIDTH - 2 * MARGIN) / (along + SLANT * deep);
        final int height = (int) Math.ceil(scale * (up + SLANT * deep)) + 2 * MARGIN;
        final BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        final int step = Math.max(1, found.classes().length / MOST_ATOMS);
        final double[][] places = IntStream.range(0, found.classes().length).filter(atom -> atom % step == 0).mapToObj(atom -> new double[] {atom, fraction(inverse, atom, edge),
            fraction(inverse, atom, (edge + 1) % 3), fraction(inverse, atom, (edge + 2) % 3)}).sorted(Comparator.comparingDouble(place -> -place[3])).toArray(double[][]::new);
        final double radius = Math.max(1, scale * RADIUS_A);
        for (final double[] place : places) {
            final double x = MARGIN + scale * (along * place[1] + SLANT * deep * place[3]);
            final double y = height - MARGIN - scale * (up * place[2] + SLANT * deep * place[3]);
            final Ellipse2D.Double atom = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            graphics.setColor(faded(colour(found.classes()[(int) place[0]]), FAR * place[3]));
            graphics.fill(atom);
            graphics.setColor(faded(Palette.INK, 0.3 + (1 - 0.3) * place[3]));
            graphics.draw(atom);
        }
        graphics.dispose();
        return image;
    }

    private double fraction(final double[][] inverse, final int atom, final int along) {
        double fraction = 0;
        for (int axis = 0; axis < 3; axis++) {
            fraction += inverse[along][axis] * (found.frame().positions()[3 * atom + axis] - found.frame().cell().origin()[axis]);
        }
        return found.frame().cell().periodic()[along] ? fraction - Math.floor(fraction) : fraction;
    }

    private static Color faded(final Color colour, final double towardsWhite) {
        final double part = Math.max(0, Math.min(1, towardsWhite));
        return new Color((int) (colour.getRed() + part * (255 - colour.getRed())), (int) (colour.getGreen() + part * (255 - colour.getGreen())),
            (int) (colour.getBlue() + part * (255 - colour.getBlue())));
    }
}
