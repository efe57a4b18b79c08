package operando.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import operando.cell.Side;
import operando.report.plot.ColourMap;
import operando.report.plot.ColourScale;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.voltage.resolved.ContactGeometry;
import operando.voltage.resolved.ResolvedVoltage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;

/** The current density of every contact pixel at both interfaces: where it is hot. */
public record CurrentMapsFigure(ContactGeometry geometry, ResolvedVoltage voltage) implements Figure {

    private static final double UM_PER_MM = 1e3;

    @Override
    public String id() {
        return "current-maps";
    }

    @Override
    public String title() {
        return "Current density at the contacts";
    }

    @Override
    public String caption() {
        return "Current density of each pixel in contact, without its sign, at the top (left) and the bottom (right) interface, by the resolved model; grey where there is no contact.";
    }

    @Override
    public int width() {
        return 960;
    }

    @Override
    public int height() {
        return 520;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        for (final Side side : Side.values()) {
            panel(side).draw(graphics, new Rectangle2D.Double(side == Side.TOP ? 0 : width() / 2.0, 0, width() / 2.0, height()));
        }
    }

    private JFreeChart panel(final Side side) {
        final float[] map = (side == Side.TOP ? voltage.top() : voltage.bottom()).mAPerCm2();
        final ColourScale colours = scale(map, side);
        final NumberAxis down = axis("y / mm", geometry.height() * geometry.pixelYUm());
        down.setInverted(true);
        return ColourMap.chart(image(map, side, colours), axis("x / mm", geometry.width() * geometry.pixelXUm()), down, side.key() + " current density / mA cm⁻²", colours);
    }

    private ColourScale scale(final float[] map, final Side side) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int pixel = 0; pixel < map.length; pixel++) {
            if (geometry.contact(side)[pixel]) {
                least = Math.min(least, Math.abs(map[pixel]));
                most = Math.max(most, Math.abs(map[pixel]));
            }
        }
        // An even current would leave a scale without length.
        return new ColourScale(least, Math.max(most, least * (1 + 1e-6)));
    }

    private static NumberAxis axis(final String label, final double lengthUm) {
        final NumberAxis axis = LinePlot.axis(label, Palette.INK);
        axis.setRange(0, lengthUm / UM_PER_MM);
        return axis;
    }

    private BufferedImage image(final float[] map, final Side side, final ColourScale colours) {
        final BufferedImage image = new BufferedImage(geometry.width(), geometry.height(), BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < map.length; pixel++) {
            final double value = geometry.contact(side)[pixel] ? Math.abs(map[pixel]) : Double.NaN;
            image.setRGB(pixel % geometry.width(), pixel / geometry.width(), colours.colour(value).getRGB());
        }
        return image;
    }
}
