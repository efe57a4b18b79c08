package operando.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.ToDoubleFunction;

import operando.potential.design.DesignAxis;
import operando.potential.design.DesignMap;
import operando.potential.design.DesignPoint;
import operando.report.plot.ColourMap;
import operando.report.plot.ColourScale;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;

/** Two maps of a design sweep: the share exposed to overshoot, and where the jump nearest to the anode is. */
public record DesignMapFigure(String id, String title, DesignMap map) implements Figure {

    @Override
    public String caption() {
        return "Share of the thickness within " + NumberText.text(map.sweep().marginEv())
            + " eV of overshoot, and position of the jump nearest to the anode; grey where there is none.";
    }

    @Override
    public int width() {
        return 960;
    }

    @Override
    public int height() {
        return 400;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        panel("share exposed to overshoot", DesignPoint::overshootExposure)
            .draw(graphics, new Rectangle2D.Double(0, 0, width() / 2.0, height()));
        panel("jump nearest to the anode, x/L", DesignPoint::jumpNearestAnode)
            .draw(graphics, new Rectangle2D.Double(width() / 2.0, 0, width() / 2.0, height()));
    }

    private JFreeChart panel(final String quantity, final ToDoubleFunction<DesignPoint> value) {
        final ColourScale colours = new ColourScale(0, 1);
        return ColourMap.chart(image(map.values(value), colours), axis(map.sweep().first()), axis(map.sweep().second()), quantity, colours);
    }

    private static ValueAxis axis(final DesignAxis design) {
        final NumberAxis look = LinePlot.axis(design.parameter().name().replace('_', ' '), Palette.INK);
        final ValueAxis axis = design.logarithmic() ? new LogAxis(look.getLabel()) : look;
        axis.setLabelFont(look.getLabelFont());
        axis.setTickLabelFont(look.getTickLabelFont());
        axis.setRange(Math.min(design.from(), design.to()), Math.max(design.from(), design.to()));
        axis.setInverted(design.from() > design.to());
        return axis;
    }

    private static BufferedImage image(final double[][] values, final ColourScale colours) {
        final BufferedImage image = new BufferedImage(values[0].length, values.length, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values[row].length; column++) {
                image.setRGB(column, values.length - 1 - row, colours.colour(values[row][column]).getRGB());
            }
        }
        return image;
    }
}
